//! What tests over the whole rule base share: values to try, and which facts a test rests on.

use guide::{Answer, Answers, Case, Verdict, evaluate, missing, prune};
use jiff::civil::{Date, date};
use rules::{Book, Kind, Predicate};
use std::collections::{BTreeMap, BTreeSet};

/// Enough values of a fact to meet every difference the rules make: all options, one country of
/// each kind, both sides of each amount of the year.
pub(crate) fn values(book: &Book, fact: u8, year: i16) -> Vec<Answer> {
    let described = &book.facts[usize::from(fact)];
    match described.kind {
        Kind::Choice => (0u8..).zip(&described.options).map(|(at, _)| Answer::Choice(at)).collect(),
        Kind::Country => {
            let mut kinds = BTreeMap::new();
            for code in book.countries.iter().map(|country| country.code) {
                let lists: Vec<bool> =
                    book.lists.iter().map(|list| list.countries.contains(&code)).collect();
                let alone = [*b"DE", *b"GB", *b"TR"].contains(&code).then_some(code);
                kinds.entry((alone, lists)).or_insert(code);
            }
            kinds.into_values().map(Answer::Country).collect()
        }
        Kind::Money => {
            let ends = [*guide::address::MONEY.start(), *guide::address::MONEY.end()];
            let amounts = (0u8..).zip(&book.amounts).filter_map(|(at, _)| book.amount(at, year));
            let edges = amounts.flat_map(|cents| [cents - 1, cents]);
            edges.chain(ends).map(Answer::Money).collect()
        }
        Kind::Place => vec![Answer::Place(52_477, None)],
        Kind::Day => vec![Answer::Day(date(year, 11, 22))],
    }
}

/// The facts a test names, and those that decide whether these exist or are presumed.
pub(crate) fn rests_on(book: &Book, predicate: &Predicate) -> BTreeSet<u8> {
    let mut facts = BTreeSet::new();
    collect(book, predicate, &mut facts);
    facts
}

fn collect(book: &Book, predicate: &Predicate, facts: &mut BTreeSet<u8>) {
    let fact = match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => {
            for part in parts {
                collect(book, part, facts);
            }
            return;
        }
        Predicate::Is { fact, .. }
        | Predicate::Country { fact, .. }
        | Predicate::From { fact, .. }
        | Predicate::AtLeast { fact, .. } => *fact,
    };
    facts.insert(fact);
    let described = &book.facts[usize::from(fact)];
    let unless = described.presumed.as_ref().and_then(|presumed| presumed.unless.as_ref());
    for test in described.when.iter().chain(unless) {
        collect(book, test, facts);
    }
}

/// The book with the pathway at this place alone.
pub(crate) fn alone(book: &Book, pathway: usize) -> Book {
    Book { pathways: vec![book.pathways[pathway].clone()], ..book.clone() }
}

/// As [`reach`]; where nothing is reached, one presumption is denied first: some routes are for what
/// is not usual, such as work for a few months.
pub(crate) fn reach_unusual(
    book: &Book,
    pathway: usize,
    filing: Date,
    wanted: Verdict,
) -> Option<Answers> {
    let none = Answers::default();
    let denied = (0u8..).zip(&book.facts).filter(|(_, fact)| fact.presumed.is_some());
    let denied = denied.flat_map(|(fact, _)| {
        values(book, fact, filing.year()).into_iter().map(move |value| (fact, value))
    });
    reach(book, pathway, filing, wanted, &none).or_else(|| {
        let mut denied = denied.map(|(fact, value)| none.with(fact, value));
        denied.find_map(|from| reach(book, pathway, filing, wanted, &from))
    })
}

/// Answers with which the pathway at this place of the book comes to this verdict, if there are
/// any; presumptions stay as they are, and no two answers contradict each other.
pub(crate) fn reach(
    book: &Book,
    pathway: usize,
    filing: Date,
    wanted: Verdict,
    from: &Answers,
) -> Option<Answers> {
    if !prune(book, &mut from.clone()).is_empty() {
        return None;
    }
    let case = Case { book, answers: from, filing };
    let findings = evaluate(&case);
    if findings[pathway].verdict == wanted {
        return Some(from.clone());
    }
    let fact = *missing(&case, &findings[pathway]).first()?;
    values(book, fact, filing.year())
        .into_iter()
        .find_map(|value| reach(book, pathway, filing, wanted, &from.with(fact, value)))
}
