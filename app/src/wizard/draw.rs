//! From a screen to its HTML, the same on both sides.

use super::env::Env;
use super::question::Question;
use super::screen::{Place, Screen};
#[cfg(any(feature = "ssr", feature = "draw"))]
use guide::places::PlaceCard;
use leptos::prelude::*;

/// The HTML of a question, if the first bundle has its field and all words it needs: a choice or a country
/// that is no detail, not yet answered wrongly, with no answers to details beside it. `None` leaves it to the
/// second bundle.
#[cfg(feature = "hydrate")]
pub(crate) fn draw_question(env: Env, place: Place) -> Option<String> {
    let Screen::Question(fact) = place.screen else { return None };
    let env = env.spoken_to(&place.read.answers);
    let described = env.fact(fact)?;
    let drawn = matches!(described.kind, rules::Kind::Choice | rules::Kind::Country);
    let typed = described.kind == rules::Kind::Country && place.draft.is_some();
    let named = |at| env.fact(at).is_some_and(|fact| !env.lang.t(fact.short).is_empty());
    let named = place.read.answers.iter().all(|(at, _)| named(at));
    (drawn && !typed && named && !env.lang.t(described.title).is_empty())
        .then(|| view! { <Question env place fact/> }.to_html())
}

/// The HTML of any screen.
#[cfg(any(feature = "ssr", feature = "draw"))]
pub(crate) fn draw(env: Env, place: Place, card: Option<PlaceCard>) -> String {
    use super::{check::Check, pathway::Pathway, results::Results};
    let env = env.spoken_to(&place.read.answers);
    match place.screen {
        Screen::Question(fact) => view! { <Question env place fact/> }.to_html(),
        Screen::Check => view! { <Check env place/> }.to_html(),
        Screen::Results => view! { <Results env place card/> }.to_html(),
        Screen::Pathway(at) => view! { <Pathway env place at card/> }.to_html(),
    }
}
