//! Facts: what can be asked, and what can be answered.

use super::Predicate;
use crate::Key;
use serde::{Deserialize, Serialize};

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
