//! What stands in the content folder for nothing.

use super::book::report;
use super::{Problem, source};
use crate::{Condition, Dispatch, Fact, Kind, Outcome, Pathway, Predicate, Test};

/// A shared condition that no pathway takes over.
pub(super) fn shared(files: &source::Files, problems: &mut Vec<Problem>) {
    fn uses<'a>(written: &'a [source::Condition], found: &mut Vec<&'a str>) {
        for one in written {
            found.extend(one.r#use.as_deref());
            uses(one.all.as_deref().unwrap_or_default(), found);
            uses(one.any.as_deref().unwrap_or_default(), found);
            uses(one.row.as_deref().unwrap_or_default(), found);
        }
    }
    let mut found = Vec::new();
    for pathway in &files.pathways {
        uses(&pathway.condition, &mut found);
    }
    uses(&files.shared, &mut found);
    for shared in files.shared.iter().filter(|one| !found.contains(&one.id.as_str())) {
        report(problems, "shared.toml", format!("no pathway uses `{}`", shared.id));
    }
}

/// A fact that no rule tests would be asked for nothing.
pub(super) fn facts(
    facts: &[Fact],
    pathways: &[Pathway],
    dispatch: &[Dispatch],
    outcomes: &[Outcome],
    problems: &mut Vec<Problem>,
) {
    let mut used = vec![false; facts.len()];
    for pathway in pathways {
        pathway.conditions.iter().for_each(|one| mark_condition(one, &mut used));
    }
    dispatch.iter().for_each(|one| mark(&one.when, &mut used));
    outcomes.iter().for_each(|one| mark(&one.when, &mut used));
    for (fact, used) in facts.iter().zip(used) {
        if !used && !matches!(fact.kind, Kind::Place | Kind::Day) {
            report(problems, "questions", format!("no rule depends on `{}`", fact.id));
        }
    }
}

fn mark_condition(condition: &Condition, used: &mut [bool]) {
    condition.parts().iter().for_each(|part| mark_condition(part, used));
    if let Test::Facts(predicate) = &condition.test {
        mark(predicate, used);
    }
}

fn mark(predicate: &Predicate, used: &mut [bool]) {
    match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => {
            parts.iter().for_each(|part| mark(part, used));
        }
        Predicate::Is { fact, .. }
        | Predicate::Country { fact, .. }
        | Predicate::From { fact, .. }
        | Predicate::AtLeast { fact, .. } => {
            if let Some(slot) = used.get_mut(usize::from(*fact)) {
                *slot = true;
            }
        }
    }
}
