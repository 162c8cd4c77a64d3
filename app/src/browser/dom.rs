//! Small steps on the document and its address; each does nothing where the page lacks its part.

#[cfg(feature = "hydrate")]
pub(super) use super::dom_guide::{fields, focus, link, load, native_submit, page_data, reload};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Document;

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The first element a selector finds, as the kind wanted.
pub(super) fn find<T: JsCast>(selector: &str) -> Option<T> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Path and query (without `?`) of the address.
pub(super) fn here() -> Option<(String, String)> {
    let location = web_sys::window()?.location();
    let query = location.search().ok()?;
    Some((location.pathname().ok()?, query.trim_start_matches('?').to_owned()))
}

pub(super) fn address((path, query): (String, String)) -> String {
    if query.is_empty() { path } else { path + "?" + &query }
}

/// Adds an address to the history, or replaces the one that is shown; `None` if that is refused.
pub(super) fn remember(address: &str, replace: bool) -> Option<()> {
    let history = web_sys::window()?.history().ok()?;
    let kept = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
    kept.ok()
}
