//! Everything that touches the browser. Only the island's handlers come here.

mod arrive;
mod dom;
mod guard;
mod guiding;
mod page;
mod rest;

pub use guard::install_guard;
pub(crate) use guiding::Guiding;
pub use page::set_words;
pub use rest::{Load, set_rest};
