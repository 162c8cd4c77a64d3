//! Amounts of the years a decision may fall into.

use crate::{Finding, Need};
use jiff::ToSpan;
use jiff::civil::Date;
use rules::Book;

/// What changes for an amount if the decision falls into a later year than the filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaterYear {
    /// The year.
    pub year: i16,
    /// The amount on the filing day.
    pub need: Need,
    /// Its value in that year in cents; `None` if not published.
    pub cents: Option<i64>,
}

/// The later years into which the decision may fall and whose amounts differ or are not published.
///
/// The span is the pathway's own range from filing to decision; a pathway without one is decided
/// on the day.
pub fn later_years(book: &Book, finding: &Finding, filing: Date) -> Vec<LaterYear> {
    let Some((_, most)) = finding.pathway.card.months else { return Vec::new() };
    let Ok(latest) = filing.checked_add(i32::from(most).months()) else { return Vec::new() };
    let mut all = Vec::new();
    for year in filing.year() + 1..=latest.year() {
        for need in finding.needs() {
            let cents = book.amount(need.amount, year);
            if cents.is_none() || cents != need.cents {
                all.push(LaterYear { year, need, cents });
            }
        }
    }
    all
}
