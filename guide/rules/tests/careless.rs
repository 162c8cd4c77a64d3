//! What the compiler refuses though every name in it is known: things kept for nobody, and things that
//! would never be found or shown.
#![cfg(feature = "compile")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod folder;

use folder::compiled;

/// The content with one text changed is refused, at this place and in these words.
fn refused(name: &str, file: &str, old: &str, new: &str, place: &str, said: &str) {
    let problems = compiled(name, &[(file, old, new)]).err().unwrap();
    let named = problems.0.iter().any(|one| one.place == place && one.what.contains(said));
    assert!(named, "{file} with {new}: no „{place}: {said}“ in\n{problems}");
}

const AMOUNTS: &str = "amounts.toml";

#[test]
fn amounts_that_no_test_asks_for() {
    let spare = "[[amount]]\nid = \"spare\"\nof = \"pension-ceiling\"\npercent = \"1\"\n\
                 law = [\"§ 18g Abs. 1 Satz 1 AufenthG\"]\n\n[[fee]]\nid = \"visa\"";
    let fee = "[[fee]]\nid = \"visa\"";
    refused("spare-amount", AMOUNTS, fee, spare, AMOUNTS, "no test asks for `spare`");
    // A fee's test is enough of a use.
    let asked = spare.replace("[[fee]]", "[[fee]]\nwhen = \"salary at least spare\"");
    let asked = format!(
        "{asked}\neuro = \"75\"\nlaw = [\"§ 45 Nr. 1 AufenthV\"]\n\n[[fee]]\nid = \"second\""
    );
    let problems = compiled("asked-amount", &[(AMOUNTS, fee, &asked)]).err().unwrap().to_string();
    assert!(!problems.contains("no test asks for"), "{problems}");
}

#[test]
fn series_that_no_amount_is_a_share_of() {
    let first = "[[series]]\nid = \"pension-ceiling\"";
    let spare = format!(
        "[[series]]\nid = \"spare\"\neuro = {{ 2026 = \"1\" }}\n\
         law = [\"Sozialversicherungsrechengrößen-Verordnung\"]\n\n{first}"
    );
    refused("spare-series", AMOUNTS, first, &spare, AMOUNTS, "no amount is a share of `spare`");
}

#[test]
fn lists_with_countries_that_have_no_name() {
    let lists = "geo/lists.toml";
    for code in ["ZZ", "XX", "QQ"] {
        let said = format!("there is no country `{code}`");
        let new = format!("\"{code}\", ");
        refused("unknown-country", lists, "\"AT\", ", &new, "list eu", &said);
    }
}

#[test]
fn municipalities_without_postcodes() {
    let (old, new) = ("postcodes = [\"52477\"]", "postcodes = []");
    let said = "needs at least one postcode";
    refused("no-postcode", "geo/places.toml", old, new, "municipality alsdorf", said);
}

/// All words have the mistake, so that the languages do not differ in it.
#[test]
fn braces_that_belong_to_no_value() {
    let file = |locale: &str| format!("words/{locale}/rules.toml");
    let (german, english) = (file("de"), file("en"));
    for bad in ["{", "}", "{need", "need}", "{}", "{two words}", "{{need}}", "}{"] {
        let text = format!("[fee]\nspare = \"{bad}\"\n");
        let changes = [(&*german, "[fee]\n", &*text), (&*english, "[fee]\n", &*text)];
        let problems = compiled("braces", &changes).err().unwrap();
        for place in ["de/rules.toml", "en/rules.toml"] {
            let said = "`fee.spare`: a value reads {name}";
            let named =
                problems.0.iter().any(|one| one.place == place && one.what.starts_with(said));
            assert!(named, "{place}: {bad}: {problems}");
        }
    }
    let geo = "words/de/geo.toml";
    refused("braces-geo", geo, "title = \"", "title = \"{", "de/geo.toml", "a value reads {name}");
}
