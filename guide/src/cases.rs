//! The test cases of the rule base, for those who want to read them beside the rules.

use crate::{Answers, address, prune};
use jiff::civil::Date;
use rules::{Book, RuleCase};
use std::sync::OnceLock;

/// All test cases, compiled in, in the order of their files; for the server.
pub fn cases() -> &'static [RuleCase] {
    static CASES: OnceLock<Vec<RuleCase>> = OnceLock::new();
    // The bytes come from this build; a test checks that they load.
    CASES.get_or_init(|| {
        RuleCase::load(include_bytes!(concat!(env!("OUT_DIR"), "/cases.bin"))).unwrap_or_default()
    })
}

/// What is known in a case, and its day of filing. Usual answers that do not go with the case's own
/// are left out.
pub fn situation(book: &Book, case: &RuleCase) -> (Answers, Date) {
    let mut answers = Answers::default();
    for one in &case.answers {
        answers.set(one.fact, address::parse(book, one.fact, &one.value));
    }
    prune(book, &mut answers);
    let rules::Day(year, month, day) = case.filing;
    // The compiler lets only days of the calendar pass.
    (answers, Date::new(year, month, day).unwrap_or_default())
}
