//! From a screen to its HTML, the same on both sides.

use super::env::Env;
use super::screen::{Place, Screen};
#[cfg(any(feature = "ssr", feature = "draw"))]
use guide::places::PlaceCard;
use leptos::prelude::*;

/// The HTML of a question; `None` for any other screen.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub(crate) fn draw_question(env: Env, place: Place) -> Option<String> {
    use super::question::Question;
    let Screen::Question(fact) = place.screen else { return None };
    Some(view! { <Question env place fact/> }.to_html())
}

/// The HTML of a screen that is no question; `None` for a question.
#[cfg(any(feature = "ssr", feature = "draw"))]
pub(crate) fn draw_other(env: Env, place: Place, card: Option<PlaceCard>) -> Option<String> {
    use super::{check::Check, pathway::Pathway, results::Results};
    match place.screen {
        Screen::Question(_) => None,
        Screen::Check => Some(view! { <Check env place/> }.to_html()),
        Screen::Results => Some(view! { <Results env place card/> }.to_html()),
        Screen::Pathway(at) => Some(view! { <Pathway env place at card/> }.to_html()),
    }
}
