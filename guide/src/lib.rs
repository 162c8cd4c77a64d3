//! The guide: which lawful routes are open to a person, why, and what is still to be asked.
//!
//! Pure: no I/O, no clock, no interface. The same functions run in the browser, on the server, in
//! the API and in tests. Data flow in one direction:
//!
//! address → [`address::read`] → [`Answers`] → [`evaluate`] → one [`Finding`] per pathway →
//! [`next_question`], and what the pages show.
//!
//! The law itself is data in `content/`, compiled by the crate `rules`.

pub mod address;
mod answers;
mod ask;
mod calendar;
mod cases;
mod cost;
mod entrance;
mod evaluate;
mod facts;
pub mod input;
mod ladder;
mod later;
mod near;
mod outcome;
mod overlay;
pub mod places;
mod prune;
#[cfg(feature = "releases")]
pub mod releases;
mod score;
pub mod show;
mod truth;

pub use answers::{Answer, Answers};
pub use ask::{deciding_question, further_question, missing, next_question};
pub use calendar::{Entry, Occasion, calendar};
pub use cases::{cases, situation};
pub use cost::fees;
pub use entrance::{MYSELF, NOBODY, asks_for_oneself, seeks};
pub use evaluate::{Case, Finding, Given, Need, Trace, Verdict, evaluate, verdicts};
pub use ladder::{Ladder, Rung, ladders};
pub use later::{LaterYear, later_years};
pub use near::{Change, NearMiss, near_misses};
pub use outcome::outcome;
pub use overlay::Overlay;
pub use prune::prune;
pub use score::{Score, counting, score};
pub use truth::Truth;

use rules::{Book, Key, Places, Questions, Words};
use std::sync::OnceLock;

/// Keys of the interface's own texts.
pub mod ui {
    use rules::Key;
    include!(concat!(env!("OUT_DIR"), "/ui.rs"));
}

/// Keys of the texts that only results and pathways show.
pub mod result {
    use rules::Key;
    include!(concat!(env!("OUT_DIR"), "/result.rs"));
}

/// Keys of the texts of pages that the server alone renders.
pub mod page {
    use rules::Key;
    include!(concat!(env!("OUT_DIR"), "/page.rs"));
}

/// Keys of the texts of the finders.
pub mod find {
    use rules::Key;
    include!(concat!(env!("OUT_DIR"), "/find.rs"));
}

/// Languages of the guide, the default first, partial ones last.
pub const LOCALES: [&str; 3] = ["de", "en", "de-simple"];

/// Languages all words of which are their own; the others take some over.
pub const COMPLETE: [&str; 2] = ["de", "en"];

/// The current rule base, compiled in.
pub fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    // The bytes come from this build; a test and the server's start check that they load.
    BOOK.get_or_init(|| {
        Book::load(include_bytes!(concat!(env!("OUT_DIR"), "/book.bin"))).unwrap_or_default()
    })
}

/// The current rule base without what only results show: citations, words of conditions, cards,
/// fees. It leads to the same questions; for the browser's first bundle.
pub fn questions_book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        Questions::load(include_bytes!(concat!(env!("OUT_DIR"), "/questions.bin")))
            .unwrap_or_default()
    })
}

/// [`book`], asking the person in question.
pub fn own_book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| book().asking_the_person())
}

/// [`questions_book`], asking the person in question.
pub fn own_questions_book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| questions_book().asking_the_person())
}

/// Places and offices, compiled in; for the server.
pub fn all_places() -> &'static Places {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| {
        Places::load(include_bytes!(concat!(env!("OUT_DIR"), "/places.bin"))).unwrap_or_default()
    })
}

/// The words of a language of [`LOCALES`], compiled in; for the server. German for any other.
pub fn words(locale: &str) -> &'static Words {
    static DE: OnceLock<Words> = OnceLock::new();
    static EN: OnceLock<Words> = OnceLock::new();
    static DE_SIMPLE: OnceLock<Words> = OnceLock::new();
    let load = |bytes: &[u8]| Words::load(bytes).unwrap_or_default();
    match locale {
        "en" => EN.get_or_init(|| load(include_bytes!(concat!(env!("OUT_DIR"), "/words.en.bin")))),
        "de-simple" => DE_SIMPLE
            .get_or_init(|| load(include_bytes!(concat!(env!("OUT_DIR"), "/words.de-simple.bin")))),
        _ => DE.get_or_init(|| load(include_bytes!(concat!(env!("OUT_DIR"), "/words.de.bin")))),
    }
}

/// A text of the interface without values to fill in.
pub fn text(words: &Words, key: Key) -> String {
    words.get(key).to_owned()
}
