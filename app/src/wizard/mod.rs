//! The guide: questions, answers, results and pathways as one page inside one island.
//!
//! The server renders the screen an address names; in the browser the same views follow the address
//! without loading a document. Without WebAssembly every link and form below works as it stands.

mod aside;
mod card;
mod check;
mod env;
mod field;
mod flow;
mod island;
mod links;
mod notices;
mod office;
mod pathway;
mod question;
mod results;
mod screen;
mod trace;

pub use env::Env;
pub use flow::{Step, answered, submit};
pub use island::{Guide, Start};
#[cfg(feature = "hydrate")]
pub(crate) use island::{Shown, screen};
pub use links::switch_language;
pub use office::Office;
pub use screen::{Draft, Place, Screen, parse, title};
