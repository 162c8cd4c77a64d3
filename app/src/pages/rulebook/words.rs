//! A test of facts in the words of the questions.

use super::cited;
use crate::wizard::Env;
use guide::{Answer, page, show, ui};
use rules::{Citation, Key, Predicate};

/// A test as a phrase: `Aufenthalt: „Im Ausland“ oder „…“; und Nationalität: …`.
pub(super) fn of(env: &Env, test: &Predicate) -> String {
    match test {
        Predicate::And(parts) => joined(env, parts, page::RULES_AND),
        Predicate::Or(parts) => joined(env, parts, ui::OR),
        Predicate::Is { fact, values, not } => {
            let option = |value: &u8| show::option(env.book, env.lang.words, *fact, *value);
            let values: Vec<String> = values.iter().map(option).collect();
            about(env, *fact, &valued(env, &values, *not))
        }
        Predicate::Country { fact, code, not } => {
            about(env, *fact, &valued(env, &[country(env, *code)], *not))
        }
        Predicate::From { fact, list, not } => {
            let Some(list) = env.book.lists.get(usize::from(*list)) else { return String::new() };
            if let [only] = list.countries.as_slice() {
                return about(env, *fact, &valued(env, &[country(env, *only)], *not));
            }
            let key = if *not { page::RULES_NONE_OF } else { page::RULES_ONE_OF };
            let (count, law) = (list.countries.len().to_string(), law(env, &list.law));
            about(env, *fact, &env.lang.fill(key, &[("count", &count), ("law", &law)]))
        }
        Predicate::AtLeast { fact, amount } => {
            let amount = env.book.amounts.get(usize::from(*amount));
            let law = amount.map(|amount| law(env, &amount.law)).unwrap_or_default();
            about(env, *fact, &env.lang.fill(page::RULES_AT_LEAST, &[("law", &law)]))
        }
    }
}

/// Calls `see` with every test that has no parts of its own.
pub(in crate::pages) fn each<'a>(test: &'a Predicate, see: &mut impl FnMut(&'a Predicate)) {
    match test {
        Predicate::And(parts) | Predicate::Or(parts) => {
            parts.iter().for_each(|part| each(part, see));
        }
        _ => see(test),
    }
}

/// The fact a test without parts looks at; an index into the book's facts.
pub(in crate::pages) fn fact(test: &Predicate) -> Option<u8> {
    match test {
        Predicate::And(_) | Predicate::Or(_) => None,
        Predicate::Is { fact, .. }
        | Predicate::Country { fact, .. }
        | Predicate::From { fact, .. }
        | Predicate::AtLeast { fact, .. } => Some(*fact),
    }
}

/// States by name, in the order of the page's language.
pub(super) fn states(env: &Env, codes: &[[u8; 2]]) -> String {
    let ordered = env.lang.words.countries.iter();
    let ordered = ordered.filter_map(|at| env.book.countries.get(usize::from(*at)));
    let named = ordered.filter(|one| codes.contains(&one.code)).map(|one| env.lang.t(one.name));
    named.collect::<Vec<_>>().join(", ")
}

/// Inside one join another stands in brackets.
fn joined(env: &Env, parts: &[Predicate], word: Key) -> String {
    let part = |part: &Predicate| match part {
        Predicate::And(_) | Predicate::Or(_) => format!("({})", of(env, part)),
        _ => of(env, part),
    };
    let parts: Vec<String> = parts.iter().map(part).collect();
    parts.join(&format!("; {} ", env.lang.t(word)))
}

fn about(env: &Env, fact: u8, values: &str) -> String {
    let fact = env.fact(fact).map_or("", |fact| env.lang.t(fact.short));
    env.lang.fill(page::RULES_FACT, &[("fact", fact), ("values", values)])
}

/// `„A“ oder „B“`, `nicht „A“ und nicht „B“`.
fn valued(env: &Env, values: &[String], not: bool) -> String {
    let (key, word) =
        if not { (page::RULES_NOT_VALUE, page::RULES_AND) } else { (page::RULES_VALUE, ui::OR) };
    let quoted: Vec<_> =
        values.iter().map(|value| env.lang.fill(key, &[("value", value)])).collect();
    quoted.join(&format!(" {} ", env.lang.t(word)))
}

fn country(env: &Env, code: [u8; 2]) -> String {
    let fact = env.book.fact("nationality").unwrap_or_default();
    show::answer(env.book, env.lang.words, fact, &Answer::Country(code))
}

fn law(env: &Env, law: &[Citation]) -> String {
    cited(env, law).into_iter().map(|(text, _)| text).collect::<Vec<_>>().join(", ")
}
