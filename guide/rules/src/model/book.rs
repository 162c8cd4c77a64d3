//! The book itself: sources, money, lists of states and everything around the pathways.

use super::{Citation, Confidence, Fact, Pathway, Predicate};
use crate::Key;
use serde::{Deserialize, Serialize};

/// A calendar day: year, month 1–12, day 1–31.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Day(pub i16, pub i8, pub i8);

/// A law or other source that conditions cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Law {
    /// Short name as cited, `AufenthG`.
    pub code: String,
    /// Official address; `{section}` stands for the section's number.
    pub url: String,
}

/// Money by calendar year, as published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Stable id, `pension-ceiling`.
    pub id: String,
    /// Year and cents; a year that is not listed is not published.
    pub years: Vec<(i16, i64)>,
    /// Where it is published.
    pub law: Vec<Citation>,
}

/// An amount that follows from a series by a share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Stable id.
    pub id: String,
    /// Index into [`Book::series`].
    pub series: u8,
    /// Share of the series in ten-thousandths: 45.3 % is 4530.
    pub share: u32,
    /// Where the share stands.
    pub law: Vec<Citation>,
}

/// An official fee in cents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// Stable id.
    pub id: String,
    /// What it is for, one word.
    pub name: Key,
    /// Cents.
    pub cents: i64,
    /// For whom it falls due.
    pub when: Predicate,
    /// Where it stands.
    pub law: Vec<Citation>,
}

/// A named list of states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryList {
    /// Stable id.
    pub id: String,
    /// ISO 3166-1 alpha-2 codes, sorted.
    pub countries: Vec<[u8; 2]>,
    /// Where it stands.
    pub law: Vec<Citation>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A state one can be a national of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2, and `XK`.
    pub code: [u8; 2],
    /// Its name.
    pub name: Key,
}

/// Answers that cannot be true together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The contradiction.
    pub when: Predicate,
    /// Index into [`Book::facts`]: the answer to drop.
    pub drop: u8,
}

/// A result that needs no pathway at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Stable id.
    pub id: String,
    /// For whom.
    pub when: Predicate,
    /// Heading.
    pub title: Key,
    /// Explanation.
    pub text: Key,
    /// Where it stands.
    pub law: Vec<Citation>,
}

/// A change of the law, or the end of a term, that is known before its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coming {
    /// Stable id.
    pub id: String,
    /// The first day on which it is different.
    pub day: Day,
    /// For whom it matters.
    pub when: Predicate,
    /// What changes.
    pub title: Key,
    /// What to do about it.
    pub text: Key,
    /// Where it stands.
    pub law: Vec<Citation>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A whole rule base.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Book {
    /// Date, number and start of the content's hash: `2026-11-22.1-1a2b3c4d`.
    pub version: String,
    /// When the rule base as a whole was last compared with its sources.
    pub checked_on: Day,
    /// Sources.
    pub laws: Vec<Law>,
    /// Lists of states.
    pub lists: Vec<CountryList>,
    /// All states.
    pub countries: Vec<Country>,
    /// Published money by year.
    pub series: Vec<Series>,
    /// What follows from it.
    pub amounts: Vec<Amount>,
    /// Official fees.
    pub fees: Vec<Fee>,
    /// Facts, in the order in which they are asked.
    pub facts: Vec<Fact>,
    /// Pathways, in the order in which they are listed.
    pub pathways: Vec<Pathway>,
    /// Results that need no pathway.
    pub outcomes: Vec<Outcome>,
    /// Answers that cannot be true together.
    pub conflicts: Vec<Conflict>,
    /// Changes that are known before their day, the earliest first.
    pub coming: Vec<Coming>,
}

impl Book {
    /// Reads a book as packed by the compiler; `None` if the bytes are not a book of this format.
    pub fn load(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// The index of the fact with this id.
    pub fn fact(&self, id: &str) -> Option<u8> {
        self.facts.iter().position(|fact| fact.id == id).and_then(|at| u8::try_from(at).ok())
    }

    /// The same book, asking the person in question: "Where are you now?"
    #[must_use]
    pub fn asking_the_person(&self) -> Self {
        let mut book = self.clone();
        for fact in &mut book.facts {
            fact.title = fact.own.0.unwrap_or(fact.title);
            fact.hint = fact.own.1.or(fact.hint);
        }
        book
    }

    /// The pathway with this id.
    pub fn pathway(&self, id: &str) -> Option<&Pathway> {
        self.pathways.iter().find(|pathway| pathway.id == id)
    }

    /// An amount in cents in a year; `None` where the series has no figure for that year.
    ///
    /// A share that does not come out in whole cents is rounded up: one cent less would be too
    /// little.
    pub fn amount(&self, amount: u8, year: i16) -> Option<i64> {
        let amount = self.amounts.get(usize::from(amount))?;
        let series = self.series.get(usize::from(amount.series))?;
        let (_, cents) = series.years.iter().find(|(of, _)| *of == year)?;
        let parts = cents.checked_mul(i64::from(amount.share))?;
        Some(parts.checked_add(9_999)? / 10_000)
    }
}
