//! What the compiler refuses, and how it says so: the real content with one mistake each. Tables are
//! left out of formatting, so that each mistake stands on one line.
#![cfg(feature = "compile")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../folder/mod.rs"]
mod folder;
mod language;
mod words;

use folder::compiled;
use rules::compile::content;
use std::path::Path;

/// Each row is a file, a text in it and what stands there instead, the place the message must name
/// and what it must say.
fn refused(name: &str, rows: &[(&str, &str, &str, &str, &str)]) {
    for (file, old, new, place, said) in rows {
        let Err(problems) = compiled(name, &[(file, old, new)]) else {
            panic!("taken: {file} with {new}");
        };
        let named =
            problems.0.iter().any(|one| one.place.contains(place) && one.what.contains(said));
        assert!(named, "{file} with {new}: no „{place}: {said}“ in\n{problems}");
    }
}

const BLUE_CARD: &str = "pathways/bluecard-regular.toml";
const SKILLED: &str = "pathways/skilled-vocational-18a.toml";
const PARTNERSHIP: &str = "pathways/recognition-partnership-16d3.toml";
const FREE: &str = "pathways/eu-free-movement.toml";
const FACTS: &str = "questions/1-main.toml";
const AMOUNTS: &str = "amounts.toml";
const SHARED: &str = "shared/1-common.toml";
const LISTS: &str = "geo/lists.toml";
const PLACES: &str = "geo/places.toml";
const OFFICES: &str = "geo/offices.toml";
const OUTCOMES: &str = "outcomes.toml";

#[test]
fn the_content_itself_is_taken() {
    let found = compiled("whole", &[]).unwrap();
    assert!(!found.book.pathways.is_empty());
    assert_eq!(found.words.len(), rules::compile::LOCALES.len());
}

#[test]
#[rustfmt::skip]
fn unknown_keys() {
    refused("unknown-keys", &[
        (BLUE_CARD, "order = 20", "order = 20\nrank = 1", "bluecard-regular.toml", "rank"),
        (BLUE_CARD, "facts = \"job is", "fact = \"job is", "bluecard-regular.toml", "fact"),
        (SHARED, "[[condition]]", "[[conditions]]\n[[condition]]", "1-common.toml", "conditions"),
        (FACTS, "kind = \"choice\"", "sort = 1\nkind = \"choice\"", "1-main.toml", "sort"),
        (AMOUNTS, "percent = \"50\"", "per-cent = \"50\"", "amounts.toml", "per-cent"),
        ("sources.toml", "number = 1", "number = 1\nnote = \"x\"", "sources.toml", "note"),
        (OUTCOMES, "drop = \"status\"", "drops = \"status\"", "outcomes.toml", "drops"),
        (LISTS, "confidence = \"S\"", "sure = \"S\"", "lists.toml", "sure"),
        (OFFICES, "kind = \"ihk\"", "kind = \"chamber\"", "offices.toml", "chamber"),
    ]);
}

#[test]
#[rustfmt::skip]
fn files_that_are_missing_or_broken() {
    refused("broken-files", &[
        (BLUE_CARD, "order = 20", "order = ", "bluecard-regular.toml", "order"),
        (BLUE_CARD, "order = 20", "order = \"second\"", "bluecard-regular.toml", "order"),
        (FREE, "id = \"eu-free-movement\"\n", "", "eu-free-movement.toml", "id"),
    ]);
    let Err(problems) = content(Path::new("no-such-folder")) else { panic!("taken") };
    assert!(problems.0.iter().any(|one| one.place == "no-such-folder/questions"), "{problems}");
    let Err(problems) = compiled("duplicate-key", &[(BLUE_CARD, "order = 20", "order = 20\norder = 21")])
    else {
        panic!("taken")
    };
    assert!(problems.0.iter().any(|one| one.what.contains("duplicate")), "{problems}");
}

#[test]
#[rustfmt::skip]
fn ids() {
    refused("ids", &[
        (FACTS, "id = \"place\"", "id = \"salary\"", "facts", "`salary` stands there twice"),
        (SKILLED, "id = \"skilled-vocational-18a\"", "id = \"bluecard-regular\"", "pathways", "`bluecard-regular` stands there twice"),
        (BLUE_CARD, "id = \"salary\"", "id = \"job\"", "bluecard-regular.job", "two conditions have this id"),
        (SHARED, "id = \"foreign\"", "id = \"german\"", "bluecard-regular.academic.german", "two conditions have this id"),
        (BLUE_CARD, "id = \"salary\"", "id = \"Salary\"", "bluecard-regular.Salary", "an id is made of a–z"),
        (SHARED, "id = \"german\"", "id = \"title\"", "bluecard-regular.academic.title", "is no reserved word"),
        (BLUE_CARD, "id = \"salary\"\n", "", "bluecard-regular.", "an id is made of a–z"),
        (AMOUNTS, "id = \"age-45\"", "id = \"bluecard-regular\"", "amounts", "`bluecard-regular` stands there twice"),
        (AMOUNTS, "id = \"card\"", "id = \"visa\"", "fees", "`visa` stands there twice"),
        (LISTS, "id = \"eea\"", "id = \"eu\"", "lists", "`eu` stands there twice"),
        (LISTS, "id = \"eea\"", "id = \"EEA\"", "lists", "`EEA`: an id is made of a–z"),
    ]);
}

