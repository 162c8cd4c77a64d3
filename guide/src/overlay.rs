//! Amounts published after a book was released.

use rules::Book;
use std::collections::BTreeMap;

/// Amounts on top of a book: series id, year, cents. Of two for the same year the later one holds.
///
/// An overlay is part of the version: the same answers with another overlay are another result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay(pub Vec<(String, i16, i64)>);

impl Overlay {
    /// The book with these amounts, replacing figures it already has for the same year.
    ///
    /// # Errors
    /// The id of a series that the book does not have.
    pub fn apply(&self, base: &Book) -> Result<Book, String> {
        let mut book = base.clone();
        for (id, year, cents) in &self.0 {
            let series = book.series.iter_mut().find(|series| series.id == *id);
            let series = series.ok_or_else(|| id.clone())?;
            series.years.retain(|(of, _)| of != year);
            series.years.push((*year, *cents));
            series.years.sort_unstable();
        }
        if !self.0.is_empty() {
            book.version = format!("{}+{:08x}", base.version, self.fingerprint());
        }
        Ok(book)
    }

    /// FNV-1a over what holds in the end, in a fixed order; names the overlay, protects nothing.
    fn fingerprint(&self) -> u32 {
        let last: BTreeMap<(&str, i16), i64> =
            self.0.iter().map(|(id, year, cents)| ((id.as_str(), *year), *cents)).collect();
        let entries = last.iter().map(|((id, year), cents)| format!("{id}={year}:{cents}"));
        let text = entries.collect::<Vec<_>>().join(";");
        text.bytes()
            .fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}
