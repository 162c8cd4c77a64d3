//! The parts of a rule base. All of it is plain data; indices point into the [`Book`]'s own lists.
//!
//! Released books are kept as JSON. A field that is added later is an `Option` or has a serde default,
//! so that they stay readable.

mod book;
mod conditions;
mod facts;

pub use book::{
    Amount, Book, Coming, Conflict, Country, CountryList, Day, Fee, Law, Outcome, Series,
};
pub use conditions::{Card, Citation, Condition, Confidence, Pathway, Predicate, Row, Test};
pub use facts::{Actor, Fact, Kind, Presumption, Step, Value};
