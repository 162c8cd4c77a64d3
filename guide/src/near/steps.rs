//! Which changes could mend a condition.

use crate::{Answer, Answers, Case, Given, Trace, Truth};
use rules::{Actor, Key, Predicate, Test};

/// One fact taking another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Index into the book's facts.
    pub fact: u8,
    /// What it becomes.
    pub to: Answer,
    /// Who can bring it about.
    pub by: Actor,
    /// The sentence that says how.
    pub text: Key,
}

impl Change {
    /// The answers with this change made.
    #[must_use]
    pub fn made(&self, answers: &Answers) -> Answers {
        answers.with(self.fact, self.to.clone())
    }

    /// Whether the other one lies on the way of this one.
    pub(super) fn passes(&self, case: &Case, other: &Change) -> bool {
        let (Answer::Choice(to), Answer::Choice(by)) = (&self.to, &other.to) else {
            return matches!((&self.to, &other.to), (Answer::Money(more), Answer::Money(less))
                if self.fact == other.fact && more > less);
        };
        let steps = case.book.facts.get(usize::from(self.fact)).map(|fact| fact.steps.as_slice());
        let mut steps = steps.unwrap_or_default().iter();
        self.fact == other.fact && steps.any(|step| step.to == Some(*to) && step.from.contains(by))
    }
}

/// The changes of facts that keep conditions from holding, each once.
pub(super) fn offered<'a, 'b: 'a>(
    case: &Case,
    traces: impl IntoIterator<Item = &'a Trace<'b>>,
) -> Vec<Change> {
    let mut all = Vec::new();
    traces.into_iter().for_each(|trace| collect(case, trace, &mut all));
    all
}

fn collect(case: &Case, trace: &Trace, all: &mut Vec<Change>) {
    if let (Truth::No, Test::Facts(predicate)) = (trace.truth, &trace.condition.test) {
        of_predicate(case, predicate, all);
    }
    if trace.truth != Truth::Yes {
        trace.parts.iter().for_each(|part| collect(case, part, all));
    }
}

fn of_predicate(case: &Case, predicate: &Predicate, all: &mut Vec<Change>) {
    match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => {
            parts.iter().for_each(|part| of_predicate(case, part, all));
        }
        Predicate::AtLeast { fact, amount } => {
            let need = case.book.amount(*amount, case.filing.year());
            of_fact(case, *fact, need.map(Answer::Money), all);
        }
        Predicate::Is { fact, not, .. }
        | Predicate::Country { fact, not, .. }
        | Predicate::From { fact, not, .. } => {
            of_fact(case, *fact, None, all);
            // A fact that does not exist passes what it must not be.
            let when = case.book.facts.get(usize::from(*fact)).and_then(|fact| fact.when.as_ref());
            if let (true, Some(when)) = (*not, when) {
                of_predicate(case, when, all);
            }
        }
    }
}

/// The steps open to a fact from the value it has; of one that does not exist here, those of the facts
/// that would make it exist.
fn of_fact(case: &Case, fact: u8, raised: Option<Answer>, all: &mut Vec<Change>) {
    let Some(described) = case.book.facts.get(usize::from(fact)) else { return };
    let now = match case.given(fact) {
        Given::Answered(answer) => answer.clone(),
        Given::Presumed(value) => Answer::Choice(value),
        Given::Missing => return,
        Given::NotApplicable => {
            if let Some(when) = &described.when {
                of_predicate(case, when, all);
            }
            return;
        }
    };
    for step in &described.steps {
        let to = match (&now, step.to, &raised) {
            (Answer::Choice(from), Some(to), _)
                if *from != to && (step.from.is_empty() || step.from.contains(from)) =>
            {
                Answer::Choice(to)
            }
            (Answer::Money(offered), None, Some(Answer::Money(need))) if offered < need => {
                Answer::Money(*need)
            }
            _ => continue,
        };
        let change = Change { fact, to, by: step.by, text: step.text };
        if !all.contains(&change) {
            all.push(change);
        }
    }
}
