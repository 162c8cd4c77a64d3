//! "Fits, if …": routes that do not fit, with the smallest changes that would make them.

use super::env::Env;
use super::links;
use super::screen::Screen;
use super::verdict::VerdictSign;
use guide::{Answer, Answers, Change, Finding, NearMiss, Verdict, near_misses, result, show};
use leptos::prelude::*;
use rules::Actor;

/// Sets of changes that are shown at once; the others follow on the pathway's own page.
const SHOWN: usize = 3;

/// The routes a change would open: index into the book's pathways, and how. Those come first that the
/// firm can open by itself, with one change, for sure.
pub(super) fn all(
    env: &Env,
    answers: &Answers,
    findings: &[Finding],
) -> Vec<(usize, Vec<NearMiss>)> {
    let case = env.case(answers);
    let near = findings.iter().map(|finding| near_misses(&case, finding)).enumerate();
    let mut near: Vec<_> = near.filter(|(_, misses)| !misses.is_empty()).collect();
    near.sort_by_key(|(_, misses)| misses.first().map(ease));
    near
}

/// The easier, the smaller: how many changes, who must act, what it comes to.
fn ease(miss: &NearMiss) -> (usize, Option<Actor>, Verdict) {
    (miss.changes.len(), miss.changes.iter().map(|change| change.by).max(), miss.verdict)
}

/// The group of the result.
pub(super) fn near_group(
    env: &Env,
    answers: &Answers,
    near: &[(usize, Vec<NearMiss>)],
) -> impl IntoView + use<> {
    let t = |key| env.lang.t(key);
    let cards = near.iter().filter_map(|(at, misses)| {
        let name = t(env.book.pathways.get(*at)?.name);
        let href = links::to(env, Screen::Pathway(*at), answers);
        Some(view! {
            <article class="card card--near">
                <h3><a href=href>{name}</a></h3>
                {ways(env, answers, *at, misses, SHOWN)}
            </article>
        })
    });
    let cards = cards.collect_view();
    view! {
        <section class="group" aria-labelledby="near">
            <h2 id="near">{t(result::GROUP_NEAR)}</h2>
            <p>{t(result::GROUP_NEAR_TEXT)}</p>
            {cards}
        </section>
    }
}

/// The sets of changes of one route, each with a link that tries it out.
pub(super) fn ways(
    env: &Env,
    answers: &Answers,
    at: usize,
    misses: &[NearMiss],
    shown: usize,
) -> impl IntoView + use<> {
    let rows = misses.iter().take(shown).map(|miss| way(env, answers, at, miss)).collect_view();
    let more = misses.len().saturating_sub(shown);
    let more = (more > 0).then(|| {
        let href = links::to(env, Screen::Pathway(at), answers);
        let text = env.lang.fill(result::NEAR_MORE, &[("count", &more.to_string())]);
        view! { <p class="small"><a href=href>{text}</a></p> }
    });
    view! { <ul class="ways">{rows}</ul>{more} }
}

fn way(env: &Env, answers: &Answers, at: usize, miss: &NearMiss) -> impl IntoView + use<> {
    let t = |key| env.lang.t(key);
    let made = miss.changes.iter().fold(answers.clone(), |answers, change| change.made(&answers));
    let href = links::to(env, Screen::Pathway(at), &made);
    let steps = miss.changes.iter().map(|change| {
        let text = sentence(env, answers, change);
        view! { <li><b>{t(actor(change.by))}</b>" "{text}</li> }
    });
    let then = match miss.verdict {
        Verdict::Fits => None,
        Verdict::AuthorityDecides => Some(t(result::NEAR_THEN_AUTHORITY)),
        Verdict::Open | Verdict::No => Some(t(result::NEAR_THEN_OPEN)),
    };
    let steps = steps.collect_view();
    view! {
        <li>
            <VerdictSign verdict=miss.verdict/>
            <div>
                <ul class="plain">{steps}</ul>
                <p class="small">{then}{then.map(|_| " ")}<a href=href>{t(result::NEAR_TRY)}</a></p>
            </div>
        </li>
    }
}

fn actor(by: Actor) -> rules::Key {
    match by {
        Actor::Firm => result::NEAR_FIRM,
        Actor::Worker => result::NEAR_WORKER,
        Actor::Office => result::NEAR_OFFICE,
        Actor::Time => result::NEAR_TIME,
    }
}

/// What to do, with the amount and what is missing to it.
fn sentence(env: &Env, answers: &Answers, change: &Change) -> String {
    let money = |cents| show::money(env.lang.words, cents);
    let (need, gap) = match (&change.to, answers.get(change.fact)) {
        (Answer::Money(need), Some(Answer::Money(now))) => (money(*need), money(need - now)),
        (Answer::Money(need), _) => (money(*need), String::new()),
        _ => (String::new(), String::new()),
    };
    env.lang.fill(change.text, &[("need", &need), ("gap", &gap)])
}
