//! Whole pages, rendered once and synchronously; no clock, no I/O, no HTTP.
//!
//! [`respond`] is the list of all pages. To add one: a function beside the others, a line there.

mod embed;
mod finders;
mod glossary;
mod help;
mod information;
mod offices;
mod pathways;
mod points;
mod reading;
mod render;
mod rulebook;
mod shell;
mod site;
mod sprite;
mod start;

use crate::Lang;
use crate::wizard::{self, Env, Screen, Start, Step, Untranslated, parse, submit};
use guide::places::{self, PlaceCard};
use guide::{Answer, address, page, result, ui};
use jiff::civil::Date;
use leptos::prelude::*;
use shell::{Bundle, Head, document};
pub use site::{Assets, BundleFiles, Operator, Reply, Site};

/// The page for an address below a language, `/de/…`.
///
/// An address that names no page gives the 404 page, in the address's language or, if it has none,
/// in German.
pub fn respond(site: &Site, path: &str, query: &str, today: Date) -> Reply {
    let path_below = path.trim_start_matches('/');
    if Lang::named(path_below).is_some() {
        return Reply::SeeOther(format!("/{path_below}/"));
    }
    let (tag, rest) = path_below.split_once('/').unwrap_or_default();
    let Some(lang) = Lang::named(tag) else { return not_found(site, "de") };
    let env = Env { lang, book: guide::book(), today };
    let ok = |html| Reply::Page { status: 200, html, locale: lang.tag };
    match rest {
        "" => ok(start::page(site, env)),
        "guide/next" => next(site, env, query),
        "pathways" => ok(pathways::page(site, env)),
        "rules" => ok(rulebook::index(site, env)),
        "help" => ok(help::page(site, env, query)),
        "embed" => ok(embed::page(site, env)),
        "offices" => ok(offices::page(site, env)),
        "articles" => ok(reading::index(site, env)),
        "glossary" => ok(glossary::page(site, env)),
        "search" => ok(finders::search(site, env, query)),
        "occupations" => ok(finders::occupations(site, env, query)),
        "occupations/take" => {
            finders::take(site, env, query).map_or_else(|| not_found(site, lang.tag), ok)
        }
        "occupations/taken" => finders::taken(&env, query),
        "points" => points::page(site, env, query).map_or_else(|| not_found(site, tag), ok),
        "sources" => ok(information::sources(site, env)),
        "privacy" => ok(information::privacy(site, env)),
        "accessibility" => ok(information::accessibility(site, env)),
        "imprint" => ok(information::imprint(site, env)),
        _ => {
            if let Some(id) = rest.strip_prefix("rules/") {
                return rulebook::page(site, env, id).map_or_else(|| not_found(site, lang.tag), ok);
            }
            if let Some(id) = rest.strip_prefix("occupations/") {
                let page = finders::occupation(site, env, id, query);
                return page.map_or_else(|| not_found(site, lang.tag), ok);
            }
            if let Some(id) = rest.strip_prefix("articles/") {
                return reading::page(site, env, id).map_or_else(|| not_found(site, lang.tag), ok);
            }
            match parse(&env, path, query) {
                Some(place) => ok(guide_page(site, env, path, query, place)),
                None => not_found(site, lang.tag),
            }
        }
    }
}

/// The form of a question: on to the next screen, or the question again with what is wrong.
fn next(site: &Site, env: Env, query: &str) -> Reply {
    let pairs = address::pairs(query);
    let mut step = submit(&env, &pairs);
    if let Some(Step::LookUp { place, postcode, town }) = step {
        let card = look_up(&env, postcode, town.as_deref());
        step = Some(wizard::answered(&env, place, postcode, &card));
    }
    match step {
        Some(Step::Go { to, .. }) => Reply::SeeOther(to),
        Some(Step::Again(place)) => {
            let path = format!("/{}/guide/next", env.lang.tag);
            let html = guide_page(site, env, &path, query, place);
            Reply::Page { status: 200, html, locale: env.lang.tag }
        }
        Some(Step::LookUp { .. }) | None => not_found(site, env.lang.tag),
    }
}

/// A screen of the guide inside its island.
fn guide_page(site: &Site, env: Env, path: &str, query: &str, place: wizard::Place) -> String {
    let card = match place.read.answers.named(env.book, "place") {
        Some(Answer::Place(code, town)) => Some(look_up(&env, *code, town.as_deref())),
        _ => None,
    };
    let env = env.spoken_to(&place.read.answers);
    let address = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    let head = Head {
        title: wizard::title(&env, &place),
        address,
        bundle: Some(Bundle::Guide),
        // Pages with answers are nobody else's; the others may be found.
        index: place.read.answers.is_empty() && place.draft.is_none(),
        everywhere: matches!(place.screen, Screen::Question(_)),
        card: card.clone(),
    };
    render::island(site, env, head, Start { env, place, card })
}

fn look_up(env: &Env, postcode: u32, town: Option<&str>) -> PlaceCard {
    places::look_up(guide::all_places(), env.lang.tag, postcode, town)
}

/// The page for an address that names nothing.
pub fn not_found(site: &Site, locale: &str) -> Reply {
    let lang = Lang::named(locale).or_else(|| Lang::named("de"));
    let tag = lang.map_or("de", |lang| lang.tag);
    let html = message(site, tag, page::NOT_FOUND_TITLE, page::NOT_FOUND_TEXT);
    Reply::Page { status: 404, html, locale: tag }
}

/// The page for a request that could not be served; `status` decides the words.
pub fn failure(site: &Site, locale: &str, status: u16) -> String {
    let (title, text) = match status {
        404 => (page::NOT_FOUND_TITLE, page::NOT_FOUND_TEXT),
        408 | 503 | 504 => (page::SLOW_TITLE, page::SLOW_TEXT),
        400..=499 => (page::BAD_REQUEST_TITLE, page::BAD_REQUEST_TEXT),
        _ => (page::FAILURE_TITLE, page::FAILURE_TEXT),
    };
    message(site, locale, title, text)
}

fn message(site: &Site, locale: &str, title: rules::Key, text: rules::Key) -> String {
    let Some(lang) = Lang::named(locale).or_else(|| Lang::named("de")) else {
        return String::new();
    };
    // Nothing on these pages depends on the day.
    let env = Env { lang, book: guide::book(), today: Date::default() };
    information::message(site, env, title, text)
}

/// A page without an island that a partial language takes over as it is; `address` is empty for one
/// that stands at no address of its own.
fn plain(site: &Site, env: Env, address: &str, title: &str, body: impl IntoView) -> String {
    let head = head(&env, address, title);
    let note = env.lang.maybe(result::NOT_SIMPLE).is_some();
    render::html(|| {
        let note = note.then(|| view! { <div class="wrap pt-4"><Untranslated env/></div> });
        document(site, env, head, view! { {note} {body} })
    })
}

/// What the head of a page without an island says.
fn head(env: &Env, address: &str, title: &str) -> Head {
    Head {
        title: env.lang.fill(ui::TITLE, &[("page", title)]),
        address: address.to_owned(),
        bundle: None,
        // A page without an address of its own is a message: nobody should find it by searching.
        index: !address.is_empty(),
        everywhere: false,
        card: None,
    }
}
