//! Runs the case files of `cases/`: what a lawyer expects, compared with what the guide finds.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use guide::{
    Answer, Answers, Case, Finding, Given, Trace, Verdict, address, book, evaluate, prune,
};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

type Table = BTreeMap<String, String>;

/// A filing day as it is written, `2026-11-22`.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Filing(Date);

impl TryFrom<String> for Filing {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map(Self).map_err(|error| format!("`{text}`: {error}"))
    }
}

/// One file: cases, and what holds in all of them unless a case says otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    filing: Filing,
    #[serde(default)]
    usual: Table,
    case: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    source: String,
    filing: Option<Filing>,
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
    fn ids(&self) -> BTreeSet<&str> {
        match self {
            Self::One(id) => BTreeSet::from([id.as_str()]),
            Self::Several(ids) => ids.iter().map(String::as_str).collect(),
        }
    }
}

/// A case with its answers read.
struct Told {
    written: Written,
    answers: Answers,
    filing: Date,
}

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// Reads a file; every slip of the pen is an error that names the case.
fn read(text: &str) -> Result<Vec<Told>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    file.case.into_iter().map(|case| told(&file.usual, file.filing, case)).collect()
}

fn told(usual: &Table, filing: Filing, written: Written) -> Result<Told, String> {
    let slip = |what: &str| format!("„{}“: {what}", written.name);
    let mut answers = Answers::default();
    for (id, value) in usual.iter().chain(&written.answers) {
        let fact = book().fact(id).ok_or_else(|| slip(&format!("no fact `{id}`")))?;
        let answer = address::parse(book(), fact, value);
        let answer = answer.ok_or_else(|| slip(&format!("`{id}` has no value `{value}`")))?;
        answers.set(fact, Some(answer));
    }
    for fact in prune(book(), &mut answers) {
        let id = &book().facts[usize::from(fact)].id;
        if written.answers.contains_key(id) {
            return Err(slip(&format!("`{id}` contradicts the other answers")));
        }
    }
    if written.expect.is_empty() || written.source.trim().is_empty() {
        return Err(slip("needs a source and an expectation"));
    }
    for (pathway, verdict) in &written.expect {
        if book().pathway(pathway).is_none() {
            return Err(slip(&format!("no pathway `{pathway}`")));
        }
        if !Verdict::ALL.iter().any(|one| one.id() == verdict) {
            return Err(slip(&format!("no verdict `{verdict}`")));
        }
    }
    for (pathway, because) in &written.because {
        let expected = written.expect.get(pathway).map(String::as_str);
        if expected.is_none() || expected == Some("fits") {
            return Err(slip(&format!(
                "because: `{pathway}` is not expected to be refused or open"
            )));
        }
        let pathway = book().pathway(pathway).ok_or_else(|| slip("no such pathway"))?;
        for id in because.ids() {
            let id = format!("{}.{id}", pathway.id);
            if pathway.conditions.iter().all(|condition| condition.id != id) {
                return Err(slip(&format!("no condition `{id}`")));
            }
        }
    }
    Ok(Told { filing: written.filing.unwrap_or(filing).0, written, answers })
}

fn all() -> Vec<(String, Told)> {
    let mut all = Vec::new();
    let mut slips = Vec::new();
    for (name, text) in files() {
        match read(&text) {
            Ok(cases) => all.extend(cases.into_iter().map(|case| (name.clone(), case))),
            Err(slip) => slips.push(format!("{name}: {slip}")),
        }
    }
    assert!(slips.is_empty(), "{}", slips.join("\n"));
    all
}

/// The conditions whose own truth is what the pathway comes to.
fn deciding<'a>(finding: &'a Finding) -> BTreeSet<&'a str> {
    let decisive =
        finding.conditions.iter().filter(|one| Verdict::from(one.truth) == finding.verdict);
    decisive.map(|one| one.condition.id.split_once('.').unwrap().1).collect()
}

fn trace(case: &Case, traces: &[Trace], indent: usize, text: &mut String) {
    for one in traces {
        let values = one.facts.iter().map(|(fact, given)| {
            let id = &case.book.facts[usize::from(*fact)].id;
            match given {
                Given::Answered(answer) => {
                    format!("{id}={}", address::value(case.book, *fact, answer))
                }
                given => format!("{id}: {given:?}"),
            }
        });
        let values: Vec<_> = values.collect();
        let id = one.condition.id.rsplit('.').next().unwrap();
        let need =
            one.need.map(|need| format!(" needs {:?} cents", need.cents)).unwrap_or_default();
        writeln!(text, "{:indent$}{id}: {:?} {}{need}", "", one.truth, values.join(" ")).unwrap();
        trace(case, &one.parts, indent + 2, text);
    }
}

