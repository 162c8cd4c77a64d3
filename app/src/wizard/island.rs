//! The island itself: which screen is shown, and what a tap does.

use super::check::Check;
use super::env::Env;
use super::pathway::Pathway;
use super::question::Question;
use super::results::Results;
use super::screen::{Place, Screen};
use guide::places::PlaceCard;
use leptos::either::{Either, EitherOf4};
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
    /// Counts the screens; its parity decides which of two equal branches draws.
    pub(crate) step: usize,
}

/// The guide as one page.
#[island]
pub fn Guide() -> impl IntoView {
    let start = start()?;
    let env = start.env;
    let shown = RwSignal::new(Shown { place: start.place, card: start.card, step: 0 });
    #[cfg(feature = "hydrate")]
    crate::browser::follow(env, shown);
    #[cfg(feature = "hydrate")]
    let (click, submit) =
        (crate::browser::on_click(env, shown), crate::browser::on_submit(env, shown));
    #[cfg(not(feature = "hydrate"))]
    let (click, submit) = (|_: leptos::ev::MouseEvent| {}, |_: leptos::ev::SubmitEvent| {});
    Some(view! {
        <div class="guide" on:click=click on:submit=submit>
            {move || {
                let Shown { place, card, step } = shown.get();
                let view = screen(env, place, card);
                // A new screen takes the other branch, so that its fields are new elements and
                // nothing ticked or typed on the last one shines through.
                if step % 2 == 0 { Either::Left(view) } else { Either::Right(view) }
            }}
        </div>
    })
}

fn screen(env: Env, place: Place, card: Option<PlaceCard>) -> impl IntoView {
    match place.screen {
        Screen::Question(fact) => EitherOf4::A(view! { <Question env place fact/> }),
        Screen::Check => EitherOf4::B(view! { <Check env place/> }),
        Screen::Results => EitherOf4::C(view! { <Results env place card/> }),
        Screen::Pathway(at) => EitherOf4::D(view! { <Pathway env place at card/> }),
    }
}

#[cfg(feature = "hydrate")]
fn start() -> Option<Start> {
    crate::browser::start()
}

#[cfg(not(feature = "hydrate"))]
fn start() -> Option<Start> {
    use_context::<Start>()
}
