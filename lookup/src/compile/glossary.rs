//! The glossary.

use super::links::Targets;
use super::{check_ids, parsed, report};
use crate::{Both, Term};
use rules::compile::Problem;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<WrittenTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenTerm {
    pub(super) id: String,
    term: String,
    #[serde(default)]
    also: Vec<String>,
    en: String,
    text_de: String,
    text_en: String,
    law: Option<String>,
    #[serde(default)]
    see: Vec<String>,
    #[serde(default)]
    pathways: Vec<String>,
    #[serde(default)]
    articles: Vec<String>,
}

/// The terms of `glossary.toml` as written.
pub(super) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Vec<WrittenTerm> {
    let file: Option<File> = parsed(&folder.join("glossary.toml"), problems);
    let terms = file.map(|file| file.term).unwrap_or_default();
    check_ids("glossary.toml", terms.iter().map(|term| term.id.as_str()), problems);
    terms
}

/// The terms by name.
pub(super) fn compile(
    written: Vec<WrittenTerm>,
    targets: &Targets,
    problems: &mut Vec<Problem>,
) -> Vec<Term> {
    for term in &written {
        let place = format!("glossary.toml: {}", term.id);
        let mut check = |kind: &str, ids: &[String], known: &dyn Fn(&str) -> bool| {
            for id in ids.iter().filter(|id| !known(id)) {
                report(problems, &place, format!("there is no {kind} `{id}`"));
            }
        };
        check("term", &term.see, &|id| targets.has_term(id) && id != term.id);
        check("pathway", &term.pathways, &|id| targets.has_pathway(id));
        check("article", &term.articles, &|id| targets.has_article(id));
    }
    let mut terms: Vec<Term> = written
        .into_iter()
        .map(|term| Term {
            also: term.also,
            text: Both { de: term.text_de, en: term.text_en },
            id: term.id,
            term: term.term,
            english: term.en,
            law: term.law,
            see: term.see,
            pathways: term.pathways,
            articles: term.articles,
        })
        .collect();
    terms.sort_by_key(|term| crate::plain(&term.term));
    terms
}
