//! What the page itself tells: words, language, day, address, place card.

use crate::Lang;
use crate::wizard::{Env, Place, Start, Step, parse, submit};
use guide::places::PlaceCard;
use rules::Words;
use std::sync::OnceLock;

static WORDS: OnceLock<Words> = OnceLock::new();

/// Takes the words of the page's language; `false` if the bytes are no words.
pub fn set_words(bytes: &[u8]) -> bool {
    Words::load(bytes).is_some_and(|words| WORDS.set(words).is_ok())
}

/// What the island starts from; `None` leaves the page as plain forms and links.
pub(crate) fn start() -> Option<Start> {
    let words = WORDS.get()?;
    let lang = Lang { tag: words.locale.as_str(), words };
    let today = guide::address::iso_day(&page_data("today")?)?;
    let env = Env { lang, book: guide::book(), today };
    let (path, query) = here()?;
    let place = parse(&env, &path, &query).or_else(|| mistaken(&env, &path, &query))?;
    let card = page_data("place").and_then(|text| from_hex(&text));
    Some(Start { env, place, card })
}

/// The question a plain form came back to with mistakes; its address names no screen.
fn mistaken(env: &Env, path: &str, query: &str) -> Option<Place> {
    let pairs = path.ends_with("/guide/next").then(|| guide::address::pairs(query))?;
    match submit(env, &pairs)? {
        Step::Again(place) | Step::LookUp { place, .. } => Some(place),
        Step::Go { .. } => None,
    }
}

/// Path and query (without `?`) of the address.
pub(super) fn here() -> Option<(String, String)> {
    let location = web_sys::window()?.location();
    let query = location.search().ok()?;
    Some((location.pathname().ok()?, query.trim_start_matches('?').to_owned()))
}

/// `data-…` of the main element, written by the server.
fn page_data(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id("inhalt")?.get_attribute(&format!("data-{name}"))
}

fn from_hex(text: &str) -> Option<PlaceCard> {
    let digits = text.as_bytes().chunks(2);
    let bytes: Option<Vec<u8>> = digits
        .map(|pair| {
            std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect();
    postcard::from_bytes(&bytes?).ok()
}
