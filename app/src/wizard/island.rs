//! The island itself: the screen of the address, and what a tap does.
//!
//! A screen follows from its address alone and has no moving parts: the server writes the first one
//! as HTML, and each further one is drawn as HTML and put in its place. Hydrating screens and
//! updating them node by node would make the bundle far larger for nothing; see
//! `docs/adr/0003-screens-are-html.md`.

use super::env::Env;
use super::screen::Place;
use guide::places::PlaceCard;
use leptos::prelude::*;

/// What the server starts from; the page's handler provides it.
#[derive(Clone, Debug)]
pub struct Start {
    /// Language, rule base, day.
    pub env: Env,
    /// The screen of the address.
    pub place: Place,
    /// The place card for the address's postcode.
    pub card: Option<PlaceCard>,
}

/// The guide as one page.
#[island]
pub fn Guide() -> impl IntoView {
    view! { <div class="guide" id="guide" inner_html=first()></div> }
}

/// The server writes the first screen as HTML …
#[cfg(feature = "ssr")]
fn first() -> Option<String> {
    use super::draw::draw;
    use_context::<Start>().map(|Start { env, place, card }| draw(env, place, card))
}

/// … and the browser leaves it as it is, and answers taps and submitted forms. A page it cannot
/// read stays plain links and forms.
#[cfg(not(feature = "ssr"))]
fn first() -> Option<String> {
    let _ = crate::browser::Guiding::start();
    None
}
