//! One question per page.

use super::aside::Aside;
use super::env::Env;
use super::field::Field;
use super::form;
use super::links;
use super::notices::Notices;
use super::screen::{Place, Screen};
use crate::icons::Icon;
use guide::input::Mistake;
use guide::{Answers, address, ui};
use leptos::prelude::*;

/// Facts that an occupation answers; whoever does not know them can look the occupation up.
const MAPPED: [&str; 3] = ["regulated", "isco", "field"];

/// The screen of a question.
#[component]
pub(super) fn Question(env: Env, place: Place, fact: u8) -> impl IntoView {
    let described = env.fact(fact)?;
    let t = |key| env.lang.t(key);
    let answers = place.read.answers.clone();
    let back = form::before(&answers, fact);
    let back = match back {
        Some(earlier) => links::to(&env, Screen::Question(earlier), &answers),
        None => format!("/{}/", env.lang.tag),
    };
    let finder = MAPPED.contains(&&*described.id).then(|| {
        view! { <p><a href=links::occupations(&env, &answers)>{t(ui::FIND_OCCUPATION)}</a></p> }
    });
    let draft = place.draft.clone().unwrap_or_default();
    let mistakes = draft.mistakes.clone();
    Some(view! {
        <div class="wrap cols">
            <div>
                <a class="back" href=back><Icon name="left" directed=true/>{t(ui::BACK)}</a>
                {env.lang.maybe(ui::UNPROOFED).map(|text| view! { <p class="small muted">{text}</p> })}
                <Notices env read=place.read/>
                <Summary env id=&described.id mistakes/>
                <form class="form" action=links::form(&env) method="get" novalidate>
                    <Hidden env answers=answers.clone() fact/>
                    <Field env fact current=answers.get(fact).cloned() draft/>
                    {finder}
                    <div class="actions">
                        <button class="btn">{t(ui::NEXT)}</button>
                        <a class="btn btn--3" href=links::to(&env, Screen::Results, &answers)>
                            {t(ui::INTERIM)}
                        </a>
                    </div>
                </form>
                <details class="more mt-5">
                    <summary>{t(ui::WHY)}</summary>
                    <div class="small text"><p>{t(described.why)}</p></div>
                </details>
            </div>
            <Aside env answers/>
        </div>
    })
}

/// The other answers travel with the form.
#[component]
fn Hidden(env: Env, answers: Answers, fact: u8) -> impl IntoView {
    let id = |at| env.fact(at).map_or("", |fact| fact.id.as_str());
    let others = answers
        .iter()
        .filter(|(at, _)| *at != fact)
        .map(|(at, answer)| {
            let value = address::value(env.book, at, answer);
            view! { <input type="hidden" name=id(at) value=value/> }
        })
        .collect_view();
    view! {
        <input type="hidden" name="of" value=id(fact)/>
        {others}
        <input type="hidden" name=address::VERSION value=env.book.version.as_str()/>
    }
}

/// All mistakes above the question, each a link to its field.
#[component]
fn Summary(env: Env, id: &'static str, mistakes: Vec<Mistake>) -> impl IntoView {
    (!mistakes.is_empty()).then(|| {
        let lines = mistakes
            .into_iter()
            .map(|mistake| {
                let href = format!("#{id}{}", mistake.field);
                view! { <li><a href=href>{env.lang.t(mistake.text)}</a></li> }
            })
            .collect_view();
        view! {
            <div class="summary" tabindex="-1" aria-labelledby="fs">
                <div role="alert">
                    <h2 id="fs">{env.lang.t(ui::PROBLEM)}</h2>
                    <ul class="links">{lines}</ul>
                </div>
            </div>
        }
    })
}
