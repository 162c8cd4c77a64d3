//! What the content promises.

use lookup::{Regulated, Topic};
use std::collections::BTreeSet;

#[test]
fn there_are_as_many_as_promised() {
    let occupations = &library::occupations().all;
    assert!(occupations.len() >= 350, "{}", occupations.len());
    let reading = library::reading();
    assert!(reading.articles.len() >= 25, "{}", reading.articles.len());
    assert!(reading.terms.len() >= 80, "{}", reading.terms.len());
    let simple =
        |article: &&lookup::Article| article.versions.iter().any(|v| v.locale == "de-simple");
    assert!(reading.articles.iter().filter(simple).count() >= 10);
    let topics: BTreeSet<Topic> = reading.articles.iter().map(|article| article.topic).collect();
    assert_eq!(topics, BTreeSet::from(Topic::ALL));
}

/// The shortage list of `mapping.toml` is the one that the rules test.
#[test]
fn the_shortage_list_is_that_of_the_rules() {
    let book = guide::book();
    let pathway = book.pathways.iter().position(|one| one.id == "bluecard-shortage").unwrap();
    for one in &library::occupations().all {
        let query = format!("status=abroad&nationality=IN&job=graduate&isco={}", one.group);
        let answers = guide::address::read(book, &query).answers;
        let case = guide::Case { book, answers: &answers, filing: "2026-11-23".parse().unwrap() };
        let findings = guide::evaluate(&case);
        let trace = &findings[pathway].conditions;
        let occupation =
            trace.iter().find(|part| part.condition.id.ends_with("occupation")).unwrap();
        assert_eq!(occupation.truth == guide::Truth::Yes, one.shortage, "{}", one.id);
    }
}

/// Whoever needs a licence is told so.
#[test]
fn regulated_occupations_say_what_to_check() {
    let all = library::occupations();
    for one in all.all.iter().filter(|one| one.regulated == Regulated::Yes) {
        let licence = all.checks(one).any(|check| check.id == "licence");
        assert!(licence, "{} is regulated and names no licence", one.id);
    }
}

/// Every trade of the crafts code that the fact base names is there: annex A has 53, B 1 has 41 and B 2 51.
#[test]
fn all_trades_of_the_crafts_code_are_there() {
    let count =
        |trade| library::occupations().all.iter().filter(|one| one.trade == Some(trade)).count();
    assert!(count(lookup::Trade::A) >= 53);
    assert!(count(lookup::Trade::B1) >= 41);
    assert!(count(lookup::Trade::B2) >= 51);
}
