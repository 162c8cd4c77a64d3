//! The test cases as they are compiled in: whole, and read as answers in addresses are.

use guide::{Answer, Case, Verdict, address, book, cases, evaluate, situation};
use rules::Expectation;
use std::path::Path;

#[test]
fn every_case_of_the_files_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let written: usize = files
        .map(|file| std::fs::read_to_string(file).unwrap())
        .map(|text| text.lines().filter(|line| line.trim() == "[[case]]").count())
        .sum();
    assert!(written > 0);
    assert_eq!(cases().len(), written);
}

/// The compiler of cases knows the values of facts, the guide how they stand in addresses.
#[test]
fn every_answer_is_one_an_address_can_hold() {
    for case in cases() {
        for one in &case.answers {
            let read = address::parse(book(), one.fact, &one.value);
            assert!(read.is_some(), "{}: {} {}", case.name, one.fact, one.value);
        }
    }
}

#[test]
fn verdicts_of_cases_are_those_of_the_guide() {
    let ids: Vec<_> = Verdict::ALL.iter().map(|verdict| verdict.id()).collect();
    assert_eq!(ids, Expectation::VERDICTS);
    for verdict in Verdict::ALL {
        assert_eq!(Verdict::named(verdict.id()), Some(verdict));
    }
    assert_eq!(Verdict::named("maybe"), None);
}

/// What a page shows of a case leads to the verdict it shows.
#[test]
fn a_situation_comes_to_what_its_case_expects() {
    for case in cases() {
        let (answers, filing) = situation(book(), case);
        let findings = evaluate(&Case { book: book(), answers: &answers, filing });
        for one in &case.expect {
            let found = findings[usize::from(one.pathway)].verdict;
            assert_eq!(Verdict::named(&one.verdict), Some(found), "{}", case.name);
        }
    }
}

#[test]
fn usual_answers_that_do_not_go_with_a_case_are_left_out() {
    let licence = book().fact("licence").unwrap();
    let mut case = cases()[0].clone();
    let set = |id: &str, value: &str| rules::CaseAnswer {
        fact: book().fact(id).unwrap(),
        value: value.to_owned(),
        usual: false,
    };
    case.answers = vec![set("regulated", "no"), set("licence", "granted")];
    let (answers, _) = situation(book(), &case);
    assert_eq!(answers.get(licence), None);
    assert!(matches!(answers.named(book(), "regulated"), Some(Answer::Choice(_))));
}
