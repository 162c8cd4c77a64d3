//! The result: every encoded route with its verdict, nothing left out.

use super::card::{PathwayCard, later_note};
use super::env::Env;
use super::links;
use super::notices::Notices;
use super::office::OfficeSection;
use super::screen::{Place, Screen};
use super::tally::{Tally, group_id};
use super::trace;
use super::untranslated::Untranslated;
use super::verdict::VerdictSign;
use crate::icons::Icon;
use guide::places::PlaceCard;
use guide::{
    Answers, Finding, Given, Truth, Verdict, deciding_question, outcome, result, show, ui,
    unanswered,
};
use leptos::either::Either;
use leptos::prelude::*;
use rules::Key;

/// The answer as a headline: a reader who stops after it knows what matters.
pub(super) fn headline(env: &Env, answers: &Answers) -> String {
    let case = env.case(answers);
    if let Some(outcome) = outcome(&case) {
        return env.lang.t(outcome.title).to_owned();
    }
    let findings = guide::evaluate(&case);
    let count = |verdict| findings.iter().filter(|finding| finding.verdict == verdict).count();
    let text = |key| env.lang.t(key).to_owned();
    match (count(Verdict::Fits), count(Verdict::AuthorityDecides), count(Verdict::Open)) {
        (1, ..) => text(result::RESULTS_FITS_ONE),
        (some @ 2.., ..) => {
            env.lang.fill(result::RESULTS_FITS_SOME, &[("count", &number(env, some))])
        }
        _ if !unanswered(&case).by_status.is_empty() => text(result::RESULTS_NOT_YET),
        (_, 1.., _) => text(result::RESULTS_AUTHORITY),
        (_, _, 1..) => text(result::RESULTS_OPEN),
        _ => text(result::RESULTS_NO),
    }
}

/// Small numbers as words.
fn number(env: &Env, count: usize) -> String {
    const WORDS: [Key; 11] = [
        result::COUNT_2,
        result::COUNT_3,
        result::COUNT_4,
        result::COUNT_5,
        result::COUNT_6,
        result::COUNT_7,
        result::COUNT_8,
        result::COUNT_9,
        result::COUNT_10,
        result::COUNT_11,
        result::COUNT_12,
    ];
    let word = count.checked_sub(2).and_then(|at| WORDS.get(at));
    word.map_or_else(|| count.to_string(), |key| env.lang.t(*key).to_owned())
}

/// The screen of the result.
#[component]
pub(super) fn Results(env: Env, place: Place, card: Option<PlaceCard>) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let answers = place.read.answers.clone();
    let case = env.case(&answers);
    let day = show::day(env.lang.words, case.filing);
    let told = show::in_a_line(env.book, env.lang.words, &answers);
    let lead = match told.as_str() {
        "" => env.lang.fill(result::RESULTS_LEAD_EMPTY, &[("day", &day)]),
        told => env.lang.fill(result::RESULTS_LEAD, &[("answers", told), ("day", &day)]),
    };
    let back = answers.iter().last().map(|(fact, _)| Screen::Question(fact));
    let back =
        back.map_or(format!("/{}/", env.lang.tag), |screen| links::to(&env, screen, &answers));
    let body = match outcome(&case) {
        Some(outcome) => {
            let law = outcome.law.iter();
            let law =
                law.map(|one| (show::citation(env.book, one), show::citation_url(env.book, one)));
            Either::Left(view! {
                <p class="text">{t(outcome.text)}</p>
                <p class="tiny muted mt-3"><trace::Law citations=law.collect()/></p>
            })
        }
        None => Either::Right(view! { <Groups env answers=answers.clone()/> }),
    };
    let tally = outcome(&case).is_none().then(|| view! { <Tally env answers=answers.clone()/> });
    let note = outcome(&case).is_none().then(|| later_note(&env, &answers)).flatten();
    view! {
        <div class="wrap">
            <div class="text pt-4">
                <a class="back" href=back>
                    <Icon name="left" directed=true/>
                    {t(result::BACK_TO_QUESTIONS)}
                </a>
                <Untranslated env/>
                <Notices env read=place.read/>
                <h1 tabindex="-1">{headline(&env, &answers)}</h1>
                <p class="lead mt-3">{lead}</p>
                <p class="small">
                    <a href=links::to(&env, Screen::Check, &answers)>{t(result::CHANGE_ANSWERS)}</a>
                </p>
                <NextQuestion env answers=answers.clone()/>
            </div>
            {tally}
        </div>
        <div class="wrap cols">
            <div>
                {note.map(|text| view! {
                    <div class="note note--warn"><Icon name="cal"/><p>{text}</p></div>
                })}
                {body}
            </div>
            <Side env answers card/>
        </div>
    }
}

