//! What the compiler refuses, and how it says so: the real content with one mistake each. Tables are
//! left out of formatting, so that each mistake stands on one line.
#![cfg(feature = "compile")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;

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
fn unknown_names_in_tests() {
    let job = "job is graduate";
    let place = "bluecard-regular.job";
    refused("unknown-names", &[
        (BLUE_CARD, job, "work is graduate", place, "there is no fact `work`"),
        (BLUE_CARD, job, "job is degree", place, "`job` has no value `degree`"),
        (BLUE_CARD, job, "job in (graduate, degree)", place, "`job` has no value `degree`"),
        (BLUE_CARD, job, "nationality from euro", place, "there is no list `euro`"),
        (BLUE_CARD, job, "salary at least much", place, "there is no amount `much`"),
        (BLUE_CARD, job, "nationality is india", place, "needs a country code"),
        (AMOUNTS, "of = \"pension-ceiling\"", "of = \"ceiling\"", "amount bluecard-regular", "no series `ceiling`"),
        (BLUE_CARD, "fees = [\"visa\"", "fees = [\"visum\"", "pathway bluecard-regular", "no fee `visum`"),
        (OUTCOMES, "status is eu-passport", "stay is eu-passport", "conflict", "there is no fact `stay`"),
        (OUTCOMES, "nationality is DE\"", "nation is DE\"", "outcome german", "there is no fact `nation`"),
        (OUTCOMES, "drop = \"status\"", "drop = \"state\"", "conflict", "there is no fact `state`"),
        (FACTS, "presumed = \"firm\"", "presumed = \"sure\"", "fact offer", "`sure` is none of its values"),
    ]);
}

#[test]
#[rustfmt::skip]
fn tests_that_cannot_be_read() {
    let job = "job is graduate";
    let place = "bluecard-regular.job";
    refused("unreadable-tests", &[
        (BLUE_CARD, job, "", place, "ends too early"),
        (BLUE_CARD, job, "job", place, "not `nothing`"),
        (BLUE_CARD, job, "job is", place, "a value is missing"),
        (BLUE_CARD, job, "job are graduate", place, "not `are`"),
        (BLUE_CARD, job, "job is graduate or", place, "ends too early"),
        (BLUE_CARD, job, "job is graduate skilled", place, "`skilled` is too much"),
        (BLUE_CARD, job, "(job is graduate", place, "expected `)`"),
        (BLUE_CARD, job, "job is graduate)", place, "`)` is too much"),
        (BLUE_CARD, job, "job in graduate", place, "expected `(`"),
        (BLUE_CARD, job, "job in ()", place, "no value `)`"),
        (BLUE_CARD, job, "job in (graduate skilled)", place, "expected `)`"),
        (BLUE_CARD, job, "salary at most bluecard-regular", place, "expected `least`"),
        (BLUE_CARD, job, "job at least bluecard-regular", place, "the test needs a Money"),
        (BLUE_CARD, job, "job from eu", place, "the test needs a Country"),
        (BLUE_CARD, job, "salary is 3", place, "the test needs a Choice"),
    ]);
}

#[test]
#[rustfmt::skip]
fn details_and_presumptions() {
    let unless = "presumed_unless = \"status is tolerated";
    refused("details", &[
        (FACTS, "detail = \"always\"", "detail = \"never\"", "fact ", "there is no fact `never`"),
        (FACTS, "detail = \"job in (training", "detail = \"salary in (training", "fact degree", "or it is asked later"),
        (FACTS, &format!("presumed = \"never\"\n{unless}"), unless, "fact asylum-history", "presumed_unless stands without presumed"),
        (BLUE_CARD, "order = 20", "order = 22", "pathway ", "has the same `order` as"),
    ]);
}

#[test]
#[rustfmt::skip]
fn steps() {
    let step = "step = [{ to = \"firm\", by = \"firm\", from = [\"none\"] }]";
    refused("steps", &[
        (FACTS, step, "step = [{ to = \"sure\", by = \"firm\" }]", "fact offer", "`sure` is none of its values"),
        (FACTS, step, "step = [{ to = \"firm\", by = \"chamber\" }]", "1-main.toml", "chamber"),
        (FACTS, step, "step = [{ to = \"firm\", from = [\"firm\"], by = \"firm\" }]", "fact offer", "goes to another value"),
        (FACTS, step, "step = [{ by = \"firm\" }]", "fact offer", "goes to another value"),
        (FACTS, "step = [{ by = \"firm\" }]", "step = [{ to = \"more\", by = \"firm\" }]", "fact salary", "a step of money has none"),
        ("words/de/steps.toml", "firm = ", "sure = ", "words/de", "fact.offer.step.firm"),
    ]);
}

