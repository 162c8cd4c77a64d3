//! The frame of every page: head, header, main, footer.

use super::site::Site;
use super::sprite::Sprite;
use crate::icons::Icon;
use crate::wizard::{Env, switch_language};
use guide::places::PlaceCard;
use guide::{COMPLETE, LOCALES, page, show, ui};
use leptos::prelude::*;
use std::sync::OnceLock;

/// What a page's head says.
pub(super) struct Head {
    pub(super) title: String,
    /// Path and query of the page itself.
    pub(super) address: String,
    /// The bundle its island needs.
    pub(super) bundle: Option<Bundle>,
    /// Whether search engines may list it.
    pub(super) index: bool,
    /// Whether partial languages have words of their own for it.
    pub(super) everywhere: bool,
    /// For the island: the place card of the address's postcode.
    pub(super) card: Option<PlaceCard>,
}

/// A bundle of WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bundle {
    /// The guide's first one.
    Guide,
    /// The finders'.
    Finder,
}

/// A whole document around a body.
pub(super) fn document<V: IntoView>(
    site: &Site,
    env: Env,
    head: Head,
    body: V,
) -> impl IntoView + use<V> {
    let assets = site.assets.clone();
    let files = head.bundle.map(|bundle| match bundle {
        Bundle::Guide => assets.guide,
        Bundle::Finder => assets.finder,
    });
    let fonts = assets.fonts.iter().cloned().map(|file| {
        view! { <link rel="preload" href=file r#as="font" r#type="font/woff2" crossorigin=""/> }
    });
    let bundle = files.map(|files| {
        let words = files.words.into_iter().find(|(tag, _)| tag == env.lang.tag);
        view! {
            <link rel="modulepreload" href=files.script.clone()/>
            <link rel="preload" href=files.wasm r#as="fetch" r#type="application/wasm" crossorigin=""/>
            {words.map(|(_, file)| view! { <link rel="preload" href=file r#as="fetch" crossorigin=""/> })}
            <script r#type="module" src=files.script></script>
        }
    });
    let reload =
        site.dev_reload.clone().map(|src| view! { <script r#type="module" src=src></script> });
    // What a partial language takes over can be found in the language it is from.
    let told_in = |tag: &str| head.everywhere || COMPLETE.contains(&tag);
    let index = head.index && told_in(env.lang.tag);
    let robots = (!index).then(|| view! { <meta name="robots" content="noindex"/> });
    let alternates = LOCALES.map(|tag| {
        let href = switch_language(&head.address, tag);
        (index && told_in(tag)).then(|| view! { <link rel="alternate" hreflang=tag href=href/> })
    });
    let card = head.card.as_ref().map(to_hex);
    let today = env.today.to_string();
    let header = view! { <Header env address=head.address.clone()/> };
    view! {
        <!DOCTYPE html>
        <html lang=env.lang.tag dir="ltr">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{head.title}</title>
                <meta name="color-scheme" content="light dark"/>
                {robots}
                {alternates.into_iter().collect_view()}
                <link rel="icon" href=assets.mark r#type="image/svg+xml"/>
                {fonts.collect_view()}
                <link rel="stylesheet" href=assets.css/>
                {bundle}
                {reload}
            </head>
            <body>
                <a class="skip" href="#inhalt">{env.lang.t(page::SKIP)}</a>
                <Sprite/>
                {header}
                <main id="inhalt" tabindex="-1" data-today=today data-place=card>
                    {body}
                </main>
                <p class="hide" id="live" role="status" aria-live="polite"></p>
                <Footer env/>
            </body>
        </html>
    }
}

/// The place card as text that survives in an attribute.
fn to_hex(card: &PlaceCard) -> String {
    let bytes = postcard::to_allocvec(card).unwrap_or_default();
    let digit = |part: u8| char::from_digit(u32::from(part), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[component]
fn Header(env: Env, address: String) -> impl IntoView {
    let home = format!("/{}/", env.lang.tag);
    // It stands there twice: for wide screens and folded.
    let menu = view! { <Menu env address/> }.to_html();
    view! {
        <header class="head">
            <div class="wrap">
                <a class="brand" href=home>
                    <svg class="mark" viewBox="0 0 36 36" aria-hidden="true">
                        <rect class="mark-bg" width="36" height="36" rx="8"></rect>
                        <path class="mark-line" d="M6 29h8v-7h8v-7h8"></path>
                        <circle class="mark-dot" cx="27" cy="8.5" r="3"></circle>
                    </svg>
                    <span>{env.lang.t(ui::SITE)}</span>
                </a>
                <nav class="nav nav--wide" aria-label=env.lang.t(page::MENU_MAIN) inner_html=menu.clone()></nav>
                <details class="menu">
                    <summary><Icon name="menu"/>{env.lang.t(page::MENU)}</summary>
                    <nav class="nav" aria-label=env.lang.t(page::MENU) inner_html=menu></nav>
                </details>
            </div>
        </header>
    }
}

#[component]
fn Menu(env: Env, address: String) -> impl IntoView {
    let tag = env.lang.tag;
    let path = address.split(['?', '#']).next().unwrap_or_default().to_owned();
    let entry = |href: String, text| {
        let current = (path == href).then_some("page");
        view! { <li><a href=href aria-current=current>{env.lang.t(text)}</a></li> }
    };
    let others = LOCALES.into_iter().filter(|other| *other != tag).map(|other| {
        let name = match other {
            "en" => "English",
            "de-simple" => "Leichte Sprache",
            _ => "Deutsch",
        };
        let href = switch_language(&address, other);
        view! { <li><a href=href lang=other hreflang=other data-switch="">{name}</a></li> }
    });
    view! {
        <ul>
            {entry(format!("/{tag}/"), page::MENU_GUIDE)}
            {entry(format!("/{tag}/occupations"), page::MENU_OCCUPATIONS)}
            {entry(format!("/{tag}/help"), page::MENU_HELP)}
            {entry(format!("/{tag}/articles"), page::MENU_ARTICLES)}
            {entry(format!("/{tag}/search"), page::MENU_SEARCH)}
            {others.collect_view()}
        </ul>
    }
}

/// The same on every page of a language, so drawn once for each.
#[component]
fn Footer(env: Env) -> impl IntoView {
    static DRAWN: [OnceLock<String>; LOCALES.len()] = [const { OnceLock::new() }; LOCALES.len()];
    let drawn = LOCALES.iter().zip(&DRAWN).find(|(tag, _)| **tag == env.lang.tag);
    let drawn = drawn.map_or("", |(_, drawn)| drawn.get_or_init(|| foot(env).to_html()).as_str());
    view! { <footer class="foot" inner_html=drawn></footer> }
}

fn foot(env: Env) -> impl IntoView {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let checked = show::date(env.lang.words, env.book.checked_on);
    let values = [("version", env.book.version.as_str()), ("day", checked.as_str())];
    let entry =
        |path: &str, text| view! { <li><a href=format!("/{tag}/{path}")>{t(text)}</a></li> };
    view! {
            <div class="wrap">
                <div class="foot-grid">
                    <section aria-labelledby="f1">
                        <h2 id="f1">{t(page::FOOT_HELP_TITLE)}</h2>
                        <p class="text">{t(page::FOOT_HELP_TEXT)}</p>
                        <p><a class="btn btn--2 btn--s mt-4" href=format!("/{tag}/help")>{t(ui::FIND_ADVICE)}</a></p>
                    </section>
                    <nav aria-labelledby="f2">
                        <h2 id="f2">{t(ui::SITE)}</h2>
                        <ul>
                            {entry("pathways", page::MENU_PATHWAYS)}
                            {entry("rules", page::RULES_TITLE)}
                            {entry("sources", page::MENU_SOURCES)}
                            {entry("embed", page::EMBED_TITLE)}
                        </ul>
                    </nav>
                    <nav aria-labelledby="f3">
                        <h2 id="f3">{t(page::FOOT_ABOUT)}</h2>
                        <ul>
                            {entry("accessibility", page::ACCESSIBILITY_TITLE)}
                            {entry("privacy", page::PRIVACY_TITLE)}
                            {entry("imprint", page::IMPRINT_TITLE)}
                        </ul>
                    </nav>
                </div>
                <p class="foot-end">{env.lang.fill(page::FOOT_END, &values)}</p>
            </div>
    }
}
