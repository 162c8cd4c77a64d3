//! The words of one language.

use serde::{Deserialize, Serialize};

/// A text of the interface or of the rule base: its place in [`Words::texts`].
///
/// Keys are numbers so that no key's name travels to the browser; a book and its words are always
/// compiled together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key(pub u16);

/// All texts of one language, in the order of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// BCP 47 tag: `de`, `en`, `de-simple`.
    pub locale: String,
    /// One text per key. `{name}` stands for a value filled in when it is shown.
    pub texts: Vec<String>,
    /// The book's countries in this language's order: indices into `Book::countries`.
    pub countries: Vec<u8>,
    /// Other names people type for a country, lower case, with its ISO 3166-1 code.
    pub synonyms: Vec<(String, [u8; 2])>,
}

impl Words {
    /// Reads words as packed by the compiler; `None` if the bytes are not words.
    pub fn load(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// The text of a key; empty if the key is not of this book.
    pub fn get(&self, key: Key) -> &str {
        self.texts.get(usize::from(key.0)).map_or("", String::as_str)
    }

    /// The text of a key that only some languages have.
    pub fn maybe(&self, key: Key) -> Option<&str> {
        Some(self.get(key)).filter(|text| !text.is_empty())
    }
}
