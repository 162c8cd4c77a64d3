//! All answers, to check and change.

use super::env::Env;
use super::links;
use super::notices::Notices;
use super::rows::Rows;
use super::screen::{Place, Screen};
use super::untranslated::Untranslated;
use crate::icons::Icon;
use guide::{result, ui};
use leptos::prelude::*;

/// The screen "check your answers".
#[component]
pub(super) fn Check(env: Env, place: Place) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let answers = place.read.answers.clone();
    let further = super::flow::further(&env, &answers, &env.findings(&answers));
    let onward = further.and_then(|at| Some((at, env.fact(at)?))).map(|(at, fact)| {
        let label = env.lang.fill(result::NEXT_QUESTION, &[("question", env.lang.t(fact.title))]);
        let href = links::to(&env, Screen::Question(at), &answers);
        view! { <a class="btn btn--2" href=href>{label}</a> }
    });
    view! {
        <div class="wrap narrow">
            <a class="back" href=links::to(&env, Screen::Results, &answers)>
                <Icon name="left" directed=true/>
                {t(result::BACK_TO_RESULTS)}
            </a>
            <Untranslated env/>
            <Notices env read=place.read/>
            <h1 tabindex="-1">{t(ui::CHECK_TITLE)}</h1>
            <p class="hint hint--q">{t(result::CHECK_TEXT)}</p>
            <Rows env answers=answers.clone()/>
            <div class="actions mt-5">
                <a class="btn" href=links::to(&env, Screen::Results, &answers)>{t(result::CHECK_RESULTS)}</a>
                {onward}
            </div>
        </div>
    }
}
