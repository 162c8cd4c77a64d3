//! Results that need no pathway.

use crate::{Case, Truth};
use rules::Outcome;

/// The result that needs no pathway, if there is one (a German citizen).
pub fn outcome<'a>(case: &Case<'a>) -> Option<&'a Outcome> {
    case.book.outcomes.iter().find(|outcome| case.holds(&outcome.when) == Truth::Yes)
}
