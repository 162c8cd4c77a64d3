//! A job and nobody for it yet: which routes it can open, for whom, and where to look.

use super::Found;
use crate::wizard::ahead::SalaryLadder;
use crate::wizard::card::facts;
use crate::wizard::links;
use crate::wizard::screen::Screen;
use crate::wizard::verdict::VerdictSign;
use guide::{Answer, Finding, Verdict, result};
use leptos::prelude::*;

/// So many routes of a group stand open; a single one more stands with them.
const SHOWN: usize = 3;

/// A route: index into the book's pathways, and what it comes to.
type Route<'a, 'b> = (usize, &'b Finding<'a>);

/// The routes that the job does not rule out.
pub(super) fn possible<'a, 'b>(findings: &'b [Finding<'a>]) -> impl Iterator<Item = Route<'a, 'b>> {
    findings.iter().enumerate().filter(|(_, finding)| finding.verdict != Verdict::No)
}

/// Each of them with whom it is for. First come those whose people one can look for, by where they are;
/// the others stand below, folded.
pub(super) fn possible_routes(found: &Found) -> impl IntoView + use<> {
    let (env, answers) = (found.env, found.answers);
    let t = |key| env.lang.t(key);
    let routes: Vec<_> = possible(&found.all).collect();
    let any = !routes.is_empty();
    let (sought, others): (Vec<_>, Vec<_>) =
        routes.into_iter().partition(|(_, finding)| finding.pathway.find.is_some());
    let (groups, rest) = by_status(found, sought);
    let groups: Vec<_> =
        groups.into_iter().map(|(label, routes)| group(found, label, routes)).collect();
    let others = special(found, others.into_iter().chain(rest).collect());
    view! {
        {any.then(|| view! {
            <section class="group" aria-labelledby=Verdict::Open.id()>
                <h2 id=Verdict::Open.id()>{t(result::VACANCY_TITLE)}</h2>
                <p>{t(result::VACANCY_TEXT)}</p>
                {groups}
                {others}
            </section>
        })}
        <SalaryLadder env answers=answers.clone()/>
    }
}

/// The routes by where the people are: each stands at the first answer to that question, in its own
/// order, that does not rule it out. Then those that stand at none.
fn by_status<'a, 'b>(
    found: &Found,
    mut routes: Vec<Route<'a, 'b>>,
) -> (Vec<(&'static str, Vec<Route<'a, 'b>>)>, Vec<Route<'a, 'b>>) {
    let (env, answers) = (found.env, found.answers);
    let mut groups = Vec::new();
    let Some(status) = env.book.fact("status") else { return (groups, routes) };
    let options = env.fact(status).map_or(&[][..], |fact| &fact.options);
    for (value, option) in (0u8..).zip(options) {
        let said = Answer::Choice(value);
        if answers.get(status).is_some_and(|given| *given != said && *given != Answer::Unknown) {
            continue;
        }
        let answers = answers.with(status, said);
        let findings = env.findings(&answers);
        let can = |at: usize| findings.get(at).is_some_and(|one| one.verdict != Verdict::No);
        let (here, elsewhere): (Vec<_>, Vec<_>) = routes.into_iter().partition(|(at, _)| can(*at));
        routes = elsewhere;
        if !here.is_empty() {
            groups.push((env.lang.t(option.label), here));
        }
    }
    (groups, routes)
}

fn group(found: &Found, label: &'static str, mut routes: Vec<Route>) -> impl IntoView + use<> {
    let shown = if routes.len() == SHOWN + 1 { SHOWN + 1 } else { SHOWN };
    let rest = routes.split_off(shown.min(routes.len()));
    let cards = |routes: Vec<Route>| -> Vec<_> {
        routes.into_iter().map(|(at, finding)| card(found, at, finding)).collect()
    };
    let shown = cards(routes);
    let more = (!rest.is_empty()).then(|| {
        let count = rest.len().to_string();
        let values = [("count", count.as_str()), ("group", label)];
        let label = found.env.lang.fill(result::VACANCY_MORE, &values);
        view! { <details class="more"><summary>{label}</summary><div>{cards(rest)}</div></details> }
    });
    view! { <h3>{label}</h3>{shown}{more} }
}

/// A card of second rank: on a phone it has four facts.
fn card(found: &Found, at: usize, finding: &Finding) -> impl IntoView + use<> {
    let (env, answers, pathway) = (&found.env, found.answers, finding.pathway);
    let t = |key| env.lang.t(key);
    let href = links::to(env, Screen::Pathway(at), answers);
    let find = pathway.find.map(|text| {
        view! { <p class="mt-2"><b>{t(result::VACANCY_FIND)}</b>" "{t(text)}</p> }
    });
    view! {
        <article class="card pathway pathway--next brief">
            <h4><a href=href>{t(pathway.name)}</a></h4>
            <p>{t(pathway.summary)}</p>
            {find}
            {facts(env, answers, finding)}
        </article>
    }
}

/// Routes that hang on a situation one cannot look for.
fn special(found: &Found, routes: Vec<Route>) -> Option<impl IntoView + use<>> {
    let (env, answers) = (&found.env, found.answers);
    let t = |key| env.lang.t(key);
    let count = routes.len().to_string();
    let rows = routes.iter().map(|(at, finding)| {
        let href = links::to(env, Screen::Pathway(*at), answers);
        view! {
            <li>
                <VerdictSign verdict=finding.verdict/>
                <span><a href=href>{t(finding.pathway.name)}</a></span>
                <small>{t(finding.pathway.summary)}</small>
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <details class="more mt-5">
                <summary>{env.lang.fill(result::VACANCY_SPECIAL, &[("count", &count)])}</summary>
                <div>
                    <p class="small muted mb-3">{t(result::VACANCY_SPECIAL_TEXT)}</p>
                    <ul class="plain">{rows}</ul>
                </div>
            </details>
        }
    })
}
