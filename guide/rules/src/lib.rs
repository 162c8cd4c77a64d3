//! The rule language of the guide: what a rule base *is*.
//!
//! A [`Book`] holds facts (and the question that asks for each), amounts by year, and pathways as
//! trees of conditions with citations. It says nothing about how verdicts follow from it: that is
//! the crate `guide`. People write a book as TOML files; the module `compile` (feature of the same
//! name, for build scripts and tools only) reads and checks them and serialises the result, so that
//! nothing is parsed in the browser.
//!
//! To add a pathway you write a data file and its words, no Rust: see `CONTRIBUTING.md`.

/// How deep conditions may be nested; views draw each level with a type of its own.
pub const DEEPEST: usize = 4;

/// The fact that says how somebody comes to the guide: with a person in mind, or with a job and nobody for
/// it yet. No rule depends on it; it decides what is asked.
pub const ENTRANCE: &str = "entrance";

mod cases;
#[cfg(feature = "compile")]
pub mod compile;
mod fold;
mod geo;
mod lean;
mod model;
mod words;

pub use cases::{CaseAnswer, Expectation, RuleCase};
pub use fold::fold;
pub use geo::{Area, AreaText, District, Municipality, Office, OfficeKind, Places};
pub use lean::Questions;
pub use model::{
    Actor, Amount, Book, Card, Citation, Coming, Condition, Confidence, Conflict, Country,
    CountryList, Day, Fact, Fee, Kind, Law, Outcome, Pathway, Predicate, Presumption, Row, Series,
    Step, Test, Value,
};
pub use words::{Key, Words};
