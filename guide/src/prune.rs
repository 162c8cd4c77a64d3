//! Answers that no longer belong to the others.

use crate::{Answer, Answers, Case, Truth};
use jiff::civil::Date;
use rules::Book;

/// Drops answers to facts that do not exist given the other answers, and makes one of each
/// contradicting pair "I don't know"; returns the facts concerned.
pub fn prune(book: &Book, answers: &mut Answers) -> Vec<u8> {
    let mut dropped = Vec::new();
    // No rule about which facts exist depends on the day; dropping one answer can only lead to
    // dropping others, so this ends after as many rounds as there are answers.
    loop {
        if let Some(fact) = contradiction(book, answers) {
            // Not asked again by itself: somebody who insists would be asked for ever.
            answers.set(fact, Some(Answer::Unknown));
            dropped.push(fact);
        } else if let Some(fact) = without_place(book, answers) {
            answers.set(fact, None);
            dropped.push(fact);
        } else {
            break;
        }
    }
    dropped
}

/// The answer to give up of the first contradicting pair.
fn contradiction(book: &Book, answers: &Answers) -> Option<u8> {
    let case = Case { book, answers, filing: Date::default() };
    let known = |fact| answers.get(fact).is_some_and(|answer| *answer != Answer::Unknown);
    let mut found = book.conflicts.iter().filter(|conflict| known(conflict.drop));
    found.find(|conflict| case.holds(&conflict.when) == Truth::Yes).map(|conflict| conflict.drop)
}

/// The first answer to a fact that does not exist given the others.
fn without_place(book: &Book, answers: &Answers) -> Option<u8> {
    let case = Case { book, answers, filing: Date::default() };
    answers.iter().map(|(fact, _)| fact).find(|fact| {
        let when = book.facts.get(usize::from(*fact)).and_then(|fact| fact.when.as_ref());
        when.is_some_and(|when| case.holds(when) == Truth::No)
    })
}
