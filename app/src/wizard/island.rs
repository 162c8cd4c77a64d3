//! The island itself: which screen is shown, and what a tap does.
//!
//! A screen follows from its address alone and has no moving parts: the first one is the server's
//! HTML and is left as it is, each further one is mounted afresh. Hydrating screens and updating
//! them node by node would make the bundle far larger for nothing; see
//! `docs/adr/0003-screens-are-mounted.md`.

use super::check::Check;
use super::env::Env;
use super::pathway::Pathway;
use super::question::Question;
use super::results::Results;
use super::screen::{Place, Screen};
use guide::places::PlaceCard;
use leptos::either::EitherOf4;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;

/// What the island starts from. On the server the page's handler provides it; in the browser it is
/// read from the address and from what the server wrote into the page.
#[derive(Clone, Debug)]
pub struct Start {
    /// Language, rule base, day.
    pub env: Env,
    /// The screen of the address.
    pub place: Place,
    /// The place card for the address's postcode.
    pub card: Option<PlaceCard>,
}

/// A screen on its way to the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    pub(crate) place: Place,
    pub(crate) card: Option<PlaceCard>,
    /// Counts the screens.
    pub(crate) step: usize,
    /// The address it stands at, as the history has it.
    pub(crate) address: String,
}

/// The guide as one page.
#[island]
pub fn Guide() -> impl IntoView {
    let start = start().map(|Start { env, place, card }| {
        let shown = Shown { place, card, step: 0, address: String::new() };
        (env, RwSignal::new(shown))
    });
    let (click, submit, first) = live(start);
    view! {
        <div class="guide" id="guide" on:click=click on:submit=submit inner_html=first></div>
    }
}

/// The view of a screen, the same on both sides.
pub(crate) fn screen(env: Env, place: Place, card: Option<PlaceCard>) -> impl IntoView {
    match place.screen {
        Screen::Question(fact) => EitherOf4::A(view! { <Question env place fact/> }),
        Screen::Check => EitherOf4::B(view! { <Check env place/> }),
        Screen::Results => EitherOf4::C(view! { <Results env place card/> }),
        Screen::Pathway(at) => EitherOf4::D(view! { <Pathway env place at card/> }),
    }
}

/// Where the island stands, if it could be read.
type At = Option<(Env, RwSignal<Shown>)>;

/// On the server nothing happens yet: the first screen is written as HTML …
#[cfg(not(feature = "hydrate"))]
fn live(at: At) -> (impl Fn(MouseEvent) + 'static, impl Fn(SubmitEvent) + 'static, Option<String>) {
    let html = at.map(|(env, shown)| {
        let Shown { place, card, .. } = shown.get_untracked();
        screen(env, place, card).to_html()
    });
    (|_| {}, |_| {}, html)
}

/// … and the browser leaves it as it is, and answers taps and submitted forms. A page it cannot
/// read stays plain links and forms.
#[cfg(feature = "hydrate")]
fn live(at: At) -> (impl Fn(MouseEvent) + 'static, impl Fn(SubmitEvent) + 'static, Option<String>) {
    use crate::browser::{follow, on_click, on_submit};
    let handlers = at.map(|(env, shown)| {
        follow(env, shown);
        (on_click(env, shown), on_submit(env, shown))
    });
    let handlers = std::rc::Rc::new(handlers);
    let other = std::rc::Rc::clone(&handlers);
    let click = move |event| {
        if let Some((click, _)) = handlers.as_ref() {
            click(event);
        }
    };
    let submit = move |event| {
        if let Some((_, submit)) = other.as_ref() {
            submit(event);
        }
    };
    (click, submit, None)
}

#[cfg(feature = "hydrate")]
fn start() -> Option<Start> {
    crate::browser::start()
}

#[cfg(not(feature = "hydrate"))]
fn start() -> Option<Start> {
    use_context::<Start>()
}
