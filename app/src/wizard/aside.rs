//! The column beside a question.

use super::env::Env;
use super::links;
use super::rows::Rows;
use guide::{Answers, ui};
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
