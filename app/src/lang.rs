//! The language of a page.

use guide::show;
use rules::{Key, Words};

/// A language and its words; every view gets it.
#[derive(Clone, Copy, Debug)]
pub struct Lang {
    /// BCP 47 tag, also the first part of every address: `de`.
    pub tag: &'static str,
    /// Its words.
    pub words: &'static Words,
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Lang {
    /// The language with this tag; `None` if the guide does not speak it.
    #[cfg(feature = "ssr")]
    pub fn named(tag: &str) -> Option<Self> {
        let tag = guide::LOCALES.into_iter().find(|known| *known == tag)?;
        Some(Self { tag, words: guide::words(tag) })
    }

    /// A text.
    pub fn t(&self, key: Key) -> &'static str {
        self.words.get(key)
    }

    /// A text that only some languages have.
    pub fn maybe(&self, key: Key) -> Option<&'static str> {
        self.words.maybe(key)
    }

    /// A text with its `{values}` filled in.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        show::fill(self.words, key, values)
    }
}
