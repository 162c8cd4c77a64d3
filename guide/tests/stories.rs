//! Typical stories: which questions lead to the first result, and what it says on every route.
//! They stand in `guide/stories.json`; the browser tests tell the same ones.
#![expect(clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use guide::{Case, Verdict, address, book, evaluate, near_misses, next_question};
use jiff::civil::date;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The most questions a typical story may take.
const MOST: usize = 9;

/// The year of the application where a story names none.
const YEAR: i16 = 2026;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Story {
    name: String,
    year: Option<i16>,
    /// Told with every browser and in every language; no matter here.
    #[serde(rename = "everywhere", default)]
    _everywhere: bool,
    /// What is known before the first question.
    #[serde(default)]
    given: Vec<(String, Told)>,
    /// What is asked, in this order, and the answers.
    told: Vec<(String, Told)>,
    /// Routes that come to this; every other route comes to no.
    #[serde(default)]
    fits: BTreeSet<String>,
    #[serde(default)]
    authority: BTreeSet<String>,
    #[serde(default)]
    open: BTreeSet<String>,
    /// A route for which one cent a year is missing.
    one_cent_short: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    Value(String),
    /// Euros a year.
    Euros(serde_json::Number),
    /// Pay as it is typed, and what it comes to in a year.
    Typed {
        euros: serde_json::Number,
    },
}

impl Told {
    /// As in an address.
    fn value(&self) -> String {
        match self {
            Self::Value(value) => value.clone(),
            Self::Euros(euros) | Self::Typed { euros } => euros.to_string(),
        }
    }
}

/// Tells a story question by question: what is not asked plays no part. Returns what is otherwise
/// than the story says.
fn faults(story: &Story) -> String {
    let mut faults = String::new();
    let mut fault = |text: String| writeln!(faults, "{}: {text}", story.name).unwrap_or_default();
    let day = date(story.year.unwrap_or(YEAR), 6, 1);
    let given = story.given.iter().map(|(fact, told)| (fact, told.value()));
    let told = story.told.iter().map(|(fact, told)| (fact, told.value()));
    let mut answers = address::read_pairs(book(), given.clone()).answers;
    let read = address::read_pairs(book(), given.chain(told));
    if !read.ignored.is_empty() {
        fault(format!("{:?}", read.ignored));
    }
    let mut asked = Vec::new();
    let findings = loop {
        let case = Case { book: book(), answers: &answers, filing: day };
        let findings = evaluate(&case);
        let Some(fact) = next_question(&case, &findings) else { break findings };
        let id = book().facts[usize::from(fact)].id.as_str();
        asked.push(id);
        let Some(answer) = read.answers.get(fact) else {
            fault(format!("no answer to {id} after {asked:?}"));
            return faults;
        };
        answers.set(fact, Some(answer.clone()));
    };
    let expected: Vec<_> = story.told.iter().map(|(fact, _)| fact.as_str()).collect();
    if asked != expected {
        fault(format!("asked {asked:?} instead of {expected:?}"));
    }
    if asked.len() > MOST {
        fault(format!("{} questions", asked.len()));
    }
    let groups = [
        (Verdict::Fits, &story.fits),
        (Verdict::AuthorityDecides, &story.authority),
        (Verdict::Open, &story.open),
    ];
    for (verdict, expected) in groups {
        let found = findings.iter().filter(|finding| finding.verdict == verdict);
        let found: BTreeSet<_> = found.map(|finding| finding.pathway.id.clone()).collect();
        if found != *expected {
            let (more, less) = (&found - expected, expected - &found);
            fault(format!("{}: also {more:?}, but not {less:?}", verdict.id()));
        }
    }
    if let Some(short) = &story.one_cent_short {
        let case = Case { book: book(), answers: &answers, filing: day };
        let missed = findings.iter().filter(|finding| finding.pathway.id == *short);
        if missed.flat_map(|finding| near_misses(&case, finding)).next().is_none() {
            fault(format!("{short} is no near miss"));
        }
    }
    faults
}

fn stories() -> Vec<Story> {
    serde_json::from_str(include_str!("../stories.json")).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_story_is_asked_and_answered_as_told() {
    let faults: String = stories().iter().map(faults).collect();
    assert!(faults.is_empty(), "\n{faults}");
}

/// Nothing can follow for a German, so nothing more is asked.
#[test]
fn a_german() {
    let told =
        r#"[{ "name": "a German", "told": [["status", "eu-passport"], ["nationality", "DE"]] }]"#;
    let stories: Vec<Story> = serde_json::from_str(told).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(stories.iter().map(faults).collect::<String>(), "");
}
