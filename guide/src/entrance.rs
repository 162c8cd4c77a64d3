//! How somebody comes to the guide: with a person in mind, for oneself, or with a job and nobody for it yet.

use crate::{Answer, Answers};
use rules::{Book, ENTRANCE};

/// The value of [`ENTRANCE`] where there is a job and nobody for it yet.
pub const NOBODY: &str = "nobody";

/// The value of [`ENTRANCE`] where the person in question asks.
pub const MYSELF: &str = "myself";

/// Whether the person in question asks: what describes a person is asked of them then.
pub fn asks_for_oneself(book: &Book, answers: &Answers) -> bool {
    entered(book, answers, MYSELF)
}

/// Whether there is a job and nobody for it yet: what describes a person is unknown then and not asked.
pub fn seeks(book: &Book, answers: &Answers) -> bool {
    entered(book, answers, NOBODY)
}

fn entered(book: &Book, answers: &Answers, value: &str) -> bool {
    let Some(at) = book.fact(ENTRANCE) else { return false };
    let Some(fact) = book.facts.get(usize::from(at)) else { return false };
    match answers.get(at) {
        Some(Answer::Choice(chosen)) => {
            fact.options.get(usize::from(*chosen)).is_some_and(|option| option.id == value)
        }
        _ => false,
    }
}
