//! The guide: questions, answers, results and pathways as one page inside one island.
//!
//! The server renders the screen an address names; in the browser the same views follow the address
//! without loading a document: the first questions from the first bundle (feature `hydrate`),
//! every other screen from the second one (feature `draw`). Without WebAssembly every link and form below works
//! as it stands.

mod aside;
mod draw;
mod env;
mod field;
mod flow;
mod form;
mod links;
mod notices;
mod question;
mod rows;
mod screen;

#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod island;

// What the first bundle leaves to the second.
#[cfg(any(feature = "ssr", feature = "draw"))]
mod ahead;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod card;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod check;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod field_more;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod near;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod office;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod pathway;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod results;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod trace;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod untranslated;
#[cfg(any(feature = "ssr", feature = "draw"))]
mod verdict;

#[cfg(feature = "ssr")]
pub(crate) use card::{VerdictWord, fixed_need, for_person, word};
#[cfg(feature = "draw")]
pub(crate) use draw::draw;
#[cfg(feature = "hydrate")]
pub(crate) use draw::draw_question;
pub use env::Env;
pub use form::{Step, answered, returned, submit};
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub use island::{Guide, Start};
#[cfg(feature = "hydrate")]
pub(crate) use links::form as form_address;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub use links::switch_language;
#[cfg(feature = "ssr")]
pub(crate) use links::{first_question, to as screen_address};
#[cfg(feature = "ssr")]
pub(crate) use notices::Notices;
#[cfg(feature = "ssr")]
pub use office::Office;
#[cfg(feature = "ssr")]
pub(crate) use results::distance;
#[cfg(feature = "ssr")]
pub use screen::title;
pub use screen::{Draft, Place, Screen, parse};
#[cfg(feature = "ssr")]
pub(crate) use trace::{Law, doubt, rule_tree, title as condition_title, trace_tree};
#[cfg(feature = "ssr")]
pub(crate) use untranslated::Untranslated;
#[cfg(feature = "ssr")]
pub(crate) use verdict::VerdictSign;
