//! What stands in the content folder for nothing.

use super::book::report;
use super::{Problem, source};
use crate::{Book, Condition, Fact, Kind, Predicate, Test};
use std::collections::BTreeSet;

/// A shared condition that no pathway takes over.
pub(super) fn shared(files: &source::Files, problems: &mut Vec<Problem>) {
    fn uses<'a>(written: &'a [source::Condition], found: &mut Vec<&'a str>) {
        for one in written {
            found.extend(one.r#use.as_deref());
            uses(one.all.as_deref().unwrap_or_default(), found);
            uses(one.any.as_deref().unwrap_or_default(), found);
            uses(one.row.as_deref().unwrap_or_default(), found);
        }
    }
    let mut found = Vec::new();
    for pathway in &files.pathways {
        uses(&pathway.condition, &mut found);
    }
    uses(&files.shared, &mut found);
    for shared in files.shared.iter().filter(|one| !found.contains(&one.id.as_str())) {
        report(problems, "shared", format!("no pathway uses `{}`", shared.id));
    }
}

/// A fact that no rule tests would be asked for nothing.
pub(super) fn facts(book: &Book, problems: &mut Vec<Problem>) {
    let mut used = BTreeSet::new();
    tests_of_rules(book, &mut |test| match test {
        Predicate::And(_) | Predicate::Or(_) => {}
        Predicate::Is { fact, .. }
        | Predicate::Country { fact, .. }
        | Predicate::From { fact, .. }
        | Predicate::AtLeast { fact, .. } => {
            used.insert(*fact);
        }
    });
    for (at, fact) in (0u8..).zip(&book.facts) {
        if !used.contains(&at) && !tests_nothing(fact) {
            report(problems, "questions", format!("no rule depends on `{}`", fact.id));
        }
    }
}

/// The place decides who is responsible, the day which amounts hold, the entrance what is asked.
fn tests_nothing(fact: &Fact) -> bool {
    matches!(fact.kind, Kind::Place | Kind::Day) || fact.id == crate::ENTRANCE
}

/// An amount that nothing is compared with, and a series that no amount is a share of: they would be
/// kept up year by year for nobody.
pub(super) fn amounts(book: &Book, files: &source::Files, problems: &mut Vec<Problem>) {
    let mut used = BTreeSet::new();
    let mut see = |test: &Predicate| {
        if let Predicate::AtLeast { amount, .. } = test {
            used.insert(*amount);
        }
    };
    tests_of_rules(book, &mut see);
    for fact in &book.facts {
        let unless = fact.presumed.as_ref().and_then(|presumed| presumed.unless.as_ref());
        fact.when.iter().chain(&fact.detail).chain(unless).for_each(|one| each(one, &mut see));
    }
    book.fees.iter().for_each(|one| each(&one.when, &mut see));
    book.conflicts.iter().for_each(|one| each(&one.when, &mut see));
    for (at, amount) in (0u8..).zip(&book.amounts) {
        if !used.contains(&at) {
            report(problems, "amounts.toml", format!("no test asks for `{}`", amount.id));
        }
    }
    for series in &files.amounts.series {
        if files.amounts.amount.iter().all(|amount| amount.of != series.id) {
            report(problems, "amounts.toml", format!("no amount is a share of `{}`", series.id));
        }
    }
}

/// Calls `see` with every test, and every part of one, that decides about pathways and outcomes.
fn tests_of_rules(book: &Book, see: &mut impl FnMut(&Predicate)) {
    for pathway in &book.pathways {
        pathway.conditions.iter().for_each(|one| each_of(one, see));
    }
    book.outcomes.iter().for_each(|one| each(&one.when, see));
}

fn each_of(condition: &Condition, see: &mut impl FnMut(&Predicate)) {
    condition.parts().iter().for_each(|part| each_of(part, see));
    if let Test::Facts(predicate) = &condition.test {
        each(predicate, see);
    }
}

/// Shows a test of facts and all in it.
pub(super) fn each(predicate: &Predicate, see: &mut impl FnMut(&Predicate)) {
    see(predicate);
    if let Predicate::And(parts) | Predicate::Or(parts) = predicate {
        parts.iter().for_each(|part| each(part, see));
    }
}