/// Points are read row by row; the sum must be able to turn out either way.
#[test]
#[rustfmt::skip]
fn scores() {
    let facts = "facts = \"job is graduate\"";
    let row = |points: &str| format!("score = 2\n[[condition.row]]\nid = \"one\"\n{points}facts = \"job is graduate\"\n");
    let place = "bluecard-regular.job";
    refused("scores", &[
        (BLUE_CARD, facts, "score = 2", place, "`score` and `row` belong together"),
        (BLUE_CARD, facts, &format!("{facts}\n{}", row("points = 2\n")), place, "with no other test beside them"),
        (BLUE_CARD, facts, &row(""), place, "each row of a score needs its points"),
        (BLUE_CARD, facts, &row("points = 1\n"), place, "within reach of its rows"),
        (BLUE_CARD, facts, &row("points = 2\n").replace("score = 2", "score = 0"), place, "at least 1"),
        (BLUE_CARD, facts, &row("points = 2\n").replace("facts = \"job is graduate\"", "authority = true"), place, "points cannot be left to the authority"),
    ]);
}

#[test]
#[rustfmt::skip]
fn coming_changes() {
    let day = "day = \"2027-03-05\"";
    refused("coming", &[
        ("changes.toml", day, "day = \"2027-02-29\"", "change section-24", "no day of the calendar"),
        ("changes.toml", "id = \"care-wage\"", "id = \"section-24\"", "changes.toml", "stands there twice"),
        ("changes.toml", "confidence = \"K\"", "confidence = \"X\"", "change ", "confidence is S, K or U"),
        ("changes.toml", "title is temporary-protection", "title is protection", "change section-24", "has no value"),
        ("words/en/rules.toml", "[coming.section-24]\ntitle", "[coming.section-24]\nname", "words/en", "coming.section-24.title"),
    ]);
}

/// A fact can wait only for facts that are asked before it, never for itself.
#[test]
#[rustfmt::skip]
fn facts_that_wait_for_later_ones() {
    let when = "when = \"regulated is yes\"";
    refused("later-facts", &[
        (FACTS, when, "when = \"licence is granted\"", "fact licence", "or it is asked later"),
        (FACTS, when, "when = \"job is skilled\"", "fact licence", "or it is asked later"),
        (
            FACTS,
            "presumed_unless = \"status is tolerated",
            "presumed_unless = \"job is skilled",
            "fact asylum-history",
            "or it is asked later",
        ),
    ]);
}

#[test]
#[rustfmt::skip]
fn facts_of_no_kind() {
    refused("kinds", &[
        (FACTS, "kind = \"money\"", "kind = \"number\"", "fact salary", "kind is choice"),
        (FACTS, "kind = \"money\"", "kind = \"money\"\nvalues = [\"a\", \"b\"]", "fact salary", "kind is choice"),
        (FACTS, "values = [\"firm\", \"none\"]", "values = [\"firm\"]", "fact offer", "kind is choice"),
    ]);
}

#[test]
#[rustfmt::skip]
fn texts_that_are_missing() {
    let file = "pathways/bluecard-regular.toml";
    let (german, english) = (format!("words/de/{file}"), format!("words/en/{file}"));
    let title = "[pathway.bluecard-regular.condition.job]\ntitle = ";
    let shorter = "[pathway.bluecard-regular.condition.job]\nname = ";
    let name = "pathway.bluecard-regular.condition.job.title";
    refused("missing-texts", &[
        (&german, title, shorter, "words/de", name),
        (&english, title, shorter, "words/en", name),
        (&english, "family = \"can come too\"", "family = \" \"", "words/en", "missing or empty"),
        ("words/de/questions.toml", "why = ", "reason = ", "words/de", "fact.entrance.why"),
        (BLUE_CARD, "id = \"job\"", "id = \"task\"", "bluecard-regular.task", "condition.task.title"),
        (FACTS, "\"six-months\", ", "\"six-months\", \"longer\", ", "fact term", "value.longer.label"),
        ("words/en/geo.toml", "[area.revier]\ntitle", "[area.revier]\nheading", "area.revier.title", "missing in a language"),
        (AMOUNTS, "id = \"visa\"", "id = \"visum\"", "fee visum", "fee.visum"),
    ]);
}

