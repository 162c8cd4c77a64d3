//! What a search found, as a list of links.

use super::MOST;
use crate::Lang;
use crate::icons::Icon;
use guide::find;
use leptos::prelude::*;
use lookup::{Hit, Kind};

/// The list as HTML; nothing for no hits.
pub(super) fn list(lang: &Lang, found: &[Hit]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let row = |hit: &Hit| {
        let doc = hit.doc;
        let kind = match doc.kind {
            Kind::Pathway => find::KIND_PATHWAY,
            Kind::Article => find::KIND_ARTICLE,
            Kind::Occupation => find::KIND_OCCUPATION,
            Kind::Office => find::KIND_OFFICE,
            Kind::Term => find::KIND_TERM,
        };
        view! {
            <li>
                <a href=format!("/{}/{}", lang.tag, doc.path)>
                    <b>{doc.title.clone()}</b>
                    <small>{lang.t(kind)}{(!doc.text.is_empty()).then(|| format!(" · {}", doc.text))}</small>
                    <Icon name="chev" directed=true/>
                </a>
            </li>
        }
    };
    let rows = found.iter().take(MOST).map(row).collect_view();
    view! { <ul class="topics topics--one">{rows}</ul> }.to_html()
}
