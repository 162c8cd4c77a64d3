//! The findings as they are sent.

use guide::{Case, Given, Need, Trace, Truth, address, evaluate, near_misses, next_question};
use serde::Serialize;
use utoipa::ToSchema;

use crate::catalogue::{Actor, Confidence, Reference, day, euros, references};

/// What follows from the answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Evaluation {
    /// Version of the rule base.
    version: String,
    /// The planned filing day, ISO 8601; its year decides which amounts hold.
    #[schema(format = Date)]
    filing_day: String,
    /// Id of the result that needs no pathway (a German citizen), if it is one.
    #[schema(required)]
    outcome: Option<String>,
    /// One finding per pathway, in the order of the book.
    findings: Vec<Finding>,
    /// Id of the fact to ask for next; null when no answer would change a verdict any more.
    #[schema(required)]
    next_question: Option<String>,
}

/// One pathway and what it comes to.
#[derive(Debug, Serialize, ToSchema)]
struct Finding {
    /// Id of the pathway.
    pathway: String,
    /// What it comes to.
    verdict: Verdict,
    /// Its legal basis.
    law: Vec<Reference>,
    /// The smallest sets of changes with which it would fit, the easiest first; only of `no`.
    near_misses: Vec<NearMiss>,
    /// Its conditions; all must be met.
    conditions: Vec<TracedCondition>,
}

/// Changes that belong together.
#[derive(Debug, Serialize, ToSchema)]
struct NearMiss {
    /// What the pathway comes to with them.
    verdict: Verdict,
    /// One change, or two that help only together.
    changes: Vec<Change>,
}

/// A fact taking another value.
#[derive(Debug, Serialize, ToSchema)]
struct Change {
    /// Id of the fact.
    fact: String,
    /// What it becomes, as in a request.
    to: String,
    /// Who can bring it about.
    by: Actor,
}

/// `fits`: every condition that depends on facts is met. `authority-decides`: what remains is a
/// weighing by the office. `open`: an answer or amount that decides is missing. `no`: a condition
/// fails that no alternative replaces.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
    Fits,
    AuthorityDecides,
    Open,
    No,
}

/// A condition and how far it holds.
#[derive(Debug, Serialize, ToSchema)]
struct TracedCondition {
    /// Stable id, the pathway's in front.
    id: String,
    /// How far it holds.
    state: State,
    /// The facts it tests itself, each once.
    facts: Vec<TestedFact>,
    /// The amount it asks for.
    #[schema(required)]
    need: Option<NeededAmount>,
    /// Where it stands.
    law: Vec<Reference>,
    /// How sure it is.
    confidence: Confidence,
    /// When a person last compared it with its source, ISO 8601.
    #[schema(format = Date)]
    checked_on: String,
    /// Its parts, in the order of the law.
    #[schema(no_recursion)]
    conditions: Vec<TracedCondition>,
}

/// `unknown`: an answer or amount is missing. `authority`: left to a weighing by the office.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum State {
    Met,
    NotMet,
    Unknown,
    Authority,
}

/// A fact a condition tests.
#[derive(Debug, Serialize, ToSchema)]
struct TestedFact {
    /// Id of the fact.
    fact: String,
    /// Its value as it was counted; null where there is none.
    #[schema(required)]
    value: Option<String>,
    /// Where the value comes from.
    from: Origin,
}

/// `missing`: not answered, or "I don't know". `not-applicable`: the fact does not exist in this
/// situation.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Origin {
    Answer,
    Presumed,
    Missing,
    NotApplicable,
}

/// An amount a condition asks for.
#[derive(Debug, Serialize, ToSchema)]
struct NeededAmount {
    /// Id of the amount.
    #[schema(required)]
    amount: Option<String>,
    /// The year of filing.
    year: i16,
    /// Euros with two decimals as text, `50700.00`; null where the year's figure is not published.
    #[schema(required)]
    euros: Option<String>,
}

impl Evaluation {
    /// Evaluates the case.
    pub(super) fn of(case: &Case) -> Self {
        let findings = evaluate(case);
        let next = next_question(case, &findings).map(|fact| id(case, fact));
        Self {
            version: case.book.version.clone(),
            filing_day: case.filing.to_string(),
            outcome: guide::outcome(case).map(|outcome| outcome.id.clone()),
            findings: findings.iter().map(|one| finding(case, one)).collect(),
            next_question: next,
        }
    }
}

fn id(case: &Case, fact: u8) -> String {
    case.book.facts.get(usize::from(fact)).map(|fact| fact.id.clone()).unwrap_or_default()
}

fn finding(case: &Case, finding: &guide::Finding) -> Finding {
    Finding {
        pathway: finding.pathway.id.clone(),
        verdict: finding.verdict.into(),
        law: references(case.book, &finding.pathway.law),
        near_misses: near_misses(case, finding).iter().map(|one| near(case, one)).collect(),
        conditions: traced(case, &finding.conditions),
    }
}

fn near(case: &Case, miss: &guide::NearMiss) -> NearMiss {
    let change = |change: &guide::Change| Change {
        fact: id(case, change.fact),
        to: address::value(case.book, change.fact, &change.to),
        by: change.by.into(),
    };
    NearMiss { verdict: miss.verdict.into(), changes: miss.changes.iter().map(change).collect() }
}

fn traced(case: &Case, traces: &[Trace]) -> Vec<TracedCondition> {
    traces.iter().map(|one| trace(case, one)).collect()
}

fn trace(case: &Case, trace: &Trace) -> TracedCondition {
    let condition = trace.condition;
    TracedCondition {
        id: condition.id.clone(),
        state: trace.truth.into(),
        facts: trace.facts().into_iter().map(|at| fact(case, at, case.given(at))).collect(),
        need: trace.need.map(|one| need(case, one)),
        law: references(case.book, &condition.law),
        confidence: condition.confidence.into(),
        checked_on: day(condition.checked_on),
        conditions: traced(case, &trace.parts),
    }
}

impl From<guide::Verdict> for Verdict {
    fn from(verdict: guide::Verdict) -> Self {
        match verdict {
            guide::Verdict::Fits => Self::Fits,
            guide::Verdict::AuthorityDecides => Self::AuthorityDecides,
            guide::Verdict::Open => Self::Open,
            guide::Verdict::No => Self::No,
        }
    }
}

impl From<Truth> for State {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::Yes => Self::Met,
            Truth::No => Self::NotMet,
            Truth::Unknown | Truth::Favourable => Self::Unknown,
            Truth::Authority => Self::Authority,
        }
    }
}

fn fact(case: &Case, at: u8, given: Given) -> TestedFact {
    let (value, from) = match given {
        Given::Answered(answer) => (Some(address::value(case.book, at, answer)), Origin::Answer),
        Given::Presumed(value) => {
            let presumed = guide::Answer::Choice(value);
            (Some(address::value(case.book, at, &presumed)), Origin::Presumed)
        }
        Given::Missing => (None, Origin::Missing),
        Given::NotApplicable => (None, Origin::NotApplicable),
    };
    TestedFact { fact: id(case, at), value, from }
}

fn need(case: &Case, need: Need) -> NeededAmount {
    let amount = case.book.amounts.get(usize::from(need.amount));
    NeededAmount {
        amount: amount.map(|amount| amount.id.clone()),
        year: need.year,
        euros: need.cents.map(euros),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_sent_under_the_guides_own_id() {
        for verdict in guide::Verdict::ALL {
            let sent = serde_json::to_value(Verdict::from(verdict)).unwrap();
            assert_eq!(sent, verdict.id());
        }
    }
}
