//! The glossary: German terms, explained.

use super::plain;
use super::site::Site;
use crate::wizard::Env;
use guide::page;
use leptos::prelude::*;
use library::Term;

/// The page.
pub(super) fn page(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let terms = &library::reading().terms;
    let letter =
        |term: &Term| lookup::plain(&term.term).chars().next().map(|c| c.to_ascii_uppercase());
    let letters: std::collections::BTreeSet<char> = terms.iter().filter_map(letter).collect();
    let jumps = letters.iter().map(|letter| {
        view! { <li><a href=format!("#letter-{letter}")>{letter.to_string()}</a></li> }
    });
    let groups = letters.iter().map(|of| {
        let rows = terms.iter().filter(|term| letter(term) == Some(*of));
        let rows = rows.map(|term| entry(&env, term)).collect_view();
        let id = format!("letter-{of}");
        view! {
            <section class="group" aria-labelledby=id.clone()>
                <h2 id=id.clone()>{of.to_string()}</h2>
                {rows}
            </section>
        }
    });
    let body = view! {
        <div class="wrap section">
            <div class="text">
                <h1>{t(page::GLOSSARY_TITLE)}</h1>
                <p class="lead mt-3">{t(page::GLOSSARY_LEAD)}</p>
            </div>
            <nav class="mt-4" aria-label=t(page::GLOSSARY_LETTERS)>
                <ul class="letters">{jumps.collect_view()}</ul>
            </nav>
            <div class="text">{groups.collect_view()}</div>
        </div>
    };
    plain(site, env, &format!("/{tag}/glossary"), t(page::GLOSSARY_TITLE), body)
}

fn entry(env: &Env, term: &'static Term) -> impl IntoView + use<> {
    let lang = env.lang;
    let tag = lang.tag;
    let reading = library::reading();
    let see = term
        .see
        .iter()
        .filter_map(|id| reading.term(id))
        .map(|other| (format!("/{tag}/glossary#{}", other.id), other.term.clone()));
    let pathways = term.pathways.iter().filter_map(|id| {
        let pathway = env.book.pathways.iter().find(|one| one.id == *id)?;
        Some((format!("/{tag}/rules/{id}"), lang.t(pathway.name).to_owned()))
    });
    let articles = term.articles.iter().filter_map(|id| {
        Some((format!("/{tag}/articles/{id}"), reading.article(id)?.version(tag)?.title.clone()))
    });
    let links: Vec<_> = see.chain(pathways).chain(articles).collect();
    let any = !links.is_empty();
    let links = links.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> });
    let links = links.collect_view();
    let english = (tag == "en").then(|| view! { <p class="muted">{term.english.as_str()}</p> });
    let law = term.law.as_deref().map(|law| view! { <p class="tiny muted">{law}</p> });
    view! {
        <article class="term" id=term.id.as_str()>
            <h3 lang="de">{term.term.as_str()}</h3>
            {english}
            <p>{term.text.of(tag)}</p>
            {law}
            {any.then(|| view! { <ul class="links links--row">{links}</ul> })}
        </article>
    }
}
