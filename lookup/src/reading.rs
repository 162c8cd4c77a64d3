//! Articles and terms, as pages show them.

use crate::Both;
use rules::Day;
use serde::{Deserialize, Serialize};

/// Who an article is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Those who hire.
    Firm,
    /// Those who want to work.
    Worker,
}

/// The five topics of the Welcome Center, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Topic {
    Recruiting,
    Recognition,
    Residence,
    Employment,
    Integration,
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Recruiting, Self::Recognition, Self::Residence, Self::Employment, Self::Integration];
}

/// An article in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Language tag.
    pub locale: String,
    /// Heading.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The text as HTML, with links into the site; made by the compiler from Markdown without HTML.
    pub html: String,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Stable id; stands in links.
    pub id: String,
    /// Topic.
    pub topic: Topic,
    /// Who it is for.
    pub audiences: Vec<Audience>,
    /// In all complete languages, perhaps in others.
    pub versions: Vec<Version>,
    /// Ids of other articles.
    pub related: Vec<String>,
    /// What it rests on.
    pub sources: Vec<String>,
    /// When a person last compared it with its sources.
    pub checked_on: Day,
}

impl Article {
    /// The article in a language; in German where it has none of its own.
    pub fn version(&self, locale: &str) -> Option<&Version> {
        let own = self.versions.iter().find(|version| version.locale == locale);
        own.or_else(|| self.versions.iter().find(|version| version.locale == "de"))
    }
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Stable id; the fragment of links.
    pub id: String,
    /// The German term, kept in every language.
    pub term: String,
    /// What else people call it.
    pub also: Vec<String>,
    /// Its English name.
    pub english: String,
    /// What it means.
    pub text: Both,
    /// Where the law says it.
    pub law: Option<String>,
    /// Ids of other terms.
    pub see: Vec<String>,
    /// Ids of routes.
    pub pathways: Vec<String>,
    /// Ids of articles.
    pub articles: Vec<String>,
}

/// Everything there is to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// By topic and place in it.
    pub articles: Vec<Article>,
    /// By German term.
    pub terms: Vec<Term>,
}

impl Reading {
    /// Reads it as packed by the compiler; `None` if the bytes are none.
    pub fn load(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// The article with an id.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.id == id)
    }

    /// The term with an id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }
}
