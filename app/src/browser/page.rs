//! What the page itself tells: words, language, day, address, place card.

use super::dom::{here, page_data};
use crate::Lang;
use crate::wizard::{Env, Place, parse, returned};
use rules::Words;
use std::sync::OnceLock;

static WORDS: OnceLock<Words> = OnceLock::new();

/// Takes the words of the page's language; `false` if the bytes are no words.
pub fn set_words(bytes: &[u8]) -> bool {
    Words::load(bytes).is_some_and(|words| WORDS.set(words).is_ok())
}

/// What the island starts from.
pub(super) struct Start {
    /// Language, rule base, day.
    pub(super) env: Env,
    /// The screen of the address.
    pub(super) place: Place,
    /// The packed place card for the address's postcode.
    pub(super) card: Option<Vec<u8>>,
}

/// Reads it; `None` leaves the page as plain forms and links.
pub(super) fn start() -> Option<Start> {
    let words = WORDS.get()?;
    let lang = Lang { tag: words.locale.as_str(), words };
    let today = guide::address::iso_day(&page_data("today")?)?;
    let env = Env { lang, book: guide::questions_book(), today };
    let (path, query) = here()?;
    let place = parse(&env, &path, &query).or_else(|| returned(&env, &query, None))?;
    let card = page_data("place").and_then(|text| from_hex(&text));
    Some(Start { env, place, card })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|pair| {
            std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect()
}
