//! Answers that no longer belong to the others.

use crate::facts::Known;
use crate::{Answer, Answers, Case, Given, Truth};
use jiff::civil::Date;
use rules::Book;

/// Drops answers to facts that do not exist given the other answers, and makes one of each
/// contradicting pair "I don't know"; returns the facts concerned.
pub fn prune(book: &Book, answers: &mut Answers) -> Vec<u8> {
    let mut dropped = Vec::new();
    // No rule about which facts exist depends on the day; dropping one answer can only lead to
    // dropping others, so this ends after as many rounds as there are answers.
    loop {
        let known = Known::of(Case { book, answers, filing: Date::default() });
        if let Some(fact) = contradiction(&known) {
            // Not asked again by itself: somebody who insists would be asked for ever.
            answers.set(fact, Some(Answer::Unknown));
            dropped.push(fact);
        } else if let Some(fact) = without_place(&known) {
            answers.set(fact, None);
            dropped.push(fact);
        } else {
            break;
        }
    }
    dropped
}

/// The answer to give up of the first contradicting pair.
fn contradiction(known: &Known) -> Option<u8> {
    let given = |fact| known.case.answers.get(fact).is_some_and(|one| *one != Answer::Unknown);
    let mut found = known.case.book.conflicts.iter().filter(|conflict| given(conflict.drop));
    found.find(|conflict| known.holds(&conflict.when) == Truth::Yes).map(|conflict| conflict.drop)
}

/// The first answer to a fact that does not exist given the others.
fn without_place(known: &Known) -> Option<u8> {
    let mut answered = known.case.answers.iter().map(|(fact, _)| fact);
    answered.find(|fact| known.given(*fact) == Given::NotApplicable)
}
