//! Mutants inside a test of facts: of its parts, and of the values it names.

use crate::{Kind, invert};
use rules::{Book, Predicate};

/// What is left of a test of facts after one change inside it; the test as a whole inverted is not
/// among them. `2.1` is the first part of the second part.
pub(crate) fn inside(book: &Book, whole: &Predicate) -> Vec<(Kind, String, Predicate)> {
    let mut all = Vec::new();
    match whole {
        Predicate::And(parts) | Predicate::Or(parts) => {
            let join = |parts| match whole {
                Predicate::And(_) => Predicate::And(parts),
                _ => Predicate::Or(parts),
            };
            if parts.len() > 1 {
                let swapped = match whole {
                    Predicate::And(_) => Predicate::Or(parts.clone()),
                    _ => Predicate::And(parts.clone()),
                };
                all.push((Kind::Inside, "swap-words".to_owned(), swapped));
            }
            for (at, part) in parts.iter().enumerate() {
                let number = at + 1;
                if parts.len() > 1 {
                    let mut rest = parts.clone();
                    rest.remove(at);
                    all.push((Kind::Inside, format!("{number}:drop"), join(rest)));
                }
                let with = |changed| {
                    let mut parts = parts.clone();
                    parts[at] = changed;
                    join(parts)
                };
                for (what, inverted) in invert::predicates(part) {
                    all.push((Kind::Inside, format!("{number}:{what}"), with(inverted)));
                }
                for (kind, what, changed) in inside(book, part) {
                    let sign = if what.starts_with(|sign: char| sign.is_ascii_digit()) {
                        "."
                    } else {
                        ":"
                    };
                    all.push((kind, format!("{number}{sign}{what}"), with(changed)));
                }
            }
        }
        Predicate::Is { fact, values, not } if values.len() > 1 => {
            let described = &book.facts[usize::from(*fact)];
            for value in values {
                let name = &described.options[usize::from(*value)].id;
                let rest = values.iter().copied().filter(|one| one != value).collect();
                let changed = Predicate::Is { fact: *fact, values: rest, not: *not };
                all.push((Kind::Value, format!("without {name}"), changed));
            }
        }
        _ => {}
    }
    all
}
