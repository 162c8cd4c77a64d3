//! A situation in which a survivor makes a difference, if one is found: the start of the case that is missing.

use crate::judge::Room;
use crate::told::{Told, deciding};
use crate::{Mutant, common};
use guide::{Answer, Answers, Case, address, book, evaluate, prune};
use rules::{Book, Condition, Test};
use std::collections::BTreeSet;

/// How many situations are tried for a survivor.
const TRIES: u32 = 6_000;

/// Numbers without order, the same in each run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }
}

fn facts_of(conditions: &[Condition], facts: &mut BTreeSet<u8>) {
    for condition in conditions {
        if let Test::Facts(predicate) = &condition.test {
            facts.extend(common::rests_on(book(), predicate));
        }
        facts_of(condition.parts(), facts);
    }
}

/// Verdict and what decides it.
fn found(book: &Book, told: &Told, answers: &Answers) -> (&'static str, Vec<String>) {
    let findings = evaluate(&Case { book, answers, filing: told.filing });
    let because = deciding(&findings[0]).into_iter().map(ToOwned::to_owned).collect();
    (findings[0].verdict.id(), because)
}

/// What else the pathway comes to with the survivor, and with which answers; changes of verdicts before
/// changes of what decides them, few changes of a known case before many.
pub(crate) fn difference(room: &Room, mutant: &Mutant) -> Option<String> {
    let mut changed = room.book.clone();
    (mutant.change)(&mut changed);
    let mut facts = BTreeSet::new();
    facts_of(&room.book.pathways[0].conditions, &mut facts);
    let facts: Vec<u8> = facts.into_iter().collect();
    let (mut dice, mut best) = (Dice(0x9E37_79B9_7F4A_7C15), None);
    for _ in 0..TRIES {
        let told = room.cases[dice.below(room.cases.len())].told;
        let mut answers = told.answers.clone();
        let steps = 1 + dice.below(3);
        for _ in 0..steps {
            let fact = facts[dice.below(facts.len())];
            let values = common::values(book(), fact, told.filing.year());
            let answer = match dice.below(values.len() + 2) {
                0 => None,
                1 => Some(Answer::Unknown),
                at => values.get(at - 2).cloned(),
            };
            answers.set(fact, answer);
        }
        let case_name = &told.case.name;
        prune(book(), &mut answers);
        let (before, after) = (found(&room.book, told, &answers), found(&changed, told, &answers));
        if before == after {
            continue;
        }
        let worth = (before.0 == after.0, steps);
        if best.as_ref().is_none_or(|(least, _)| worth < *least) {
            let said = answers.iter().map(|(fact, answer)| {
                let id = &book().facts[usize::from(fact)].id;
                format!("{id}={}", address::value(book(), fact, answer))
            });
            let said: Vec<_> = said.collect();
            let text =
                format!("„{case_name}“ {}: {said:?}\n  {before:?}\n  {after:?}", told.filing);
            best = Some((worth, text));
        }
        if worth == (false, 1) {
            break;
        }
    }
    best.map(|(_, text)| text)
}
