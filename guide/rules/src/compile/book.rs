//! The rule base from its files.

use super::amounts::{amounts, fees, series};
use super::condition::{self, Context, citations, is_id};
use super::facts::facts;
use super::keys::Keys;
use super::lists::{countries, lists};
use super::outcomes::{coming, conflicts, outcomes};
use super::predicate::{Scope, index};
use super::{Problem, source, unused, values};
use crate::{Book, Card, Citation, Day, Fee, Law, Pathway, Row};

/// Compiles everything but the words; mistakes go to `problems`.
pub(super) fn compile(files: &source::Files, keys: &mut Keys, problems: &mut Vec<Problem>) -> Book {
    let laws: Vec<Law> =
        files.laws.iter().map(|law| Law { code: law.code.clone(), url: law.url.clone() }).collect();
    let countries = countries(keys);
    let lists = lists(&files.geo.lists, &countries, &laws, problems);
    let series = series(&files.amounts.series, &laws, problems);
    let amounts = amounts(&files.amounts.amount, &series, &laws, problems);
    let names = Scope { facts: &[], countries: &countries, lists: &lists, amounts: &amounts };
    let facts = facts(&files.facts, names, keys, problems);
    let scope = Scope { facts: &facts, ..names };
    let fees = fees(&files.amounts.fee, scope, keys, &laws, problems);
    let mut context = Context { scope, laws: &laws, shared: &files.shared, keys, problems };
    let pathways: Vec<Pathway> =
        files.pathways.iter().map(|written| pathway(&mut context, &fees, written)).collect();
    let outcomes = outcomes(&files.outcomes.outcome, scope, &laws, keys, problems);
    unique("shared", files.shared.iter().map(|one| &one.id), problems);
    for (one, next) in files.pathways.iter().zip(files.pathways.iter().skip(1)) {
        if one.order == next.order {
            let what = format!("has the same `order` as `{}`", one.id);
            report(problems, &format!("pathway {}", next.id), what);
        }
    }
    let coming = coming(&files.coming, scope, &laws, keys, problems);
    let conflicts = conflicts(&files.outcomes.conflict, scope, problems);
    unique("pathways", pathways.iter().map(|one| &one.id), problems);
    unique("facts", facts.iter().map(|one| &one.id), problems);
    unused::shared(files, problems);
    let checked_on = day(&files.released.checked_on, "sources.toml", problems);
    day(&files.released.day, "sources.toml", problems);
    let book = Book {
        version: String::new(),
        checked_on,
        laws,
        lists,
        countries,
        series,
        amounts,
        fees,
        facts,
        pathways,
        outcomes,
        conflicts,
        coming,
    };
    unused::facts(&book, problems);
    unused::amounts(&book, files, problems);
    book
}

pub(super) fn report(problems: &mut Vec<Problem>, place: &str, what: impl Into<String>) {
    problems.push(Problem { place: place.to_owned(), what: what.into() });
}

/// Citations, at least one.
pub(super) fn cited(
    laws: &[Law],
    problems: &mut Vec<Problem>,
    place: &str,
    written: &[String],
) -> Vec<Citation> {
    let law = citations(laws, problems, place, written);
    if law.is_empty() {
        report(problems, place, "needs a citation");
    }
    law
}

pub(super) fn unique<'a>(
    place: &str,
    ids: impl Iterator<Item = &'a String>,
    problems: &mut Vec<Problem>,
) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !is_id(id) {
            report(problems, place, format!("`{id}`: an id is made of a–z, 0–9 and -"));
        }
        if !seen.insert(id) {
            report(problems, place, format!("`{id}` stands there twice"));
        }
    }
}

pub(super) fn day(text: &str, place: &str, problems: &mut Vec<Problem>) -> Day {
    values::day(text).unwrap_or_else(|| {
        report(problems, place, format!("`{text}` is no day of the calendar"));
        Day::default()
    })
}

fn pathway(context: &mut Context, fees: &[Fee], written: &source::Pathway) -> Pathway {
    let place = format!("pathway {}", written.id);
    let checked_on = day(&written.checked_on, &place, context.problems);
    let law = citations(context.laws, context.problems, &place, &written.law);
    if law.is_empty() {
        report(context.problems, &place, "a pathway needs a legal basis");
    }
    let conditions = condition::all(context, &written.id, checked_on, &written.condition);
    let words = format!("pathway.{}", written.id);
    let mut row = |name: &str| Row {
        value: context.keys.need(&place, &format!("{words}.card.{name}")),
        note: context.keys.maybe(&format!("{words}.card.{name}-note")),
    };
    let (salary, german, duration) = (row("salary"), row("german"), row("duration"));
    let (family, settlement) = (row("family"), row("settlement"));
    let (entitlement, tasks) = (row("entitlement"), row("tasks"));
    let mut due = Vec::new();
    for id in &written.fees {
        match fees.iter().position(|fee| fee.id == *id).map(index) {
            Some(Ok(at)) => due.push(at),
            _ => report(context.problems, &place, format!("there is no fee `{id}`")),
        }
    }
    if written.months.is_some_and(|[least, most]| least > most) {
        report(context.problems, &place, "months: the shorter time comes first");
    }
    let card = Card {
        salary,
        german,
        duration,
        months: written.months.map(|[least, most]| (least, most)),
        fees: due,
        family,
        settlement,
        entitlement,
        tasks,
    };
    Pathway {
        id: written.id.clone(),
        name: context.keys.need(&place, &format!("{words}.name")),
        summary: context.keys.need(&place, &format!("{words}.summary")),
        find: context.keys.maybe(&format!("{words}.find")),
        law,
        checked_on,
        today: written.today,
        conditions,
        card,
    }
}
