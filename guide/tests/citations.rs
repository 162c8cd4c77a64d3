//! Every citation of the rule base stands in the acts: their sections, and how many paragraphs each
//! has, as consolidated on 2026-08-19.
//!
//! One file per act in `headings/`. A line is a section's number, the highest number of its
//! paragraphs (0 where they are not numbered) and those with a letter; or an annex.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use guide::book;
use guide::show::citation as shown;
use rules::{Citation, Condition, Test};
use std::collections::{BTreeMap, BTreeSet};

/// The acts whose sections are listed, by the code they are cited with.
const LISTED: [(&str, &str); 6] = [
    ("AsylG", include_str!("headings/asylg.txt")),
    ("AufenthG", include_str!("headings/aufenthg.txt")),
    ("AufenthV", include_str!("headings/aufenthv.txt")),
    ("BQFG", include_str!("headings/bqfg.txt")),
    ("BeschV", include_str!("headings/beschv.txt")),
    ("FreizügG/EU", include_str!("headings/freizuegg-eu.txt")),
];

/// Sources that are cited without having been compared with a text.
const NOT_CHECKED_AGAINST_TEXT: [&str; 5] = [
    "Sozialversicherungsrechengrößen-Verordnung",
    "Freizügigkeitsabkommen EU–Schweiz",
    "Richtlinie 2005/36/EG",
    "Verordnung (EU) 2024/1348",
    "IntSchSiHerkStBestV",
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

/// Whether the act has the section and the paragraph.
fn stands(act: &Act, citation: &Citation) -> bool {
    if citation.section.is_empty() {
        return act.annexes.iter().any(|annex| annex.starts_with(&citation.place));
    }
    let Some((most, lettered)) = act.sections.get(citation.section.as_str()) else { return false };
    let mut words = citation.place.split(' ');
    let Some(paragraph) = words.find(|word| *word == "Abs.").and_then(|_| words.next()) else {
        return true;
    };
    match paragraph.parse::<u32>() {
        Ok(number) => (1..=*most).contains(&number),
        Err(_) => lettered.contains(paragraph),
    }
}

/// Every citation of the book with the id of what it stands at.
fn citations() -> Vec<(&'static str, &'static Citation)> {
    fn of_conditions(
        conditions: &'static [Condition],
        all: &mut Vec<(&'static str, &'static Citation)>,
    ) {
        for condition in conditions {
            all.extend(condition.law.iter().map(|law| (condition.id.as_str(), law)));
            if let Test::All(parts) | Test::Any(parts) = &condition.test {
                of_conditions(parts, all);
            }
        }
    }
    let book = book();
    let mut all = Vec::new();
    for pathway in &book.pathways {
        all.extend(pathway.law.iter().map(|law| (pathway.id.as_str(), law)));
        of_conditions(&pathway.conditions, &mut all);
    }
    let others = (book.lists.iter().map(|one| (&one.id, &one.law)))
        .chain(book.series.iter().map(|one| (&one.id, &one.law)))
        .chain(book.amounts.iter().map(|one| (&one.id, &one.law)))
        .chain(book.fees.iter().map(|one| (&one.id, &one.law)))
        .chain(book.outcomes.iter().map(|one| (&one.id, &one.law)));
    all.extend(others.flat_map(|(id, law)| law.iter().map(|law| (id.as_str(), law))));
    all
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

/// Each source is either listed or said to be unchecked, and none stands here for nothing.
#[test]
fn every_source_is_listed_or_named_as_unchecked() {
    let named = LISTED.map(|(code, _)| code).into_iter().chain(NOT_CHECKED_AGAINST_TEXT);
    let named: Vec<_> = named.collect();
    let codes: BTreeSet<_> = book().laws.iter().map(|law| law.code.as_str()).collect();
    assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), codes);
    assert_eq!(named.len(), codes.len(), "a source stands here twice");
    let used: BTreeSet<_> = citations().iter().map(|(_, citation)| citation.law).collect();
    let unused = (0u8..).zip(&book().laws).find(|(law, _)| !used.contains(law));
    assert_eq!(unused.map(|(_, law)| &law.code), None, "nothing cites it");
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
    ] {
        let citation = Citation { law: 0, section: section.into(), place: place.into() };
        assert_eq!(stands(act, &citation), expected, "{section} {place}");
    }
}
