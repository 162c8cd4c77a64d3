//! The guide's second bundle: any screen as HTML, and the call of the server.
//!
//! It knows nothing of the page: the first bundle asks for a screen and puts it where it belongs.

use crate::Lang;
use crate::functions::find_place;
use crate::wizard;
use crate::wizard::{Env, parse, returned};
use rules::Words;
use std::sync::OnceLock;

static WORDS: OnceLock<Words> = OnceLock::new();

/// Takes the words of the page's language; `false` if the bytes are no words.
pub fn set_words(bytes: &[u8]) -> bool {
    Words::load(bytes).is_some_and(|words| WORDS.set(words).is_ok())
}

/// The HTML of the screen at an address, `None` if it names none. The address of a sent form is the
/// question's, if the form comes back.
///
/// `query` is without `?`; `today` a day as `2026-11-22`; `card` a packed place card.
pub fn draw(path: &str, query: &str, today: &str, card: Option<&[u8]>) -> Option<String> {
    let words = WORDS.get()?;
    let lang = Lang { tag: words.locale.as_str(), words };
    let env = Env { lang, book: guide::book(), today: guide::address::iso_day(today)? };
    let card = card.and_then(|bytes| postcard::from_bytes(bytes).ok());
    let place = parse(&env, path, query).or_else(|| returned(&env, query, card.as_ref()))?;
    Some(wizard::draw(env, place, card))
}

/// Who is responsible for a postcode, as the packed place card; `None` if the server did not say.
pub async fn find(locale: String, postcode: u32, town: Option<String>) -> Option<Vec<u8>> {
    let card = find_place(locale, postcode, town).await.ok()?;
    postcard::to_allocvec(&card).ok()
}
