//! From an occupation into the guide: what it answers there, to be confirmed.
//!
//! Whether an occupation is regulated, short of people or skilled is our own mapping. It fills the
//! answers in; the reader says whether they hold.

use super::occupations::with;
use super::{Asked, hidden};
use crate::finder;
use crate::pages::site::Site;
use crate::pages::{Reply, plain};
use crate::wizard::{Env, first_question};
use guide::address::{self, UNKNOWN};
use guide::{page, show, ui};
use leptos::prelude::*;
use lookup::{Level, Occupation, Regulated};

/// What the occupation says of a fact, as a value of addresses; nothing where it says nothing sure
/// enough to fill in.
fn says(one: &Occupation, fact: &str) -> Option<String> {
    let value = match (fact, one.level, one.regulated) {
        ("job", Level::Helper, _) => "unskilled",
        ("job", Level::Training | Level::Further, _) => "skilled",
        ("job", Level::Degree, _) => "graduate",
        ("regulated", _, Regulated::No) => "no",
        ("regulated", _, Regulated::Yes) => "yes",
        // The groups of the academic professions hold for those with a degree alone.
        ("isco", Level::Degree, _) => &one.group,
        ("isco", ..) if one.shortage => return None,
        ("isco", ..) => &one.group,
        ("field", ..) => one.field.as_deref().unwrap_or("none"),
        _ => return None,
    };
    Some(value.to_owned())
}

/// The facts an occupation answers, in the order in which they are shown.
const FACTS: [&str; 4] = ["regulated", "job", "isco", "field"];

/// The page; the query holds `occupation` and the guide's answers. `None` without an occupation.
pub(in crate::pages) fn page(site: &Site, env: Env, query: &str) -> Option<String> {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let pairs = address::pairs(query);
    let id = pairs.iter().find(|(key, _)| key == "occupation").map(|(_, value)| value.as_str())?;
    let one = library::occupations().named(id)?;
    let asked = Asked::read(&env, query);
    let (name, ..) = finder::names(&env.lang, one);
    let hidden = hidden(&env, &asked.answers, &FACTS);
    let selects = FACTS.iter().filter_map(|fact| select(&env, one, fact));
    let title = env.lang.fill(page::TAKE_TITLE, &[("name", &name)]);
    let back = with(&format!("/{tag}/occupations/{id}"), &asked.carried(&env));
    let body = view! {
        <div class="wrap narrow">
            <a class="back" href=back>
                <crate::icons::Icon name="left" directed=true/>{t(ui::BACK)}
            </a>
            <h1>{title.clone()}</h1>
            <p class="hint hint--q">{t(page::TAKE_TEXT)}</p>
            <form class="form" action=format!("/{tag}/occupations/taken") method="get">
                {hidden}
                {selects.collect_view()}
                <div class="actions"><button class="btn">{t(page::TAKE_BUTTON)}</button></div>
            </form>
        </div>
    };
    Some(plain(site, env, "", &title, body))
}

/// A fact with the occupation's answer chosen.
fn select(env: &Env, one: &Occupation, id: &'static str) -> Option<impl IntoView + use<>> {
    let lang = env.lang;
    let at = env.book.fact(id)?;
    let fact = env.fact(at)?;
    let said = says(one, id).unwrap_or_else(|| UNKNOWN.to_owned());
    let unknown = said == UNKNOWN;
    let options = fact.options.iter().map(|option| {
        view! { <option value=option.id.as_str() selected=option.id == said>{lang.t(option.label)}</option> }
    });
    let shown = match says(one, id).and_then(|value| address::parse(env.book, at, &value)) {
        Some(answer) => {
            let value = show::answer(env.book, lang.words, at, &answer);
            lang.fill(page::TAKE_MAPPED, &[("value", &value)])
        }
        None => lang.t(page::TAKE_UNSURE).to_owned(),
    };
    Some(view! {
        <div class="field">
            <label class="label" for=id>{lang.t(fact.title)}</label>
            <p class="hint" id=format!("{id}-t")>{shown}</p>
            <select class="select" id=id name=id aria-describedby=format!("{id}-t")>
                {options.collect_view()}
                <option value=UNKNOWN selected=unknown>{lang.t(ui::UNKNOWN)}</option>
            </select>
        </div>
    })
}

/// On into the guide with what was confirmed.
pub(in crate::pages) fn taken(env: &Env, query: &str) -> Reply {
    Reply::SeeOther(first_question(env, &address::read(env.book, query).answers))
}

#[cfg(test)]
mod tests {
    use super::{FACTS, says};

    /// What is filled in must be a value of the guide, for every occupation.
    #[test]
    fn every_occupation_says_what_the_guide_understands() {
        let book = guide::book();
        for one in &library::occupations().all {
            for id in FACTS {
                let fact = book.fact(id).unwrap();
                let Some(value) = says(one, id) else { continue };
                let read = guide::address::parse(book, fact, &value);
                assert!(read.is_some(), "{}: {id} is {value}", one.id);
            }
        }
    }
}
