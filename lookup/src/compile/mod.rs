//! Reads the content folder, checks it and packs it: for build scripts, tools and tests.
//!
//! Every mistake is reported with its place: unknown keys and values, ids twice, links that lead
//! nowhere, dates that are none, texts too long, too short or too hard to read.

mod articles;
mod front;
mod glossary;
mod index;
mod links;
mod occupations;
mod plainness;

use crate::{Index, Occupations, Reading};
use links::Targets;
use rules::compile::{Content, Problem, Problems};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A content folder, compiled.
#[derive(Debug)]
pub struct Library {
    /// Occupations with who recognises them.
    pub occupations: Occupations,
    /// Articles and terms.
    pub reading: Reading,
    /// What a search finds, by complete language.
    pub indexes: BTreeMap<String, Index>,
}

impl Library {
    /// In the form that [`Occupations::load`] reads.
    pub fn packed_occupations(&self) -> Vec<u8> {
        pack(&self.occupations)
    }

    /// In the form that [`Reading::load`] reads.
    pub fn packed_reading(&self) -> Vec<u8> {
        pack(&self.reading)
    }

    /// By language, in the form that [`Index::load`] reads.
    pub fn packed_indexes(&self) -> BTreeMap<String, Vec<u8>> {
        self.indexes.iter().map(|(locale, index)| (locale.clone(), pack(&index.packed()))).collect()
    }
}

fn pack<T: serde::Serialize>(value: &T) -> Vec<u8> {
    // Plain data into memory cannot fail; an empty file would be refused by every reader.
    postcard::to_allocvec(value).unwrap_or_default()
}

/// Compiles a content folder; `rules` names the routes and offices that texts may link to.
///
/// # Errors
/// All mistakes in the files.
pub fn library(folder: &Path, rules: &Content) -> Result<Library, Problems> {
    let mut problems = Vec::new();
    let occupations = occupations::compile(folder, rules, &mut problems);
    let written = articles::read(folder, &mut problems);
    let terms = glossary::read(folder, &mut problems);
    let targets = Targets::of(rules, &occupations, &written, &terms);
    let reading = Reading {
        articles: articles::compile(&written, &targets, &mut problems),
        terms: glossary::compile(terms, &targets, &mut problems),
    };
    let indexes = index::compile(rules, &occupations, &written, &reading);
    if problems.is_empty() {
        Ok(Library { occupations, reading, indexes })
    } else {
        problems.sort();
        Err(Problems(problems))
    }
}

fn report(problems: &mut Vec<Problem>, place: &str, what: impl Into<String>) {
    problems.push(Problem { place: place.to_owned(), what: what.into() });
}

/// The files of a folder with an ending, by name.
fn files(folder: &Path, ending: &str, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        report(problems, &folder.display().to_string(), "cannot be read");
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<PathBuf> =
        paths.filter(|path| path.to_str().is_some_and(|path| path.ends_with(ending))).collect();
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file as text; nothing, and reported, if there is none.
fn text(path: &Path, problems: &mut Vec<Problem>) -> Option<String> {
    match fs::read_to_string(path) {
        Ok(text) => Some(text),
        Err(error) => {
            report(problems, &name(path), error.to_string());
            None
        }
    }
}

/// A TOML file; nothing, and reported, if it is wrong.
fn parsed<T: DeserializeOwned>(path: &Path, problems: &mut Vec<Problem>) -> Option<T> {
    match toml::from_str(&text(path, problems)?) {
        Ok(value) => Some(value),
        Err(error) => {
            report(problems, &name(path), error.to_string());
            None
        }
    }
}

/// Whether a text is written as ids are: `like-this-2`.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Reports ids that stand twice or are not written as ids are.
fn check_ids<'a>(place: &str, ids: impl Iterator<Item = &'a str>, problems: &mut Vec<Problem>) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !is_id(id) {
            report(problems, place, format!("`{id}` is no id: small letters, digits, hyphens"));
        }
        if !seen.insert(id) {
            report(problems, place, format!("`{id}` stands twice"));
        }
    }
}