#[test]
fn texts_that_nobody_uses() {
    for locale in ["de", "en"] {
        let file = format!("words/{locale}/rules.toml");
        let found = compiled("unused-texts", &[(&file, "[fee]\n", "[fee]\nspare = \"x\"\n")]);
        let problems = found.err().unwrap().to_string();
        assert!(problems.contains("words: nothing uses the text `fee.spare`"), "{problems}");
        let file = format!("words/{locale}/geo.toml");
        let found = compiled(
            "unused-texts",
            &[(&file, "[area.centre]\n", "[area.centre]\nspare = \"x\"\n")],
        );
        let problems = found.err().unwrap().to_string();
        assert!(problems.contains("nothing uses `area.centre.spare`"), "{problems}");
    }
}

#[test]
#[rustfmt::skip]
fn placeholders_that_differ() {
    refused("placeholders", &[
        ("words/en/rules.toml", "{need}", "{needed}", "words/en", "must have the same {values} as in de"),
        ("words/en/rules.toml", "{gap}", "something", "words/en", "must have the same {values} as in de"),
        ("words/de/interface.toml", "{page} – ", "", "words/en", "`ui.title` must have"),
    ]);
}

#[test]
#[rustfmt::skip]
fn texts_that_are_none_or_stand_twice() {
    refused("bad-texts", &[
        ("words/de/rules.toml", "[fee]\n", "[fee]\nspare = 3\n", "de/rules.toml", "`fee.spare` is no text"),
        ("words/de/questions.toml", "[fact.status]\n", "[fee]\nvisa = \"x\"\n[fact.status]\n", "de/rules.toml", "`fee.visa` is written twice"),
        ("words/de/countries.toml", "[synonym]\n", "[synonym]\n\"nirgends\" = \"Nowhere\"\n", "de/countries.toml", "synonym `nirgends` needs a country code"),
    ]);
}

#[test]
#[rustfmt::skip]
fn citations() {
    let law = "law = [\"§ 18g Abs. 1 Satz 1 AufenthG\"]\nfacts";
    let place = "bluecard-regular.job";
    refused("citations", &[
        (BLUE_CARD, law, "facts", place, "a condition needs a citation"),
        (BLUE_CARD, law, "law = []\nfacts", place, "a condition needs a citation"),
        (BLUE_CARD, law, "law = [\"§ 18g Abs. 3 BGB\"]\nfacts", place, "ends with no law of sources.toml"),
        (BLUE_CARD, law, "law = [\"18g Abs. 3 AufenthG\"]\nfacts", place, "needs a §"),
        (BLUE_CARD, law, "law = [\"§ Abs. 3 AufenthG\"]\nfacts", place, "no section number"),
        (BLUE_CARD, law, "law = [\"§ 18g Absatz 3 AufenthG\"]\nfacts", place, "use Abs."),
        (BLUE_CARD, law, "law = [\"§ 18g Abs. AufenthG\"]\nfacts", place, "`Abs.` without a number"),
        (BLUE_CARD, law, "law = [\"§ 18g Abs. 3. AufenthG\"]\nfacts", place, "`3.` in"),
        (BLUE_CARD, "law = [\"§ 18g Abs. 1 Satz 1 AufenthG\"]\nchecked_on", "law = []\nchecked_on", "pathway bluecard-regular", "needs a legal basis"),
        (AMOUNTS, "law = [\"§ 18 Abs. 2 Nr. 5 AufenthG\", \"§ 1 Abs. 2 BeschV\"]", "law = []", "amount age-45", "needs a citation"),
        (LISTS, "law = [\"§ 28 AufenthV\"]", "law = [\"AufenthV § 28\"]", "list switzerland", "ends with no law"),
    ]);
}

