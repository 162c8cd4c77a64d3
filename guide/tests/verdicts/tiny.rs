//! A book of a few facts.

use guide::{Answer, Answers, Truth};
use jiff::civil::{Date, date};
use rules::{Amount, Book, Condition, Fact, Kind, Pathway, Predicate, Presumption, Series, Test};

pub(crate) const YES: Answer = Answer::Choice(0);
pub(crate) const NO: Answer = Answer::Choice(1);
pub(crate) const DAY: Date = date(2026, 6, 1);

pub(crate) const A: u8 = 0;
pub(crate) const B: u8 = 1;
/// Exists only where A is yes.
pub(crate) const CHILD: u8 = 2;
/// Presumed to be yes.
pub(crate) const PRESUMED: u8 = 3;
/// Presumed to be yes unless A is no.
pub(crate) const PRESUMED_UNLESS: u8 = 4;
pub(crate) const SALARY: u8 = 5;

pub(crate) fn is(fact: u8) -> Predicate {
    Predicate::Is { fact, values: vec![0], not: false }
}

pub(crate) fn is_not(fact: u8) -> Predicate {
    Predicate::Is { fact, values: vec![0], not: true }
}

pub(crate) fn at_least() -> Predicate {
    Predicate::AtLeast { fact: SALARY, amount: 0 }
}

/// The facts above, the amount of 1,000 € for 2026, and one pathway with these conditions. What the
/// verdict does not depend on (words, card, citations) is taken from the real book.
pub(crate) fn tiny(conditions: Vec<Condition>) -> Book {
    let mould = guide::book();
    let plain = mould.facts.iter().find(|fact| fact.options.len() == 2).unwrap();
    let presumption = mould.facts.iter().find_map(|fact| fact.presumed.clone()).unwrap();
    let options: Vec<_> = ["yes", "no"]
        .into_iter()
        .zip(&plain.options)
        .map(|(id, option)| rules::Value { id: id.to_owned(), ..option.clone() })
        .collect();
    let choice = |id: &str, when, presumed| Fact {
        id: id.to_owned(),
        kind: Kind::Choice,
        options: options.clone(),
        when,
        presumed,
        detail: None,
        of_job: false,
        own: (None, None),
        steps: Vec::new(),
        ..plain.clone()
    };
    let presumed = |unless| Some(Presumption { value: 0, unless, ..presumption.clone() });
    let salary = choice("salary", None, None);
    Book {
        version: "1".to_owned(),
        facts: vec![
            choice("a", None, None),
            choice("b", None, None),
            choice("child", Some(is(A)), None),
            choice("presumed", None, presumed(None)),
            choice("presumed-unless", None, presumed(Some(is_not(A)))),
            Fact { kind: Kind::Money, options: Vec::new(), ..salary },
        ],
        series: vec![Series {
            id: "ceiling".to_owned(),
            years: vec![(2026, 200_000)],
            ..mould.series[0].clone()
        }],
        amounts: vec![Amount { series: 0, share: 5_000, ..mould.amounts[0].clone() }],
        pathways: vec![pathway(false, conditions)],
        conflicts: Vec::new(),
        ..mould.clone()
    }
}

/// A pathway with these conditions that says what is allowed today, or needs an application.
pub(crate) fn pathway(today: bool, conditions: Vec<Condition>) -> Pathway {
    let mould = guide::book().pathways[0].clone();
    Pathway { id: "way".to_owned(), today, conditions, ..mould }
}

pub(crate) fn condition(test: Test) -> Condition {
    Condition { test, ..guide::book().pathways[0].conditions[0].clone() }
}

pub(crate) fn facts(predicate: Predicate) -> Condition {
    condition(Test::Facts(predicate))
}

/// A condition of each truth, given that A is yes, and B is not answered.
pub(crate) fn of(truth: Truth) -> Condition {
    match truth {
        Truth::Yes => facts(is(A)),
        Truth::No => facts(is_not(A)),
        Truth::Unknown => facts(is(B)),
        Truth::Authority => condition(Test::Authority),
        Truth::Favourable => condition(Test::Any(vec![facts(is(B)), condition(Test::Authority)])),
    }
}

pub(crate) fn answers(given: &[(u8, Answer)]) -> Answers {
    let mut answers = Answers::default();
    for (fact, answer) in given {
        answers.set(*fact, Some(answer.clone()));
    }
    answers
}
