//! The finder of occupations.

use super::{Asked, Field};
use crate::finder::{self, Setting, Start, What};
use crate::pages::shell::{Bundle, Head};
use crate::pages::site::Site;
use crate::pages::{head, render};
use crate::wizard::{Env, first_question};
use guide::{find, page, ui};
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

/// A path with its query.
pub(super) fn with(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
