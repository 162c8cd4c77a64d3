//! A pathway on the result: verdict, name, the same eight facts on every card, and the reasons.

use super::env::Env;
use super::links;
use super::screen::Screen;
use super::trace::trace_tree;
use super::verdict::{VerdictSign, verdict_class};
use guide::{Answer, Answers, Finding, Need, Verdict, fees, later_years, result, show, ui};
use leptos::prelude::*;
use rules::{Key, Row};

/// A verdict as sign and word.
#[component]
pub(crate) fn VerdictWord(verdict: Verdict, text: &'static str) -> impl IntoView {
    view! {
        <p class=format!("verdict {}", verdict_class(verdict))><VerdictSign verdict/>{text}</p>
    }
}

/// The word for a verdict.
pub(crate) fn word(env: &Env, verdict: Verdict) -> &'static str {
    env.lang.t(match verdict {
        Verdict::Fits => result::VERDICT_FITS,
        Verdict::AuthorityDecides => result::VERDICT_AUTHORITY,
        Verdict::Open => result::VERDICT_OPEN,
        Verdict::No => result::VERDICT_NO,
    })
}

/// What a verdict is for the person asked about.
pub(crate) fn for_person(env: &Env, verdict: Verdict) -> &'static str {
    env.lang.t(match verdict {
        Verdict::Fits => result::PATHWAY_FITS,
        Verdict::AuthorityDecides => result::PATHWAY_AUTHORITY,
        Verdict::Open => result::PATHWAY_OPEN,
        Verdict::No => result::PATHWAY_NO,
    })
}

/// The card of the pathway at a place of the book; `first` has the filled button.
pub(super) fn pathway_card(
    env: &Env,
    answers: &Answers,
    at: usize,
    finding: &Finding,
    first: bool,
) -> impl IntoView + use<> {
    let verdict = finding.verdict;
    let href = links::to(env, Screen::Pathway(at), answers);
    let count = finding.conditions.len().to_string();
    let all =
        if verdict == Verdict::Fits { result::CONDITIONS_MET } else { result::CONDITIONS_ALL };
    let button = if first { "btn" } else { "btn btn--2" };
    let class = if first { "card pathway" } else { "card pathway pathway--next" };
    let name = env.lang.t(finding.pathway.name);
    view! {
        <article class=class>
            <VerdictWord verdict text=word(env, verdict)/>
            <h3><a href=href.clone()>{name}</a></h3>
            <p>{env.lang.t(finding.pathway.summary)}</p>
            {facts(env, answers, finding)}
            <details class="more">
                <summary>{env.lang.fill(all, &[("count", &count)])}</summary>
                <div>{trace_tree(env, answers, &finding.conditions)}</div>
            </details>
            <div class="actions">
                <a class=button href=href>{env.lang.t(result::DETAILS)}<span class="hide">": "{name}</span></a>
            </div>
        </article>
    }
}

/// The eight facts, in the same order on every card.
pub(super) fn facts(env: &Env, answers: &Answers, finding: &Finding) -> impl IntoView + use<> {
    let rows = rows(env, answers, finding)
        .into_iter()
        .map(|(label, value, note)| {
            view! {
                <div>
                    <dt>{env.lang.t(label)}</dt>
                    <dd>{value}{note.map(|note| view! { <small>{note}</small> })}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}

type Fact = (Key, String, Option<String>);

fn rows(env: &Env, answers: &Answers, finding: &Finding) -> [Fact; 8] {
    let card = &finding.pathway.card;
    let row = |label: Key, row: Row| {
        let note = row.note.map(|note| env.lang.t(note).to_owned());
        (label, env.lang.t(row.value).to_owned(), note)
    };
    [
        salary(env, answers, finding),
        row(result::ROW_GERMAN, card.german),
        row(result::ROW_DURATION, card.duration),
        cost(env, answers, finding),
        row(result::ROW_FAMILY, card.family),
        row(result::ROW_SETTLEMENT, card.settlement),
        row(result::ROW_ENTITLEMENT, card.entitlement),
        row(result::ROW_TASKS, card.tasks),
    ]
}

/// The amount the pathway always asks for, whatever the person's age.
pub(crate) fn fixed_need(finding: &Finding) -> Option<Need> {
    finding.conditions.iter().find_map(|trace| trace.need)
}

fn salary(env: &Env, answers: &Answers, finding: &Finding) -> Fact {
    let card = finding.pathway.card.salary;
    let money = |cents| show::money(env.lang.words, cents);
    let offered = match answers.named(env.book, "salary") {
        Some(Answer::Money(cents)) => Some(money(*cents)),
        _ => None,
    };
    let Some(need) = fixed_need(finding) else {
        let note = card.note.map(|note| env.lang.t(note).to_owned());
        return (result::ROW_SALARY, env.lang.t(card.value).to_owned(), note);
    };
    let year = need.year.to_string();
    let needed = match need.cents {
        Some(cents) => env.lang.fill(ui::NEEDED, &[("need", &money(cents))]),
        None => env.lang.fill(result::NEEDED_UNPUBLISHED, &[("year", &year)]),
    };
    let offered = offered.unwrap_or_else(|| env.lang.t(result::SALARY_OPEN).to_owned());
    (result::ROW_SALARY, offered, Some(needed))
}

fn cost(env: &Env, answers: &Answers, finding: &Finding) -> Fact {
    let Some(due) = fees(&env.case(answers), finding.pathway) else {
        return (result::ROW_COST, env.lang.t(result::COST_DEPENDS).to_owned(), None);
    };
    if due.is_empty() {
        return (result::ROW_COST, env.lang.t(result::COST_NONE).to_owned(), None);
    }
    let sum = due.iter().map(|fee| fee.cents).sum();
    let named = |fee: &&rules::Fee| format!("{} {}", env.lang.t(fee.name), fee.cents / 100);
    let parts = due.iter().map(named).collect::<Vec<_>>().join(", ");
    (result::ROW_COST, show::money(env.lang.words, sum), (due.len() > 1).then_some(parts))
}

/// What the result says about a decision that falls into a later year.
pub(super) fn later_note(env: &Env, answers: &Answers, findings: &[Finding]) -> Option<String> {
    let filing = env.case(answers).filing;
    let at_stake = findings.iter().filter(|finding| finding.verdict != Verdict::No);
    let unpublished = at_stake
        .clone()
        .flat_map(Finding::needs)
        .find(|need| need.cents.is_none())
        .map(|need| (result::YEAR_UNKNOWN_NOW, need.year));
    let later =
        at_stake.flat_map(|finding| later_years(env.book, finding, filing)).collect::<Vec<_>>();
    let unknown = later.iter().find(|one| one.cents.is_none());
    let unknown = unknown.map(|one| (result::YEAR_UNKNOWN, one.year));
    let differs = later.first().map(|one| (result::YEAR_DIFFERS, one.year));
    let (key, year) = unpublished.or(unknown).or(differs)?;
    Some(env.lang.fill(key, &[("year", &year.to_string())]))
}
