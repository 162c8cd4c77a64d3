//! What the compiler of test cases takes, and what it refuses with which words.
#![cfg(feature = "compile")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use rules::compile::{Problems, cases, content, packed_cases};
use rules::{Book, CaseAnswer, Day, Expectation, RuleCase};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn book() -> Book {
    content(&folder().join("content")).unwrap().book
}

/// One file of cases against the real book; `name` keeps tests that run at the same time apart.
fn compiled(name: &str, book: &Book, text: &str) -> Result<Vec<RuleCase>, Problems> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("free.toml"), text).unwrap();
    let found = cases(&folder, book);
    fs::remove_dir_all(&folder).unwrap();
    found
}

const GOOD: &str = r#"
filing = "2026-11-22"
[usual]
status = "abroad"
nationality = "PL"
[[case]]
name = "A welder"
source = "§ 2 FreizügG/EU"
answers = { regulated = "no", salary = "50699.99", place = "52477-alsdorf" }
expect = { eu-free-movement = "fits" }
[[case]]
name = "An engineer"
source = "§ 2 FreizügG/EU"
filing = "2025-02-28"
answers = { nationality = "IN", regulated = "unknown" }
expect = { eu-free-movement = "no", bluecard-regular = "open" }
because = { eu-free-movement = "nationality", bluecard-regular = ["salary", "job"] }
"#;

#[test]
fn a_case_says_what_is_usual_what_is_its_own_and_what_is_expected() {
    let book = book();
    let found = compiled("case-good", &book, GOOD).unwrap();
    let [welder, engineer] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((welder.name.as_str(), welder.filing), ("A welder", Day(2026, 11, 22)));
    assert_eq!((engineer.source.as_str(), engineer.filing), ("§ 2 FreizügG/EU", Day(2025, 2, 28)));
    let answer = |id: &str, value: &str, usual| CaseAnswer {
        fact: book.fact(id).unwrap(),
        value: value.to_owned(),
        usual,
    };
    let expected = [
        answer("status", "abroad", true),
        answer("nationality", "IN", false),
        answer("regulated", "unknown", false),
    ];
    assert_eq!(engineer.answers, expected);
    assert!(welder.answers.contains(&answer("salary", "50699.99", false)));

    let of = |id: &str| {
        let at = book.pathways.iter().position(|pathway| pathway.id == id).unwrap();
        engineer.expect.iter().find(|one| usize::from(one.pathway) == at).unwrap()
    };
    let because = |id: &str| -> Vec<&str> {
        let conditions = &book.pathway(id).unwrap().conditions;
        let ids = of(id).because.iter().map(|at| conditions.get(usize::from(*at)).unwrap());
        ids.map(|condition| condition.id.as_str()).collect()
    };
    assert_eq!(of("bluecard-regular").verdict, "open");
    assert_eq!(because("bluecard-regular"), ["bluecard-regular.salary", "bluecard-regular.job"]);
    assert_eq!(because("eu-free-movement"), ["eu-free-movement.nationality"]);
    let [Expectation { verdict, because, .. }] = welder.expect.as_slice() else { panic!() };
    assert_eq!((verdict.as_str(), because.len()), ("fits", 0));
    assert_eq!(RuleCase::load(&packed_cases(&found)), Some(found));
}

#[test]
#[rustfmt::skip]
fn slips_of_the_pen_are_refused_with_file_and_case() {
    let book = book();
    let welder = "cases-bad/free.toml, „A welder“";
    let engineer = "cases-bad/free.toml, „An engineer“";
    let file = "cases-bad/free.toml";
    for (old, new, place, said) in [
        ("filing = \"2026-11-22\"", "filing = \"2026-11-31\"", file, "`2026-11-31` is no day"),
        ("filing = \"2025-02-28\"", "filing = \"2025-02-29\"", engineer, "`2025-02-29` is no day"),
        ("status = \"abroad\"", "status = \"away\"", file, "`status` has no value `away`"),
        ("status = \"abroad\"", "state = \"abroad\"", file, "there is no fact `state`"),
        ("regulated = \"no\"", "regulation = \"no\"", welder, "there is no fact `regulation`"),
        ("regulated = \"no\"", "regulated = \"never\"", welder, "`regulated` has no value `never`"),
        ("\"IN\"", "\"India\"", engineer, "`nationality` has no value `India`"),
        ("\"IN\"", "\"XX\"", engineer, "`nationality` has no value `XX`"),
        ("50699.99", "50.699,99", welder, "`salary` has no value `50.699,99`"),
        ("52477-alsdorf", "5247-alsdorf", welder, "`place` has no value"),
        ("place = \"52477-alsdorf\"", "filing-day = \"22.11.2026\"", welder, "`filing-day` has no value"),
        ("expect = { eu-free-movement = \"fits\" }", "expect = {}", welder, "needs an expectation"),
        ("{ eu-free-movement = \"fits\" }", "{ eu-free = \"fits\" }", welder, "there is no pathway `eu-free`"),
        ("\"fits\"", "\"yes\"", welder, "`yes` is none of the verdicts"),
        ("\"salary\", \"job\"", "\"salary\", \"pay\"", engineer, "no condition `bluecard-regular.pay`"),
        ("\"salary\", \"job\"", "\"academic.german\"", engineer, "no condition `bluecard-regular.academic.german`"),
        ("[\"salary\", \"job\"]", "[]", engineer, "names no condition of `bluecard-regular`"),
        ("because = { eu-free-movement", "because = { settled", engineer, "`settled` is not expected"),
        ("eu-free-movement = \"no\"", "eu-free-movement = \"fits\"", engineer, "`eu-free-movement` is not expected"),
        ("A welder", "An engineer", engineer, "two cases have this name"),
        ("source = \"§ 2 FreizügG/EU\"\nanswers", "source = \" \"\nanswers", welder, "needs a name and a source"),
        ("name = \"A welder\"", "name = \"\"", "free.toml, „“", "needs a name and a source"),
        ("source = \"§ 2 FreizügG/EU\"\nanswers", "sources = \"§ 2\"\nanswers", file, "sources"),
        ("[[case]]", "[[cases]]", file, "cases"),
        ("because = {", "because = [", file, ""),
    ] {
        assert!(GOOD.contains(old), "{old}");
        let Err(problems) = compiled("cases-bad", &book, &GOOD.replacen(old, new, 1)) else {
            panic!("taken: {new}");
        };
        let named = problems.0.iter().any(|one| one.place.ends_with(place) && one.what.contains(said));
        assert!(named, "{new}: no „{place}: {said}“ in\n{problems}");
    }
}

#[test]
fn all_mistakes_are_told_at_once() {
    let text = GOOD.replace("\"no\"", "\"maybe\"");
    let Err(problems) = compiled("cases-many", &book(), &text) else { panic!("taken") };
    let [_, _] = problems.0.as_slice() else { panic!("{problems}") };
    let Err(problems) = cases(Path::new("no-such-folder"), &Book::default()) else {
        panic!("taken");
    };
    assert!(problems.0.iter().any(|one| one.place == "no-such-folder"), "{problems}");
}