#[test]
fn every_case_comes_out_as_expected() {
    let mut wrong = String::new();
    for (file, told) in all() {
        let case = Case { book: book(), answers: &told.answers, filing: told.filing };
        for finding in evaluate(&case) {
            let id = &finding.pathway.id;
            let Some(expected) = told.written.expect.get(id) else { continue };
            let found = deciding(&finding);
            let because = told.written.because.get(id).map(Because::ids);
            if finding.verdict.id() == expected && because.as_ref().is_none_or(|of| *of == found) {
                continue;
            }
            let (name, source) = (&told.written.name, &told.written.source);
            writeln!(wrong, "\n{file}, „{name}“ ({source}), {id}:").unwrap();
            writeln!(wrong, "  expected {expected} because of {because:?}").unwrap();
            writeln!(wrong, "  found    {} because of {found:?}", finding.verdict.id()).unwrap();
            trace(&case, &finding.conditions, 4, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A name says which case failed, so it may stand only once in a file.
#[test]
fn names_are_unique() {
    let mut seen = BTreeSet::new();
    for (file, told) in all() {
        assert!(
            seen.insert((file.clone(), told.written.name.clone())),
            "{file}: {}",
            told.written.name
        );
    }
}

/// Each pathway needs a case that fits, one that does not, and a boundary: two cases of one year
/// that differ in one answer and in the verdict.
#[test]
fn every_pathway_has_a_yes_a_no_and_a_boundary() {
    let all = all();
    assert!(all.len() >= 120, "{} cases", all.len());
    for pathway in &book().pathways {
        let of: Vec<(&Told, &str)> = all
            .iter()
            .filter_map(|(_, told)| Some((told, told.written.expect.get(&pathway.id)?.as_str())))
            .collect();
        assert!(of.len() >= 3, "{}: {} cases", pathway.id, of.len());
        for verdict in ["fits", "no"] {
            assert!(of.iter().any(|(_, is)| *is == verdict), "{}: no case {verdict}", pathway.id);
        }
        let boundary = of.iter().any(|(one, verdict)| {
            of.iter().any(|(other, different)| verdict != different && neighbours(one, other))
        });
        assert!(boundary, "{}: no two cases show where the verdict turns", pathway.id);
    }
}

/// For each amount and each year of its series: a case at the amount to the cent, and one below it
/// that differs in nothing else and comes out worse.
#[test]
fn every_amount_of_every_year_has_both_its_sides() {
    let all = all();
    let salary = book().fact("salary").unwrap();
    let mut missing = Vec::new();
    for (at, amount) in (0u8..).zip(&book().amounts) {
        for (year, _) in &book().series[usize::from(amount.series)].years {
            let need = book().amount(at, *year).unwrap();
            let of_year =
                || all.iter().map(|(_, told)| told).filter(|one| one.filing.year() == *year);
            let paid = |told: &Told| match told.answers.get(salary) {
                Some(Answer::Money(cents)) => Some(*cents),
                _ => None,
            };
            let worse = |below: &Told, at: &Told| {
                neighbours(below, at)
                    && at.written.expect.iter().any(|(pathway, verdict)| {
                        verdict != "no"
                            && below.written.expect.get(pathway).is_some_and(|one| one != verdict)
                    })
            };
            let found = of_year().filter(|told| paid(told) == Some(need)).any(|told| {
                let below = of_year().filter(|one| paid(one).is_some_and(|cents| cents < need));
                below.into_iter().any(|one| worse(one, told))
            });
            if !found {
                missing.push(format!("{} {year}", amount.id));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

fn neighbours(one: &Told, other: &Told) -> bool {
    let facts = 0..u8::try_from(book().facts.len()).unwrap();
    let differ = facts.filter(|fact| one.answers.get(*fact) != other.answers.get(*fact)).count();
    one.filing.year() == other.filing.year() && differ == 1
}

/// Every value of every choice occurs in some case, so that no answer is untested.
#[test]
fn every_value_occurs_in_a_case() {
    let all = all();
    let mut missing = Vec::new();
    for (fact, described) in (0u8..).zip(&book().facts) {
        for (value, option) in (0u8..).zip(&described.options) {
            let answer = Answer::Choice(value);
            let presumed = described.presumed.as_ref().is_some_and(|one| one.value == value);
            if !presumed && !all.iter().any(|(_, told)| told.answers.get(fact) == Some(&answer)) {
                missing.push(format!("{}={}", described.id, option.id));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// The reader of the case files refuses what it does not understand.
#[test]
fn slips_of_the_pen_are_refused() {
    let case = |answers: &str, expect: &str, more: &str| {
        format!(
            "filing = \"2026-11-22\"\n[[case]]\nname = \"x\"\nsource = \"§ 1\"\n\
             answers = {{ {answers} }}\nexpect = {{ {expect} }}\n{more}"
        )
    };
    let good = case("nationality = \"PL\"", "eu-free-movement = \"fits\"", "");
    assert!(read(&good).is_ok());
    let fits = "eu-free-movement = \"fits\"";
    for (text, named) in [
        (case("nation = \"PL\"", fits, ""), "nation"),
        (case("nationality = \"Polen\"", fits, ""), "Polen"),
        (
            case("status = \"title\", licence = \"granted\", regulated = \"no\"", fits, ""),
            "licence",
        ),
        (case("", "eu-free = \"fits\"", ""), "eu-free"),
        (case("", "eu-free-movement = \"yes\"", ""), "yes"),
        (case("", "", ""), "expectation"),
        (case("", fits, "remark = \"x\""), "remark"),
        (case("", fits, "because = { eu-free-movement = \"nationality\" }"), "because"),
        (case("", "eu-free-movement = \"no\"", "because = { eu-free-movement = \"age\" }"), "age"),
        (good.replace("source", "sources"), "sources"),
        (good.replace("2026-11-22", "2026-11-31"), "2026-11-31"),
    ] {
        let slip = read(&text).err().unwrap_or_else(|| panic!("taken: {text}"));
        assert!(slip.contains(named), "{slip} does not name {named}");
    }
}
