//! Every citation of the rule base stands in the acts: their sections, and how many paragraphs each
//! has, as consolidated on 2026-08-19.
//!
//! One file per act in `headings/`. A line is a section's number, the highest number of its
//! paragraphs (0 where they are not numbered) and those with a letter; or an annex.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guide::book;
use guide::show::citation as shown;
use rules::{Citation, Condition};
use std::collections::{BTreeMap, BTreeSet};

/// The acts whose sections are listed, by the code they are cited with.
const LISTED: [(&str, &str); 8] = [
    ("AsylG", include_str!("headings/asylg.txt")),
    ("AufenthG", include_str!("headings/aufenthg.txt")),
    ("AufenthV", include_str!("headings/aufenthv.txt")),
    ("BQFG", include_str!("headings/bqfg.txt")),
    ("BeschV", include_str!("headings/beschv.txt")),
    ("UkraineAufenthFGV", include_str!("headings/ukraineaufenthfgv.txt")),
    ("FreizügG/EU", include_str!("headings/freizuegg-eu.txt")),
    ("HwO", include_str!("headings/hwo.txt")),
];

/// Sources that are cited without having been compared with a text.
const NOT_CHECKED_AGAINST_TEXT: &[&str] = &[
    "Sozialversicherungsrechengrößen-Verordnung",
    "Freizügigkeitsabkommen EU–Schweiz",
    "Richtlinie 2005/36/EG",
    "Verordnung (EU) 2024/1348",
    "IntSchSiHerkStBestV",
    "MiLoV5",
    "PflFAssG",
    "7. PflegeArbbV",
    "UkraineAufenthÜV",
    "ARB 1/80",
];

/// Sections of listed acts that are cited without having been compared with their text.
const SECTIONS_NOT_CHECKED: [(&str, &str); 1] = [("AufenthV", "28")];

/// The sections and annexes of one act.
struct Act<'a> {
    /// Highest paragraph and the paragraphs with a letter, by section.
    sections: BTreeMap<&'a str, (u32, BTreeSet<&'a str>)>,
    annexes: Vec<&'a str>,
}

fn act(text: &str) -> Act<'_> {
    let (annexes, sections): (Vec<_>, Vec<_>) =
        text.lines().partition(|line| line.starts_with("Anlage"));
    let sections = sections.into_iter().map(|line| {
        let mut words = line.split(' ');
        let (section, most) = (words.next().unwrap(), words.next().unwrap().parse().unwrap());
        (section, (most, words.collect()))
    });
    Act { sections: sections.collect(), annexes }
}

/// Section and place; of an act whose sections have no address of their own they are one text.
fn parts(citation: &Citation) -> (&str, &str) {
    match citation.place.strip_prefix("§ ") {
        Some(text) if citation.section.is_empty() => text.split_once(' ').unwrap_or((text, "")),
        _ => (&citation.section, &citation.place),
    }
}

/// Whether the act has the section and the paragraph.
fn stands(act: &Act, citation: &Citation) -> bool {
    let (section, place) = parts(citation);
    if section.is_empty() {
        return !place.is_empty() && act.annexes.iter().any(|annex| annex.starts_with(place));
    }
    let Some((most, lettered)) = act.sections.get(section) else { return false };
    let mut words = place.split(' ');
    let Some(paragraph) = words.find(|word| *word == "Abs.").and_then(|_| words.next()) else {
        return true;
    };
    match paragraph.parse::<u32>() {
        Ok(number) => (1..=*most).contains(&number),
        Err(_) => lettered.contains(paragraph),
    }
}

/// All conditions with all their parts.
fn conditions() -> impl Iterator<Item = &'static Condition> {
    fn walk(conditions: &'static [Condition], all: &mut Vec<&'static Condition>) {
        for condition in conditions {
            all.push(condition);
            walk(condition.parts(), all);
        }
    }
    let mut all = Vec::new();
    book().pathways.iter().for_each(|pathway| walk(&pathway.conditions, &mut all));
    all.into_iter()
}

/// Every citation of the book with the id of what it stands at.
fn citations() -> Vec<(&'static str, &'static Citation)> {
    let book = book();
    let all = (conditions().map(|one| (&one.id, &one.law)))
        .chain(book.pathways.iter().map(|one| (&one.id, &one.law)))
        .chain(book.lists.iter().map(|one| (&one.id, &one.law)))
        .chain(book.series.iter().map(|one| (&one.id, &one.law)))
        .chain(book.amounts.iter().map(|one| (&one.id, &one.law)))
        .chain(book.coming.iter().map(|one| (&one.id, &one.law)))
        .chain(book.fees.iter().map(|one| (&one.id, &one.law)))
        .chain(book.outcomes.iter().map(|one| (&one.id, &one.law)));
    all.flat_map(|(id, law)| law.iter().map(|law| (id.as_str(), law))).collect()
}

