//! Writing the findings.

use guide::{
    Case, Finding, Given, Need, Trace, Truth, address, evaluate, next_question, show, unanswered,
};
use rules::{Citation, Condition, Confidence, Day};
use serde_json::{Value, json};

/// The whole answer.
pub(super) fn write(case: &Case) -> String {
    let findings = evaluate(case);
    let next = next_question(case, &findings).map(|fact| id(case, fact));
    let missing = unanswered(case);
    let outcome = guide::outcome(case).map(|outcome| outcome.id.as_str());
    let all: Vec<Value> = findings.iter().map(|one| finding(case, one)).collect();
    json!({
        "version": case.book.version,
        "filing_day": case.filing.to_string(),
        "outcome": outcome,
        "findings": all,
        "next_question": next,
        "not_answered_yet": missing.by_status,
        "not_checked": missing.others,
    })
    .to_string()
}

fn id<'a>(case: &Case<'a>, fact: u8) -> &'a str {
    case.book.facts.get(usize::from(fact)).map_or("", |fact| fact.id.as_str())
}

fn finding(case: &Case, finding: &Finding) -> Value {
    json!({
        "pathway": finding.pathway.id,
        "verdict": finding.verdict.id(),
        "law": citations(case, &finding.pathway.law),
        "conditions": traces(case, &finding.conditions),
    })
}

fn traces(case: &Case, traces: &[Trace]) -> Vec<Value> {
    traces.iter().map(|one| trace(case, one)).collect()
}

fn trace(case: &Case, trace: &Trace) -> Value {
    let condition = trace.condition;
    let facts: Vec<Value> = trace.facts.iter().map(|(at, given)| fact(case, *at, *given)).collect();
    json!({
        "id": condition.id,
        "state": state(trace.truth),
        "facts": facts,
        "need": trace.need.map(|one| need(case, one)),
        "law": citations(case, &condition.law),
        "confidence": confidence(condition),
        "checked_on": day(condition.checked_on),
        "conditions": traces(case, &trace.parts),
    })
}

fn state(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "met",
        Truth::No => "not-met",
        Truth::Unknown | Truth::Favourable => "unknown",
        Truth::Authority => "authority",
    }
}

fn fact(case: &Case, at: u8, given: Given) -> Value {
    let (value, from) = match given {
        Given::Answered(answer) => (Some(address::value(case.book, at, answer)), "answer"),
        Given::Presumed(value) => {
            let presumed = guide::Answer::Choice(value);
            (Some(address::value(case.book, at, &presumed)), "presumed")
        }
        Given::Missing => (None, "missing"),
        Given::NotApplicable => (None, "not-applicable"),
    };
    json!({ "fact": id(case, at), "value": value, "from": from })
}

/// Euros as text, so that no cent is lost in a floating-point number.
fn need(case: &Case, need: Need) -> Value {
    let amount = case.book.amounts.get(usize::from(need.amount)).map(|amount| &amount.id);
    let euros = need.cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100));
    json!({ "amount": amount, "year": need.year, "euros": euros })
}

fn citations(case: &Case, law: &[Citation]) -> Vec<Value> {
    let cite = |one: &Citation| {
        let text = show::citation(case.book, one).replace('\u{a0}', " ");
        json!({ "text": text, "url": show::citation_url(case.book, one) })
    };
    law.iter().map(cite).collect()
}

fn confidence(condition: &Condition) -> &'static str {
    match condition.confidence {
        Confidence::Sourced => "sourced",
        Confidence::Known => "known",
        Confidence::Uncertain => "uncertain",
    }
}

fn day(Day(year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}
