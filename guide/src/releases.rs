//! Released versions of the rule base, to replay what an earlier one came to; for the server alone.
//!
//! The files stand in `releases/`; they have the rules with their citations, but no words.

use rules::Book;

include!(concat!(env!("OUT_DIR"), "/releases.rs"));

/// The released versions, oldest first: `2026-11-22.1-1a2b3c4d`.
pub fn versions() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(version, _)| *version)
}

/// The rule base of a released version; `None` if there is no such release.
///
/// Its texts have no words: [`rules::Words::get`] answers their keys with nothing.
pub fn load(version: &str) -> Option<Book> {
    let (_, json) = FILES.iter().find(|(of, _)| *of == version)?;
    // The files are part of this build; a test checks that each one can be read.
    read(json).ok()
}

/// Reads a rule base from the text of a release. What was added to the format later is left at its
/// default, what is no longer part of it is passed over.
///
/// # Errors
/// The text is no JSON, or lacks something that every release has.
pub fn read(json: &str) -> Result<Book, serde_json::Error> {
    serde_json::from_str(json)
}
