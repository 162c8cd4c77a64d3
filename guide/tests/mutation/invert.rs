//! What holds exactly where something else does not.

use rules::{Condition, Predicate, Test};

/// What always holds, or never.
pub(crate) fn constant(holds: bool) -> Predicate {
    if holds { Predicate::And(Vec::new()) } else { Predicate::Or(Vec::new()) }
}

/// What nothing is the opposite of: an amount that is not reached, a weighing, a score.
fn is_lasting(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => parts.iter().any(is_lasting),
        Predicate::AtLeast { .. } => true,
        Predicate::Is { .. } | Predicate::Country { .. } | Predicate::From { .. } => false,
    }
}

fn has_no_opposite(test: &Test) -> bool {
    match test {
        Test::All(parts) | Test::Any(parts) => parts.iter().any(|one| has_no_opposite(&one.test)),
        Test::Facts(predicate) => is_lasting(predicate),
        Test::Score { .. } | Test::Authority => true,
    }
}

fn predicate(of: &Predicate, lasting: bool) -> Predicate {
    let each = |parts: &[Predicate]| parts.iter().map(|one| predicate(one, lasting)).collect();
    match of {
        Predicate::And(parts) => Predicate::Or(each(parts)),
        Predicate::Or(parts) => Predicate::And(each(parts)),
        Predicate::AtLeast { .. } => constant(lasting),
        Predicate::Is { fact, values, not } => {
            Predicate::Is { fact: *fact, values: values.clone(), not: !not }
        }
        Predicate::Country { fact, code, not } => {
            Predicate::Country { fact: *fact, code: *code, not: !not }
        }
        Predicate::From { fact, list, not } => {
            Predicate::From { fact: *fact, list: *list, not: !not }
        }
    }
}

fn test(of: &Test, lasting: bool) -> Test {
    let each = |parts: &[Condition]| {
        parts
            .iter()
            .map(|one| Condition { test: test(&one.test, lasting), ..one.clone() })
            .collect()
    };
    match of {
        Test::All(parts) => Test::Any(each(parts)),
        Test::Any(parts) => Test::All(each(parts)),
        Test::Facts(of) => Test::Facts(predicate(of, lasting)),
        Test::Score { .. } | Test::Authority => Test::Facts(constant(lasting)),
    }
}

/// The opposite by De Morgan. Where a part has none of its own there are two: with that part always
/// met, and never met.
pub(crate) fn predicates(of: &Predicate) -> Vec<(&'static str, Predicate)> {
    if is_lasting(of) {
        vec![("met", predicate(of, true)), ("unmet", predicate(of, false))]
    } else {
        vec![("invert", predicate(of, false))]
    }
}

/// The same for a whole test.
pub(crate) fn tests(of: &Test) -> Vec<(&'static str, Test)> {
    if has_no_opposite(of) {
        vec![("met", test(of, true)), ("unmet", test(of, false))]
    } else {
        vec![("invert", test(of, false))]
    }
}
