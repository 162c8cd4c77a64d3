//! A job and nobody for it yet: which routes it can open, for whom, and where to look.

use super::Found;
use crate::wizard::ahead::SalaryLadder;
use crate::wizard::card::salary_needed;
use crate::wizard::links;
use crate::wizard::screen::Screen;
use guide::{Finding, Verdict, result};
use leptos::prelude::*;

/// The routes that the job does not rule out.
pub(super) fn possible<'a, 'b>(
    findings: &'b [Finding<'a>],
) -> impl Iterator<Item = (usize, &'b Finding<'a>)> {
    findings.iter().enumerate().filter(|(_, finding)| finding.verdict != Verdict::No)
}

/// Each of them with whom it is for.
pub(super) fn possible_routes(found: &Found) -> impl IntoView + use<> {
    let (env, answers) = (found.env, found.answers);
    let t = |key| env.lang.t(key);
    let cards = possible(&found.all).map(|(at, finding)| {
        let pathway = finding.pathway;
        let href = links::to(&env, Screen::Pathway(at), answers);
        let find = pathway.find.map(|text| {
            view! { <p class="small"><b>{t(result::VACANCY_FIND)}</b>" "{t(text)}</p> }
        });
        view! {
            <article class="card card--near">
                <h3><a href=href>{t(pathway.name)}</a></h3>
                <p>{t(pathway.summary)}</p>
                <p class="small">{salary_needed(&env, answers, finding)}</p>
                {find}
            </article>
        }
    });
    let cards: Vec<_> = cards.collect();
    view! {
        {(!cards.is_empty()).then(|| view! {
            <section class="group" aria-labelledby=Verdict::Open.id()>
                <h2 id=Verdict::Open.id()>{t(result::VACANCY_TITLE)}</h2>
                <p>{t(result::VACANCY_TEXT)}</p>
                {cards}
            </section>
        })}
        <SalaryLadder env answers=answers.clone()/>
    }
}
