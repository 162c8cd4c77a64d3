//! The guide: questions, answers, results and pathways as one page inside one island.
//!
//! The server renders the screen an address names; in the browser the same views follow the address
//! without loading a document: questions from the first bundle (feature `hydrate`), every other
//! screen from the second one (feature `draw`). Without WebAssembly every link and form below works
//! as it stands.

mod draw;
mod env;
mod flow;
mod links;
mod notices;
mod rows;
mod screen;

// Of questions.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod aside;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod field;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod form;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod island;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod question;

// Of all other screens.
#[cfg(any(feature = "ssr", feature = "draw"))]
mod card;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod check;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod office;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod pathway;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod results;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod trace;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod verdict;

#[cfg(feature = "ssr")]
pub(crate) use card::{VerdictWord, word};
#[cfg(feature = "draw")]
pub(crate) use draw::draw_other;
#[cfg(feature = "hydrate")]
pub(crate) use draw::draw_question;
pub use env::Env;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub use form::{Step, answered, submit};
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub use island::{Guide, Start};
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub use links::switch_language;
#[cfg(feature = "ssr")]
pub use office::Office;
#[cfg(feature = "ssr")]
pub use screen::title;
pub use screen::{Draft, Place, Screen, parse};
#[cfg(feature = "ssr")]
pub(crate) use trace::{Law, rule_tree, title as condition_title};
#[cfg(feature = "ssr")]
pub(crate) use verdict::VerdictSign;
