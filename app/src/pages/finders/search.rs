//! The search over everything there is to read.

use super::occupations::with;
use super::{Asked, Field};
use crate::finder::{self, Setting, Start, What};
use crate::pages::shell::{Bundle, Head};
use crate::pages::site::Site;
use crate::pages::{head, render};
use crate::wizard::Env;
use guide::{Answers, find, page};
use leptos::prelude::*;

/// The page; the query may hold `q`.
pub(in crate::pages) fn page(site: &Site, env: Env, query: &str) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let typed = Asked::read(&env, query).typed;
    let setting = Setting { lang: env.lang, local: None, carried: String::new() };
    let drawn = finder::everything(&setting, library::index(tag), &typed);
    let start = Start { what: What::Everything, setting, drawn };
    let action = format!("/{tag}/search");
    let head = Head {
        bundle: Some(Bundle::Finder),
        index: false,
        ..head(&env, &with(&action, query), t(find::SEARCH_TITLE))
    };
    let answers = Answers::default();
    render::with_start(site, env, head, start, move || {
        view! {
            <div class="wrap narrow">
                <h1>{t(find::SEARCH_TITLE)}</h1>
                <Field env action typed answers label=find::SEARCH_LABEL hint=find::SEARCH_HINT/>
                <h2 class="hide">{t(find::HITS)}</h2>
                <finder::Finder/>
                <section class="group" aria-labelledby="else">
                    <h2 id="else">{t(page::SEARCH_ELSE)}</h2>
                    <ul class="links mt-3">
                        <li><a href=format!("/{tag}/articles")>{t(page::ARTICLES_TITLE)}</a></li>
                        <li><a href=format!("/{tag}/glossary")>{t(page::GLOSSARY_TITLE)}</a></li>
                        <li><a href=format!("/{tag}/occupations")>{t(find::OCCUPATIONS_TITLE)}</a></li>
                        <li><a href=format!("/{tag}/help")>{t(page::HELP_TITLE)}</a></li>
                    </ul>
                </section>
            </div>
        }
    })
}
