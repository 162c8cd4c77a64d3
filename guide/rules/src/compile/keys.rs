//! Words of all languages, their keys, and who uses which.

use super::locale::{self, LOCALES, Locale};
use super::{Problem, source, values};
use crate::{Key, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The texts of all languages by name, and which names have been asked for.
pub(super) struct Keys {
    texts: Vec<BTreeMap<String, String>>,
    synonyms: Vec<Vec<(String, [u8; 2])>>,
    numbers: BTreeMap<String, u16>,
    used: BTreeSet<String>,
    missing: BTreeSet<(String, String)>,
}

impl Keys {
    /// Reads `words/<locale>/*.toml` and `words/<locale>/pathways/*.toml` and numbers the keys in alphabetical order.
    pub(super) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Self {
        let mut texts = Vec::new();
        let mut synonyms = Vec::new();
        for locale in &LOCALES {
            let (of_locale, names) = read_locale(folder, locale, problems);
            texts.push(of_locale);
            synonyms.push(names);
        }
        // A partial language brings no names but those it owns.
        let names: BTreeSet<&String> = LOCALES
            .iter()
            .zip(&texts)
            .flat_map(|(locale, texts)| {
                texts.keys().filter(|name| {
                    locale.partial.is_none_or(|partial| partial.own.contains(&name.as_str()))
                })
            })
            .collect();
        let numbers = (0u16..).zip(names).map(|(at, name)| (name.clone(), at)).collect();
        Self { texts, synonyms, numbers, used: BTreeSet::new(), missing: BTreeSet::new() }
    }

    /// The key of a text that must exist; `place` is named if it does not.
    pub(super) fn need(&mut self, place: &str, name: &str) -> Key {
        self.maybe(name).unwrap_or_else(|| {
            self.missing.insert((place.to_owned(), name.to_owned()));
            Key(u16::MAX)
        })
    }

    /// The key of a text that may exist.
    pub(super) fn maybe(&mut self, name: &str) -> Option<Key> {
        let number = *self.numbers.get(name)?;
        self.used.insert(name.to_owned());
        Some(Key(number))
    }

    /// The names below a prefix (`country.`), without it.
    pub(super) fn below(&self, prefix: &str) -> Vec<String> {
        self.numbers
            .keys()
            .filter_map(|name| name.strip_prefix(prefix).map(ToOwned::to_owned))
            .collect()
    }

    /// The names of all texts, in the order of their keys.
    pub(super) fn names(&self) -> Vec<String> {
        self.numbers.keys().cloned().collect()
    }

    /// The texts the program asks for itself, by full name; asking for them counts as their use.
    pub(super) fn constants(&mut self, prefixes: &[&str]) -> Vec<(String, Key)> {
        let mut all = Vec::new();
        for prefix in prefixes {
            for name in self.below(prefix) {
                let name = format!("{prefix}{name}");
                if let Some(key) = self.maybe(&name) {
                    all.push((name, key));
                }
            }
        }
        all
    }

    /// Reports what is missing, empty or unused, and returns the words of each language.
    pub(super) fn finish(self, problems: &mut Vec<Problem>) -> Vec<Words> {
        for (place, name) in &self.missing {
            problems.push(Problem { place: place.clone(), what: format!("no text `{name}`") });
        }
        for name in self.numbers.keys().filter(|name| !self.used.contains(*name)) {
            problems.push(Problem {
                place: "words".into(),
                what: format!("nothing uses the text `{name}`"),
            });
        }
        let mut all = Vec::new();
        for ((locale, texts), synonyms) in LOCALES.iter().zip(&self.texts).zip(self.synonyms) {
            let mut words = match &locale.partial {
                None => whole(locale.tag, texts, &self.numbers, problems),
                Some(partial) => {
                    locale::check(locale.tag, partial, texts, &self.numbers, problems);
                    let base = all.iter().find(|words: &&Words| words.locale == partial.base);
                    over(base.cloned().unwrap_or_default(), locale.tag, texts, &self.numbers)
                }
            };
            words.synonyms.extend(synonyms);
            all.push(words);
        }
        placeholders(&all, &self.numbers, problems);
        all
    }
}

/// The words of a complete language; what is missing, empty or another's is reported.
fn whole(
    tag: &str,
    texts: &BTreeMap<String, String>,
    numbers: &BTreeMap<String, u16>,
    problems: &mut Vec<Problem>,
) -> Words {
    let mut list = Vec::new();
    for name in numbers.keys() {
        let text = texts.get(name).cloned().unwrap_or_default();
        let what = match locale::owner(name) {
            None if text.trim().is_empty() => Some(format!("`{name}` is missing or empty")),
            Some(owner) if texts.contains_key(name) => {
                Some(format!("`{name}` is for {owner} alone"))
            }
            _ => None,
        };
        if let Some(what) = what {
            problems.push(Problem { place: format!("words/{tag}"), what });
        }
        list.push(text);
    }
    Words { locale: tag.to_owned(), texts: list, ..Words::default() }
}

/// The words of a partial language: its own over those of its base.
fn over(
    mut base: Words,
    tag: &str,
    texts: &BTreeMap<String, String>,
    numbers: &BTreeMap<String, u16>,
) -> Words {
    for (text, name) in base.texts.iter_mut().zip(numbers.keys()) {
        if let Some(own) = texts.get(name) {
            text.clone_from(own);
        }
    }
    Words { locale: tag.to_owned(), ..base }
}

/// A text must offer the same `{values}` in every language, or one of them shows a gap.
fn placeholders(all: &[Words], numbers: &BTreeMap<String, u16>, problems: &mut Vec<Problem>) {
    let Some((first, others)) = all.split_first() else { return };
    for (name, number) in numbers {
        let expected = named(first.get(Key(*number)));
        for words in others {
            if named(words.get(Key(*number))) != expected {
                problems.push(Problem {
                    place: format!("words/{}", words.locale),
                    what: format!("`{name}` must have the same {{values}} as in {}", first.locale),
                });
            }
        }
    }
}

fn named(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// Whether each brace is one of a `{value}`: what fills them in would stop at another.
fn is_balanced(text: &str) -> bool {
    let mut parts = text.split('{');
    let plain = |text: &str| !text.contains('}');
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-')
    };
    parts.next().is_none_or(plain)
        && parts.all(|rest| {
            rest.split_once('}').is_some_and(|(name, rest)| is_name(name) && plain(rest))
        })
}

type Read = (BTreeMap<String, String>, Vec<(String, [u8; 2])>);

fn read_locale(folder: &Path, locale: &Locale, problems: &mut Vec<Problem>) -> Read {
    let folder = folder.join("words").join(locale.tag);
    let mut texts = BTreeMap::new();
    let mut synonyms = Vec::new();
    let mut files = source::toml_files(&folder, problems);
    let pathways = folder.join(source::PATHWAYS);
    if locale.partial.is_none() || pathways.exists() {
        files.extend(source::toml_files(&pathways, problems));
    }
    for file in files {
        if file.ends_with(source::GEO) {
            if locale.partial.is_some() {
                problems.push(Problem {
                    place: source::shown(&file),
                    what: "places have texts in the complete languages alone".into(),
                });
            }
            continue;
        }
        let Some(mut table) = source::read::<toml::Table>(&file, problems) else { continue };
        let place = source::shown(&file);
        if let Some(toml::Value::Table(names)) = table.remove("synonym") {
            for (name, code) in names {
                match code.as_str().and_then(values::country) {
                    Some(code) => synonyms.push((name, code)),
                    None => problems.push(Problem {
                        place: place.clone(),
                        what: format!("synonym `{name}` needs a country code"),
                    }),
                }
            }
        }
        flatten("", &table, &place, &mut texts, problems);
    }
    (texts, synonyms)
}

/// The text with no-break spaces before a dash and between `§`, `Abs.`, `Nr.`, `Satz` and their number;
/// the files hold plain spaces, which nobody can confuse.
fn unbroken(text: &str) -> String {
    let text = text.replace(" – ", "\u{a0}– ");
    ["§", "Abs.", "Nr.", "Satz"].iter().fold(text, |text, word| {
        let written = format!("{word} ");
        let mut parts = text.split(written.as_str());
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |whole, part| {
            let number = part.starts_with(|sign: char| sign.is_ascii_digit());
            let space = if number { '\u{a0}' } else { ' ' };
            format!("{whole}{word}{space}{part}")
        })
    })
}

