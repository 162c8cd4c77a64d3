//! Official fees of a pathway for this person.

use crate::{Case, Truth};
use rules::{Fee, Pathway};

/// The fees that fall due, in the pathway's order; `None` while it depends on a missing answer.
pub fn fees<'a>(case: &Case<'a>, pathway: &Pathway) -> Option<Vec<&'a Fee>> {
    let mut due = Vec::new();
    for at in &pathway.card.fees {
        let fee = case.book.fees.get(usize::from(*at))?;
        match case.holds(&fee.when) {
            Truth::Yes => due.push(fee),
            Truth::No => {}
            Truth::Unknown | Truth::Authority | Truth::Favourable => return None,
        }
    }
    Some(due)
}
