//! Entry points of the guide's second bundle, fetched once the first question works; no logic.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the loader with all words of the page's language; `false` if they are none.
#[wasm_bindgen]
pub fn start(words: &[u8]) -> bool {
    app::drawing::set_words(words)
}

/// The HTML of a screen that is no question: its path, its query without `?`, today as
/// `2026-11-22`, and the packed place card if there is one. Nothing if the address names no such
/// screen.
#[wasm_bindgen]
pub fn draw(path: &str, query: &str, today: &str, card: Option<Vec<u8>>) -> Option<String> {
    app::drawing::draw(path, query, today, card.as_deref())
}

/// Asks the server who is responsible for a postcode; the packed place card, or nothing if the
/// server cannot be reached.
#[wasm_bindgen]
pub async fn find(locale: String, postcode: u32, town: Option<String>) -> Option<Vec<u8>> {
    app::drawing::find(locale, postcode, town).await
}
