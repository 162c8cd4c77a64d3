//! Leichte Sprache: what a program can check of its rules.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

/// The most words a sentence may have.
const MOST: usize = 15;

/// All texts written in Leichte Sprache, by name.
fn texts() -> BTreeMap<String, String> {
    fn add(name: &str, value: &toml::Value, texts: &mut BTreeMap<String, String>) {
        if let Some(text) = value.as_str() {
            texts.insert(name.to_owned(), text.to_owned());
        }
        for (part, value) in value.as_table().into_iter().flatten() {
            add(&format!("{name}.{part}"), value, texts);
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/words/de-simple");
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let table: toml::Table = toml::from_str(&file).unwrap();
        for (name, value) in &table {
            add(name, value, &mut texts);
        }
    }
    assert!(texts.contains_key("fact.status.title") && texts.contains_key("page.start-title"));
    texts
}

/// A sentence ends with its line, or where a capital follows its sign: „Abs. 3“ and „1. 1. 2027“ end
/// none.
fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for mut line in text.lines() {
        let end = |line: &str| {
            line.match_indices(['.', '?', '!']).map(|(at, _)| at + 1).find(|at| {
                let rest = line.get(*at..).unwrap_or_default();
                rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase)
            })
        };
        while let Some((sentence, rest)) = end(line).and_then(|at| line.split_at_checked(at)) {
            all.push(sentence);
            line = rest.trim_start();
        }
        all.push(line);
    }
    all
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|sign: char| sign.is_whitespace() || ".,:;?!()„“".contains(sign))
        .filter(|word| !word.is_empty() && *word != "–")
}

#[test]
fn sentences_are_told_apart() {
    for (text, expected) in [
        ("Ja.\nNein", vec!["Ja.", "Nein"]),
        ("Wo? Hier. Dort!", vec!["Wo?", "Hier.", "Dort!"]),
        ("§ 25 Abs. 1 oder 2", vec!["§ 25 Abs. 1 oder 2"]),
        ("Am 15. 1. 2027 oder 1.000 €", vec!["Am 15. 1. 2027 oder 1.000 €"]),
    ] {
        assert_eq!(sentences(text), expected);
    }
    assert_eq!(words("Das heißt: „Ja“ – oder (Nein).").count(), 5);
}

#[test]
fn no_sentence_is_long() {
    for (name, text) in texts() {
        for sentence in sentences(&text) {
            let count = words(sentence).count();
            assert!(count <= MOST, "{name}: {count} words: {sentence}");
        }
    }
}

/// Genitive, subjunctive and abbreviations, as far as single words give them away.
#[test]
fn no_word_is_of_harder_language() {
    const HARDER: [&str; 17] = [
        "des", "eines", "dessen", "deren", "wessen", "wäre", "wären", "würde", "würden", "hätte",
        "könnte", "könnten", "sollte", "müsste", "bzw", "usw", "ggf",
    ];
    const NUMBERS: [&str; 8] =
        ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "zwölf", "fünfundvierzig"];
    for (name, text) in texts() {
        for word in words(&text).map(str::to_lowercase) {
            assert!(!HARDER.contains(&word.as_str()), "{name}: {word}");
            assert!(!NUMBERS.contains(&word.as_str()), "{name}: {word} is written in digits");
        }
        assert!(!text.contains("z. B."), "{name}");
    }
}

/// A question is one line without law; the law may stand where it is compared with the card.
#[test]
fn titles_are_plain() {
    for (name, text) in texts() {
        if matches!(name.rsplit('.').next(), Some("title" | "label")) {
            assert!(!text.contains(['\n', '§']), "{name}: {text}");
        }
        assert!(text.trim() == text || name == "ui.error-prefix", "{name}: {text:?}");
    }
}

/// The two lists of languages are the compiler's table.
#[test]
fn the_languages_are_those_of_the_compiler() {
    assert_eq!(guide::LOCALES, rules::compile::LOCALES.map(|locale| locale.tag));
    assert!(rules::compile::complete().eq(guide::COMPLETE));
    for tag in guide::LOCALES {
        assert_eq!(guide::words(tag).locale, tag);
    }
}
