//! What tests over the whole rule base share: values to try, and which facts a test rests on.

use guide::{Answer, Answers, Case, Verdict, evaluate, missing, prune};
use jiff::civil::{Date, date};
use rules::{Book, Condition, Kind, Predicate, Test};
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

/// Whether the condition cannot be met without a weighing by the authority.
pub(crate) fn is_weighed(condition: &Condition) -> bool {
    match &condition.test {
        Test::Facts(_) | Test::Score { .. } => false,
        Test::Authority => true,
        Test::All(parts) => parts.iter().any(is_weighed),
        Test::Any(parts) => parts.iter().all(is_weighed),
    }
}

/// The best verdict the pathway can come to: some leave a weighing to the authority in any case.
pub(crate) fn best(book: &Book, pathway: usize) -> Verdict {
    let weighed = book.pathways[pathway].conditions.iter().any(is_weighed);
    if weighed { Verdict::AuthorityDecides } else { Verdict::Fits }
}

/// Answers with which the pathway comes to its best verdict. Some are only for whoever denies a
/// presumption, somebody posted for instance: each one is denied if need be.
pub(crate) fn best_case(book: &Book, pathway: usize, filing: Date) -> Option<Answers> {
    let none = Answers::default();
    let denied =
        (0u8..).zip(&book.facts).filter_map(|(fact, one)| Some((fact, one.presumed.as_ref()?)));
    let denied = denied.flat_map(|(fact, presumed)| {
        let others = values(book, fact, filing.year()).into_iter();
        others.filter(|one| *one != Answer::Choice(presumed.value)).map(move |one| (fact, one))
    });
    let starts = denied.map(|(fact, other)| none.with(fact, other));
    let wanted = best(book, pathway);
    std::iter::once(none.clone())
        .chain(starts)
        .find_map(|from| reach(book, pathway, filing, wanted, &from))
}
