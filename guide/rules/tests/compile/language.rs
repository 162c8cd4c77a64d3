//! What a rule may say: tests of facts, questions, conditions, citations, points.

use crate::{AMOUNTS, BLUE_CARD, FACTS, LISTS, OUTCOMES, PARTNERSHIP, SHARED, refused};

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
        (BLUE_CARD, job, "nationality is not XX", place, "there is no country `XX`"),
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