#[test]
fn every_citation_stands_in_its_act() {
    let acts: BTreeMap<_, _> = LISTED.into_iter().map(|(code, text)| (code, act(text))).collect();
    let mut wrong = Vec::new();
    for (id, citation) in citations() {
        let code = book().laws.get(usize::from(citation.law)).unwrap().code.as_str();
        let found = match acts.get(code) {
            Some(_) if SECTIONS_NOT_CHECKED.contains(&(code, &citation.section)) => true,
            Some(act) => stands(act, citation),
            None => NOT_CHECKED_AGAINST_TEXT.contains(&code),
        };
        if !found {
            wrong.push(format!("{id}: {}", shown(book(), citation)));
        }
    }
    assert!(wrong.is_empty(), "not in the acts:\n{}", wrong.join("\n"));
}

/// A source with sections is cited by section (or annex), and everything names a source.
#[test]
fn every_citation_names_its_place() {
    for (id, citation) in citations() {
        let law = book().laws.get(usize::from(citation.law)).unwrap();
        let sections = law.url.contains("{section}");
        assert!(law.url.starts_with("https://"), "{}", law.url);
        let annex = citation.place.starts_with("Anlage");
        assert_eq!(sections && !annex, !citation.section.is_empty(), "{id}: {citation:?}");
    }
    let cited: BTreeSet<_> = citations().into_iter().map(|(id, _)| id).collect();
    let others = (book().lists.iter().map(|one| &one.id))
        .chain(book().series.iter().map(|one| &one.id))
        .chain(book().amounts.iter().map(|one| &one.id))
        .chain(book().fees.iter().map(|one| &one.id))
        .chain(book().outcomes.iter().map(|one| &one.id))
        .chain(book().pathways.iter().map(|one| &one.id))
        .chain(conditions().map(|one| &one.id));
    for id in others {
        assert!(cited.contains(id.as_str()), "{id}");
    }
}

/// What is said to be unchecked is cited, and cannot be checked.
#[test]
fn no_section_is_left_out_for_nothing() {
    for (code, section) in SECTIONS_NOT_CHECKED {
        let (_, text) = LISTED.into_iter().find(|(of, _)| *of == code).unwrap();
        assert!(!act(text).sections.contains_key(section), "§ {section} {code} is listed");
        let cited = citations().into_iter().any(|(_, citation)| {
            let law = book().laws.get(usize::from(citation.law)).unwrap();
            law.code == code && citation.section == section
        });
        assert!(cited, "nothing cites § {section} {code}");
    }
}

/// Each source of the rule base is either listed or said to be unchecked.
#[test]
fn every_source_is_listed_or_named_as_unchecked() {
    let named =
        LISTED.map(|(code, _)| code).into_iter().chain(NOT_CHECKED_AGAINST_TEXT.iter().copied());
    let named: Vec<_> = named.collect();
    let codes: BTreeSet<_> = book().laws.iter().map(|law| law.code.as_str()).collect();
    assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), codes);
    assert_eq!(named.len(), codes.len(), "a source stands here twice");
}

#[test]
fn what_stands_nowhere_is_noticed() {
    let [aufenthg, asylg] = ["AufenthG", "AsylG"].map(|code| {
        let found = LISTED.iter().find(|(of, _)| *of == code);
        act(found.unwrap_or_else(|| panic!("{code} is not listed")).1)
    });
    for (act, section, place, expected) in [
        (&aufenthg, "18g", "Abs. 7", true),
        (&aufenthg, "18g", "Abs. 8", false),
        (&aufenthg, "18g", "Abs. 0", false),
        (&aufenthg, "18g", "", true),
        (&aufenthg, "18z", "", false),
        (&aufenthg, "18b", "Satz 1", true),
        (&aufenthg, "18b", "Abs. 1", false),
        (&aufenthg, "2", "Abs. 12b Satz 1", true),
        (&aufenthg, "2", "Abs. 12d", false),
        (&aufenthg, "2", "Abs. 13a", false),
        (&asylg, "", "Anlage II", true),
        (&asylg, "", "Anlage IV", false),
        (&asylg, "", "§ 61 Abs. 1", true),
        (&asylg, "", "§ 61 Abs. 9", false),
        (&asylg, "", "", false),
    ] {
        let citation = Citation { law: 0, section: section.into(), place: place.into() };
        assert_eq!(stands(act, &citation), expected, "{section} {place}");
    }
}
