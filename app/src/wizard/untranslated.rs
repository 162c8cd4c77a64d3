//! What a partial language says on a page that it takes over from another one.

use super::env::Env;
use crate::icons::Icon;
use guide::result;
use leptos::prelude::*;

/// The note that this page is not in the reader's language; nothing in a complete one.
#[component]
pub(crate) fn Untranslated(env: Env) -> impl IntoView {
    env.lang.maybe(result::NOT_SIMPLE).map(|text| {
        view! { <div class="note"><Icon name="info"/><p>{text}</p></div> }
    })
}
