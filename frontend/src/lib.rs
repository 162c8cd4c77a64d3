//! Entry points of the guide's first bundle; no logic.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the loader with the words of the page's language, before the islands wake.
/// `rest` fetches the second bundle. Without words the islands stay plain links and forms.
#[wasm_bindgen]
pub fn start(words: &[u8], rest: app::browser::Load) {
    // An island no code names would be dropped from the bundle.
    _ = app::wizard::Guide;
    if app::browser::set_words(words) {
        app::browser::install_guard();
        app::browser::set_rest(rest);
        leptos::mount::hydrate_islands();
    }
}

/// Stops the script on purpose: the browser tests prove with it that links and forms go on.
///
/// # Panics
/// Always.
#[wasm_bindgen]
pub fn crash() {
    #[expect(clippy::panic, reason = "this is what the function is for")]
    {
        panic!("asked to")
    }
}
