//! The index of the site-wide search.

use super::articles::Written;
use crate::search::Word;
use crate::words::{stem, tokens};
use crate::{Doc, Index, Kind, Occupations, Reading};
use rules::compile::{Content, complete};
use std::collections::BTreeMap;

/// How much a word weighs by where it stands.
const NAME: u8 = 24;
const OTHER_NAME: u8 = 18;
const HEADING: u8 = 8;
const SUMMARY: u8 = 6;
const BODY: u8 = 3;

/// One index per complete language.
pub(super) fn compile(
    rules: &Content,
    occupations: &Occupations,
    written: &[Written],
    reading: &Reading,
) -> BTreeMap<String, Index> {
    let of = |(at, tag): (usize, &str)| {
        let mut index = Making::default();
        pathways(&mut index, rules, tag);
        articles(&mut index, written, tag);
        for one in &occupations.all {
            let (shown, other) = if tag == "en" {
                (&one.name.en, &one.name.de)
            } else {
                (&one.name.de, &one.name.en)
            };
            let also = one.also.of(tag).replace('\n', " ");
            let doc = (Kind::Occupation, format!("occupations/{}", one.id), shown.clone());
            index.add(doc, "", &[(shown, NAME), (other, OTHER_NAME), (&also, OTHER_NAME)]);
        }
        for term in &reading.terms {
            let (other, also) = (&term.english, term.also.join(" "));
            let doc = (Kind::Term, format!("glossary#{}", term.id), term.term.clone());
            let text = term.text.of(tag);
            let short = text.split_inclusive(". ").next().unwrap_or(text).trim();
            let words = [(&*term.term, NAME), (other, NAME), (&also, OTHER_NAME), (text, BODY)];
            index.add(doc, short, &words);
        }
        for office in &rules.places.offices {
            let role = office.role.get(at).map(String::as_str).unwrap_or_default();
            let town = office.town.as_deref().unwrap_or_default();
            let doc = (Kind::Office, format!("offices#{}", office.id), office.name.clone());
            index.add(doc, role, &[(&office.name, NAME), (town, SUMMARY), (role, SUMMARY)]);
        }
        (tag.to_owned(), index.done())
    };
    complete().enumerate().map(of).collect()
}

fn pathways(index: &mut Making, rules: &Content, tag: &str) {
    let Some(words) = rules.words.iter().find(|words| words.locale == tag) else { return };
    for pathway in &rules.book.pathways {
        let (name, summary) = (words.get(pathway.name), words.get(pathway.summary));
        let law: Vec<&str> = pathway.id.split('-').collect();
        let law = law.join(" ");
        let doc = (Kind::Pathway, format!("rules/{}", pathway.id), name.to_owned());
        index.add(doc, summary, &[(name, NAME), (summary, SUMMARY), (&law, SUMMARY)]);
    }
}

fn articles(index: &mut Making, written: &[Written], tag: &str) {
    for article in written {
        let Some((front, body)) = article.texts.get(tag) else { continue };
        let also = front.words.join(" ");
        let headings: Vec<&str> =
            body.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        let headings = headings.join(" ");
        let doc = (Kind::Article, format!("articles/{}", article.id), front.title.clone());
        let body = without_targets(body);
        index.add(
            doc,
            &front.summary,
            &[
                (&front.title, NAME),
                (&also, OTHER_NAME),
                (&headings, HEADING),
                (&front.summary, SUMMARY),
                (&body, BODY),
            ],
        );
    }
}

/// Markdown without the targets of its links.
fn without_targets(markdown: &str) -> String {
    let mut parts = markdown.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + " " + part.split_once(')').map_or("", |(_, rest)| rest))
}

#[derive(Default)]
struct Making {
    docs: Vec<Doc>,
    words: BTreeMap<String, BTreeMap<u16, u8>>,
}

impl Making {
    fn add(&mut self, doc: (Kind, String, String), text: &str, words: &[(&str, u8)]) {
        let Ok(at) = u16::try_from(self.docs.len()) else { return };
        let (kind, path, title) = doc;
        self.docs.push(Doc { kind, path, title, text: text.to_owned() });
        for (text, weight) in words {
            for word in tokens(text).into_iter().filter(|word| word.chars().count() > 1) {
                // In running text the form of a word says nothing; one entry for all keeps it small.
                let word = if *weight > HEADING { word } else { stem(&word).to_owned() };
                let known = self.words.entry(word).or_default().entry(at).or_default();
                *known = (*known).max(*weight);
            }
        }
    }

    fn done(self) -> Index {
        let word = |(word, hits): (String, BTreeMap<u16, u8>)| Word {
            word,
            hits: hits.into_iter().collect(),
        };
        Index { docs: self.docs, words: self.words.into_iter().map(word).collect() }
    }
}
