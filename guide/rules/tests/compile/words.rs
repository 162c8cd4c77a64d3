//! Texts that are missing, unused, or not the same in all languages.

use crate::folder::compiled;
use crate::{AMOUNTS, BLUE_CARD, FACTS, FREE, LISTS, OFFICES, refused};

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
