//! The island itself: the screen of the address, and what a tap does.
//!
//! A screen follows from its address alone and has no moving parts: the server writes the first one
//! as HTML, and each further one is drawn as HTML and put in its place. Hydrating screens and
//! updating them node by node would make the bundle far larger for nothing; see
//! `docs/adr/0003-screens-are-html.md`.

use super::env::Env;
use super::screen::Place;
use guide::places::PlaceCard;
use leptos::ev::{MouseEvent, SubmitEvent};
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
    let (click, submit, first) = live();
    view! {
        <div class="guide" id="guide" on:click=click on:submit=submit inner_html=first></div>
    }
}

/// On the server nothing happens yet: the first screen is written as HTML …
#[cfg(feature = "ssr")]
fn live() -> (impl Fn(MouseEvent) + 'static, impl Fn(SubmitEvent) + 'static, Option<String>) {
    use super::draw::draw;
    let first = use_context::<Start>().map(|Start { env, place, card }| draw(env, place, card));
    (|_| {}, |_| {}, first)
}

/// … and the browser leaves it as it is, and answers taps and submitted forms. A page it cannot
/// read stays plain links and forms.
#[cfg(not(feature = "ssr"))]
fn live() -> (impl Fn(MouseEvent) + 'static, impl Fn(SubmitEvent) + 'static, Option<String>) {
    use crate::browser::Guiding;
    let guiding = Guiding::start();
    let click = move |event: MouseEvent| {
        if let Some(guiding) = guiding {
            guiding.click(&event);
        }
    };
    let submit = move |event: SubmitEvent| {
        if let Some(guiding) = guiding {
            guiding.submit(&event);
        }
    };
    (click, submit, None)
}
