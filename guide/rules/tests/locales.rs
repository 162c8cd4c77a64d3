//! Partial languages: what they must have, what they may not have, and what they take over.
#![cfg(feature = "compile")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod folder;

use folder::compiled;
use rules::compile::{Content, LOCALES, complete};
use rules::{Key, Words};

const QUESTIONS: &str = "words/de-simple/questions.toml";
const DETAILS: &str = "words/de-simple/details.toml";
const INTERFACE: &str = "words/de-simple/interface.toml";
const PAGES: &str = "words/de-simple/pages.toml";

fn words<'a>(content: &'a Content, tag: &str) -> &'a Words {
    content.words.iter().find(|words| words.locale == tag).unwrap()
}

fn key(content: &Content, name: &str) -> Key {
    content.constants.iter().find(|(of, _)| of == name).unwrap().1
}

/// Each row is a file, a text in it, what stands there instead, and the whole message.
#[test]
#[rustfmt::skip]
fn what_is_missing_unknown_or_different_is_named() {
    for (file, old, new, said) in [
        (QUESTIONS, "title = \"Wo ist die Person jetzt?\"\n", "",
            "words/de-simple: `fact.status.title` is missing"),
        (QUESTIONS, "hint = \"Das Papier heißt Aufenthaltsgestattung.\"\n", "",
            "words/de-simple: `fact.status.value.asylum.hint` is missing"),
        (QUESTIONS, "label = \"Im Ausland\"\n", "",
            "words/de-simple: `fact.status.value.abroad.label` is missing"),
        (DETAILS, "why = \"Ohne konkretes Angebot", "short = \"Ohne konkretes Angebot",
            "words/de-simple: `fact.offer.why` is missing"),
        (INTERFACE, "next = \"Weiter\"\n", "", "words/de-simple: `ui.next` is missing"),
        (INTERFACE, "error-day = ", "# ", "words/de-simple: `ui.error-day` is missing"),
        (PAGES, "start-title = ", "# ", "words/de-simple: `page.start-title` is missing"),
        (INTERFACE, "not-simple = ", "# ", "words/de-simple: `result.not-simple` is missing"),
        (INTERFACE, "next = \"Weiter\"", "next = \" \"", "words/de-simple: `ui.next` is empty"),
        (INTERFACE, "[ui]", "[ui]\nnowhere = \"x\"",
            "words/de-simple: `ui.nowhere` is no text of de"),
        (QUESTIONS, "[fact.status.value.tolerated]", "[fact.status.value.moon]\nlabel = \"x\"\n[fact.status.value.tolerated]",
            "words/de-simple: `fact.status.value.moon.label` is no text of de"),
        (INTERFACE, "„{name}“ kennen", "Das kennen",
            "words/de-simple: `ui.ignored-unknown` must have the same {values} as in de"),
        (INTERFACE, "next = \"Weiter\"", "next = \"{name}\"",
            "words/de-simple: `ui.next` must have the same {values} as in de"),
        ("words/de/interface.toml", "[ui]", "[ui]\nunproofed = \"x\"",
            "words/de: `ui.unproofed` is for de-simple alone"),
        ("words/de-simple/geo.toml", "", "area = \"x\"",
            "de-simple/geo.toml: places have texts in the complete languages alone"),
    ] {
        let problems = compiled("partial-language", &[(file, old, new)]).unwrap_err();
        let told: Vec<_> = problems.0.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|one| one == said), "{file} with {new}: no „{said}“ in\n{problems}");
    }
}

/// A text of the base alone may be missing; one more in the base is required at once.
#[test]
fn what_is_required_follows_the_base() {
    let hint = "[fact.title.value.settled]\nlabel";
    let changed = "[fact.title.value.settled]\nhint = \"x\"\nlabel";
    let problems = compiled(
        "partial-base",
        &[("words/de/questions.toml", hint, changed), ("words/en/questions.toml", hint, changed)],
    )
    .unwrap_err();
    assert_eq!(problems.to_string(), "words/de-simple: `fact.title.value.settled.hint` is missing");
}

#[test]
fn own_words_stand_over_those_of_the_base() {
    let content = compiled("partial-words", &[]).unwrap();
    let tags: Vec<_> = content.words.iter().map(|words| words.locale.as_str()).collect();
    assert_eq!(tags, LOCALES.map(|locale| locale.tag));
    let [german, simple] = ["de", "de-simple"].map(|tag| words(&content, tag));
    assert!(simple.texts.iter().all(|text| !text.is_empty()), "the browser would show a gap");
    let differs = |name| simple.get(key(&content, name)) != german.get(key(&content, name));
    assert!(differs("page.start-lead") && differs("ui.unknown-hint"));
    assert!(!differs("result.details") && !differs("ui.month-01") && !differs("ui.site"));
    assert_eq!((&simple.countries, &simple.synonyms), (&german.countries, &german.synonyms));
    for name in ["ui.unproofed", "result.not-simple"] {
        assert!(simple.maybe(key(&content, name)).is_some(), "{name}");
        for tag in complete() {
            assert_eq!(words(&content, tag).maybe(key(&content, name)), None, "{tag}: {name}");
        }
    }
}

/// The browser loads one file of words, with everything it may have to show.
#[test]
fn the_browser_gets_whole_words() {
    let content = compiled("partial-browser", &[]).unwrap();
    let packed = content.browser_words();
    let [first, all] = [packed.questions, packed.all];
    let [first, all] = [first, all].map(|files| Words::load(&files["de-simple"]).unwrap());
    assert_eq!((first.locale.as_str(), all.locale.as_str()), ("de-simple", "de-simple"));
    let [site, note, not_simple, start] =
        ["ui.site", "ui.unproofed", "result.not-simple", "page.start-title"]
            .map(|name| key(&content, name));
    for words in [&first, &all] {
        assert!(words.maybe(site).is_some() && words.maybe(note).is_some());
        assert_eq!(words.maybe(start), None, "only the server renders it");
    }
    assert!(first.maybe(not_simple).is_none() && all.maybe(not_simple).is_some());
}

/// Places are told in the complete languages; others read those of their base.
#[test]
fn places_have_no_texts_of_partial_languages() {
    let content = compiled("partial-places", &[]).unwrap();
    assert_eq!(content.places.locales, complete().collect::<Vec<_>>());
    assert_eq!(content.places.areas.len(), complete().count());
}