/// The question that still changes something, if one is left.
#[component]
fn NextQuestion(env: Env, answers: Answers) -> impl IntoView {
    let fact = super::flow::further(&env, &answers)?;
    let next = Screen::Question(fact);
    let question = env.lang.t(env.fact(fact)?.title);
    let label = env.lang.fill(result::NEXT_QUESTION, &[("question", question)]);
    // One filled button per page: with a card below, the card's.
    let cards = [Verdict::Fits, Verdict::AuthorityDecides];
    let cards = env.findings(&answers).iter().any(|finding| cards.contains(&finding.verdict));
    let class = if cards { "btn btn--2" } else { "btn" };
    Some(view! {
        <p class="mt-4"><a class=class href=links::to(&env, next, &answers)>{label}</a></p>
    })
}

/// All routes by verdict, and what this result does not say.
#[component]
fn Groups(env: Env, answers: Answers) -> impl IntoView {
    let findings = env.findings(&answers);
    let of = |verdict: Verdict| -> Vec<usize> {
        let found = findings.iter().enumerate().filter(|(_, one)| one.verdict == verdict);
        found.map(|(at, _)| at).collect()
    };
    let mut first = true;
    let mut cards = |verdict: Verdict, title: Key, text: Key| {
        let own = of(verdict);
        (!own.is_empty()).then(|| {
            let cards = own
                .into_iter()
                .map(|pathway| {
                    let answers = answers.clone();
                    view! { <PathwayCard env answers pathway first=std::mem::take(&mut first)/> }
                })
                .collect_view();
            view! {
                <section class="group" aria-labelledby=group_id(verdict)>
                    <h2 id=group_id(verdict)>{env.lang.t(title)}</h2>
                    <p>{env.lang.t(text)}</p>
                    {cards}
                </section>
            }
        })
    };
    let fits = cards(Verdict::Fits, result::GROUP_FITS, result::GROUP_FITS_TEXT);
    let authority =
        cards(Verdict::AuthorityDecides, result::GROUP_AUTHORITY, result::GROUP_AUTHORITY_TEXT);
    let list = |verdict: Verdict, title: Key, text: Key| {
        let own = of(verdict);
        (!own.is_empty()).then(|| {
            let rows = own.iter().filter_map(|at| Some((*at, findings.get(*at)?)));
            let mut rows: Vec<_> = rows.collect();
            let mut rest = Vec::new();
            if verdict == Verdict::No {
                rows.sort_by_key(|(_, finding)| distance(finding));
                if rows.len() > LONG {
                    rest = rows.split_off(NEAREST);
                }
            }
            let drawn = |rows: Vec<(usize, &Finding)>| -> Vec<_> {
                rows.into_iter().map(|(at, one)| row(&env, &answers, at, one)).collect()
            };
            let more = env.lang.fill(result::GROUP_NO_MORE, &[("count", &rest.len().to_string())]);
            let rest = (!rest.is_empty()).then(|| {
                view! {
                    <details class="more">
                        <summary>{more}</summary>
                        <ul class="plain">{drawn(rest)}</ul>
                    </details>
                }
            });
            view! {
                <section class="group" aria-labelledby=group_id(verdict)>
                    <h2 id=group_id(verdict)>{env.lang.t(title)}</h2>
                    <p>{env.lang.t(text)}</p>
                    <ul class="plain">{drawn(rows)}</ul>
                    {rest}
                </section>
            }
        })
    };
    view! {
        <NotYet env answers=answers.clone()/>
        {fits}
        {authority}
        {list(Verdict::Open, result::GROUP_OPEN, result::GROUP_OPEN_TEXT)}
        {list(Verdict::No, result::GROUP_NO, result::GROUP_NO_TEXT)}
        <Scope env/>
    }
}

