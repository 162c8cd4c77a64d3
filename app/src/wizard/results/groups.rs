//! The routes by what they come to; nothing is left out.

use super::vacancy::possible_routes;
use super::{Found, Scope};
use crate::icons::Icon;
use crate::wizard::ahead::{ChangeCalendar, SalaryLadder};
use crate::wizard::card::pathway_card;
use crate::wizard::env::Env;
use crate::wizard::near::near_group;
use crate::wizard::screen::Screen;
use crate::wizard::verdict::VerdictSign;
use crate::wizard::{links, trace};
use guide::{Answers, Finding, Truth, Verdict, deciding_question, result, seeks, ui};
use leptos::either::Either;
use leptos::prelude::*;
use rules::Key;

/// All routes by verdict, what would open others, and what this result does not say.
pub(super) fn groups(found: &Found) -> impl IntoView + use<> {
    let (env, answers, near) = (&found.env, found.answers, &found.near);
    let of = |verdict: Verdict| {
        let all = found.all.iter().enumerate().filter(move |(_, one)| one.verdict == verdict);
        all.filter(|(at, _)| near.iter().all(|(of, _)| of != at)).collect::<Vec<_>>()
    };
    let seeks = seeks(env.book, answers);
    let mut first = true;
    let mut cards = |verdict: Verdict, title: Key, text: Key| {
        let cards = of(verdict).into_iter().map(|(at, finding)| {
            pathway_card(env, answers, at, finding, std::mem::take(&mut first))
        });
        let cards: Vec<_> = cards.collect();
        (!cards.is_empty()).then(|| group(env, verdict.id(), title, text, cards))
    };
    let fits = cards(Verdict::Fits, result::GROUP_FITS, result::GROUP_FITS_TEXT);
    let authority =
        cards(Verdict::AuthorityDecides, result::GROUP_AUTHORITY, result::GROUP_AUTHORITY_TEXT);
    let open = of(Verdict::Open);
    let open = (!open.is_empty() && !seeks).then(|| {
        let (id, title) = (Verdict::Open.id(), result::GROUP_OPEN);
        group(env, id, title, result::GROUP_OPEN_TEXT, by_question(env, answers, &open))
    });
    let none = found.all.iter().all(|finding| finding.verdict == Verdict::No);
    let unfit = of(Verdict::No);
    let unfit = (!unfit.is_empty()).then(|| {
        let (id, title) = (Verdict::No.id(), result::GROUP_NO);
        let open = if near.is_empty() { NEAREST } else { 0 };
        group(env, id, title, result::GROUP_NO_TEXT, unfit_rows(env, answers, unfit, open))
    });
    let near = (!near.is_empty()).then(|| near_group(env, answers, near));
    let env = *env;
    view! {
        {none.then(|| view! { <NoRoute env/> })}
        {if seeks {
            Either::Left(view! { {possible_routes(found)} {near} })
        } else {
            Either::Right(view! {
                {fits}
                {authority}
                {open}
                {near}
                <SalaryLadder env answers=answers.clone()/>
                <ChangeCalendar env answers=answers.clone()/>
            })
        }}
        {unfit}
        <Scope env/>
    }
}

fn group<V: IntoView + 'static>(
    env: &Env,
    id: &'static str,
    title: Key,
    text: Key,
    body: V,
) -> impl IntoView + use<V> {
    let (title, text) = (env.lang.t(title), env.lang.t(text));
    view! {
        <section class="group" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <p>{text}</p>
            {body}
        </section>
    }
}

/// No route today: an honest answer, and where to go with it.
#[component]
fn NoRoute(env: Env) -> impl IntoView {
    let t = |key| env.lang.t(key);
    view! {
        <div class="note">
            <Icon name="info"/>
            <div>
                <p><b>{t(result::NO_ROUTE_TITLE)}</b></p>
                <p>{t(result::NO_ROUTE_TEXT)} " " <a href=links::advice(&env)>{t(ui::FIND_ADVICE)}</a></p>
            </div>
        </div>
    }
}

