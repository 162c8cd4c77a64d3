//! Beside the result: the office, what was presumed, and the receipt.

use super::Found;
use crate::wizard::env::Env;
use crate::wizard::links;
use crate::wizard::office::OfficeSection;
use crate::wizard::screen::Screen;
use guide::places::PlaceCard;
use guide::{Answers, Given, result, show, ui};
use leptos::either::Either;
use leptos::prelude::*;

/// Beside the result: the office, what was presumed, and the receipt. Without findings nobody needs a title.
pub(super) fn side(
    env: &Env,
    answers: &Answers,
    found: Option<&Found>,
    card: Option<PlaceCard>,
) -> impl IntoView + use<> {
    let env = *env;
    let day = show::day(env.lang.words, env.case(answers).filing);
    let values = [("version", env.book.version.as_str()), ("day", day.as_str())];
    // Who needs no title needs no office either.
    let office = found.map(|_| view! { <OfficeSection env answers=answers.clone() card/> });
    let filing = env.book.fact("filing-day");
    let filing = filing.and_then(|at| Some((at, env.fact(at)?)));
    let filing = filing.map(|(at, fact)| {
        view! { " " <a href=links::to(&env, Screen::Question(at), answers)>{env.lang.t(fact.change)}</a> }
    });
    view! {
        <aside class="side" aria-label=env.lang.t(result::MORE_TITLE)>
            {office}
            {found.map(presumptions)}
            <section aria-labelledby="rat">
                <h2 id="rat">{env.lang.t(result::CENTRE_TITLE)}</h2>
                <p>{env.lang.t(result::CENTRE_TEXT)}</p>
                <p><a href=links::advice(&env)>{env.lang.t(ui::FIND_ADVICE)}</a></p>
            </section>
            <section aria-labelledby="bel">
                <h2 id="bel">{env.lang.t(result::RECEIPT_TITLE)}</h2>
                <p class="muted tiny">{env.lang.fill(result::RECEIPT_TEXT, &values)}{filing}</p>
                <p class="tiny"><a href=links::to(&env, Screen::Results, answers)>{env.lang.t(result::REPLAY)}</a></p>
            </section>
        </aside>
    }
}

/// More presumptions than these stand folded: on a phone they would hide what comes after them.
const FEW: usize = 5;

/// What was taken as given, each with the link that changes it.
fn presumptions(found: &Found) -> impl IntoView + use<> {
    let (env, answers) = (found.env, found.answers);
    let case = env.case(answers);
    let mut used = Vec::new();
    for finding in &found.all {
        collect(&finding.conditions, &mut used);
    }
    let rows = (0u8..)
        .zip(&env.book.facts)
        .filter(|(at, _)| used.contains(at) && matches!(case.given(*at), Given::Presumed(_)))
        .filter_map(|(at, _)| {
            let fact = env.fact(at)?;
            let text = fact.presumed.as_ref()?.text;
            let href = links::to(&env, Screen::Question(at), answers);
            Some(view! { <li>{env.lang.t(text)} " " <a href=href>{env.lang.t(fact.change)}</a></li> })
        })
        .collect_view();
    let count = rows.len();
    let list = view! { <ul class="links">{rows}</ul> };
    let list = if count > FEW {
        let label = env.lang.fill(result::TAKEN_ALL, &[("count", &count.to_string())]);
        Either::Left(view! {
            <details class="more"><summary>{label}</summary><div>{list}</div></details>
        })
    } else {
        Either::Right(list)
    };
    (count > 0).then(|| {
        view! {
            <section aria-labelledby="ann">
                <h2 id="ann">{env.lang.t(result::TAKEN_TITLE)}</h2>
                {list}
            </section>
        }
    })
}

/// The facts that conditions test.
fn collect(traces: &[guide::Trace], used: &mut Vec<u8>) {
    for trace in traces {
        used.extend(trace.facts());
        collect(&trace.parts, used);
    }
}