/// More routes than these that do not fit are too many to read: the [`NEAREST`] of them stand open.
const LONG: usize = 5;
const NEAREST: usize = 3;

/// How much of a route is missing, in thousandths of its conditions: the nearest stand first.
pub(crate) fn distance(finding: &Finding) -> usize {
    let missing = finding.conditions.iter().filter(|one| one.truth == Truth::No).count();
    missing * 1000 / finding.conditions.len().max(1)
}

/// An open or unfit route in two lines: its name, and the question or reason.
fn row(env: &Env, answers: &Answers, at: usize, finding: &Finding) -> impl IntoView + use<> {
    let href = links::to(env, Screen::Pathway(at), answers);
    let name = env.lang.t(finding.pathway.name);
    let question = deciding_question(&env.case(answers), finding);
    let question = question.and_then(|fact| Some((fact, env.fact(fact)?)));
    let below = if let Some((fact, described)) = question {
        let href = links::to(env, Screen::Question(fact), answers);
        let label = env.lang.fill(result::ANSWER_LINK, &[("fact", env.lang.t(described.short))]);
        Either::Left(
            view! { <small>{env.lang.t(described.title)} " " <a href=href>{label}</a></small> },
        )
    } else {
        let unpublished = finding.needs().into_iter().find(|need| need.cents.is_none());
        let unpublished = unpublished.filter(|_| finding.verdict == Verdict::Open);
        Either::Right(match unpublished {
            Some(need) => {
                let year = need.year.to_string();
                let text = env.lang.fill(result::UNPUBLISHED, &[("year", &year)]);
                Either::Left(view! { <small>{text}</small> })
            }
            None => Either::Right(reasons(env, answers, finding)),
        })
    };
    view! {
        <li>
            <VerdictSign verdict=finding.verdict/>
            <span><a href=href>{name}</a></span>
            {below}
        </li>
    }
}

/// Why a route does not fit: the first reason, and all of them with their law.
fn reasons(env: &Env, answers: &Answers, finding: &Finding) -> impl IntoView + use<> {
    let failing = finding.conditions.iter().filter(|one| one.truth == Truth::No);
    let all: Vec<_> = failing
        .filter_map(|one| Some((trace::reason(env, answers, one)?, trace::law(env, one.condition))))
        .collect();
    let first = all.first().map(|(text, _)| text.clone()).unwrap_or_default();
    let label = match all.len() {
        1 => env.lang.t(result::REASON_ONE).to_owned(),
        count => env.lang.fill(result::REASONS, &[("count", &count.to_string())]),
    };
    let rows = all.into_iter().map(|(text, citations)| {
        view! { <li>{text} " " <span class="law"><trace::Law citations/></span></li> }
    });
    let rows = rows.collect_view();
    view! {
        <small>{first}</small>
        <details class="more reasons"><summary>{label}</summary><ul class="small">{rows}</ul></details>
    }
}

