//! The salary ladder: at which pay more routes open.

use crate::{Answer, Answers, Case, Verdict, verdicts};
use jiff::civil::Date;
use rules::{Book, Condition, Kind, Predicate, Test};

/// The pay at which something changes, in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Cents a year.
    pub cents: i64,
    /// What opens there: index into the book's pathways, and what it comes to from this pay on.
    pub opens: Vec<(usize, Verdict)>,
}

/// The rungs of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The year.
    pub year: i16,
    /// From the lowest pay up; `None` where an amount of that year is not published.
    pub rungs: Option<Vec<Rung>>,
}

/// The pay at which routes open for this person, in the year of filing and in the next one.
///
/// A route opens where one cent less comes to a worse verdict. Empty where no pay changes anything.
pub fn ladders(case: &Case) -> Vec<Ladder> {
    let Some(fact) = (0u8..).zip(&case.book.facts).find(|(_, fact)| fact.kind == Kind::Money)
    else {
        return Vec::new();
    };
    let amounts = compared(case.book, fact.0);
    let years = [case.filing.year(), case.filing.year() + 1];
    let all: Vec<Ladder> =
        years.iter().filter_map(|year| ladder(case, fact.0, &amounts, *year)).collect();
    let matters = |one: &Ladder| one.rungs.as_ref().is_some_and(|rungs| !rungs.is_empty());
    if all.iter().any(matters) { all } else { Vec::new() }
}

fn ladder(case: &Case, fact: u8, amounts: &[u8], year: i16) -> Option<Ladder> {
    let filing =
        if year == case.filing.year() { case.filing } else { Date::new(year, 1, 1).ok()? };
    let cents: Option<Vec<i64>> =
        amounts.iter().map(|amount| case.book.amount(*amount, year)).collect();
    let Some(mut cents) = cents else { return Some(Ladder { year, rungs: None }) };
    cents.sort_unstable();
    cents.dedup();
    let at = |cents| {
        let answers: Answers = case.answers.with(fact, Answer::Money(cents));
        let case = Case { answers: &answers, filing, ..*case };
        verdicts(&case)
    };
    let rung = |cents: i64| {
        let (below, from) = (at(cents - 1), at(cents));
        let opens = from.into_iter().zip(below).enumerate();
        let opens = opens.filter(|(_, (from, below))| from < below);
        Rung { cents, opens: opens.map(|(pathway, (from, _))| (pathway, from)).collect() }
    };
    let rungs = cents.into_iter().map(rung).filter(|rung| !rung.opens.is_empty()).collect();
    Some(Ladder { year, rungs: Some(rungs) })
}

/// The amounts that some condition compares with this fact, each once.
fn compared(book: &Book, fact: u8) -> Vec<u8> {
    fn of_test(test: &Predicate, fact: u8, all: &mut Vec<u8>) {
        match test {
            Predicate::And(parts) | Predicate::Or(parts) => {
                parts.iter().for_each(|part| of_test(part, fact, all));
            }
            Predicate::AtLeast { fact: of, amount } if *of == fact && !all.contains(amount) => {
                all.push(*amount);
            }
            _ => {}
        }
    }
    fn walk(conditions: &[Condition], fact: u8, all: &mut Vec<u8>) {
        for condition in conditions {
            if let Test::Facts(test) = &condition.test {
                of_test(test, fact, all);
            }
            walk(condition.parts(), fact, all);
        }
    }
    let mut all = Vec::new();
    book.pathways.iter().for_each(|pathway| walk(&pathway.conditions, fact, &mut all));
    all
}
