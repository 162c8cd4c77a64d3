//! Title, links, reading position and focus as after loading a document.

use super::dom::{address, document, find, focus, here};
use crate::wizard::{Env, switch_language};
use guide::ui;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlAnchorElement, HtmlElement};

/// Puts a screen in place of what is there; `None` if the page has no place for it.
pub(super) fn put(html: &str) -> Option<()> {
    find::<HtmlElement>("#guide")?.set_inner_html(html);
    Some(())
}

/// Whether the reader is still at the heading, where a new screen put them.
pub(super) fn at_heading() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.tag_name() == "H1")
}

/// After a new screen: everything a new document would bring with it.
pub(super) fn arrive(env: &Env) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let summary = find::<HtmlElement>(".summary").is_some();
    // A screen's heading says what the document's title says.
    let heading = find::<HtmlElement>("#inhalt h1").and_then(|heading| heading.text_content());
    let title = env.lang.fill(ui::TITLE, &[("page", &heading.unwrap_or_default())]);
    let prefix = if summary { env.lang.t(ui::ERROR_PREFIX) } else { "" };
    document.set_title(&(prefix.to_owned() + &title));
    link_languages(&document);
    let settle = Closure::once_into_js(move || {
        focus(if summary { ".summary" } else { "#inhalt h1" });
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        announce();
    });
    // The new heading is in the page after the next frame at the latest.
    let _ = window.request_animation_frame(settle.unchecked_ref());
}

/// The other languages are those of the address shown now.
fn link_languages(document: &web_sys::Document) {
    let (Some(here), Ok(links)) =
        (here().map(address), document.query_selector_all("a[data-switch]"))
    else {
        return;
    };
    for at in 0..links.length() {
        let link = links.get(at).and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
        if let Some(link) = link {
            link.set_href(&switch_language(&here, &link.hreflang()));
        }
    }
}

/// Says the new title politely, for readers whose focus stayed elsewhere.
fn announce() {
    let Some(document) = document() else { return };
    if let Some(live) = document.get_element_by_id("live") {
        live.set_text_content(Some(&document.title()));
    }
}
