//! The test cases of a pathway: what is known, what is expected, and because of what.

use crate::wizard::{Env, VerdictWord, condition_title, word};
use guide::{Answers, Case, Verdict, address, page, result, show};
use leptos::prelude::*;
use rules::{CaseAnswer, Expectation, RuleCase};

/// The cases that expect something of the pathway at this place of the book.
pub(super) fn of(pathway: u8) -> impl Iterator<Item = (&'static RuleCase, &'static Expectation)> {
    guide::cases().iter().filter_map(move |case| {
        let expected = case.expect.iter().find(|one| one.pathway == pathway)?;
        Some((case, expected))
    })
}

/// All of them, by the verdict that is expected.
#[component]
pub(super) fn Cases(env: Env, at: usize) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let all: Vec<_> = u8::try_from(at).into_iter().flat_map(of).collect();
    let groups: Vec<_> = Verdict::ALL
        .into_iter()
        .map(|verdict| {
            let cases = all.iter().filter(|(_, expected)| expected.verdict == verdict.id());
            (verdict, cases.collect::<Vec<_>>())
        })
        .filter(|(_, cases)| !cases.is_empty())
        .map(|(verdict, cases)| {
            let count = cases.len().to_string();
            let values = [("verdict", word(&env, verdict)), ("count", &*count)];
            let cases: Vec<_> = cases
                .into_iter()
                .map(|(case, expected)| view! { <One env at case expected verdict/> })
                .collect();
            view! {
                <details class="more">
                    <summary>{env.lang.fill(page::RULES_CASES_GROUP, &values)}</summary>
                    <div>{cases}</div>
                </details>
            }
        })
        .collect();
    let count = all.len().to_string();
    view! {
        <section class="group" aria-labelledby="faelle">
            <h2 id="faelle">{env.lang.fill(page::RULES_CASES, &[("count", &count)])}</h2>
            <p>{t(page::RULES_CASES_TEXT)}</p>
            {groups}
        </section>
    }
}

/// One case, and the link that shows it as somebody's answers.
#[component]
fn One(
    env: Env,
    at: usize,
    case: &'static RuleCase,
    expected: &'static Expectation,
    verdict: Verdict,
) -> impl IntoView {
    let (answers, filing) = guide::situation(env.book, case);
    let rows: Vec<_> = answers
        .iter()
        .filter_map(|(fact, answer)| {
            let name = env.lang.t(env.fact(fact)?.short);
            let told = show::answer(env.book, env.lang.words, fact, answer);
            let own = |one: &CaseAnswer| one.fact == fact && !one.usual;
            let class = (!case.answers.iter().any(own)).then_some("thin");
            Some(view! { <div><dt>{name}</dt><dd class=class>{told}</dd></div> })
        })
        .collect();
    let situation = Case { book: env.book, answers: &answers, filing };
    let findings = guide::evaluate(&situation);
    let conditions = findings.get(at).map(|finding| finding.conditions.as_slice());
    let because = expected.because.iter().filter_map(|at| conditions?.get(usize::from(*at)));
    let because: Vec<_> = because
        .enumerate()
        .map(|(at, trace)| {
            let comma = if at > 0 { "; " } else { " " };
            let href = format!("#{}", trace.condition.id);
            view! { {comma} <a href=href>{condition_title(&env, trace)}</a> }
        })
        .collect();
    let because = (!because.is_empty())
        .then(|| view! { <p class="small">{env.lang.t(page::RULES_CASE_BECAUSE)}{because}</p> });
    let day = show::day(env.lang.words, filing);
    view! {
        <article class="card">
            <h3 lang="en">{case.name.as_str()}</h3>
            <p class="small muted mt-2">
                {env.lang.t(result::SOURCE)}": "<span lang="de">{case.source.as_str()}</span>
                <br/>
                {env.lang.fill(page::RULES_CASE_FILING, &[("day", &day)])}
            </p>
            <dl class="facts mb-3">{rows}</dl>
            <VerdictWord verdict text=word(&env, verdict)/>
            {because}
            <p class="small mt-3">
                <a href=replay(&env, at, &answers, filing)>
                    {env.lang.t(page::RULES_CASE_OPEN)}
                    <span class="hide">": "<span lang="en">{case.name.as_str()}</span></span>
                </a>
            </p>
        </article>
    }
}

/// The pathway's page with the case's answers, on its day of filing.
fn replay(env: &Env, at: usize, answers: &Answers, filing: jiff::civil::Date) -> String {
    let id = env.book.pathways.get(at).map_or("", |pathway| pathway.id.as_str());
    let day = env.book.fact("filing-day");
    let answers = match day {
        Some(day) => answers.with(day, guide::Answer::Day(filing)),
        None => answers.clone(),
    };
    format!("/{}/pathways/{id}?{}", env.lang.tag, address::write(env.book, &answers))
}
