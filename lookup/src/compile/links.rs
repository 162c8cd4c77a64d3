//! Where texts may lead.

use super::articles::Written;
use super::glossary::WrittenTerm;
use crate::Occupations;
use rules::compile::Content;
use std::collections::BTreeSet;

/// Everything a link can name.
pub(super) struct Targets {
    pathways: BTreeSet<String>,
    offices: BTreeSet<String>,
    articles: BTreeSet<String>,
    terms: BTreeSet<String>,
    occupations: BTreeSet<String>,
}

/// Pages of the site that links may name, and their addresses below the language.
const PAGES: [(&str, &str); 7] = [
    ("guide", "guide/status"),
    ("help", "help"),
    ("offices", "offices"),
    ("occupations", "occupations"),
    ("pathways", "pathways"),
    ("glossary", "glossary"),
    ("articles", "articles"),
];

impl Targets {
    pub(super) fn of(
        rules: &Content,
        occupations: &Occupations,
        articles: &[Written],
        terms: &[WrittenTerm],
    ) -> Self {
        Self {
            pathways: rules.book.pathways.iter().map(|one| one.id.clone()).collect(),
            offices: rules.places.offices.iter().map(|one| one.id.clone()).collect(),
            articles: articles.iter().map(|one| one.id.clone()).collect(),
            terms: terms.iter().map(|one| one.id.clone()).collect(),
            occupations: occupations.all.iter().map(|one| one.id.clone()).collect(),
        }
    }

    pub(super) fn has_pathway(&self, id: &str) -> bool {
        self.pathways.contains(id)
    }

    pub(super) fn has_article(&self, id: &str) -> bool {
        self.articles.contains(id)
    }

    pub(super) fn has_term(&self, id: &str) -> bool {
        self.terms.contains(id)
    }

    /// The address a link leads to in a language: `pathway:settled`, `https://…`.
    pub(super) fn address(&self, link: &str, locale: &str) -> Result<String, String> {
        if link.starts_with("https://") || link.starts_with("http://") {
            return Ok(link.to_owned());
        }
        let unknown = || Err(format!("the link `{link}` leads nowhere"));
        let Some((kind, id)) = link.split_once(':') else { return unknown() };
        let (known, path) = match kind {
            "pathway" => (self.has_pathway(id), format!("rules/{id}")),
            "office" => (self.offices.contains(id), format!("offices#{id}")),
            "article" => (self.has_article(id), format!("articles/{id}")),
            "term" => (self.has_term(id), format!("glossary#{id}")),
            "occupation" => (self.occupations.contains(id), format!("occupations/{id}")),
            "page" => match PAGES.iter().find(|(page, _)| *page == id) {
                Some((_, path)) => (true, (*path).to_owned()),
                None => return unknown(),
            },
            _ => return unknown(),
        };
        if known { Ok(format!("/{locale}/{path}")) } else { unknown() }
    }
}
