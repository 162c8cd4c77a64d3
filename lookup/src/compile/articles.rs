//! Articles: Markdown with front matter, one file per language.

use super::front::{Front, split};
use super::links::Targets;
use super::plainness::{self, Length};
use super::{files, is_id, name, report, text};
use crate::{Article, Version};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use rules::Day;
use rules::compile::{LOCALES, Problem, complete};
use std::collections::BTreeMap;
use std::path::Path;

/// Leichte Sprache.
const SIMPLE: &str = "de-simple";

/// An article as its files say it.
pub(super) struct Written {
    pub(super) id: String,
    /// By language tag: front matter and Markdown.
    pub(super) texts: BTreeMap<String, (Front, String)>,
}

/// The articles of the folder `articles/`: `<id>.<language>.md`.
pub(super) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Vec<Written> {
    let mut found: BTreeMap<String, BTreeMap<String, (Front, String)>> = BTreeMap::new();
    for path in files(&folder.join("articles"), ".md", problems) {
        let file = name(&path);
        let Some(text) = text(&path, problems) else { continue };
        let parts = file.trim_end_matches(".md").split_once('.');
        let known = |tag: &str| LOCALES.iter().any(|locale| locale.tag == tag);
        let Some((id, tag)) = parts.filter(|(id, tag)| is_id(id) && known(tag)) else {
            report(problems, &file, "is not named <id>.<language>.md");
            continue;
        };
        match split(&text) {
            Ok((front, body)) => {
                found.entry(id.into()).or_default().insert(tag.into(), (front, body.to_owned()));
            }
            Err(error) => report(problems, &file, error),
        }
    }
    found.into_iter().map(|(id, texts)| Written { id, texts }).collect()
}

/// The articles by topic and order.
pub(super) fn compile(
    written: &[Written],
    targets: &Targets,
    problems: &mut Vec<Problem>,
) -> Vec<Article> {
    let mut articles = Vec::new();
    for article in written {
        for tag in complete().filter(|tag| !article.texts.contains_key(*tag)) {
            report(problems, &article.id, format!("has no text in {tag}"));
        }
        let Some((first, _)) = article.texts.values().next() else { continue };
        let versions = article.texts.iter().map(|(tag, (front, body))| {
            let place = format!("{}.{tag}.md", article.id);
            if !same(first, front) {
                report(
                    problems,
                    &place,
                    "topic, for, order, related, checked_on and sources differ",
                );
            }
            let html = to_html(body, tag, targets, &place, problems);
            check_front(front, &article.id, targets, &place, problems);
            let (title, summary) = (front.title.clone(), front.summary.clone());
            Version { locale: tag.clone(), title, summary, html }
        });
        let versions = versions.collect();
        let checked_on = day(&first.checked_on).unwrap_or_else(|| {
            report(problems, &article.id, "checked_on is no day of the calendar");
            Day::default()
        });
        let front = first.clone();
        articles.push((
            front.topic,
            front.order,
            Article {
                id: article.id.clone(),
                topic: front.topic,
                audiences: front.r#for,
                versions,
                related: front.related,
                sources: front.sources,
                checked_on,
            },
        ));
    }
    articles.sort_by(|a, b| (a.0, a.1, &a.2.id).cmp(&(b.0, b.1, &b.2.id)));
    articles.into_iter().map(|(_, _, article)| article).collect()
}

fn same(one: &Front, other: &Front) -> bool {
    let parts = |front: &Front| {
        let Front { topic, r#for, order, related, checked_on, sources, .. } = front.clone();
        (topic, r#for, order, related, checked_on, sources)
    };
    parts(one) == parts(other)
}

fn check_front(
    front: &Front,
    id: &str,
    targets: &Targets,
    place: &str,
    problems: &mut Vec<Problem>,
) {
    for other in front.related.iter().filter(|other| !targets.has_article(other) || *other == id) {
        report(problems, place, format!("there is no other article `{other}`"));
    }
    for (what, text, most) in [("title", &front.title, 60), ("summary", &front.summary, 140)] {
        if text.trim().is_empty() || text.chars().count() > most {
            report(problems, place, format!("{what} must have 1 to {most} characters"));
        }
    }
    if front.r#for.is_empty() || front.sources.is_empty() || front.words.is_empty() {
        report(problems, place, "for, words and sources need at least one entry");
    }
}

/// Markdown as HTML with the links of a language; headings of the second level alone, no HTML.
fn to_html(
    body: &str,
    locale: &str,
    targets: &Targets,
    place: &str,
    problems: &mut Vec<Problem>,
) -> String {
    let (mut links, mut rules) = (0, 0);
    let mut spoken = String::new();
    let events: Vec<Event> = Parser::new_ext(body, Options::empty())
        .map(|event| match event {
            Event::Html(_) | Event::InlineHtml(_) => {
                report(problems, place, "HTML is not taken in articles");
                Event::Text(CowStr::Borrowed(""))
            }
            Event::Start(Tag::Heading { level, .. }) if level != HeadingLevel::H2 => {
                report(problems, place, "headings start with ##");
                event
            }
            Event::Start(Tag::Image { .. }) => {
                report(problems, place, "images are not taken in articles");
                event
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                links += 1;
                rules += u8::from(["pathway:", "office:"].iter().any(|k| dest_url.starts_with(k)));
                let address = targets.address(&dest_url, locale).unwrap_or_else(|error| {
                    report(problems, place, error);
                    String::new()
                });
                Event::Start(Tag::Link { link_type, dest_url: address.into(), title, id })
            }
            Event::Text(text) => {
                spoken.push_str(&text);
                Event::Text(text)
            }
            // Leichte Sprache starts each sentence on a line of its own.
            Event::SoftBreak if locale == SIMPLE => {
                spoken.push('\n');
                Event::HardBreak
            }
            Event::SoftBreak | Event::HardBreak => {
                spoken.push(' ');
                event
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                spoken.push('\n');
                event
            }
            other => other,
        })
        .collect();
    if links < 4 || rules < 1 {
        report(problems, place, "needs four links, one of them to a route or an office");
    }
    let length = if locale == SIMPLE { Length::SIMPLE } else { Length::USUAL };
    for what in plainness::check(&spoken, &length) {
        report(problems, place, what);
    }
    let mut written = String::new();
    html::push_html(&mut written, events.into_iter());
    written
}

/// `2026-11-23`.
fn day(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let day = Day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let exists = day.0 >= 2020 && (1..=12).contains(&day.1) && (1..=31).contains(&day.2);
    exists.then_some(day)
}
