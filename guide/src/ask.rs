//! What is still to be asked: only what can still change a verdict.

use crate::facts::Known;
use crate::{Case, Finding, Given, Trace, Truth, Verdict, score, seeks};
use rules::{Predicate, Test};

/// The facts that can still change this finding's verdict, in the order of the questions.
///
/// A fact counts only where its value is missing and every condition around it is still open. Where
/// a published amount is missing instead, no answer helps, so no fact is named for it.
pub fn missing(case: &Case, finding: &Finding) -> Vec<u8> {
    needed(&Known::of(*case), finding)
}

fn needed(known: &Known, finding: &Finding) -> Vec<u8> {
    let mut facts = Vec::new();
    if finding.verdict == Verdict::Open {
        all_needed(known, &finding.conditions, false, &mut facts);
    }
    facts
}

/// Collects from conditions that must all hold. `weighed`: the authority weighs anyway, so that only
/// what can still fail matters, not whether it holds or is weighed too.
fn all_needed(known: &Known, parts: &[Trace], weighed: bool, facts: &mut Vec<u8>) {
    let weighed = weighed || parts.iter().any(|part| part.truth == Truth::Authority);
    parts.iter().for_each(|part| collect(known, part, weighed, facts));
}

fn collect(known: &Known, trace: &Trace, weighed: bool, facts: &mut Vec<u8>) {
    if !trace.truth.is_open() || (weighed && trace.truth == Truth::Favourable) {
        return;
    }
    match &trace.condition.test {
        Test::All(_) => all_needed(known, &trace.parts, weighed, facts),
        Test::Score { least, points, .. } => score::decisive(*least, points, &trace.parts)
            .for_each(|row| collect(known, row, weighed, facts)),
        _ => trace.parts.iter().for_each(|part| collect(known, part, weighed, facts)),
    }
    if let Test::Facts(predicate) = &trace.condition.test {
        undecided(known, predicate, facts);
    }
}

fn undecided(known: &Known, predicate: &Predicate, facts: &mut Vec<u8>) {
    if known.holds(predicate) != Truth::Unknown {
        return;
    }
    match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => {
            parts.iter().for_each(|part| undecided(known, part, facts));
        }
        Predicate::AtLeast { fact, amount } => {
            if known.case.book.amount(*amount, known.case.filing.year()).is_some() {
                ask(known, *fact, facts);
            }
        }
        Predicate::Is { fact, .. }
        | Predicate::Country { fact, .. }
        | Predicate::From { fact, .. } => ask(known, *fact, facts),
    }
}

/// Names the fact itself, or what decides whether it exists or must be asked at all.
fn ask(known: &Known, fact: u8, facts: &mut Vec<u8>) {
    let Some(described) = known.case.book.facts.get(usize::from(fact)) else { return };
    match &described.when {
        Some(when) if known.holds(when) == Truth::Unknown => undecided(known, when, facts),
        _ if known.given(fact) == Given::Missing => {
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
    let known = Known::of(*case);
    let open = open(&known, findings);
    main_question(&known, &open).or_else(|| if enough { None } else { closest(&open) })
}

/// A question that can still change a verdict, whether or not there is a result already: for
/// whoever wants to know more. `None` when no answer can change anything any more.
pub fn further_question(case: &Case, findings: &[Finding]) -> Option<u8> {
    let known = Known::of(*case);
    let open = open(&known, findings);
    main_question(&known, &open).or_else(|| closest(&open))
}

/// What can still be asked for each open finding.
fn open(known: &Known, findings: &[Finding]) -> Vec<Vec<u8>> {
    let open = findings.iter().map(|finding| unasked(known, finding));
    open.filter(|facts| !facts.is_empty()).collect()
}

/// The first fact, in the book's order, that is no detail, that nobody has been asked and that can
/// still change some verdict.
fn main_question(known: &Known, open: &[Vec<u8>]) -> Option<u8> {
    let facts = open.iter().flatten().copied();
    facts.fold(None, |first: Option<u8>, fact| {
        let earlier = first.is_none_or(|first| fact < first);
        if earlier && !is_detail(known, fact) { Some(fact) } else { first }
    })
}

fn is_detail(known: &Known, fact: u8) -> bool {
    let described = known.case.book.facts.get(usize::from(fact));
    let detail = described.and_then(|fact| fact.detail.as_ref());
    detail.is_some_and(|test| known.holds(test) == Truth::Yes)
}

/// The first missing fact of the finding that fewest facts are missing for; of several the first.
fn closest(open: &[Vec<u8>]) -> Option<u8> {
    open.iter().min_by_key(|facts| facts.len())?.first().copied()
}

fn of_job(known: &Known, fact: u8) -> bool {
    known.case.book.facts.get(usize::from(fact)).is_some_and(|fact| fact.of_job)
}

/// As [`missing`], without what somebody has been asked, and without what nobody can know yet.
fn unasked(known: &Known, finding: &Finding) -> Vec<u8> {
    let mut facts = needed(known, finding);
    let case = &known.case;
    let seeks = seeks(case.book, case.answers);
    facts.retain(|fact| case.answers.get(*fact).is_none() && (!seeks || of_job(known, *fact)));
    facts
}

/// The question an open finding offers: the next one nobody has been asked, else the first one
/// answered "I don't know". `None` if the finding is not open or waits for a published amount.
pub fn deciding_question(case: &Case, finding: &Finding) -> Option<u8> {
    let known = Known::of(*case);
    let unasked = unasked(&known, finding).first().copied();
    let unknown = || {
        if seeks(case.book, case.answers) { None } else { needed(&known, finding).first().copied() }
    };
    unasked.or_else(unknown)
}
