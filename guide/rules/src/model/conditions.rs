//! Conditions: what a pathway asks for, where that stands, and what its card says.

use super::Day;
use crate::Key;
use serde::{Deserialize, Serialize};

/// How sure a statement is, as the fact base marks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// Read in the statute or on a cited page.
    #[default]
    Sourced,
    /// Professional knowledge, not checked against a source.
    Known,
    /// Uncertain or not verified.
    Uncertain,
}

/// One place in a law: `§ 18g Abs. 1 Satz 2 Nr. 1 AufenthG`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Index into [`crate::Book::laws`].
    pub law: u8,
    /// Section number, `18g`; empty where the source has no sections.
    pub section: String,
    /// Paragraph, sentence and number as written, `Abs. 1 Satz 2 Nr. 1`; may be empty.
    pub place: String,
}

/// A test of facts without parts of its own worth showing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Predicate {
    /// All hold.
    And(Vec<Predicate>),
    /// At least one holds.
    Or(Vec<Predicate>),
    /// The choice is one of the values (`not`: is none of them).
    Is {
        /// Index into [`crate::Book::facts`].
        fact: u8,
        /// Indices into [`crate::Fact::options`].
        values: Vec<u8>,
        /// Turned round.
        not: bool,
    },
    /// The country is this one (`not`: is another one).
    Country {
        /// Index into [`crate::Book::facts`].
        fact: u8,
        /// ISO 3166-1 alpha-2.
        code: [u8; 2],
        /// Turned round.
        not: bool,
    },
    /// The country is in the list (`not`: is not in it).
    From {
        /// Index into [`crate::Book::facts`].
        fact: u8,
        /// Index into [`crate::Book::lists`].
        list: u8,
        /// Turned round.
        not: bool,
    },
    /// The money is at least the amount of the filing year.
    AtLeast {
        /// Index into [`crate::Book::facts`].
        fact: u8,
        /// Index into [`crate::Book::amounts`].
        amount: u8,
    },
}

/// How a condition is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// Every part is met.
    All(Vec<Condition>),
    /// One part is enough.
    Any(Vec<Condition>),
    /// The rows that are met bring enough points.
    Score {
        /// The fewest points that are enough.
        least: u8,
        /// What brings points.
        rows: Vec<Condition>,
        /// For each row its points and its group; of one group only the best row counts.
        points: Vec<(u8, u8)>,
    },
    /// By facts.
    Facts(Predicate),
    /// By a weighing of the authority, whatever the facts.
    Authority,
}

/// One condition of a pathway, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Stable id with the pathway's in front: `bluecard-regular.degree.foreign`.
    pub id: String,
    /// What must hold, in plain words.
    pub title: Key,
    /// What is wrong where it does not hold, in plain words.
    pub unmet: Option<Key>,
    /// Why it is not certain; present exactly where `confidence` is not sourced.
    pub doubt: Option<Key>,
    /// Where it stands.
    pub law: Vec<Citation>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When a person last compared it with its source.
    pub checked_on: Day,
    /// How it is decided.
    pub test: Test,
}

impl Condition {
    /// What the condition is made of; empty where it is decided by itself.
    pub fn parts(&self) -> &[Condition] {
        match &self.test {
            Test::All(parts) | Test::Any(parts) | Test::Score { rows: parts, .. } => parts,
            Test::Facts(_) | Test::Authority => &[],
        }
    }
}

/// One fact row of a pathway's card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The fact in bold.
    pub value: Key,
    /// The small line below it.
    pub note: Option<Key>,
}

/// What every card says, in the order it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// What the pay must be where no amount is fixed.
    pub salary: Row,
    /// German needed.
    pub german: Row,
    /// How long it takes.
    pub duration: Row,
    /// From filing to decision in months, shortest and longest; `None` where nothing is filed.
    pub months: Option<(u8, u8)>,
    /// Official fees that may fall due; indices into [`crate::Book::fees`].
    pub fees: Vec<u8>,
    /// Family.
    pub family: Row,
    /// The way to stay for good.
    pub settlement: Row,
    /// Entitlement or discretion.
    pub entitlement: Row,
    /// What the firm has to supply.
    pub tasks: Row,
}

/// One lawful way to work here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pathway {
    /// Stable id.
    pub id: String,
    /// Name in plain words.
    pub name: Key,
    /// One or two sentences for whom it is.
    pub summary: Key,
    /// Where to look for such people; `None` where one does not look for them.
    #[serde(default)]
    pub find: Option<Key>,
    /// Its legal basis.
    pub law: Vec<Citation>,
    /// When a person last compared it with its sources.
    pub checked_on: Day,
    /// It says what is allowed today, without an application: where it fits, nothing else need be
    /// asked for a first answer.
    #[serde(default)]
    pub today: bool,
    /// All must be met.
    pub conditions: Vec<Condition>,
    /// The rows of its card.
    pub card: Card,
}