#[test]
#[rustfmt::skip]
fn days() {
    refused("days", &[
        ("sources.toml", "day = \"", "day = \"2026-11-31\" # \"", "sources.toml", "`2026-11-31` is no day of the calendar"),
        ("sources.toml", "checked_on = \"2026-11-22\"", "checked_on = \"22.11.2026\"", "sources.toml", "`22.11.2026` is no day"),
        (BLUE_CARD, "checked_on = \"2026-11-22\"", "checked_on = \"2026-02-29\"", "pathway bluecard-regular", "`2026-02-29` is no day"),
        (BLUE_CARD, "id = \"job\"", "id = \"job\"\nchecked_on = \"2026-13-01\"", "bluecard-regular.job", "checked_on is no day"),
        (LISTS, "checked_on = \"2026-11-22\"", "checked_on = \"2026-11\"", "list eu", "`2026-11` is no day"),
        (OFFICES, "checked_on = \"2026-11-22\"", "checked_on = \"2026-00-01\"", "office abh-staedteregion-aachen", "checked_on is no day"),
    ]);
}

#[test]
#[rustfmt::skip]
fn figures() {
    let ceiling = "2024 = \"90600\"";
    refused("figures", &[
        (AMOUNTS, "percent = \"50\"", "percent = \"half\"", "amount bluecard-regular", "`half` is no percentage"),
        (AMOUNTS, "percent = \"50\"", "percent = \"0\"", "amount bluecard-regular", "`0` is no percentage"),
        (AMOUNTS, "percent = \"50\"", "percent = \"-50\"", "amount bluecard-regular", "`-50` is no percentage"),
        (AMOUNTS, "percent = \"50\"", "percent = \"50.125\"", "amount bluecard-regular", "up to two decimals"),
        (AMOUNTS, "percent = \"50\"", "percent = \"50,5\"", "amount bluecard-regular", "`50,5` is no percentage"),
        (AMOUNTS, ceiling, "2024 = 90600", "series pension-ceiling", "a year and euros in quotes"),
        (AMOUNTS, ceiling, "2024 = \"90.600,00\"", "series pension-ceiling", "a year and euros in quotes"),
        (AMOUNTS, ceiling, "next = \"90600\"", "series pension-ceiling", "a year and euros in quotes"),
        (AMOUNTS, "{ 2024 = \"90600\", 2025 = \"96600\", 2026 = \"101400\" }", "{}", "series pension-ceiling", "at least one year"),
        (AMOUNTS, "euro = \"75\"", "euro = \"75 €\"", "fee visa", "no amount in euros"),
        (BLUE_CARD, "months = [1, 4]", "months = [4, 1]", "pathway bluecard-regular", "the shorter time comes first"),
    ]);
}

#[test]
#[rustfmt::skip]
fn places_and_offices() {
    refused("places", &[
        (PLACES, "district = \"kreis-dueren\"", "district = \"dueren\"", "municipality aldenhoven", "there is no district `dueren`"),
        (PLACES, "\"52477\"", "\"5247\"", "municipality alsdorf", "`5247` is no postcode"),
        (PLACES, "\"52477\"", "\"5247A\"", "municipality alsdorf", "`5247A` is no postcode"),
        (PLACES, "immigration_office = \"abh-kerpen\"", "immigration_office = \"kerpen\"", "municipality kerpen", "there is no office `kerpen`"),
        (PLACES, "employment_agency = \"aa-bruehl\"", "employment_agency = \"aa\"", "district kreis-euskirchen", "there is no office `aa`"),
        (PLACES, "area = \"revier\"", "area = \"near\"", "district kreis-euskirchen", "area `near`"),
        (LISTS, "\"AT\", ", "\"AUT\", ", "list eu", "`AUT` is no country code"),
        ("words/de/geo.toml", "[office.welcome-center]\nrole", "[office.welcome-center]\ntask", "office.welcome-center.role", "missing in a language"),
    ]);
}

/// One mistake does not hide another.
#[test]
fn all_mistakes_are_told_at_once() {
    let changes = [
        (BLUE_CARD, "job is graduate", "job is degree"),
        (AMOUNTS, "percent = \"50\"", "percent = \"half\""),
        (LISTS, "\"AT\", ", "\"AUT\", "),
    ];
    let problems = compiled("several", &changes).err().unwrap();
    let text = problems.to_string();
    for place in ["bluecard-regular.job: ", "amount bluecard-regular: ", "list eu: "] {
        assert!(text.lines().any(|line| line.starts_with(place)), "{place} in\n{text}");
    }
    assert!(problems.0.is_sorted(), "{text}");
    assert!(!text.contains(env!("CARGO_TARGET_TMPDIR")), "a path of this machine:\n{text}");
}
