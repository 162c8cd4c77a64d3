//! Points for a title: a form, the count row by row, and what else the route asks for. No script.

mod count;
mod form;
#[cfg(test)]
mod tests;

use super::rulebook::cited;
use super::shell::{Head, document};
use super::site::Site;
use super::{head, render};
use crate::icons::Icon;
use crate::wizard::{
    Env, Law, Notices, Screen, Untranslated, VerdictSign, VerdictWord, condition_title,
    first_question, for_person, screen_address, trace_tree,
};
use count::Counted;
use form::Form;
use guide::{Answers, Finding, counting, page, result, score};
use leptos::either::Either;
use leptos::prelude::*;
use rules::{Pathway, Test};

/// Whether a pathway counts points.
pub(super) fn counts(pathway: &Pathway) -> bool {
    counting(&pathway.conditions).is_some()
}

/// The page; the query holds answers as the guide's own addresses do. `None` if no route counts points.
pub(super) fn page(site: &Site, env: Env, query: &str) -> Option<String> {
    let at = env.book.pathways.iter().position(counts)?;
    let pathway = env.book.pathways.get(at)?;
    let Test::Score { rows, .. } = &counting(&pathway.conditions)?.test else { return None };
    let form = Form::of(env.book, rows);
    let read = form.read(env.book, query);
    let env = env.spoken_to(&read.answers);
    let answers = &read.answers;
    let findings = env.findings(answers);
    let finding = findings.get(at)?;
    let counted = Counted::of(&finding.conditions)?;
    let sum = score(&counted.trace)?;
    let (least, sure) = (sum.least.to_string(), sum.sure.to_string());
    let name = env.lang.t(pathway.name);
    let values = [("pathway", name), ("least", &*least), ("sure", &*sure)];
    let plain = answers.is_empty();
    let title = if plain { page::POINTS_TITLE } else { page::POINTS_RESULT };
    let title = env.lang.fill(title, &values);
    let lead =
        if plain { env.lang.fill(page::POINTS_LEAD, &values) } else { counted.told(&env, sum) };
    let path = format!("/{}/points", env.lang.tag);
    let route = screen_address(&env, Screen::Pathway(at), answers);
    let body = view! {
        <div class="wrap cols">
            <div>
                <a class="back" href=route><Icon name="left" directed=true/>{name}</a>
                <Untranslated env/>
                <Notices env read=read.clone()/>
                <h1 class="mt-2 mb-3">{title.clone()}</h1>
                <p class="lead">{lead}</p>
                {(!plain).then(|| onward(&env, answers, finding))}
                {plain.then(|| form.view(&env, answers, &path))}
                {count::table(&env, &counted, sum, plain)}
                {(!plain).then(|| form.view(&env, answers, &path))}
                {beside(&env, answers, &counted)}
            </div>
            {sources(&env, pathway)}
        </div>
    };
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    // Pages with answers are nobody else's.
    let head = Head { index: plain && query.is_empty(), ..head(&env, &address, &title) };
    Some(render::html(|| document(site, env, head, body)))
}

/// What the whole route comes to, and the way into the guide with these answers.
fn onward(env: &Env, answers: &Answers, finding: &Finding) -> impl IntoView + use<> {
    let verdict = finding.verdict;
    let text = for_person(env, verdict);
    let href = first_question(env, answers);
    view! {
        <div class="mt-4"><VerdictWord verdict text/></div>
        <div class="actions my-4"><a class="btn" href=href>{env.lang.t(page::POINTS_GUIDE)}</a></div>
    }
}

/// The route's other conditions, and what would do instead of points.
fn beside(env: &Env, answers: &Answers, counted: &Counted) -> impl IntoView + use<> {
    let t = |key| env.lang.t(key);
    let count = counted.beside.len().to_string();
    let in_short: Vec<_> = counted
        .beside
        .iter()
        .map(|one| {
            let title = condition_title(env, one);
            if answers.is_empty() {
                return Either::Left(view! { <li>{title}</li> });
            }
            let verdict = one.truth.into();
            Either::Right(view! { <li><VerdictSign verdict/><span>{title}</span></li> })
        })
        .collect();
    let class = if answers.is_empty() { "links small" } else { "plain" };
    let in_short = view! { <ul class=class>{in_short}</ul> };
    let instead = (!counted.instead.is_empty()).then(|| {
        view! {
            <section class="group" aria-labelledby="ohne">
                <h2 id="ohne">{t(page::POINTS_INSTEAD_TITLE)}</h2>
                <p>{t(result::ONE_IS_ENOUGH)}</p>
                <div class="card">{trace_tree(env, answers, &counted.instead)}</div>
            </section>
        }
    });
    view! {
        <section class="group" aria-labelledby="sonst">
            <h2 id="sonst">{t(page::POINTS_BESIDE)}</h2>
            <p>{t(page::POINTS_BESIDE_TEXT)}</p>
            {in_short}
            <details class="more">
                <summary>{env.lang.fill(result::CONDITIONS_ALL, &[("count", &count)])}</summary>
                <div>{trace_tree(env, answers, &counted.beside)}</div>
            </details>
        </section>
        {instead}
    }
}

fn sources(env: &Env, pathway: &Pathway) -> impl IntoView + use<> {
    let (t, tag) = (|key| env.lang.t(key), env.lang.tag);
    let id = &pathway.id;
    view! {
        <aside class="side" aria-label=t(result::RULE_SOURCES)>
            <section aria-labelledby="quellen">
                <h2 id="quellen">{t(result::RULE_SOURCES)}</h2>
                <p><Law citations=cited(env, &pathway.law)/></p>
                <ul class="links mt-3">
                    <li><a href=format!("/{tag}/pathways/{id}")>{t(page::RULES_TO_PATHWAY)}</a></li>
                    <li><a href=format!("/{tag}/rules/{id}")>{t(result::RULE_BOOK)}</a></li>
                </ul>
            </section>
        </aside>
    }
}
