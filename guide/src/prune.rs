//! Answers that no longer belong to the others.

use crate::{Answers, Case, Truth};
use jiff::civil::Date;
use rules::Book;

/// Drops answers to facts that do not exist given the other answers, and one of each contradicting
/// pair; returns the dropped facts.
pub fn prune(book: &Book, answers: &mut Answers) -> Vec<u8> {
    let mut dropped = Vec::new();
    // No rule about which facts exist depends on the day; dropping one answer can only lead to
    // dropping others, so this ends after as many rounds as there are answers.
    while let Some(fact) = first_misfit(book, answers) {
        answers.set(fact, None);
        dropped.push(fact);
    }
    dropped
}

fn first_misfit(book: &Book, answers: &Answers) -> Option<u8> {
    let case = Case { book, answers, filing: Date::default() };
    let contradicted = book
        .conflicts
        .iter()
        .find(|conflict| {
            answers.get(conflict.drop).is_some() && case.holds(&conflict.when) == Truth::Yes
        })
        .map(|conflict| conflict.drop);
    contradicted.or_else(|| {
        answers.iter().map(|(fact, _)| fact).find(|fact| {
            let when = book.facts.get(usize::from(*fact)).and_then(|fact| fact.when.as_ref());
            when.is_some_and(|when| case.holds(when) == Truth::No)
        })
    })
}
