//! How somebody comes to the guide: with a person in mind, or with a job and nobody for it yet.

use crate::{Answer, Answers};
use rules::{Book, ENTRANCE, Fact};

/// The value of [`ENTRANCE`] where there is a job and nobody for it yet.
pub const NOBODY: &str = "nobody";

/// Whether there is a job and nobody for it yet: what describes a person is unknown then and not asked.
pub fn seeks(book: &Book, answers: &Answers) -> bool {
    let Some(at) = book.fact(ENTRANCE) else { return false };
    let value = book.facts.get(usize::from(at)).and_then(nobody);
    value.is_some() && answers.get(at).cloned() == value.map(Answer::Choice)
}

fn nobody(fact: &Fact) -> Option<u8> {
    let at = fact.options.iter().position(|option| option.id == NOBODY)?;
    u8::try_from(at).ok()
}
