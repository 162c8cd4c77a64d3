//! The parts of a rule base. All of it is plain data; indices point into the [`Book`]'s own lists.
//!
//! Released books are kept as JSON. A field that is added later is an `Option` or has a serde default,
//! so that they stay readable.

use crate::Key;
use serde::{Deserialize, Serialize};

/// A calendar day: year, month 1–12, day 1–31.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Day(pub i16, pub i8, pub i8);

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

/// A law or other source that conditions cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Law {
    /// Short name as cited, `AufenthG`.
    pub code: String,
    /// Official address; `{section}` stands for the section's number.
    pub url: String,
}

/// One place in a law: `§ 18g Abs. 1 Satz 2 Nr. 1 AufenthG`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Index into [`Book::laws`].
    pub law: u8,
    /// Section number, `18g`; empty where the source has no sections.
    pub section: String,
    /// Paragraph, sentence and number as written, `Abs. 1 Satz 2 Nr. 1`; may be empty.
    pub place: String,
}

/// What kind of answer a fact takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One of [`Fact::options`].
    Choice,
    /// A state, ISO 3166-1 alpha-2 (and `XK`).
    Country,
    /// Gross salary, cents of a euro per year.
    Money,
    /// A German postcode and, where it is shared, the municipality. No rule depends on it.
    Place,
    /// A calendar day. No rule depends on it but by the year of the amounts.
    Day,
}

/// One allowed value of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// Stable id, used in addresses and in the API.
    pub id: String,
    /// What one chooses.
    pub label: Key,
    /// A line below it.
    pub hint: Option<Key>,
}

/// What is taken as given until somebody says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presumption {
    /// Index into [`Fact::options`].
    pub value: u8,
    /// Where this holds nothing is presumed and the question is asked.
    pub unless: Option<Predicate>,
    /// The presumption as a sentence.
    pub text: Key,
}

/// Who can bring a change about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Actor {
    /// The firm, by itself.
    Firm,
    /// The person.
    Worker,
    /// An office, on request.
    Office,
    /// Nobody: waiting, or filing before a day has passed.
    Time,
}

/// A change of a fact that can be proposed where it would make a pathway fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Index into [`Fact::options`]; `None` for money, which is raised to the amount needed.
    pub to: Option<u8>,
    /// From which options; indices into [`Fact::options`]. Empty: from every other one.
    pub from: Vec<u8>,
    /// Who can do it.
    pub by: Actor,
    /// What to do, as a sentence.
    pub text: Key,
}

/// Something the rules depend on, and the question that asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Stable id: the question's id, the key in addresses and in the API.
    pub id: String,
    /// The kind of answer.
    pub kind: Kind,
    /// The question.
    pub title: Key,
    /// A sentence below the question.
    pub hint: Option<Key>,
    /// Why it is asked.
    pub why: Key,
    /// One or two words for lists of answers.
    pub short: Key,
    /// Link text that leads back here: "Gehalt ändern".
    pub change: Key,
    /// The values of a choice.
    pub options: Vec<Value>,
    /// The fact exists only where this holds; elsewhere every positive test of it fails.
    pub when: Option<Predicate>,
    /// Taken as given until answered.
    pub presumed: Option<Presumption>,
    /// Where this holds the fact is a detail: asked only while nothing fits, otherwise on request.
    /// An empty [`Predicate::And`] always holds.
    pub detail: Option<Predicate>,
    /// The question as one asks the person in question, and the sentence below it.
    #[serde(default)]
    pub own: (Option<Key>, Option<Key>),
    /// It is known of the job before there is anybody for it.
    #[serde(default)]
    pub of_job: bool,
    /// Changes that can be proposed. Where there is none, the fact is as it is.
    #[serde(default)]
    pub steps: Vec<Step>,
}

impl Fact {
    /// Whether it is asked on request alone, or presumed and only changed: the browser's first bundle
    /// leaves it to the second. How one enters the guide is neither.
    pub fn is_detail(&self) -> bool {
        let always = matches!(&self.detail, Some(Predicate::And(parts)) if parts.is_empty());
        always || self.presumed.is_some() && self.id != crate::ENTRANCE
    }
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
        /// Index into [`Book::facts`].
        fact: u8,
        /// Indices into [`Fact::options`].
        values: Vec<u8>,
        /// Turned round.
        not: bool,
    },
    /// The country is this one (`not`: is another one).
    Country {
        /// Index into [`Book::facts`].
        fact: u8,
        /// ISO 3166-1 alpha-2.
        code: [u8; 2],
        /// Turned round.
        not: bool,
    },
    /// The country is in the list (`not`: is not in it).
    From {
        /// Index into [`Book::facts`].
        fact: u8,
        /// Index into [`Book::lists`].
        list: u8,
        /// Turned round.
        not: bool,
    },
    /// The money is at least the amount of the filing year.
    AtLeast {
        /// Index into [`Book::facts`].
        fact: u8,
        /// Index into [`Book::amounts`].
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
    /// Official fees that may fall due; indices into [`Book::fees`].
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
