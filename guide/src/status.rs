//! What a person's status leads to besides the encoded pathways.

use crate::{Case, Truth};
use rules::Outcome;

/// Pathways that belong to this person's status and are not encoded yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unanswered {
    /// Ids of pathways special to the status: something may already be allowed today.
    pub by_status: Vec<String>,
    /// Ids of the other pathways that are not encoded.
    pub others: Vec<String>,
}

/// The result that needs no pathway, if there is one (a German citizen).
pub fn outcome<'a>(case: &Case<'a>) -> Option<&'a Outcome> {
    case.book.outcomes.iter().find(|outcome| case.holds(&outcome.when) == Truth::Yes)
}

/// What this guide cannot answer yet for this person.
pub fn unanswered(case: &Case) -> Unanswered {
    let mut all = Unanswered::default();
    for dispatch in &case.book.dispatch {
        let list = match (case.holds(&dispatch.when), dispatch.general) {
            (Truth::Yes, false) => &mut all.by_status,
            (Truth::Yes | Truth::Unknown, true) => &mut all.others,
            _ => continue,
        };
        for id in &dispatch.pathways {
            if case.book.pathway(id).is_none() && !list.contains(id) {
                list.push(id.clone());
            }
        }
    }
    all
}
