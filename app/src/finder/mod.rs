//! Finders: occupations by name, and everything there is to read. The same views answer the form on
//! the server and the keystrokes in the browser; a bundle of its own, data fetched when first used.

mod hits;
mod island;
mod occupations;

pub use island::Finder;
#[cfg(feature = "ssr")]
pub(crate) use island::Start;
#[cfg(feature = "ssr")]
pub(crate) use occupations::{names, pills, rows, rows_view, take};

use crate::Lang;
use guide::find;
use lookup::{Index, Occupations};

/// More typed text than any name has.
pub(crate) const LONGEST: usize = 80;

/// What is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Occupations.
    Occupations,
    /// Everything there is to read.
    Everything,
}

/// The firm's place, as far as cards name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Local {
    /// The chamber of crafts.
    pub chamber: String,
    /// Postcode and town.
    pub place: String,
}

/// What a list of results stands in.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    pub(crate) lang: Lang,
    pub(crate) local: Option<Local>,
    /// Answers given in the guide, as a query; links carry them on.
    pub(crate) carried: String,
}

/// A list of results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// How many there are, as a sentence; empty if nothing was looked for.
    pub(crate) count: String,
    /// The hits as HTML.
    pub(crate) html: String,
}

/// Occupations for what was typed.
pub(crate) fn occupations(setting: &Setting, all: &Occupations, typed: &str) -> Drawn {
    let found = all.find(&shortened(typed));
    let count =
        count(&setting.lang, typed, found.len(), [find::OCCUPATIONS_ONE, find::OCCUPATIONS_MANY]);
    Drawn { count, html: occupations::list(setting, all, &found) }
}

/// Everything for what was typed.
pub(crate) fn everything(setting: &Setting, index: &Index, typed: &str) -> Drawn {
    let found = index.find(&shortened(typed));
    let count = count(&setting.lang, typed, found.len(), [find::SEARCH_ONE, find::SEARCH_MANY]);
    Drawn { count, html: hits::list(&setting.lang, &found) }
}

fn shortened(typed: &str) -> String {
    typed.chars().take(LONGEST).collect()
}

fn count(lang: &Lang, typed: &str, number: usize, [one, many]: [rules::Key; 2]) -> String {
    match number {
        _ if typed.trim().is_empty() => String::new(),
        0 => lang.t(find::FOUND_NONE).to_owned(),
        1 => lang.t(one).to_owned(),
        _ => {
            let all = lang.fill(many, &[("count", &number.to_string())]);
            let shown = MOST.to_string();
            let more = lang.fill(find::SHOWN, &[("count", &shown)]);
            if number > MOST { format!("{all}. {more}") } else { all }
        }
    }
}

/// Hits shown at the most.
const MOST: usize = 20;