/// The open routes under the question that decides them, the question that decides most of them first;
/// last those that wait for an amount to be published.
fn by_question(env: &Env, answers: &Answers, open: &[(usize, &Finding)]) -> impl IntoView + use<> {
    let case = env.case(answers);
    let mut questions: Vec<(Option<u8>, Vec<usize>)> = Vec::new();
    for (at, finding) in open {
        let fact = deciding_question(&case, finding);
        match questions.iter_mut().find(|(of, _)| *of == fact) {
            Some((_, routes)) => routes.push(*at),
            None => questions.push((fact, vec![*at])),
        }
    }
    questions.sort_by_key(|(fact, routes)| (fact.is_none(), std::cmp::Reverse(routes.len())));
    let rows = questions.into_iter().map(|(fact, routes)| {
        let routes: Vec<_> = routes.into_iter().map(|at| route(env, answers, at)).collect();
        let asked = fact.and_then(|at| Some((at, env.fact(at)?)));
        let asked = asked.map(|(at, fact)| {
            let href = links::to(env, Screen::Question(at), answers);
            let label = env.lang.fill(result::ANSWER_LINK, &[("fact", env.lang.t(fact.short))]);
            (env.lang.t(fact.title).to_owned(), Some((href, label)))
        });
        let year = case.filing.year().to_string();
        let (title, link) =
            asked.unwrap_or_else(|| (env.lang.fill(result::UNPUBLISHED, &[("year", &year)]), None));
        view! {
            <li>
                <VerdictSign verdict=Verdict::Open/>
                <span><b>{title}</b></span>
                {link.map(|(href, label)| view! { <small><a href=href>{label}</a></small> })}
                <ul class="routes">{routes}</ul>
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    view! { <ul class="plain">{rows}</ul> }
}

fn route(env: &Env, answers: &Answers, at: usize) -> impl IntoView + use<> {
    let name = env.book.pathways.get(at).map_or("", |pathway| env.lang.t(pathway.name));
    let href = links::to(env, Screen::Pathway(at), answers);
    view! { <li><a href=href>{name}</a></li> }
}

/// So many of the routes that do not fit stand open where nothing else does.
const NEAREST: usize = 3;

/// How much of a route is missing, in thousandths of its conditions: the nearest stand first.
pub(crate) fn distance(finding: &Finding) -> usize {
    let missing = finding.conditions.iter().filter(|one| one.truth == Truth::No).count();
    missing * 1000 / finding.conditions.len().max(1)
}

/// The routes that do not fit, the nearest first; all but `open` of them on request.
fn unfit_rows(
    env: &Env,
    answers: &Answers,
    mut unfit: Vec<(usize, &Finding)>,
    open: usize,
) -> impl IntoView + use<> {
    unfit.sort_by_cached_key(|(_, finding)| distance(finding));
    let rest = unfit.split_off(open.min(unfit.len()));
    let drawn = |rows: Vec<(usize, &Finding)>| -> Vec<_> {
        rows.into_iter().map(|(at, one)| unfit_row(env, answers, at, one)).collect()
    };
    let shown = drawn(unfit);
    let label = if open == 0 { result::GROUP_NO_ALL } else { result::GROUP_NO_MORE };
    let label = env.lang.fill(label, &[("count", &rest.len().to_string())]);
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{label}</summary>
                <ul class="plain">{drawn(rest)}</ul>
            </details>
        }
    });
    view! {
        {(!shown.is_empty()).then(|| view! { <ul class="plain">{shown}</ul> })}
        {rest}
    }
}

fn unfit_row(env: &Env, answers: &Answers, at: usize, finding: &Finding) -> impl IntoView + use<> {
    let href = links::to(env, Screen::Pathway(at), answers);
    let name = env.lang.t(finding.pathway.name);
    view! {
        <li>
            <VerdictSign verdict=Verdict::No/>
            <span><a href=href>{name}</a></span>
            {reasons(env, answers, finding)}
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