/// The person's status has routes of its own that this guide does not answer yet.
#[component]
fn NotYet(env: Env, answers: Answers) -> impl IntoView {
    let open = unanswered(&env.case(&answers));
    (!open.by_status.is_empty()).then(|| {
        view! {
            <div class="note note--warn">
                <Icon name="info"/>
                <div>
                    <p><b>{env.lang.t(result::NOT_YET_TITLE)}</b></p>
                    <p>{env.lang.t(result::NOT_YET_TEXT)} " " <a href="#office">{env.lang.t(result::NOT_YET_OFFICE)}</a></p>
                </div>
            </div>
        }
    })
}

/// No result may claim more than was checked.
#[component]
fn Scope(env: Env) -> impl IntoView {
    let known = |id: &String| env.book.pathway(id).is_some();
    let complete = env.book.dispatch.iter().all(|one| one.pathways.iter().all(known));
    let count = env.book.pathways.len().to_string();
    (!complete).then(|| {
        view! {
            <section class="group" aria-labelledby="scope">
                <h2 id="scope">{env.lang.t(result::SCOPE_TITLE)}</h2>
                <p class="text">{env.lang.fill(result::SCOPE_TEXT, &[("count", &count)])}</p>
                <p class="small"><a href=links::advice(&env)>{env.lang.t(ui::FIND_ADVICE)}</a></p>
            </section>
        }
    })
}

/// Beside the result: the office, what was presumed, and the receipt.
#[component]
fn Side(env: Env, answers: Answers, card: Option<PlaceCard>) -> impl IntoView {
    let day = show::day(env.lang.words, env.case(&answers).filing);
    let values = [("version", env.book.version.as_str()), ("day", day.as_str())];
    // Who needs no title needs no office either.
    let needed = outcome(&env.case(&answers)).is_none();
    let filing = env.book.fact("filing-day");
    let filing = filing.and_then(|at| Some((at, env.fact(at)?)));
    let filing = filing.map(|(at, fact)| {
        view! { " " <a href=links::to(&env, Screen::Question(at), &answers)>{env.lang.t(fact.change)}</a> }
    });
    view! {
        <aside class="side" aria-label=env.lang.t(result::MORE_TITLE)>
            {needed.then(|| view! { <OfficeSection env answers=answers.clone() card/> })}
            <Presumptions env answers=answers.clone()/>
            <section aria-labelledby="bel">
                <h2 id="bel">{env.lang.t(result::RECEIPT_TITLE)}</h2>
                <p class="muted tiny">{env.lang.fill(result::RECEIPT_TEXT, &values)}{filing}</p>
                <p class="tiny"><a href=links::to(&env, Screen::Results, &answers)>{env.lang.t(result::REPLAY)}</a></p>
            </section>
        </aside>
    }
}

/// What was taken as given, each with the link that changes it.
#[component]
fn Presumptions(env: Env, answers: Answers) -> impl IntoView {
    let case = env.case(&answers);
    let mut used = Vec::new();
    for finding in guide::evaluate(&case) {
        collect(&finding.conditions, &mut used);
    }
    let rows = (0u8..)
        .zip(&env.book.facts)
        .filter(|(at, _)| used.contains(at))
        .filter_map(|(at, _)| {
            let fact = env.fact(at)?;
            let text = fact.presumed.as_ref()?.text;
            let href = links::to(&env, Screen::Question(at), &answers);
            Some(view! { <li>{env.lang.t(text)} " " <a href=href>{env.lang.t(fact.change)}</a></li> })
        })
        .collect_view();
    (!rows.is_empty() && outcome(&case).is_none()).then(|| {
        view! {
            <section aria-labelledby="ann">
                <h2 id="ann">{env.lang.t(result::TAKEN_TITLE)}</h2>
                <ul class="links">{rows}</ul>
            </section>
        }
    })
}

fn collect(traces: &[guide::Trace], used: &mut Vec<u8>) {
    for trace in traces {
        let presumed = trace.facts.iter().filter(|(_, given)| matches!(given, Given::Presumed(_)));
        used.extend(presumed.map(|(fact, _)| *fact));
        collect(&trace.parts, used);
    }
}
