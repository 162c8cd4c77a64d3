//! The case files: their shape, and whether what they name exists.

use super::book::report;
use super::{Problem, Problems, pack, source, values};
use crate::{Book, CaseAnswer, Day, Expectation, Fact, Kind, Pathway, RuleCase};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Table = BTreeMap<String, String>;

/// One file: cases, and what holds in all of them unless a case says otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    filing: String,
    #[serde(default)]
    usual: Table,
    case: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    source: String,
    filing: Option<String>,
    #[serde(default)]
    answers: Table,
    /// Verdicts by pathway.
    expect: Table,
    /// By pathway: the top-level conditions that make the verdict, and no others.
    #[serde(default)]
    because: BTreeMap<String, Because>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Because {
    One(String),
    Several(Vec<String>),
}

impl Because {
    fn ids(&self) -> &[String] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::Several(ids) => ids,
        }
    }
}

/// Compiles the case files of a folder, in the order of their names.
///
/// # Errors
/// All mistakes found, each with its file and, where there is one, the name of its case.
pub fn cases(folder: &Path, book: &Book) -> Result<Vec<RuleCase>, Problems> {
    let mut problems = Vec::new();
    let mut all = Vec::new();
    for path in source::toml_files(folder, &mut problems) {
        if let Some(file) = source::read::<File>(&path, &mut problems) {
            let place = source::shown(&path);
            all.extend(of_file(book, &file, &place, &mut problems));
        }
    }
    if problems.is_empty() {
        return Ok(all);
    }
    problems.sort();
    problems.dedup();
    Err(Problems(problems))
}

/// Cases in the packed form that [`RuleCase::load`] reads.
pub fn packed_cases(cases: &[RuleCase]) -> Vec<u8> {
    pack(&cases)
}

fn of_file(book: &Book, file: &File, place: &str, problems: &mut Vec<Problem>) -> Vec<RuleCase> {
    let usual = known(book, &file.usual, place, problems);
    let filing = day(&file.filing, place, problems);
    let mut names = BTreeSet::new();
    let mut all = Vec::new();
    for written in &file.case {
        let place = format!("{place}, „{}“", written.name);
        if !names.insert(&written.name) {
            report(problems, &place, "two cases have this name");
        }
        if written.name.trim().is_empty() || written.source.trim().is_empty() {
            report(problems, &place, "a case needs a name and a source");
        }
        let own = known(book, &written.answers, &place, problems);
        let answers = usual.iter().map(|(fact, value)| (*fact, (value, true)));
        let answers = answers.chain(own.iter().map(|(fact, value)| (*fact, (value, false))));
        let answers: BTreeMap<_, _> = answers.collect();
        let answer = |(fact, (value, usual)): (u8, (&&str, bool))| CaseAnswer {
            fact,
            value: (*value).to_owned(),
            usual,
        };
        all.push(RuleCase {
            name: written.name.clone(),
            source: written.source.clone(),
            filing: written.filing.as_ref().map_or(filing, |text| day(text, &place, problems)),
            answers: answers.into_iter().map(answer).collect(),
            expect: expectations(book, written, &place, problems),
        });
    }
    all
}

fn day(text: &str, place: &str, problems: &mut Vec<Problem>) -> Day {
    values::day(text).unwrap_or_else(|| {
        report(problems, place, format!("`{text}` is no day of the calendar"));
        Day::default()
    })
}

/// The answers that name a fact and one of its values; the others are reported.
fn known<'a>(
    book: &Book,
    written: &'a Table,
    place: &str,
    problems: &mut Vec<Problem>,
) -> BTreeMap<u8, &'a str> {
    let mut all = BTreeMap::new();
    for (id, value) in written {
        let found = book.fact(id).and_then(|at| Some((at, book.facts.get(usize::from(at))?)));
        match found {
            None => report(problems, place, format!("there is no fact `{id}`")),
            Some((_, fact)) if !is_value(book, fact, value) => {
                report(problems, place, format!("`{id}` has no value `{value}`"));
            }
            Some((at, _)) => {
                all.insert(at, value.as_str());
            }
        }
    }
    all
}

fn is_value(book: &Book, fact: &Fact, value: &str) -> bool {
    let digits = |text: &str| text.len() == 5 && text.bytes().all(|sign| sign.is_ascii_digit());
    value == "unknown"
        || match fact.kind {
            Kind::Choice => fact.options.iter().any(|option| option.id == value),
            Kind::Country => values::country(value)
                .is_some_and(|code| book.countries.iter().any(|country| country.code == code)),
            Kind::Money => values::cents(value).is_some(),
            Kind::Place => digits(value.split_once('-').map_or(value, |(code, _)| code)),
            Kind::Day => values::day(value).is_some(),
        }
}

fn expectations(
    book: &Book,
    written: &Written,
    place: &str,
    problems: &mut Vec<Problem>,
) -> Vec<Expectation> {
    let mut all = Vec::new();
    if written.expect.is_empty() {
        report(problems, place, "a case needs an expectation");
    }
    for (id, verdict) in &written.expect {
        if !Expectation::VERDICTS.contains(&verdict.as_str()) {
            let verdicts = Expectation::VERDICTS.join(", ");
            report(problems, place, format!("`{verdict}` is none of the verdicts {verdicts}"));
        }
        let found = (0u8..).zip(&book.pathways).find(|(_, pathway)| pathway.id == *id);
        let Some((at, pathway)) = found else {
            report(problems, place, format!("there is no pathway `{id}`"));
            continue;
        };
        let ids = written.because.get(id).map_or(&[][..], Because::ids);
        let because = ids.iter().filter_map(|id| condition(pathway, id, place, problems));
        let because = because.collect();
        all.push(Expectation { pathway: at, verdict: verdict.clone(), because });
    }
    for (id, because) in &written.because {
        if because.ids().is_empty() {
            report(problems, place, format!("because: names no condition of `{id}`"));
        }
        if written.expect.get(id).is_none_or(|verdict| verdict == "fits") {
            let what = format!("because: `{id}` is not expected to be refused or open");
            report(problems, place, what);
        }
    }
    all
}

/// The place of a top-level condition in its pathway.
fn condition(pathway: &Pathway, id: &str, place: &str, problems: &mut Vec<Problem>) -> Option<u8> {
    let id = format!("{}.{id}", pathway.id);
    let found = (0u8..).zip(&pathway.conditions).find(|(_, condition)| condition.id == id);
    if found.is_none() {
        report(problems, place, format!("there is no condition `{id}` at the top"));
    }
    found.map(|(at, _)| at)
}
