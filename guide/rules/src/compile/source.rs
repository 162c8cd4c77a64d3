//! The content files as they are written: nothing but their shape.

use super::Problem;
use crate::{Confidence, Day};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The words of places and offices: the server alone needs them, so they get no keys.
pub(super) const GEO: &str = "geo.toml";

/// The folder with one file per pathway, of rules and of words alike.
pub(super) const PATHWAYS: &str = "pathways";

/// Day and number of a release of the rule base.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Released {
    pub(super) day: String,
    pub(super) number: u32,
    pub(super) checked_on: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sources {
    pub(super) released: Released,
    #[serde(default)]
    pub(super) law: Vec<Law>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Law {
    pub(super) code: String,
    pub(super) url: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Amounts {
    #[serde(default)]
    pub(super) series: Vec<Series>,
    #[serde(default)]
    pub(super) amount: Vec<Amount>,
    #[serde(default)]
    pub(super) fee: Vec<Fee>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Series {
    pub(super) id: String,
    /// Year to euros, `2026 = "101400"`.
    pub(super) euro: toml::Table,
    pub(super) law: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Amount {
    pub(super) id: String,
    pub(super) of: String,
    pub(super) percent: String,
    pub(super) law: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fee {
    pub(super) id: String,
    pub(super) euro: String,
    pub(super) when: String,
    pub(super) law: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Facts {
    #[serde(default)]
    pub(super) fact: Vec<Fact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fact {
    pub(super) id: String,
    pub(super) kind: String,
    #[serde(default)]
    pub(super) values: Vec<String>,
    pub(super) when: Option<String>,
    pub(super) presumed: Option<String>,
    pub(super) presumed_unless: Option<String>,
    /// A test, or `always`.
    pub(super) detail: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DispatchFile {
    #[serde(default)]
    pub(super) dispatch: Vec<Dispatch>,
    #[serde(default)]
    pub(super) outcome: Vec<Outcome>,
    #[serde(default)]
    pub(super) conflict: Vec<Conflict>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Conflict {
    pub(super) when: String,
    pub(super) drop: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dispatch {
    pub(super) when: String,
    pub(super) pathways: Vec<String>,
    #[serde(default)]
    pub(super) general: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    pub(super) id: String,
    pub(super) when: String,
    pub(super) law: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shared {
    #[serde(default)]
    pub(super) condition: Vec<Condition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pathway {
    pub(super) id: String,
    pub(super) order: u32,
    pub(super) law: Vec<String>,
    pub(super) checked_on: String,
    #[serde(default)]
    pub(super) today: bool,
    pub(super) months: Option<[u8; 2]>,
    #[serde(default)]
    pub(super) fees: Vec<String>,
    pub(super) condition: Vec<Condition>,
}

/// A condition is decided by exactly one of `facts`, `all`, `any`, `authority`; or it is a shared
/// one, named by `use`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    #[serde(default)]
    pub(super) id: String,
    pub(super) r#use: Option<String>,
    #[serde(default)]
    pub(super) law: Vec<String>,
    pub(super) confidence: Option<String>,
    pub(super) checked_on: Option<String>,
    pub(super) facts: Option<String>,
    pub(super) all: Option<Vec<Condition>>,
    pub(super) any: Option<Vec<Condition>>,
    #[serde(default)]
    pub(super) authority: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lists {
    #[serde(default)]
    pub(super) list: Vec<List>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct List {
    pub(super) id: String,
    pub(super) countries: Vec<String>,
    pub(super) law: Vec<String>,
    pub(super) confidence: String,
    pub(super) checked_on: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Places {
    #[serde(default)]
    pub(super) district: Vec<District>,
    #[serde(default)]
    pub(super) municipality: Vec<Municipality>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct District {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) area: String,
    pub(super) immigration_office: String,
    pub(super) employment_agency: String,
    pub(super) chamber_ihk: String,
    pub(super) chamber_hwk: String,
    /// Where the competence of the immigration office is known from; for editors.
    #[serde(rename = "source")]
    pub(super) _source: String,
    #[serde(rename = "source_url")]
    pub(super) _source_url: Option<String>,
    #[serde(rename = "confidence")]
    pub(super) _confidence: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Municipality {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) district: String,
    pub(super) postcodes: Vec<String>,
    pub(super) immigration_office: Option<String>,
    #[serde(rename = "note")]
    pub(super) _note: Option<String>,
    #[serde(rename = "source")]
    pub(super) _source: Option<String>,
    #[serde(rename = "source_url")]
    pub(super) _source_url: Option<String>,
    #[serde(rename = "confidence")]
    pub(super) _confidence: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Offices {
    #[serde(default)]
    pub(super) office: Vec<Office>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Office {
    pub(super) id: String,
    pub(super) kind: crate::OfficeKind,
    pub(super) name: String,
    pub(super) street: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) town: Option<String>,
    pub(super) website: Option<String>,
    pub(super) email: Option<String>,
    #[serde(default)]
    pub(super) source: String,
    pub(super) source_url: Option<String>,
    pub(super) confidence: String,
    pub(super) checked_on: String,
}

/// The geography files.
#[derive(Debug, Default)]
pub(super) struct Geo {
    pub(super) lists: Lists,
    pub(super) places: Places,
    pub(super) offices: Offices,
    /// Texts by language, by dotted name.
    pub(super) words: Vec<BTreeMap<String, String>>,
}

/// All content files but the words.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) released: Released,
    pub(super) laws: Vec<Law>,
    pub(super) amounts: Amounts,
    pub(super) facts: Vec<Fact>,
    pub(super) dispatch: DispatchFile,
    pub(super) shared: Vec<Condition>,
    pub(super) pathways: Vec<Pathway>,
    pub(super) geo: Geo,
}

impl Files {
    /// Reads every file; a file that cannot be read counts as empty and is reported.
    pub(super) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Self {
        let sources: Sources = one(&folder.join("sources.toml"), problems);
        let facts: Facts = one(&folder.join("questions.toml"), problems);
        let shared: Shared = one(&folder.join("shared.toml"), problems);
        let mut pathways: Vec<Pathway> = toml_files(&folder.join(PATHWAYS), problems)
            .iter()
            .filter_map(|file| read(file, problems))
            .collect();
        pathways.sort_by_key(|pathway| pathway.order);
        Self {
            released: sources.released,
            laws: sources.law,
            amounts: one(&folder.join("amounts.toml"), problems),
            facts: facts.fact,
            dispatch: one(&folder.join("dispatch.toml"), problems),
            shared: shared.condition,
            pathways,
            geo: Geo {
                lists: one(&folder.join("geo/lists.toml"), problems),
                places: one(&folder.join("geo/places.toml"), problems),
                offices: one(&folder.join("geo/offices.toml"), problems),
                words: super::complete()
                    .map(|locale| {
                        super::keys::texts(&folder.join("words").join(locale).join(GEO), problems)
                    })
                    .collect(),
            },
        }
    }
}

fn one<T: DeserializeOwned + Default>(file: &Path, problems: &mut Vec<Problem>) -> T {
    read(file, problems).unwrap_or_default()
}

/// Reads one TOML file; reports and returns `None` if it cannot be read or has another shape.
pub(super) fn read<T: DeserializeOwned>(file: &Path, problems: &mut Vec<Problem>) -> Option<T> {
    let mut report = |what: String| problems.push(Problem { place: shown(file), what });
    let text = std::fs::read_to_string(file).map_err(|error| report(error.to_string())).ok()?;
    toml::from_str(&text).map_err(|error| report(error.to_string())).ok()
}

/// The TOML files of a folder in alphabetical order.
pub(super) fn toml_files(folder: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Problem { place: shown(folder), what: error.to_string() });
            return Vec::new();
        }
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

/// The last two parts of a path: enough to find the file, free of machine paths.
pub(super) fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    let from = parts.len().saturating_sub(2);
    parts.get(from..).unwrap_or_default().join("/")
}

/// An ISO 3166-1 alpha-2 code.
pub(super) fn country(text: &str) -> Option<[u8; 2]> {
    let code: [u8; 2] = text.as_bytes().try_into().ok()?;
    code.iter().all(u8::is_ascii_uppercase).then_some(code)
}

/// `2026-11-22`, checked as a day of the calendar.
pub(super) fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let day =
        Day(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let leap = day.0 % 4 == 0 && (day.0 % 100 != 0 || day.0 % 400 == 0);
    let length = match day.1 {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (parts.next().is_none() && (1..=length).contains(&day.2)).then_some(day)
}

/// `S`, `K` or `U`.
pub(super) fn confidence(text: &str) -> Option<Confidence> {
    match text {
        "S" => Some(Confidence::Sourced),
        "K" => Some(Confidence::Known),
        "U" => Some(Confidence::Uncertain),
        _ => None,
    }
}

/// Euros with at most two decimals, as cents: `45934.20`.
pub(super) fn cents(text: &str) -> Option<i64> {
    scaled(text, 2)
}

/// A percentage with at most two decimals, as ten-thousandths: `45.3` is 4530.
pub(super) fn share(text: &str) -> Option<u32> {
    scaled(text, 2).and_then(|parts| u32::try_from(parts).ok()).filter(|parts| *parts > 0)
}

fn scaled(text: &str, decimals: usize) -> Option<i64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if rest.len() > decimals || whole.is_empty() || whole.starts_with(['-', '+']) {
        return None;
    }
    format!("{whole}{rest:0<decimals$}").parse().ok()
}
