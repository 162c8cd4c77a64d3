//! The island below a finder's form: the hits, which follow the keystrokes once the bundle is there.

use leptos::prelude::*;

/// What the server starts from; the page's handler provides it.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(crate) what: super::What,
    pub(crate) setting: super::Setting,
    pub(crate) drawn: super::Drawn,
}

/// The hits of a search.
#[island]
pub fn Finder() -> impl IntoView {
    view! { <div class="finder" id="finder" inner_html=first()></div> }
}

/// The server writes the first hits as HTML, and beside them what the browser needs for more …
#[cfg(feature = "ssr")]
fn first() -> Option<String> {
    let Start { what, setting, drawn } = use_context::<Start>()?;
    let what = match what {
        super::What::Occupations => "occupations",
        super::What::Everything => "everything",
    };
    let local = setting.local.unwrap_or_default();
    let parts = view! {
        <p class="small muted mt-3" role="status" id="count">{drawn.count}</p>
        <div
            class="mt-4"
            id="hits"
            data-what=what
            data-chamber=local.chamber
            data-place=local.place
            data-carried=setting.carried
            inner_html=drawn.html
        ></div>
    };
    Some(parts.to_html())
}

/// … and the browser leaves them as they are, and listens to the field.
#[cfg(not(feature = "ssr"))]
fn first() -> Option<String> {
    crate::browser::finding::start();
    None
}
