//! The test cases with their answers read, and how one is judged.

use guide::{Answers, Finding, Verdict, book, cases, situation};
use jiff::civil::Date;
use rules::{Expectation, RuleCase};
use std::collections::BTreeSet;

/// A case with its answers read.
pub(crate) struct Told {
    pub(crate) case: &'static RuleCase,
    pub(crate) answers: Answers,
    pub(crate) filing: Date,
}

/// All cases.
pub(crate) fn all() -> Vec<Told> {
    let told = |case| {
        let (answers, filing) = situation(book(), case);
        Told { case, answers, filing }
    };
    cases().iter().map(told).collect()
}

/// The conditions whose own truth is what the pathway comes to.
pub(crate) fn deciding<'a>(finding: &'a Finding) -> BTreeSet<&'a str> {
    let decisive =
        finding.conditions.iter().filter(|one| Verdict::from(one.truth) == finding.verdict);
    decisive.map(|one| one.condition.id.as_str()).collect()
}

/// The conditions that a case says the verdict hangs on; none where it does not say.
pub(crate) fn because(expected: &Expectation) -> BTreeSet<&'static str> {
    let pathway = &book().pathways[usize::from(expected.pathway)];
    expected.because.iter().map(|at| pathway.conditions[usize::from(*at)].id.as_str()).collect()
}

/// Whether what is found of a pathway is what the case expects: the verdict, and where the case says
/// because of what, because of these conditions and no others.
pub(crate) fn comes_out(expected: &Expectation, finding: &Finding) -> bool {
    finding.verdict.id() == expected.verdict
        && (expected.because.is_empty() || because(expected) == deciding(finding))
}
