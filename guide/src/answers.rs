//! Answers to the book's questions.

use jiff::civil::Date;
use rules::{Book, Kind};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "I don't know": it is not asked again, and nothing is guessed.
    Unknown,
    /// Index into the fact's options.
    Choice(u8),
    /// ISO 3166-1 alpha-2.
    Country([u8; 2]),
    /// Cents of a euro per year, gross.
    Money(i64),
    /// A postcode, and the id of the municipality where the code is shared.
    Place(u32, Option<String>),
    /// A day.
    Day(Date),
}

impl Answer {
    /// Whether this answer is of a fact's kind; "I don't know" is of every kind.
    pub fn suits(&self, book: &Book, fact: u8) -> bool {
        let Some(fact) = book.facts.get(usize::from(fact)) else { return false };
        match (self, fact.kind) {
            (Self::Choice(value), Kind::Choice) => usize::from(*value) < fact.options.len(),
            (Self::Country(code), Kind::Country) => {
                book.countries.iter().any(|country| country.code == *code)
            }
            (Self::Unknown, _)
            | (Self::Money(_), Kind::Money)
            | (Self::Place(..), Kind::Place)
            | (Self::Day(_), Kind::Day) => true,
            _ => false,
        }
    }
}

/// All answers given so far; at most one per fact of the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// The answer to a fact.
    pub fn get(&self, fact: u8) -> Option<&Answer> {
        self.0.get(usize::from(fact)).and_then(Option::as_ref)
    }

    /// The answer to the fact with this id.
    pub fn named(&self, book: &Book, id: &str) -> Option<&Answer> {
        book.fact(id).and_then(|fact| self.get(fact))
    }

    /// Sets or, with `None`, takes back an answer.
    pub fn set(&mut self, fact: u8, answer: Option<Answer>) {
        let at = usize::from(fact);
        if self.0.len() <= at {
            self.0.resize(at + 1, None);
        }
        if let Some(slot) = self.0.get_mut(at) {
            *slot = answer;
        }
        while self.0.last() == Some(&None) {
            self.0.pop();
        }
    }

    /// These answers with one changed.
    #[must_use]
    pub fn with(&self, fact: u8, answer: Answer) -> Self {
        let mut changed = self.clone();
        changed.set(fact, Some(answer));
        changed
    }

    /// Facts that have an answer, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (u8, &Answer)> {
        (0u8..).zip(&self.0).filter_map(|(fact, answer)| answer.as_ref().map(|one| (fact, one)))
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The planned filing day, `today` unless it was given.
    pub fn filing_day(&self, book: &Book, today: Date) -> Date {
        match self.named(book, "filing-day") {
            Some(Answer::Day(day)) => *day,
            _ => today,
        }
    }
}
