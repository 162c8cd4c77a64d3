//! The content files as they are written: nothing but their shape.

mod geo;

pub(super) use geo::{Geo, Lists, Office};

use super::Problem;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// The words of places and offices: the server alone needs them, so they get no keys.
pub(super) const GEO: &str = "geo.toml";

/// The folder with one file per pathway, of rules and of words alike.
pub(super) const PATHWAYS: &str = "pathways";
const QUESTIONS: &str = "questions";
const SHARED: &str = "shared";

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

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Changes {
    #[serde(default)]
    pub(super) change: Vec<Coming>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Coming {
    pub(super) id: String,
    pub(super) day: String,
    pub(super) when: String,
    pub(super) law: Vec<String>,
    pub(super) confidence: String,
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
    /// `job`: known of the job before there is anybody for it.
    pub(super) about: Option<About>,
    #[serde(default)]
    pub(super) step: Vec<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum About {
    Job,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    /// Left out for money.
    pub(super) to: Option<String>,
    #[serde(default)]
    pub(super) from: Vec<String>,
    pub(super) by: Actor,
}

/// As [`crate::Actor`], in the files' spelling.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Actor {
    Firm,
    Worker,
    Office,
    Time,
}

impl From<Actor> for crate::Actor {
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::Firm => Self::Firm,
            Actor::Worker => Self::Worker,
            Actor::Office => Self::Office,
            Actor::Time => Self::Time,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcomes {
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

/// A condition is decided by exactly one of `facts`, `all`, `any`, `authority`, `score` with `row`; or it
/// is a shared one, named by `use`.
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
    /// The fewest points that the rows must bring.
    pub(super) score: Option<u8>,
    pub(super) row: Option<Vec<Condition>>,
    /// What this row brings to the score it stands in.
    pub(super) points: Option<u8>,
    /// Of the rows of one group only the best counts; a row without is a group of its own.
    pub(super) group: Option<String>,
}

/// All content files but the words.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) released: Released,
    pub(super) laws: Vec<Law>,
    pub(super) amounts: Amounts,
    pub(super) facts: Vec<Fact>,
    pub(super) outcomes: Outcomes,
    pub(super) coming: Vec<Coming>,
    pub(super) shared: Vec<Condition>,
    pub(super) pathways: Vec<Pathway>,
    pub(super) geo: Geo,
}

impl Files {
    /// Reads every file; a file that cannot be read counts as empty and is reported.
    pub(super) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Self {
        let sources: Sources = one(&folder.join("sources.toml"), problems);
        let facts = toml_files(&folder.join(QUESTIONS), problems);
        let facts = facts.iter().filter_map(|file| read::<Facts>(file, problems));
        let facts = facts.flat_map(|file| file.fact).collect();
        let shared = toml_files(&folder.join(SHARED), problems);
        let shared = shared.iter().filter_map(|file| read::<Shared>(file, problems));
        let shared = shared.flat_map(|file| file.condition).collect();
        let mut pathways: Vec<Pathway> = toml_files(&folder.join(PATHWAYS), problems)
            .iter()
            .filter_map(|file| read(file, problems))
            .collect();
        pathways.sort_by_key(|pathway| pathway.order);
        Self {
            released: sources.released,
            laws: sources.law,
            amounts: one(&folder.join("amounts.toml"), problems),
            facts,
            outcomes: one(&folder.join("outcomes.toml"), problems),
            coming: one::<Changes>(&folder.join("changes.toml"), problems).change,
            shared,
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
