//! All answers, to check and change.

use super::aside::Rows;
use super::env::Env;
use super::links;
use super::notices::Notices;
use super::screen::{Place, Screen};
use crate::icons::Icon;
use guide::ui;
use leptos::prelude::*;

/// The screen "check your answers".
#[component]
pub(super) fn Check(env: Env, place: Place) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let answers = place.read.answers.clone();
    let next = super::flow::next(&env, &answers);
    let onward = match next {
        Screen::Question(fact) => env.fact(fact).map(|fact| {
            let label = env.lang.fill(ui::NEXT_QUESTION, &[("question", env.lang.t(fact.title))]);
            view! { <a class="btn btn--2" href=links::to(&env, next, &answers)>{label}</a> }
        }),
        _ => None,
    };
    view! {
        <div class="wrap narrow">
            <a class="back" href=links::to(&env, Screen::Results, &answers)>
                <Icon name="left" directed=true/>
                {t(ui::BACK_TO_RESULTS)}
            </a>
            <Notices env read=place.read/>
            <h1 tabindex="-1">{t(ui::CHECK_TITLE)}</h1>
            <p class="hint hint--q">{t(ui::CHECK_TEXT)}</p>
            <Rows env answers=answers.clone()/>
            <div class="actions mt-5">
                <a class="btn" href=links::to(&env, Screen::Results, &answers)>{t(ui::CHECK_RESULTS)}</a>
                {onward}
            </div>
        </div>
    }
}
