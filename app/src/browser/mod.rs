//! Everything that touches the browser. Only the islands' handlers come here.

#[cfg(feature = "hydrate")]
mod arrive;
mod dom;
#[cfg(feature = "hydrate")]
mod dom_guide;
#[cfg(feature = "find")]
pub mod finding;
mod guard;
#[cfg(feature = "hydrate")]
mod guiding;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(feature = "hydrate")]
mod rest;

pub use guard::install_guard;
#[cfg(feature = "hydrate")]
pub(crate) use guiding::Guiding;
#[cfg(feature = "hydrate")]
pub use page::set_words;
#[cfg(feature = "hydrate")]
pub use rest::{Load, set_rest};
