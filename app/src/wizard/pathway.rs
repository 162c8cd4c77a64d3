//! One pathway: its facts, its conditions, its amounts by year.

use super::card::{VerdictWord, facts, fixed_need, for_person};
use super::env::Env;
use super::links;
use super::near::ways;
use super::notices::Notices;
use super::office::OfficeSection;
use super::screen::{Place, Screen};
use super::trace::trace_tree;
use super::untranslated::Untranslated;
use super::verdict::{VerdictSign, verdict_class};
use crate::icons::Icon;
use guide::places::PlaceCard;
use guide::{Answer, Answers, Finding, Verdict, result, show};
use leptos::prelude::*;

/// The screen of a pathway; without answers it is the rule alone.
#[component]
pub(super) fn Pathway(env: Env, place: Place, at: usize, card: Option<PlaceCard>) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let answers = place.read.answers.clone();
    let plain = answers.is_empty();
    let findings = env.findings(&answers);
    let finding = findings.get(at)?;
    let pathway = finding.pathway;
    let (back, back_text) = if plain {
        (format!("/{}/pathways", env.lang.tag), result::ALL_PATHWAYS)
    } else {
        (links::to(&env, Screen::Results, &answers), result::BACK_TO_RESULTS)
    };
    let verdict = (!plain).then(|| {
        let text = for_person(&env, finding.verdict);
        view! { <VerdictWord verdict=finding.verdict text/> }
    });
    let (why, why_text) = match (plain, finding.verdict) {
        (true, _) => (result::PATHWAY_WHY, result::PATHWAY_WHY_PLAIN),
        (_, Verdict::Fits) => (result::PATHWAY_WHY_FITS, result::PATHWAY_WHY_TEXT),
        (_, Verdict::No) => (result::PATHWAY_WHY_NO, result::PATHWAY_WHY_TEXT),
        _ => (result::PATHWAY_WHY, result::PATHWAY_WHY_TEXT),
    };
    let start = plain.then(|| {
        let first = links::first_question(&env, &answers);
        view! { <div class="actions my-5"><a class="btn" href=first>{t(result::PATHWAY_START)}</a></div> }
    });
    let misses = guide::near_misses(&env.case(&answers), finding);
    let near = (!plain && !misses.is_empty()).then(|| {
        view! {
            <section class="group" aria-labelledby="near">
                <h2 id="near">{t(result::GROUP_NEAR)}</h2>
                {ways(&env, &answers, at, &misses, misses.len())}
            </section>
        }
    });
    let cite = |one| (show::citation(env.book, one), show::citation_url(env.book, one));
    let law = pathway.law.iter().map(cite);
    let law: Vec<_> =
        law.map(|(text, url)| view! { <li><a href=url rel="external">{text}</a></li> }).collect();
    let checked = show::date(env.lang.words, pathway.checked_on);
    let book = format!("/{}/rules/{}", env.lang.tag, pathway.id);
    let points = guide::counting(&pathway.conditions).map(|_| {
        let href = links::points(&env, &answers);
        view! { <p class="mt-4 alone"><a href=href>{t(result::POINTS_LINK)}</a></p> }
    });
    let office = (!plain).then(|| view! { <OfficeSection env answers=answers.clone() card/> });
    Some(view! {
        <div class="wrap cols">
            <div>
                <a class="back" href=back><Icon name="left" directed=true/>{t(back_text)}</a>
                <Untranslated env/>
                <Notices env read=place.read/>
                {verdict}
                <h1 class="mt-2 mb-3" tabindex="-1">{t(pathway.name)}</h1>
                <p class="lead">{t(pathway.summary)}</p>
                {facts(&env, &answers, finding)}
                {points}
                {start}
                {near}
                <section class="group" aria-labelledby="warum">
                    <h2 id="warum">{t(why)}</h2>
                    <p>{t(why_text)}</p>
                    <div class="card">{trace_tree(&env, &answers, &finding.conditions)}</div>
                </section>
                {years(&env, &answers, finding)}
            </div>
            <aside class="side" aria-label=t(result::RULE_SOURCES)>
                {office}
                <section aria-labelledby="quellen">
                    <h2 id="quellen">{t(result::RULE_SOURCES)}</h2>
                    <ul class="links">
                        {law}
                        <li><a href=book>{t(result::RULE_BOOK)}</a></li>
                    </ul>
                    <p class="tiny muted mt-3">{env.lang.fill(result::CHECKED_ON, &[("day", &checked)])}</p>
                </section>
            </aside>
        </div>
    })
}

/// The pathway's amount in each year, beside the offer; the next unpublished year is named as such.
fn years(env: &Env, answers: &Answers, finding: &Finding) -> Option<impl IntoView + use<>> {
    let t = |key| env.lang.t(key);
    let need = fixed_need(finding)?;
    let series = env.book.amounts.get(usize::from(need.amount))?.series;
    let series = env.book.series.get(usize::from(series))?;
    let last = series.years.last()?.0;
    let offer = match answers.get(need.fact) {
        Some(Answer::Money(cents)) => Some(*cents),
        _ => None,
    };
    let years = series.years.iter().map(|(year, _)| *year).chain([last + 1]);
    let rows = years
        .map(|year| {
            let needed = env.book.amount(need.amount, year);
            let shown = needed.map(|cents| show::money(env.lang.words, cents));
            let state = offer.map(|offer| match needed {
                Some(needed) if offer >= needed => (Verdict::Fits, result::ENOUGH),
                Some(_) => (Verdict::No, result::NOT_ENOUGH),
                None => (Verdict::Open, result::UNKNOWN_STATE),
            });
            let state = state.map(|(verdict, text)| {
                let class = format!("pill {}", verdict_class(verdict));
                view! { <td data-l=t(result::YEARS_OFFER)><span class=class><VerdictSign verdict/>{t(text)}</span></td> }
            });
            view! {
                <tr>
                    <th scope="row">{year}</th>
                    <td data-l=t(result::YEARS_NEED)>{shown.unwrap_or_else(|| t(result::NOT_PUBLISHED).to_owned())}</td>
                    {state}
                </tr>
            }
        })
        .collect_view();
    let offered = offer.map(|_| view! { <th scope="col">{t(result::YEARS_OFFER)}</th> });
    Some(view! {
        <section class="group" aria-labelledby="jahr">
            <h2 id="jahr">{t(result::YEARS_TITLE)}</h2>
            <p>{t(result::YEARS_TEXT)}</p>
            <table class="table table--cards">
                <caption class="hide">{t(result::YEARS_CAPTION)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(result::YEAR)}</th>
                        <th scope="col">{t(result::YEARS_NEED)}</th>
                        {offered}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    })
}
