//! Real look-ups, as people type them: `content/occupations/lookups-*.toml` and `tests/searches.toml`.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lookups {
    lookup: Vec<Lookup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lookup {
    typed: String,
    lang: String,
    first: Option<String>,
    #[serde(default)]
    among: Vec<String>,
}

impl Lookup {
    fn wanted(&self) -> Vec<&str> {
        self.first.iter().chain(&self.among).map(String::as_str).collect()
    }
}

fn lookups(file: &str) -> Vec<Lookup> {
    let text = fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    toml::from_str::<Lookups>(&text).unwrap().lookup
}

/// The first hit must be what a person would want.
#[test]
fn occupations_are_found_by_the_names_people_use() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in
        ["content/occupations/lookups-crafts.toml", "content/occupations/lookups-others.toml"]
    {
        for lookup in lookups(file) {
            count += 1;
            let found = library::occupations().find(&lookup.typed);
            let first = found.first().map(|found| found.occupation.id.as_str());
            if !first.is_some_and(|first| lookup.wanted().contains(&first)) {
                let some: Vec<_> =
                    found.iter().take(4).map(|f| (f.occupation.id.as_str(), f.score)).collect();
                wrong.push(format!("{}: {some:?} instead of {:?}", lookup.typed, lookup.wanted()));
            }
        }
    }
    assert!(count >= 60, "{count}");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The page wanted must be among the first five.
#[test]
fn pages_are_found_by_what_people_look_for() {
    let mut wrong = Vec::new();
    let all = lookups("tests/searches.toml");
    for lookup in &all {
        let found = library::index(&lookup.lang).find(&lookup.typed);
        let some: Vec<&str> = found.iter().take(5).map(|hit| hit.doc.path.as_str()).collect();
        if !some.iter().any(|path| lookup.wanted().contains(path)) {
            wrong.push(format!("{}: {some:?} instead of {:?}", lookup.typed, lookup.wanted()));
        }
    }
    assert!(all.len() >= 60, "{}", all.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

#[test]
fn nothing_is_found_for_nothing_and_for_nonsense() {
    for typed in ["", " ", "–", "xqzwvk", "\u{0}", &"a".repeat(10_000)] {
        assert_eq!(library::occupations().find(typed), [], "{typed:?}");
        assert_eq!(library::index("de").find(typed), [], "{typed:?}");
    }
}
