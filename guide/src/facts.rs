//! What a case's facts are, and whether a test of them holds.

use crate::evaluate::{Case, Given, Need};
use crate::{Answer, Truth};
use rules::Predicate;
use std::cell::Cell;

impl<'a> Case<'a> {
    /// Where the value of a fact comes from.
    pub fn given(&self, fact: u8) -> Given<'a> {
        Known::of(*self).given(fact)
    }

    /// Whether a predicate holds.
    pub fn holds(&self, predicate: &Predicate) -> Truth {
        Known::of(*self).holds(predicate)
    }
}

/// A case that remembers its facts: each hangs on others, and conditions ask for it again and again.
pub(crate) struct Known<'a> {
    pub(crate) case: Case<'a>,
    /// What has been found so far, by the book's facts.
    given: Vec<Cell<Option<Given<'a>>>>,
}

impl<'a> Known<'a> {
    /// Nothing has been found yet.
    pub(crate) fn of(case: Case<'a>) -> Self {
        Self { case, given: vec![Cell::new(None); case.book.facts.len()] }
    }

    /// Where the value of a fact comes from.
    pub(crate) fn given(&self, fact: u8) -> Given<'a> {
        let Some(kept) = self.given.get(usize::from(fact)) else { return Given::Missing };
        kept.get().unwrap_or_else(|| {
            let found = self.find(fact);
            kept.set(Some(found));
            found
        })
    }

    fn find(&self, fact: u8) -> Given<'a> {
        let Some(described) = self.case.book.facts.get(usize::from(fact)) else {
            return Given::Missing;
        };
        match described.when.as_ref().map_or(Truth::Yes, |when| self.holds(when)) {
            Truth::No => return Given::NotApplicable,
            Truth::Unknown | Truth::Authority | Truth::Favourable => return Given::Missing,
            Truth::Yes => {}
        }
        match (self.case.answers.get(fact), &described.presumed) {
            (Some(Answer::Unknown), _) | (None, None) => Given::Missing,
            (Some(answer), _) => Given::Answered(answer),
            (None, Some(presumed)) => {
                let unless = presumed.unless.as_ref().map_or(Truth::No, |test| self.holds(test));
                if unless == Truth::No { Given::Presumed(presumed.value) } else { Given::Missing }
            }
        }
    }

    /// Whether a predicate holds.
    pub(crate) fn holds(&self, predicate: &Predicate) -> Truth {
        match predicate {
            Predicate::And(parts) => Truth::all(parts.iter().map(|part| self.holds(part))),
            Predicate::Or(parts) => Truth::any(parts.iter().map(|part| self.holds(part))),
            Predicate::Is { fact, values, not } => self.test(*fact, *not, |given| match given {
                Answer::Choice(value) => values.contains(value),
                _ => false,
            }),
            Predicate::Country { fact, code, not } => {
                self.test(*fact, *not, |given| *given == Answer::Country(*code))
            }
            Predicate::From { fact, list, not } => self.test(*fact, *not, |given| {
                let list = self.case.book.lists.get(usize::from(*list));
                match (given, list) {
                    (Answer::Country(code), Some(list)) => list.countries.contains(code),
                    _ => false,
                }
            }),
            Predicate::AtLeast { fact, amount } => {
                match (self.given(*fact), self.need(*fact, *amount).cents) {
                    (Given::NotApplicable, _) => Truth::No,
                    (Given::Answered(Answer::Money(cents)), Some(need)) => (*cents >= need).into(),
                    _ => Truth::Unknown,
                }
            }
        }
    }

    fn test(&self, fact: u8, not: bool, matches: impl Fn(&Answer) -> bool) -> Truth {
        let matched = match self.given(fact) {
            Given::Missing => return Truth::Unknown,
            Given::NotApplicable => false,
            Given::Answered(answer) => matches(answer),
            Given::Presumed(value) => matches(&Answer::Choice(value)),
        };
        (matched != not).into()
    }

    /// The amount, in the year of filing.
    pub(crate) fn need(&self, fact: u8, amount: u8) -> Need {
        let year = self.case.filing.year();
        Need { fact, amount, year, cents: self.case.book.amount(amount, year) }
    }
}
