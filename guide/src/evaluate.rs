//! From answers to verdicts.

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
    /// The facts it tests itself and where their values come from; each once.
    pub facts: Vec<(u8, Given<'a>)>,
    /// The amount it asks for.
    pub need: Option<Need>,
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
    case.book.pathways.iter().map(|pathway| finding(case, pathway)).collect()
}

pub(crate) fn finding<'a>(case: &Case<'a>, pathway: &'a Pathway) -> Finding<'a> {
    let conditions = traces(case, &pathway.conditions);
    let verdict = conditions.iter().fold(Truth::Yes, |sum, trace| sum.and(trace.truth)).into();
    Finding { pathway, verdict, conditions }
}

fn traces<'a>(case: &Case<'a>, conditions: &'a [Condition]) -> Vec<Trace<'a>> {
    conditions.iter().map(|condition| trace(case, condition)).collect()
}

fn trace<'a>(case: &Case<'a>, condition: &'a Condition) -> Trace<'a> {
    let leaf = |truth| Trace { condition, truth, parts: Vec::new(), facts: Vec::new(), need: None };
    match &condition.test {
        Test::Authority => leaf(Truth::Authority),
        Test::Facts(predicate) => {
            let mut leaf = leaf(case.holds(predicate));
            describe(case, predicate, &mut leaf);
            leaf
        }
        Test::All(parts) => {
            let parts = traces(case, parts);
            let truth = parts.iter().fold(Truth::Yes, |sum, part| sum.and(part.truth));
            Trace { parts, ..leaf(truth) }
        }
        Test::Any(parts) => {
            let parts = traces(case, parts);
            let truth = parts.iter().fold(Truth::No, |sum, part| sum.or(part.truth));
            Trace { parts, ..leaf(truth) }
        }
        Test::Score { least, rows, points } => {
            let parts = traces(case, rows);
            let truth = score::truth(*least, points, &parts);
            Trace { parts, ..leaf(truth) }
        }
    }
}

/// Notes the facts and amounts a predicate looks at.
fn describe<'a>(case: &Case<'a>, predicate: &Predicate, leaf: &mut Trace<'a>) {
    let fact = match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => {
            parts.iter().for_each(|part| describe(case, part, leaf));
            return;
        }
        Predicate::AtLeast { fact, amount } => {
            leaf.need = Some(case.need(*fact, *amount));
            *fact
        }
        Predicate::Is { fact, .. }
        | Predicate::Country { fact, .. }
        | Predicate::From { fact, .. } => *fact,
    };
    if leaf.facts.iter().all(|(noted, _)| *noted != fact) {
        leaf.facts.push((fact, case.given(fact)));
    }
}

impl<'a> Case<'a> {
    /// Where the value of a fact comes from.
    pub fn given(&self, fact: u8) -> Given<'a> {
        let Some(described) = self.book.facts.get(usize::from(fact)) else { return Given::Missing };
        match described.when.as_ref().map_or(Truth::Yes, |when| self.holds(when)) {
            Truth::No => return Given::NotApplicable,
            Truth::Unknown | Truth::Authority | Truth::Favourable => return Given::Missing,
            Truth::Yes => {}
        }
        match (self.answers.get(fact), &described.presumed) {
            (Some(Answer::Unknown), _) | (None, None) => Given::Missing,
            (Some(answer), _) => Given::Answered(answer),
            (None, Some(presumed)) => {
                let unless = presumed.unless.as_ref().map_or(Truth::No, |test| self.holds(test));
                if unless == Truth::No { Given::Presumed(presumed.value) } else { Given::Missing }
            }
        }
    }

    /// Whether a predicate holds.
    pub fn holds(&self, predicate: &Predicate) -> Truth {
        match predicate {
            Predicate::And(parts) => {
                parts.iter().fold(Truth::Yes, |sum, part| sum.and(self.holds(part)))
            }
            Predicate::Or(parts) => {
                parts.iter().fold(Truth::No, |sum, part| sum.or(self.holds(part)))
            }
            Predicate::Is { fact, values, not } => self.test(*fact, *not, |given| match given {
                Answer::Choice(value) => values.contains(value),
                _ => false,
            }),
            Predicate::Country { fact, code, not } => {
                self.test(*fact, *not, |given| *given == Answer::Country(*code))
            }
            Predicate::From { fact, list, not } => self.test(*fact, *not, |given| {
                let list = self.book.lists.get(usize::from(*list));
                match (given, list) {
                    (Answer::Country(code), Some(list)) => list.countries.contains(code),
                    _ => false,
                }
            }),
            Predicate::AtLeast { fact, amount } => {
                match (self.given(*fact), self.need(*fact, *amount).cents) {
                    (Given::NotApplicable, _) => Truth::No,
                    (Given::Answered(Answer::Money(cents)), Some(need)) => (*cents >= need).into(),
                    _ => Truth::Unknown,
                }
            }
        }
    }

    fn test(&self, fact: u8, not: bool, matches: impl Fn(&Answer) -> bool) -> Truth {
        let matched = match self.given(fact) {
            Given::Missing => return Truth::Unknown,
            Given::NotApplicable => false,
            Given::Answered(answer) => matches(answer),
            Given::Presumed(value) => matches(&Answer::Choice(value)),
        };
        (matched != not).into()
    }

    fn need(&self, fact: u8, amount: u8) -> Need {
        let year = self.filing.year();
        Need { fact, amount, year, cents: self.book.amount(amount, year) }
    }
}
