//! The book without what only results show.

use crate::{Book, Condition, Key, Predicate, Row, Test};

/// Enough to find the next question and to show it: facts, tests, lists, amounts, the ids that
/// stand in addresses. Ids and words of conditions, citations, cards and fees are left out.
pub(super) fn questions(book: &Book) -> Book {
    let mut lean = book.clone();
    lean.laws.clear();
    lean.fees.clear();
    lean.dispatch.clear();
    let used = used_lists(book);
    for (list, used) in lean.lists.iter_mut().zip(used) {
        list.id.clear();
        list.law.clear();
        if !used {
            list.countries.clear();
        }
    }
    lean.series.iter_mut().for_each(|series| {
        series.id.clear();
        series.law.clear();
    });
    lean.amounts.iter_mut().for_each(|amount| {
        amount.id.clear();
        amount.law.clear();
    });
    lean.outcomes.iter_mut().for_each(|outcome| {
        outcome.law.clear();
        (outcome.title, outcome.text) = (NONE, NONE);
    });
    for pathway in &mut lean.pathways {
        (pathway.name, pathway.summary) = (NONE, NONE);
        pathway.law.clear();
        pathway.conditions.iter_mut().for_each(strip);
        let card = &mut pathway.card;
        card.fees.clear();
        card.months = None;
        for row in [
            &mut card.salary,
            &mut card.german,
            &mut card.duration,
            &mut card.family,
            &mut card.settlement,
            &mut card.entitlement,
            &mut card.tasks,
        ] {
            *row = Row { value: NONE, note: None };
        }
    }
    lean
}

/// One number for all: it packs to nothing.
const NONE: Key = Key(0);

fn strip(condition: &mut Condition) {
    condition.id.clear();
    condition.law.clear();
    condition.title = NONE;
    condition.unmet = None;
    condition.doubt = None;
    condition.checked_on = crate::Day::default();
    if let Test::All(parts) | Test::Any(parts) = &mut condition.test {
        parts.iter_mut().for_each(strip);
    }
}

/// For each list whether a test looks at it.
fn used_lists(book: &Book) -> Vec<bool> {
    fn within(test: &Predicate, used: &mut [bool]) {
        match test {
            Predicate::And(parts) | Predicate::Or(parts) => {
                parts.iter().for_each(|part| within(part, used));
            }
            Predicate::From { list, .. } => {
                if let Some(slot) = used.get_mut(usize::from(*list)) {
                    *slot = true;
                }
            }
            Predicate::Is { .. } | Predicate::Country { .. } | Predicate::AtLeast { .. } => {}
        }
    }
    fn below(conditions: &[Condition], used: &mut [bool]) {
        for condition in conditions {
            match &condition.test {
                Test::All(parts) | Test::Any(parts) => below(parts, used),
                Test::Facts(test) => within(test, used),
                Test::Authority => {}
            }
        }
    }
    let mut used = vec![false; book.lists.len()];
    for fact in &book.facts {
        let unless = fact.presumed.as_ref().and_then(|presumed| presumed.unless.as_ref());
        for test in [fact.when.as_ref(), fact.detail.as_ref(), unless].into_iter().flatten() {
            within(test, &mut used);
        }
    }
    book.pathways.iter().for_each(|pathway| below(&pathway.conditions, &mut used));
    book.outcomes.iter().for_each(|outcome| within(&outcome.when, &mut used));
    book.conflicts.iter().for_each(|conflict| within(&conflict.when, &mut used));
    used
}
