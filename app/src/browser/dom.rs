//! Small steps on the document and its address; each does nothing where the page lacks its part.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, FormData, HtmlAnchorElement, HtmlElement, HtmlFormElement};

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The first element a selector finds, as the kind wanted.
pub(super) fn find<T: JsCast>(selector: &str) -> Option<T> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

pub(super) fn focus(selector: &str) {
    if let Some(target) = find::<HtmlElement>(selector) {
        let _ = target.focus();
    }
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

/// `data-…` of the main element, written by the server.
pub(super) fn page_data(name: &str) -> Option<String> {
    document()?.get_element_by_id("inhalt")?.get_attribute(&format!("data-{name}"))
}

pub(super) fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Loads an address as a document.
pub(super) fn load(address: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_href(address);
    }
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

/// The link a tap landed in.
pub(super) fn link(event: &web_sys::Event) -> Option<HtmlAnchorElement> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("a[href]").ok()??.dyn_into().ok()
}

/// What a form would send.
pub(super) fn fields(form: &HtmlFormElement) -> Option<Vec<(String, String)>> {
    let data = FormData::new_with_form(form).ok()?;
    let mut all = Vec::new();
    for entry in js_sys::try_iter(&data).ok()?? {
        let pair = js_sys::Array::from(&entry.ok()?);
        all.push((pair.get(0).as_string()?, pair.get(1).as_string()?));
    }
    Some(all)
}

/// Lets the browser send the question's form.
pub(super) fn native_submit() {
    if let Some(form) = find::<HtmlFormElement>(".guide form") {
        let _ = form.submit();
    }
}
