//! Test cases: what somebody who knows the law expects of a situation, and where it stands.

use crate::Day;
use serde::{Deserialize, Serialize};

/// A situation and what is expected of it; indices point into the [`Book`](crate::Book) that the
/// cases were compiled with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCase {
    /// What happens, in a sentence; unique in its file. English.
    pub name: String,
    /// Where it stands, as written.
    pub source: String,
    /// The day of filing.
    pub filing: Day,
    /// What is known, in the order of the facts; each fact once.
    pub answers: Vec<CaseAnswer>,
    /// What is expected; each pathway once.
    pub expect: Vec<Expectation>,
}

/// A fact of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseAnswer {
    /// Index into [`Book::facts`](crate::Book::facts).
    pub fact: u8,
    /// The answer as in addresses: an option's id, a country code, euros a year, a day, `unknown`.
    pub value: String,
    /// It is the same in all cases of the file that do not say otherwise; where it does not go with
    /// the case's own answers, it does not count.
    pub usual: bool,
}

/// What is expected of a pathway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// Index into [`Book::pathways`](crate::Book::pathways).
    pub pathway: u8,
    /// One of [`VERDICTS`](Self::VERDICTS).
    pub verdict: String,
    /// Indices into [`Pathway::conditions`](crate::Pathway::conditions): what makes the verdict, and
    /// nothing else; empty where the pathway fits or the case does not say.
    pub because: Vec<u8>,
}

impl Expectation {
    /// The ids of verdicts, as in the API.
    pub const VERDICTS: [&str; 4] = ["fits", "authority-decides", "open", "no"];
}

impl RuleCase {
    /// Reads cases as packed by the compiler; `None` if the bytes are not cases of this format.
    pub fn load(bytes: &[u8]) -> Option<Vec<Self>> {
        postcard::from_bytes(bytes).ok()
    }
}
