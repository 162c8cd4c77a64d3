//! What is still to be asked: only what can still change a verdict.

use crate::{Case, Finding, Given, Trace, Truth, Verdict, score, seeks};
use rules::{Predicate, Test};

/// The facts that can still change this finding's verdict, in the order of the questions.
///
/// A fact counts only where its value is missing and every condition around it is still open. Where
/// a published amount is missing instead, no answer helps, so no fact is named for it.
pub fn missing(case: &Case, finding: &Finding) -> Vec<u8> {
    let mut facts = Vec::new();
    if finding.verdict == Verdict::Open {
        all_needed(case, &finding.conditions, false, &mut facts);
    }
    facts
}

/// Collects from conditions that must all hold. `weighed`: the authority weighs anyway, so that only
/// what can still fail matters, not whether it holds or is weighed too.
fn all_needed(case: &Case, parts: &[Trace], weighed: bool, facts: &mut Vec<u8>) {
    let weighed = weighed || parts.iter().any(|part| part.truth == Truth::Authority);
    parts.iter().for_each(|part| collect(case, part, weighed, facts));
}

fn collect(case: &Case, trace: &Trace, weighed: bool, facts: &mut Vec<u8>) {
    if !trace.truth.is_open() || (weighed && trace.truth == Truth::Favourable) {
        return;
    }
    match &trace.condition.test {
        Test::All(_) => all_needed(case, &trace.parts, weighed, facts),
        Test::Score { least, points, .. } => score::decisive(*least, points, &trace.parts)
            .for_each(|row| collect(case, row, weighed, facts)),
        _ => trace.parts.iter().for_each(|part| collect(case, part, weighed, facts)),
    }
    if let Test::Facts(predicate) = &trace.condition.test {
        undecided(case, predicate, facts);
    }
}

fn undecided(case: &Case, predicate: &Predicate, facts: &mut Vec<u8>) {
    if case.holds(predicate) != Truth::Unknown {
        return;
    }
    match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => {
            parts.iter().for_each(|part| undecided(case, part, facts));
        }
        Predicate::AtLeast { fact, amount } => {
            if case.book.amount(*amount, case.filing.year()).is_some() {
                ask(case, *fact, facts);
            }
        }
        Predicate::Is { fact, .. }
        | Predicate::Country { fact, .. }
        | Predicate::From { fact, .. } => ask(case, *fact, facts),
    }
}

/// Names the fact itself, or what decides whether it exists or must be asked at all.
fn ask(case: &Case, fact: u8, facts: &mut Vec<u8>) {
    let Some(described) = case.book.facts.get(usize::from(fact)) else { return };
    match &described.when {
        Some(when) if case.holds(when) == Truth::Unknown => undecided(case, when, facts),
        _ if case.given(fact) == Given::Missing => {
            // Kept in order as it grows; a sorting routine would weigh more than this in the browser.
            if let Err(at) = facts.binary_search(&fact) {
                facts.insert(at, fact);
            }
        }
        _ => {}
    }
}

/// The next question of the interview; `None` when there is a result to show.
///
/// First come the questions that are no details, in the book's order, as far as they can still
/// change a verdict. They end early where what is allowed today fits already. While no pathway fits
/// or is the authority's to decide then, the details follow that bring the closest one to its answer.
/// Where there is a job and nobody for it yet ([`seeks`]), only what describes the job is asked.
pub fn next_question(case: &Case, findings: &[Finding]) -> Option<u8> {
    let today = |one: &Finding| one.verdict == Verdict::Fits && one.pathway.today;
    let found = |one: &Finding| matches!(one.verdict, Verdict::Fits | Verdict::AuthorityDecides);
    if findings.iter().any(today) {
        return None;
    }
    let enough = findings.iter().any(found) || seeks(case.book, case.answers);
    main_question(case, findings).or_else(|| if enough { None } else { closest(case, findings) })
}

/// A question that can still change a verdict, whether or not there is a result already: for
/// whoever wants to know more. `None` when no answer can change anything any more.
pub fn further_question(case: &Case, findings: &[Finding]) -> Option<u8> {
    main_question(case, findings).or_else(|| closest(case, findings))
}

/// The first fact, in the book's order, that is no detail, that nobody has been asked and that can
/// still change some verdict.
fn main_question(case: &Case, findings: &[Finding]) -> Option<u8> {
    let open = findings.iter().flat_map(|finding| unasked(case, finding));
    open.filter(|fact| !is_detail(case, *fact)).min()
}

fn is_detail(case: &Case, fact: u8) -> bool {
    let described = case.book.facts.get(usize::from(fact));
    let detail = described.and_then(|fact| fact.detail.as_ref());
    detail.is_some_and(|test| case.holds(test) == Truth::Yes)
}

/// The first missing fact of the finding that fewest facts are missing for; of several the first.
fn closest(case: &Case, findings: &[Finding]) -> Option<u8> {
    let open = findings.iter().map(|finding| unasked(case, finding));
    let open = open.filter(|facts| !facts.is_empty());
    open.min_by_key(Vec::len)?.first().copied()
}

fn of_job(case: &Case, fact: u8) -> bool {
    case.book.facts.get(usize::from(fact)).is_some_and(|fact| fact.of_job)
}

/// As [`missing`], without what somebody has been asked, and without what nobody can know yet.
fn unasked(case: &Case, finding: &Finding) -> Vec<u8> {
    let mut facts = missing(case, finding);
    let seeks = seeks(case.book, case.answers);
    facts.retain(|fact| case.answers.get(*fact).is_none() && (!seeks || of_job(case, *fact)));
    facts
}

/// The question an open finding offers: the next one nobody has been asked, else the first one
/// answered "I don't know". `None` if the finding is not open or waits for a published amount.
pub fn deciding_question(case: &Case, finding: &Finding) -> Option<u8> {
    let unasked = unasked(case, finding).first().copied();
    let known = || {
        if seeks(case.book, case.answers) { None } else { missing(case, finding).first().copied() }
    };
    unasked.or_else(known)
}
