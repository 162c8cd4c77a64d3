//! A test of facts in the one-line language in which the rule base is written:
//! `degree is foreign and comparability in (recognised, comparable)`.

use rules::{Book, Fact, Predicate};

/// Writes a test; reading it again gives the same one.
pub(super) fn write(book: &Book, predicate: &Predicate) -> String {
    match predicate {
        Predicate::Or(parts) => joined(book, parts, " or "),
        Predicate::And(parts) => joined(book, parts, " and "),
        Predicate::Is { fact, values, not } => {
            let fact = book.facts.get(usize::from(*fact));
            let ids: Vec<&str> = values.iter().map(|value| option(fact, *value)).collect();
            match (ids.as_slice(), *not) {
                ([only], false) => format!("{} is {only}", id(fact)),
                ([only], true) => format!("{} is not {only}", id(fact)),
                (_, false) => format!("{} in ({})", id(fact), ids.join(", ")),
                (_, true) => format!("{} not in ({})", id(fact), ids.join(", ")),
            }
        }
        Predicate::Country { fact, code, not } => {
            let code: String = code.iter().copied().map(char::from).collect();
            let is = if *not { "is not" } else { "is" };
            format!("{} {is} {code}", id(book.facts.get(usize::from(*fact))))
        }
        Predicate::From { fact, list, not } => {
            let list = book.lists.get(usize::from(*list)).map_or("", |list| &list.id);
            let from = if *not { "not from" } else { "from" };
            format!("{} {from} {list}", id(book.facts.get(usize::from(*fact))))
        }
        Predicate::AtLeast { fact, amount } => {
            let amount = book.amounts.get(usize::from(*amount)).map_or("", |amount| &amount.id);
            format!("{} at least {amount}", id(book.facts.get(usize::from(*fact))))
        }
    }
}

/// `and` binds tighter than `or`; whatever else is joined inside a join stands in brackets.
fn joined(book: &Book, parts: &[Predicate], word: &str) -> String {
    let part = |part: &Predicate| match part {
        Predicate::Or(_) => format!("({})", write(book, part)),
        Predicate::And(_) if word == " and " => format!("({})", write(book, part)),
        _ => write(book, part),
    };
    parts.iter().map(part).collect::<Vec<_>>().join(word)
}

fn id(fact: Option<&Fact>) -> &str {
    fact.map_or("", |fact| &fact.id)
}

fn option(fact: Option<&Fact>, value: u8) -> &str {
    fact.and_then(|fact| fact.options.get(usize::from(value))).map_or("", |value| &value.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_test_is_written_as_in_the_rule_files() {
        let book = guide::book();
        let fact = |id| book.fact(id).unwrap();
        let index = |at: Option<usize>| u8::try_from(at.unwrap()).unwrap();
        let is = |name, values: &[&str], not| {
            let of = |id: &&str| {
                let options = &book.facts[usize::from(fact(name))].options;
                index(options.iter().position(|option| option.id == *id))
            };
            Predicate::Is { fact: fact(name), values: values.iter().map(of).collect(), not }
        };
        let nationality = fact("nationality");
        let list = index(book.lists.iter().position(|list| list.id == "eu-eea-ch"));
        let amount = index(book.amounts.iter().position(|one| one.id == "bluecard-regular"));
        let here = || is("status", &["title"], false);
        let either = || Predicate::Or(vec![here(), is("status", &["abroad"], true)]);
        let both = || Predicate::And(vec![here(), is("status", &["abroad"], true)]);
        for (predicate, text) in [
            (here(), "status is title"),
            (is("status", &["title"], true), "status is not title"),
            (is("status", &["title", "abroad"], false), "status in (title, abroad)"),
            (is("status", &["title", "abroad"], true), "status not in (title, abroad)"),
            (
                Predicate::Country { fact: nationality, code: *b"TR", not: false },
                "nationality is TR",
            ),
            (
                Predicate::Country { fact: nationality, code: *b"TR", not: true },
                "nationality is not TR",
            ),
            (Predicate::From { fact: nationality, list, not: false }, "nationality from eu-eea-ch"),
            (
                Predicate::From { fact: nationality, list, not: true },
                "nationality not from eu-eea-ch",
            ),
            (
                Predicate::AtLeast { fact: fact("salary"), amount },
                "salary at least bluecard-regular",
            ),
            (either(), "status is title or status is not abroad"),
            (
                Predicate::And(vec![either(), here()]),
                "(status is title or status is not abroad) and status is title",
            ),
            (
                Predicate::Or(vec![both(), here()]),
                "status is title and status is not abroad or status is title",
            ),
            (
                Predicate::And(vec![both(), here()]),
                "(status is title and status is not abroad) and status is title",
            ),
            (
                Predicate::Or(vec![either(), here()]),
                "(status is title or status is not abroad) or status is title",
            ),
        ] {
            assert_eq!(write(book, &predicate), text);
        }
    }
}
