//! The rule base for other programs: what can be asked and what the routes demand.
//!
//! Ids, kinds, units and field names are stable; what they say is the book's, and each reply names
//! the book's version. Texts come in every language of [`guide::COMPLETE`].

mod format;
mod pathways;
mod questions;
mod rule_text;

use std::collections::BTreeMap;

use guide::{COMPLETE, show};
use rules::{Book, Citation, Day, Key};
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use format::Format;
pub(crate) use pathways::PathwayCatalogue;
pub(crate) use questions::{Actor, QuestionCatalogue};

/// A text in each language, by BCP 47 tag.
#[derive(Debug, Serialize, ToSchema)]
struct Texts(BTreeMap<&'static str, String>);

impl Texts {
    fn of(key: Key) -> Self {
        let text = |locale| (locale, guide::words(locale).get(key).to_owned());
        Self(COMPLETE.map(text).into())
    }
}

/// A place in a law or another source.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Reference {
    /// As cited in German: `§ 18g Abs. 1 Satz 1 AufenthG`.
    text: String,
    /// Its official address.
    #[schema(format = "uri")]
    url: String,
}

/// `sourced`: read in the statute or on a cited page. `known`: professional knowledge. `uncertain`:
/// not verified.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Confidence {
    Sourced,
    Known,
    Uncertain,
}

impl From<rules::Confidence> for Confidence {
    fn from(confidence: rules::Confidence) -> Self {
        match confidence {
            rules::Confidence::Sourced => Self::Sourced,
            rules::Confidence::Known => Self::Known,
            rules::Confidence::Uncertain => Self::Uncertain,
        }
    }
}

/// Citations with their addresses; spaces are plain ones.
pub(crate) fn references(book: &Book, law: &[Citation]) -> Vec<Reference> {
    let cite = |one: &Citation| Reference {
        text: show::citation(book, one).replace('\u{a0}', " "),
        url: show::citation_url(book, one),
    };
    law.iter().map(cite).collect()
}

/// Cents as euros in text, so that none is lost in a floating-point number: `50700.00`.
pub(crate) fn euros(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// `2026-11-22`.
pub(crate) fn day(Day(year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}
