//! Finding things by what people type: occupations, and whatever the site-wide index holds.
//!
//! Pure: no I/O at run time. The same functions answer the form on the server and the keystrokes in
//! the browser. With feature `compile` the crate reads and checks the content folder.

mod closeness;
#[cfg(feature = "compile")]
pub mod compile;
mod occupation;
mod reading;
mod search;
mod words;

pub use closeness::closeness;
pub use occupation::{
    Body, Check, Found, Level, Occupation, Occupations, Regulated, Responsible, Sector, Trade,
};
pub use reading::{Article, Audience, Reading, Term, Topic, Version};
pub use search::{Doc, Hit, Index, Kind};
pub use words::{plain, stem, tokens};

use serde::{Deserialize, Serialize};

/// A text in both complete languages; other languages take over the German one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Both {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The text for a language tag.
    pub fn of(&self, tag: &str) -> &str {
        if tag == "en" { &self.en } else { &self.de }
    }
}
