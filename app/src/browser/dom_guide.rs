//! The steps that the guide alone takes; see [`super::dom`].

use super::dom::{document, find};
use wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlAnchorElement, HtmlElement, HtmlFormElement};

pub(super) fn focus(selector: &str) {
    if let Some(target) = find::<HtmlElement>(selector) {
        let _ = target.focus();
    }
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
