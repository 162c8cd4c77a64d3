//! The column beside a question.

use super::env::Env;
use super::links;
use super::screen::Screen;
use guide::{Answers, show, ui};
use leptos::prelude::*;

/// Answers so far, what happens to them, and where help is.
#[component]
pub(super) fn Aside(env: Env, answers: Answers) -> impl IntoView {
    let t = |key| env.lang.t(key);
    view! {
        <aside class="side" aria-label=t(ui::ASIDE)>
            <section aria-labelledby="ia">
                <h2 id="ia">{t(ui::YOUR_ANSWERS)}</h2>
                <Rows env answers/>
            </section>
            <section aria-labelledby="da">
                <h2 id="da">{t(ui::YOUR_DATA)}</h2>
                <p class="muted">{t(ui::YOUR_DATA_TEXT)}</p>
            </section>
            <section aria-labelledby="hi">
                <h2 id="hi">{t(ui::STUCK)}</h2>
                <p><a href=links::advice(&env)>{t(ui::FIND_ADVICE)}</a></p>
            </section>
        </aside>
    }
}

/// Every answer with a link that changes it; one list, so that it reads as one.
#[component]
pub(super) fn Rows(env: Env, answers: Answers) -> impl IntoView {
    let empty = answers.is_empty().then(|| {
        view! { <p class="muted">{env.lang.t(ui::NO_ANSWERS)}</p> }
    });
    let rows = answers
        .iter()
        .filter_map(|(at, answer)| {
            let fact = env.fact(at)?;
            let told = show::answer(env.book, env.lang.words, at, answer);
            let href = links::to(&env, Screen::Question(at), &answers);
            Some(view! {
                <div>
                    <dt>{env.lang.t(fact.short)}</dt>
                    <dd>{told} " " <a href=href>{env.lang.t(fact.change)}</a></dd>
                </div>
            })
        })
        .collect_view();
    view! {
        {empty}
        {(!answers.is_empty()).then(|| view! { <dl class="rows">{rows}</dl> })}
    }
}
