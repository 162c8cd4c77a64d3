//! Mutants of amounts: one cent more or less in one published year.

use crate::{Kind, Mutant};
use rules::{Amount, Book, Series};

/// Mutants of all amounts in all their years. Fees are compared one by one with the ordinance in
/// `tests/amounts.rs`, no verdict rests on them.
pub(crate) fn mutants(book: &Book) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (at, amount) in (0u8..).zip(&book.amounts) {
        for (year, _) in &book.series[usize::from(amount.series)].years {
            for (sign, cents) in [("+1", 1), ("-1", -1)] {
                let (year, id) = (*year, format!("amount.{}.{year}#{sign}", amount.id));
                let change = move |book: &mut Book| move_by(book, at, year, cents);
                all.push(Mutant::new(Kind::Amount, id, change));
            }
        }
    }
    all
}

/// Moves an amount of one year alone: it gets a series of its own, of which it is the whole.
fn move_by(book: &mut Book, at: u8, year: i16, cents: i64) {
    let Amount { series, .. } = book.amounts[usize::from(at)];
    let published = book.series[usize::from(series)].clone();
    let moved = |of: i16| book.amount(at, of).unwrap() + if of == year { cents } else { 0 };
    let years = published.years.iter().map(|(of, _)| (*of, moved(*of))).collect();
    let own = u8::try_from(book.series.len()).unwrap();
    book.series.push(Series { years, ..published });
    let amount = &mut book.amounts[usize::from(at)];
    (amount.series, amount.share) = (own, 10_000);
}
