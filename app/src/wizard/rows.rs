//! The answers given.

use super::env::Env;
use super::links;
use super::screen::Screen;
use guide::{Answers, show, ui};
use leptos::prelude::*;

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
