//! From answers to verdicts.

use crate::facts::Known;
use crate::{Answer, Answers, Truth, score};
use jiff::civil::Date;
use rules::{Book, Condition, Pathway, Predicate, Test};

/// What a pathway comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Every condition that depends on facts is met.
    Fits,
    /// All testable conditions are met; what remains is a weighing by the office.
    AuthorityDecides,
    /// An answer, or an amount, that decides is missing.
    Open,
    /// A condition fails that no alternative replaces.
    No,
}

impl Verdict {
    /// All verdicts in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Fits, Self::AuthorityDecides, Self::Open, Self::No];

    /// The stable id used by the API.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::AuthorityDecides => "authority-decides",
            Self::Open => "open",
            Self::No => "no",
        }
    }

    /// The verdict with this id.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

impl From<Truth> for Verdict {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::Yes => Self::Fits,
            Truth::Authority => Self::AuthorityDecides,
            Truth::Unknown | Truth::Favourable => Self::Open,
            Truth::No => Self::No,
        }
    }
}

/// A person, a job and a firm, as far as they are known, on the day of filing.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The rule base.
    pub book: &'a Book,
    /// What is known.
    pub answers: &'a Answers,
    /// The planned filing day; its year decides which amounts hold.
    pub filing: Date,
}

/// Where the value of a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given<'a> {
    /// Somebody answered.
    Answered(&'a Answer),
    /// Nobody answered; the book presumes this option.
    Presumed(u8),
    /// Nobody answered, or "I don't know".
    Missing,
    /// The fact does not exist in this situation.
    NotApplicable,
}

/// An amount a condition asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Index into the book's facts: what is compared.
    pub fact: u8,
    /// Index into the book's amounts.
    pub amount: u8,
    /// The year of filing.
    pub year: i16,
    /// Cents; `None` where the year's figure is not published.
    pub cents: Option<i64>,
}

/// A condition and how far it holds, with its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace<'a> {
    /// The condition.
    pub condition: &'a Condition,
    /// How far it holds.
    pub truth: Truth,
    /// Its parts, in the order of the law.
    pub parts: Vec<Trace<'a>>,
    /// The amount it asks for.
    pub need: Option<Need>,
}

impl Trace<'_> {
    /// The facts the condition tests itself, indices into the book's; each once.
    pub fn facts(&self) -> Vec<u8> {
        fn collect(predicate: &Predicate, facts: &mut Vec<u8>) {
            match predicate {
                Predicate::And(parts) | Predicate::Or(parts) => {
                    parts.iter().for_each(|part| collect(part, facts));
                }
                Predicate::Is { fact, .. }
                | Predicate::Country { fact, .. }
                | Predicate::From { fact, .. }
                | Predicate::AtLeast { fact, .. } => {
                    if !facts.contains(fact) {
                        facts.push(*fact);
                    }
                }
            }
        }
        let mut facts = Vec::new();
        if let Test::Facts(predicate) = &self.condition.test {
            collect(predicate, &mut facts);
        }
        facts
    }
}

/// One pathway and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding<'a> {
    /// The pathway.
    pub pathway: &'a Pathway,
    /// What it comes to.
    pub verdict: Verdict,
    /// Its conditions.
    pub conditions: Vec<Trace<'a>>,
}

impl Finding<'_> {
    /// All amounts the pathway asks for, in the order of its conditions; each once.
    pub fn needs(&self) -> Vec<Need> {
        fn collect(traces: &[Trace], needs: &mut Vec<Need>) {
            for trace in traces {
                needs.extend(trace.need.filter(|need| !needs.contains(need)));
                collect(&trace.parts, needs);
            }
        }
        let mut needs = Vec::new();
        collect(&self.conditions, &mut needs);
        needs
    }
}

/// Evaluates every pathway of the book, in the book's order.
pub fn evaluate<'a>(case: &Case<'a>) -> Vec<Finding<'a>> {
    let known = Known::of(*case);
    case.book.pathways.iter().map(|pathway| found(&known, pathway)).collect()
}

/// What every pathway of the book comes to, in the book's order, without its conditions.
pub fn verdicts(case: &Case) -> Vec<Verdict> {
    let known = Known::of(*case);
    case.book.pathways.iter().map(|pathway| judged(&known, pathway)).collect()
}

/// One pathway of [`evaluate`].
pub(crate) fn finding<'a>(case: &Case<'a>, pathway: &'a Pathway) -> Finding<'a> {
    found(&Known::of(*case), pathway)
}

/// One pathway of [`verdicts`].
pub(crate) fn verdict(case: &Case, pathway: &Pathway) -> Verdict {
    judged(&Known::of(*case), pathway)
}

fn found<'a>(known: &Known<'a>, pathway: &'a Pathway) -> Finding<'a> {
    let conditions = traces(known, &pathway.conditions);
    let verdict = Truth::all(conditions.iter().map(|trace| trace.truth)).into();
    Finding { pathway, verdict, conditions }
}

fn judged(known: &Known, pathway: &Pathway) -> Verdict {
    Truth::all(pathway.conditions.iter().map(|condition| truth(known, condition))).into()
}

fn traces<'a>(known: &Known<'a>, conditions: &'a [Condition]) -> Vec<Trace<'a>> {
    conditions.iter().map(|condition| trace(known, condition)).collect()
}

fn trace<'a>(known: &Known<'a>, condition: &'a Condition) -> Trace<'a> {
    let parts = traces(known, condition.parts());
    let truth = joined(known, &condition.test, parts.iter().map(|part| part.truth));
    let need = match &condition.test {
        Test::Facts(predicate) => needed(known, predicate),
        _ => None,
    };
    Trace { condition, truth, parts, need }
}

fn truth(known: &Known, condition: &Condition) -> Truth {
    let parts = condition.parts().iter().map(|part| truth(known, part));
    joined(known, &condition.test, parts)
}

/// How far a condition holds, from how far its parts do.
fn joined(known: &Known, test: &Test, parts: impl Iterator<Item = Truth>) -> Truth {
    match test {
        Test::Authority => Truth::Authority,
        Test::Facts(predicate) => known.holds(predicate),
        Test::All(_) => Truth::all(parts),
        Test::Any(_) => Truth::any(parts),
        Test::Score { least, points, .. } => score::truth(*least, points, parts),
    }
}

/// The amount a predicate compares with, the last one if there are several.
fn needed(known: &Known, predicate: &Predicate) -> Option<Need> {
    match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => {
            parts.iter().rev().find_map(|part| needed(known, part))
        }
        Predicate::AtLeast { fact, amount } => Some(known.need(*fact, *amount)),
        Predicate::Is { .. } | Predicate::Country { .. } | Predicate::From { .. } => None,
    }
}
