//! Everything that touches the browser. Only the island's handlers and effects come here.

mod follow;
mod guard;
mod page;

pub(crate) use follow::{follow, on_click, on_submit};
pub use guard::install_guard;
pub use page::set_words;
pub(crate) use page::start;
