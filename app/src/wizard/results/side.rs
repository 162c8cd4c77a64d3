//! Beside the result: the office, what was presumed, and the receipt.

use crate::wizard::env::Env;
use crate::wizard::links;
use crate::wizard::office::OfficeSection;
use crate::wizard::screen::Screen;
use guide::places::PlaceCard;
use guide::{Answers, Given, outcome, result, show};
use leptos::prelude::*;

/// Beside the result: the office, what was presumed, and the receipt.
#[component]
pub(super) fn Side(env: Env, answers: Answers, card: Option<PlaceCard>) -> impl IntoView {
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
