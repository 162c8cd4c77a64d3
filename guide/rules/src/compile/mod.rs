//! Reads the content folder, checks it and packs it: for build scripts, tools and tests.
//!
//! Every mistake is reported with its place; nothing is guessed. What is checked here: unknown
//! keys, ids and values, citations, kinds, dated amounts, texts missing in a language, texts nobody
//! uses, facts nobody tests. What needs evaluation (a pathway that can never fit or always does) is
//! tested in the crate `guide`.

mod amounts;
mod book;
mod cases;
mod citation;
mod condition;
mod facts;
mod geo;
mod keys;
mod lists;
mod locale;
mod outcomes;
mod predicate;
mod source;
mod unused;
mod values;

pub use cases::{cases, packed_cases};
pub use locale::{LOCALES, Locale, Partial, complete};

use crate::{Book, Fact, Kind, Places, Predicate, Questions, Words, fold};
use keys::Keys;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// A mistake in the content folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Problem {
    /// File, or file and id.
    pub place: String,
    /// What is wrong, and what is allowed where that helps.
    pub what: String,
}

/// All mistakes found in one go.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(pub Vec<Problem>);

/// A content folder, compiled.
#[derive(Clone, Debug)]
pub struct Content {
    /// The rule base.
    pub book: Book,
    /// Places and offices.
    pub places: Places,
    /// Words by language, in the order of [`LOCALES`].
    pub words: Vec<Words>,
    /// Names and keys of the texts the program asks for itself (`ui.…`, `result.…`, `page.…`, `find.…`), for
    /// constants.
    pub constants: Vec<(String, crate::Key)>,
    /// The names of all texts, in the order of their keys.
    names: Vec<String>,
}

/// Texts of pages that the server alone renders start with this.
const SERVER_ONLY: &str = "page.";
/// Texts of the finders start with this; they have a bundle of their own.
const FINDERS: &str = "find.";

impl Content {
    /// The book in the packed form that [`Book::load`] reads.
    pub fn packed_book(&self) -> Vec<u8> {
        pack(&self.book)
    }

    /// The book without what only results show, in the form that [`Questions::load`] reads.
    pub fn packed_questions(&self) -> Vec<u8> {
        pack(&Questions::of(&self.book))
    }

    /// The places in the packed form that [`Places::load`] reads.
    pub fn packed_places(&self) -> Vec<u8> {
        pack(&self.places)
    }

    /// The words by language in the packed form that [`Words::load`] reads.
    pub fn packed_words(&self) -> BTreeMap<String, Vec<u8>> {
        self.words.iter().map(|words| (words.locale.clone(), pack(words))).collect()
    }

    /// The words the browser gets; without the texts of pages that the server alone renders.
    pub fn browser_words(&self) -> BrowserWords {
        let questions = |name: &str| self.is_asked_first(name);
        BrowserWords {
            questions: self.packed_where(questions),
            all: self
                .packed_where(|name| !name.starts_with(SERVER_ONLY) && !name.starts_with(FINDERS)),
            finders: self.packed_where(|name| name.starts_with(FINDERS)),
        }
    }

    /// Whether the first bundle needs a text: the frame, the states, the questions that can come first
    /// or second and are no details; of those it does not draw what names their answers.
    fn is_asked_first(&self, name: &str) -> bool {
        let Some(name) = name.strip_prefix("fact.") else {
            return name.starts_with("ui.") || name.starts_with("country.");
        };
        let Some((id, rest)) = name.split_once('.') else { return false };
        let Some(fact) = self.book.facts.iter().find(|fact| fact.id == id) else { return false };
        let early = !fact.is_detail() && self.comes_early(fact);
        let drawn = matches!(fact.kind, Kind::Choice | Kind::Country);
        // What is taken as given and what can be changed is told with the result.
        let later = rest == "presumed" || rest.starts_with("step.");
        early && !later && (drawn || matches!(rest, "short" | "change"))
    }

