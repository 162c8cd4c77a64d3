//! The result: every encoded route with its verdict, nothing left out.

mod groups;
mod side;
mod tally;
mod vacancy;

#[cfg(feature = "ssr")]
pub(crate) use groups::distance;

use super::card::later_note;
use super::env::Env;
use super::links;
use super::notices::Notices;
use super::screen::{Place, Screen};
use super::trace;
use super::untranslated::Untranslated;
use crate::icons::Icon;
use groups::Groups;
use guide::places::PlaceCard;
use guide::{Answers, Verdict, outcome, result, seeks, show, ui};
use leptos::either::Either;
use leptos::prelude::*;
use rules::Key;
use side::Side;
use tally::Tally;

/// The answer as a headline: a reader who stops after it knows what matters.
pub(super) fn headline(env: &Env, answers: &Answers) -> String {
    let case = env.case(answers);
    if let Some(outcome) = outcome(&case) {
        return env.lang.t(outcome.title).to_owned();
    }
    let findings = guide::evaluate(&case);
    if seeks(env.book, answers) {
        let (key, count) = match vacancy::possible(&findings).count() {
            0 => (result::VACANCY_NONE, String::new()),
            1 => (result::VACANCY_ONE, String::new()),
            some => (result::VACANCY_SOME, number(env, some)),
        };
        return env.lang.fill(key, &[("count", &count)]);
    }
    let count = |verdict| findings.iter().filter(|finding| finding.verdict == verdict).count();
    let text = |key| env.lang.t(key).to_owned();
    match (count(Verdict::Fits), count(Verdict::AuthorityDecides), count(Verdict::Open)) {
        (1, ..) => text(result::RESULTS_FITS_ONE),
        (some @ 2.., ..) => {
            env.lang.fill(result::RESULTS_FITS_SOME, &[("count", &number(env, some))])
        }
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

/// What no route here is about; no result may claim more than was checked.
#[component]
fn Scope(env: Env) -> impl IntoView {
    let count = env.book.pathways.len().to_string();
    view! {
        <section class="group" aria-labelledby="scope">
            <h2 id="scope">{env.lang.t(result::SCOPE_TITLE)}</h2>
            <p class="text">{env.lang.fill(result::SCOPE_TEXT, &[("count", &count)])}</p>
            <p class="small"><a href=links::advice(&env)>{env.lang.t(ui::FIND_ADVICE)}</a></p>
        </section>
    }
}
