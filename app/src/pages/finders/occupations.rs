//! The finder of occupations.

use super::{Asked, Field, hidden};
use crate::finder::{self, Setting, Start, What};
use crate::pages::shell::{Bundle, Head};
use crate::pages::site::Site;
use crate::pages::{head, render};
use crate::wizard::{Env, first_question};
use guide::{address, find, page, ui};
use leptos::prelude::*;

/// The page; the query may hold `q` and the guide's answers.
pub(in crate::pages) fn page(site: &Site, env: Env, query: &str) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let asked = Asked::read(&env, query);
    let (carried, local) = (asked.carried(&env), asked.local(&env));
    let setting = Setting { lang: env.lang, local, carried };
    let drawn = finder::occupations(&setting, library::occupations(), &asked.typed);
    let start = Start { what: What::Occupations, setting, drawn };
    let action = format!("/{tag}/occupations");
    let onward = first_question(&env, &asked.answers);
    let title = t(find::OCCUPATIONS_TITLE);
    let head = Head {
        bundle: Some(Bundle::Finder),
        index: query.is_empty(),
        ..head(&env, &with(&action, query), title)
    };
    let here = setting_place(&env, query, &asked);
    let Asked { typed, answers, .. } = asked;
    render::with_start(site, env, head, start, move || {
        view! {
            <div class="wrap cols">
                <div>
                    <h1>{t(find::OCCUPATIONS_TITLE)}</h1>
                    <Field env action typed answers label=find::OCCUPATIONS_LABEL hint=find::OCCUPATIONS_HINT/>
                    <h2 class="hide">{t(find::HITS)}</h2>
                    <finder::Finder/>
                    <section class="group" aria-labelledby="nd">
                        <h2 id="nd">{t(page::OCCUPATIONS_MISSING)}</h2>
                        <p>{t(page::OCCUPATIONS_MISSING_TEXT)}</p>
                        <div class="actions">
                            <a class="btn btn--2" href=onward>{t(page::OCCUPATIONS_WITHOUT)}</a>
                        </div>
                    </section>
                </div>
                <aside class="side" aria-label=t(page::OCCUPATIONS_ASIDE)>
                {here}
                    <section aria-labelledby="o1">
                        <h2 id="o1">{t(page::OCCUPATIONS_REGULATED)}</h2>
                        <p>{t(page::OCCUPATIONS_REGULATED_TEXT)}</p>
                    </section>
                    <section aria-labelledby="o2">
                        <h2 id="o2">{t(page::OCCUPATIONS_EXAMPLE)}</h2>
                        <p>
                            {t(page::OCCUPATIONS_EXAMPLE_TEXT)} " "
                            <a href=format!("/{tag}/rules/recognition-partnership-16d3")>
                                {t(page::OCCUPATIONS_EXAMPLE_LINK)}
                            </a>
                        </p>
                    </section>
                    <section aria-labelledby="o3">
                        <h2 id="o3">{t(ui::STUCK)}</h2>
                        <p><a href=format!("/{tag}/help")>{t(ui::FIND_ADVICE)}</a></p>
                    </section>
                </aside>
            </div>
        }
    })
}

/// Asks for the firm's postcode: it decides which chamber is in charge.
fn setting_place(env: &Env, query: &str, asked: &Asked) -> impl IntoView + use<> {
    let t = |key| env.lang.t(key);
    let typed = address::pairs(query).into_iter().find(|(key, _)| key == "place");
    let typed = typed.map(|(_, value)| value.chars().take(20).collect::<String>());
    let typed = typed.unwrap_or_default();
    let wrong = !typed.trim().is_empty() && asked.answers.named(env.book, "place").is_none();
    let outside = !wrong && !typed.is_empty() && asked.local(env).is_none();
    let code = typed.split('-').next().unwrap_or_default().to_owned();
    view! {
        <section aria-labelledby="o0">
            <h2 id="o0">{t(page::OCCUPATIONS_PLACE)}</h2>
            <form action=format!("/{}/occupations", env.lang.tag) method="get">
                <div class=if wrong { "field field--err" } else { "field" }>
                    <label class="label" for="place">{t(page::OCCUPATIONS_POSTCODE)}</label>
                    {wrong.then(|| view! { <p class="err" id="place-e">{t(ui::ERROR_PLACE)}</p> })}
                    {outside.then(|| view! { <p class="hint">{t(page::OCCUPATIONS_OUTSIDE)}</p> })}
                    <div class="actions tight">
                        <input class="input w-s" type="text" id="place" name="place" inputmode="numeric"
                            autocomplete="postal-code" value=code aria-invalid=wrong.then_some("true")
                            aria-describedby=wrong.then_some("place-e")/>
                        <button class="btn btn--2">{t(page::OCCUPATIONS_SHOW)}</button>
                    </div>
                </div>
                <input type="hidden" name="q" value=asked.typed.clone()/>
                {hidden(env, &asked.answers, &["place"])}
            </form>
        </section>
    }
}

/// A path with its query.
pub(super) fn with(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