#[test]
#[rustfmt::skip]
fn confidence() {
    let job = "id = \"job\"";
    let place = "bluecard-regular.job";
    refused("confidence", &[
        (BLUE_CARD, job, &format!("{job}\nconfidence = \"K\""), place, "no text `pathway.bluecard-regular.condition.job.doubt`"),
        (BLUE_CARD, job, &format!("{job}\nconfidence = \"U\""), place, "condition.job.doubt"),
        (BLUE_CARD, job, &format!("{job}\nconfidence = \"sure\""), place, "confidence is S, K or U"),
        (FREE, "confidence = \"K\"\n", "", "words", "nothing uses the text `pathway.eu-free-movement.condition.nationality.switzerland.doubt`"),
        (LISTS, "confidence = \"U\"", "confidence = \"?\"", "list safe-origin-eu", "confidence is S, K or U"),
        (OFFICES, "confidence = \"S\"", "confidence = \"K\"", "office.abh-staedteregion-aachen.doubt", "has no text"),
        (OFFICES, "confidence = \"S\"", "confidence = \"yes\"", "office abh-staedteregion-aachen", "confidence is S, K or U"),
    ]);
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
fn conditions_decided_in_no_way_or_in_two() {
    let job = "facts = \"job is graduate\"";
    let (place, said) = ("bluecard-regular.job", "exactly one of facts, all, any, authority");
    refused("tests", &[
        (BLUE_CARD, job, "", place, said),
        (BLUE_CARD, job, &format!("{job}\nauthority = true"), place, said),
        (BLUE_CARD, job, "any = []", place, said),
        (BLUE_CARD, job, "all = []", place, said),
        (BLUE_CARD, job, &format!("{job}\nany = [{{ id = \"x\", authority = true }}]"), place, said),
        (BLUE_CARD, job, "all = [{ id = \"x\", authority = true }]\nany = [{ id = \"x\", authority = true }]", place, said),
    ]);
}

#[test]
#[rustfmt::skip]
fn shared_conditions() {
    refused("shared", &[
        (BLUE_CARD, "use = \"visa\"", "use = \"visum\"", "bluecard-regular.visum", "the folder shared has no condition of this name"),
        (PARTNERSHIP, "use = \"home-recognition\"", "use = \"contract\"", "shared", "no pathway uses `home-recognition`"),
        (BLUE_CARD, "use = \"visa\"", "use = \"offer\"", "bluecard-regular.offer", "two conditions have this id"),
        (BLUE_CARD, "use = \"visa\"", "use = \"visa\"\nid = \"visa\"", "bluecard-regular.visa", "used as it is"),
        (BLUE_CARD, "use = \"visa\"", "use = \"visa\"\nfacts = \"job is graduate\"", "bluecard-regular.visa", "used as it is"),
        (SHARED, "id = \"offer\"\nlaw", "id = \"offer\"\nuse = \"visa\"\nlaw", "bluecard-regular.visa", "used as it is"),
    ]);
}

/// One shared condition may take over another, but no ring may come of it.
#[test]
#[rustfmt::skip]
fn shared_conditions_within_themselves() {
    let first = "[[condition.any]]\nid = \"from-abroad\"";
    let with = |id: &str| format!("[[condition.any]]\nuse = \"{id}\"\n{first}");
    let said = "a shared condition cannot contain itself";
    refused("rings", &[
        (SHARED, first, &with("visa"), "bluecard-regular.visa.visa", said),
        // `visa-skilled` takes over `visa`.
        (SHARED, first, &with("visa-skilled"), "bluecard-regular.visa.visa-skilled.visa", said),
        (SHARED, first, &with("visa-skilled"), "skilled-vocational-18a.visa-skilled.visa.visa-skilled", said),
    ]);
}

#[test]
#[rustfmt::skip]
fn facts_that_nothing_tests() {
    let unused = "[[fact]]\nid = \"place\"";
    let added = "[[fact]]\nid = \"hours\"\nkind = \"money\"\n\n[[fact]]\nid = \"place\"";
    refused("unused-facts", &[(FACTS, unused, added, "questions", "no rule depends on `hours`")]);
}

#[test]
#[rustfmt::skip]
fn days() {
    refused("days", &[
        ("sources.toml", "day = \"2026-11-23\"", "day = \"2026-11-31\"", "sources.toml", "`2026-11-31` is no day of the calendar"),
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
