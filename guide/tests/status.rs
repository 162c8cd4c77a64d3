//! Which pathways belong to which status, and what is said to be missing.

use guide::{Answers, Case, Truth, address, book, unanswered};
use jiff::civil::{Date, date};
use rules::Dispatch;
use std::collections::BTreeSet;

const DAY: Date = date(2026, 6, 1);

fn told(query: &str) -> Answers {
    let read = address::read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    read.answers
}
/// Pathways that belong to a status, as the statutes place them; encoded or not.
const BY_STATUS: [(&str, &[&str]); 24] = [
    ("status=title&title=settled", &["settled"]),
    ("status=title&title=settled-eu", &["settled"]),
    ("status=title&title=family", &["family-title"]),
    ("status=title&title=eu-family", &["family-title"]),
    ("status=title&title=eu-long-term", &["eu-ltr-other-state"]),
    ("status=title&title=eu-other", &["bluecard-mobility", "ict-card", "research"]),
    ("status=title&title=recognised", &["humanitarian-title"]),
    ("status=title&title=humanitarian", &["humanitarian-title", "bleiberecht-25a-25b"]),
    ("status=title&title=temporary-protection", &["ukraine-24"]),
    ("status=asylum", &["asylum-seeker"]),
    (
        "status=tolerated",
        &[
            "tolerated",
            "ausbildungsduldung",
            "ausbildung-16g",
            "skilled-tolerated-19d",
            "beschaeftigungsduldung",
        ],
    ),
    ("status=title&title=study", &["student-16b", "job-search-20"]),
    ("status=title&title=training", &["training-16a"]),
    ("status=title&title=search", &["chancenkarte"]),
    ("status=title&title=recognition", &["recognition-measures-16d1"]),
    ("status=title&title=language", &["language-16f"]),
    ("status=title&title=blue-card", &["job-change"]),
    ("status=title&title=vocational-18a", &["job-change"]),
    ("status=title&title=academic-18b", &["job-change"]),
    ("status=title&title=other-work", &["job-change"]),
    ("status=title&title=study&nationality=TR", &["turkish-arb180", "student-16b"]),
    ("status=abroad&nationality=GB", &["uk-national"]),
    ("status=cross-border&nationality=IN", &["cross-border"]),
    ("status=cross-border&nationality=MA", &["cross-border"]),
];

fn dispatched<'a>(case: &Case<'a>) -> Vec<&'a Dispatch> {
    book().dispatch.iter().filter(|one| case.holds(&one.when) == Truth::Yes).collect()
}

#[test]
fn every_status_is_sent_to_its_pathways() {
    for (query, expected) in BY_STATUS {
        let mut answers = told(query);
        let nationality = book().fact("nationality").unwrap();
        if answers.get(nationality).is_none() {
            answers.set(nationality, address::parse(book(), nationality, "AE"));
        }
        let case = Case { book: book(), answers: &answers, filing: DAY };
        let special: Vec<_> = dispatched(&case).into_iter().filter(|one| !one.general).collect();
        for id in expected {
            let found = special.iter().any(|one| one.pathways.iter().any(|of| of == id));
            assert!(found, "{query}: {id}");
        }
        // What is not encoded yet is said to be missing.
        let missing: Vec<_> = expected.iter().filter(|id| book().pathway(id).is_none()).collect();
        let told = unanswered(&case).by_status;
        assert!(missing.iter().all(|id| told.iter().any(|of| of == **id)), "{query}: {told:?}");
    }
}

/// Every title of the question leads somewhere.
#[test]
fn no_title_is_forgotten() {
    let title = book().fact("title").unwrap();
    for option in &book().facts[usize::from(title)].options {
        let answers = told(&format!("status=title&nationality=IN&title={}", option.id));
        let case = Case { book: book(), answers: &answers, filing: DAY };
        assert!(dispatched(&case).iter().any(|one| !one.general), "{}", option.id);
    }
}

#[test]
fn free_movement_and_germans_have_nothing_unanswered() {
    for (query, outcome) in [
        ("status=abroad&nationality=PL", None),
        ("status=cross-border&nationality=BE", None),
        ("status=abroad&nationality=CH", None),
        ("status=eu-passport&nationality=DE", Some("german")),
    ] {
        let answers = told(query);
        let case = Case { book: book(), answers: &answers, filing: DAY };
        assert_eq!(unanswered(&case), guide::Unanswered::default(), "{query}");
        assert_eq!(guide::outcome(&case).map(|one| one.id.as_str()), outcome, "{query}");
    }
}

/// Somebody abroad has all the general pathways before them, each named once.
#[test]
fn abroad_the_other_pathways_are_named() {
    let answers = told("status=abroad&nationality=IN");
    let case = Case { book: book(), answers: &answers, filing: DAY };
    let found = unanswered(&case);
    assert_eq!(found.by_status, [] as [&str; 0]);
    assert!(found.others.iter().any(|id| id == "chancenkarte"), "{:?}", found.others);
    assert!(found.others.iter().all(|id| book().pathway(id).is_none()));
    let once: BTreeSet<_> = found.others.iter().collect();
    assert_eq!(once.len(), found.others.len(), "{:?}", found.others);
}

/// Before anything is known all of them are still possible, but none by status.
#[test]
fn before_the_first_answer_nothing_belongs_to_a_status() {
    let none = Answers::default();
    let case = Case { book: book(), answers: &none, filing: DAY };
    assert_eq!(unanswered(&case).by_status, [] as [&str; 0]);
    assert!(unanswered(&case).others.iter().any(|id| id == "chancenkarte"));
    assert_eq!(guide::outcome(&case), None);
}
