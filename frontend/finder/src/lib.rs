//! Entry points of the finders' bundle; no logic.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the loader with the words of the page's language, before the islands wake. `data`
/// fetches a file of data by its name. Without words the forms ask the server.
#[wasm_bindgen]
pub fn start(words: &[u8], data: app::browser::finding::Data) {
    // An island no code names would be dropped from the bundle.
    _ = app::finder::Finder;
    if app::browser::finding::prepare(words, data) {
        app::browser::install_guard();
        leptos::mount::hydrate_islands();
    }
}