/// The texts of one file by dotted name.
pub(super) fn texts(file: &Path, problems: &mut Vec<Problem>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    if let Some(table) = source::read::<toml::Table>(file, problems) {
        flatten("", &table, &source::shown(file), &mut texts, problems);
    }
    texts
}

fn flatten(
    prefix: &str,
    table: &toml::Table,
    place: &str,
    texts: &mut BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) {
    for (name, value) in table {
        let name = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::Table(inner) => flatten(&name, inner, place, texts, problems),
            toml::Value::String(text) => {
                if !is_balanced(text) {
                    problems.push(Problem {
                        place: place.to_owned(),
                        what: format!("`{name}`: a value reads {{name}}, in a–z and -"),
                    });
                }
                if texts.insert(name.clone(), unbroken(text)).is_some() {
                    problems.push(Problem {
                        place: place.to_owned(),
                        what: format!("`{name}` is written twice"),
                    });
                }
            }
            _ => problems
                .push(Problem { place: place.to_owned(), what: format!("`{name}` is no text") }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_stays_on_one_line() {
        for (written, packed) in [
            ("Titel (Ukraine, § 24)", "Titel (Ukraine, §\u{a0}24)"),
            ("§ 25 Abs. 1 oder 2", "§\u{a0}25 Abs.\u{a0}1 oder 2"),
            ("§§ 27 bis 36a", "§§\u{a0}27 bis 36a"),
            ("§ 5 Satz 2 Nr. 3", "§\u{a0}5 Satz\u{a0}2 Nr.\u{a0}3"),
            ("Daueraufenthalt – EU", "Daueraufenthalt\u{a0}– EU"),
            ("Ein Satz ohne Zahl", "Ein Satz ohne Zahl"),
            ("", ""),
        ] {
            assert_eq!(unbroken(written), packed);
        }
    }
}