    /// Whether a question hangs on none, or on one that itself hangs on none. Whoever gets to the
    /// others has been reading for a while, and the second bundle with all words is there.
    fn comes_early(&self, fact: &Fact) -> bool {
        let Some(when) = &fact.when else { return true };
        let mut early = true;
        unused::each(when, &mut |part| {
            if let Predicate::Is { fact, .. }
            | Predicate::Country { fact, .. }
            | Predicate::From { fact, .. }
            | Predicate::AtLeast { fact, .. } = part
            {
                let asked = self.book.facts.get(usize::from(*fact));
                early &= asked.is_some_and(|fact| fact.when.is_none());
            }
        });
        early
    }

    /// The words by language, with the texts alone whose names are wanted.
    fn packed_where(&self, wanted: impl Fn(&str) -> bool) -> BTreeMap<String, Vec<u8>> {
        let mut all = self.words.clone();
        for words in &mut all {
            for (text, name) in words.texts.iter_mut().zip(&self.names) {
                if !wanted(name) {
                    text.clear();
                }
            }
        }
        all.iter().map(|words| (words.locale.clone(), pack(words))).collect()
    }
}

/// Words for the browser in packed form, by locale.
#[derive(Clone, Debug)]
pub struct BrowserWords {
    /// Those the first bundle needs: questions, their fields, the frame around them.
    pub questions: BTreeMap<String, Vec<u8>>,
    /// All of the guide, for its second bundle.
    pub all: BTreeMap<String, Vec<u8>>,
    /// Those of the finders.
    pub finders: BTreeMap<String, Vec<u8>>,
}

fn pack<T: serde::Serialize>(value: &T) -> Vec<u8> {
    // Plain data into memory cannot fail; an empty file would be refused by every reader.
    postcard::to_allocvec(value).unwrap_or_default()
}

/// Compiles a content folder.
///
/// # Errors
/// All mistakes found, each with its place.
pub fn content(folder: &Path) -> Result<Content, Problems> {
    let mut problems = Vec::new();
    let files = source::Files::read(folder, &mut problems);
    let mut keys = Keys::read(folder, &mut problems);
    let mut book = book::compile(&files, &mut keys, &mut problems);
    let places = geo::compile(&files.geo, &mut problems);
    let constants = keys.constants(&["ui.", "result.", SERVER_ONLY, FINDERS]);
    let names = keys.names();
    let mut words = keys.finish(&mut problems);
    for words in &mut words {
        words.countries = in_order(&book, words);
    }
    if !problems.is_empty() {
        problems.sort();
        problems.dedup();
        return Err(Problems(problems));
    }
    book.version = version(&files.released, &book);
    Ok(Content { book, places, words, constants, names })
}

/// The book's countries by their names in a language.
fn in_order(book: &Book, words: &Words) -> Vec<u8> {
    let mut named: Vec<(String, u8)> =
        (0u8..).zip(&book.countries).map(|(at, one)| (fold(words.get(one.name)), at)).collect();
    named.sort();
    named.into_iter().map(|(_, at)| at).collect()
}

/// `2026-11-22.1-1a2b3c4d`: day, number and the start of the hash over everything that decides.
fn version(released: &source::Released, book: &Book) -> String {
    use std::fmt::Write as _;
    let decides = (
        (&book.laws, &book.lists, &book.series, &book.amounts, &book.fees),
        (&book.facts, &book.pathways, &book.outcomes, &book.conflicts),
    );
    // The numbers of texts shift with every new word; they decide nothing.
    let text = format!("{decides:?}");
    let mut parts = text.split("Key(");
    let first = parts.next().unwrap_or_default().to_owned();
    let plain = parts
        .fold(first, |sum, part| sum + part.trim_start_matches(|sign: char| sign.is_ascii_digit()));
    let digest = Sha256::digest(plain);
    let mut text = format!("{}.{}-", released.day, released.number);
    for byte in digest.iter().take(4) {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
