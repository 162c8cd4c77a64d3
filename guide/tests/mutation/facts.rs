//! Mutants of facts: whether they exist, and what is presumed of them.

use crate::{Kind, Mutant};
use rules::Book;

/// Mutants of all facts.
pub(crate) fn mutants(book: &Book) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (at, fact) in book.facts.iter().enumerate() {
        let id = |what: &str| format!("fact.{}#{what}", fact.id);
        if fact.when.is_some() {
            let change = move |book: &mut Book| book.facts[at].when = None;
            all.push(Mutant::new(Kind::When, id("no-when"), change));
        }
        let Some(presumed) = &fact.presumed else { continue };
        let presumption = move |book: &mut Book, value| {
            book.facts[at].presumed.as_mut().unwrap().value = value;
        };
        for (value, option) in (0u8..).zip(&fact.options) {
            if value != presumed.value {
                let what = format!("presumed {}", option.id);
                let change = move |book: &mut Book| presumption(book, value);
                all.push(Mutant::new(Kind::Presumed, id(&what), change));
            }
        }
        if presumed.unless.is_some() {
            let change = move |book: &mut Book| {
                book.facts[at].presumed.as_mut().unwrap().unless = None;
            };
            all.push(Mutant::new(Kind::Unless, id("no-unless"), change));
        }
    }
    all
}
