//! The test cases of `cases/` as they are compiled in: what somebody who knows the law expects,
//! compared with what the guide finds. What the files may say, the compiler's tests check.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "common/told.rs"]
mod told;

use guide::{Answer, Case, Given, Trace, Verdict, address, book, cases, evaluate, situation};
use rules::{ENTRANCE, Expectation, Fact, RuleCase, Test};
use std::fmt::Write as _;
use std::path::Path;
use told::{Told, all, because, comes_out, deciding};

impl Told {
    /// The verdict that is expected of a pathway, if one is.
    fn expects(&self, pathway: u8) -> Option<&str> {
        let expected = self.case.expect.iter().find(|one| one.pathway == pathway);
        expected.map(|one| one.verdict.as_str())
    }
}

#[test]
fn every_case_of_the_files_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let written: usize = files
        .map(|file| std::fs::read_to_string(file).unwrap())
        .map(|text| text.lines().filter(|line| line.trim() == "[[case]]").count())
        .sum();
    assert!(written >= 120, "{written} cases");
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

/// The case's own answers, not the usual ones, that the others leave no room for.
fn contradictions(case: &RuleCase) -> Vec<&'static str> {
    let (answers, _) = situation(book(), case);
    let own = case.answers.iter().filter(|one| !one.usual);
    let lost = own.filter(|one| {
        answers.get(one.fact) != address::parse(book(), one.fact, &one.value).as_ref()
    });
    lost.map(|one| book().facts[usize::from(one.fact)].id.as_str()).collect()
}

#[test]
fn no_answer_of_a_case_contradicts_its_others() {
    for case in cases() {
        assert!(contradictions(case).is_empty(), "{}: {:?}", case.name, contradictions(case));
    }
}

#[test]
fn usual_answers_that_do_not_go_with_a_case_are_left_out_and_its_own_are_mistakes() {
    let licence = book().fact("licence").unwrap();
    let mut case = cases()[0].clone();
    let set = |id: &str, value: &str, usual| rules::CaseAnswer {
        fact: book().fact(id).unwrap(),
        value: value.to_owned(),
        usual,
    };
    for usual in [true, false] {
        case.answers = vec![set("regulated", "no", false), set("licence", "granted", usual)];
        let (answers, _) = situation(book(), &case);
        assert_eq!(answers.get(licence), None);
        assert!(matches!(answers.named(book(), "regulated"), Some(Answer::Choice(_))));
        assert_eq!(contradictions(&case).is_empty(), usual);
    }
}

fn trace(case: &Case, traces: &[Trace], indent: usize, text: &mut String) {
    for one in traces {
        let values = one.facts().into_iter().map(|fact| {
            let id = &case.book.facts[usize::from(fact)].id;
            match case.given(fact) {
                Given::Answered(answer) => {
                    format!("{id}={}", address::value(case.book, fact, answer))
                }
                given => format!("{id}: {given:?}"),
            }
        });
        let values: Vec<_> = values.collect();
        let id = one.condition.id.rsplit('.').next().unwrap();
        let need =
            one.need.map(|need| format!(" needs {:?} cents", need.cents)).unwrap_or_default();
        writeln!(text, "{:indent$}{id}: {:?} {}{need}", "", one.truth, values.join(" ")).unwrap();
        trace(case, &one.parts, indent + 2, text);
    }
}

/// Each expected verdict is found, and where a case says because of what: of these, and no others.
#[test]
fn every_case_comes_out_as_expected() {
    let mut wrong = String::new();
    for told in all() {
        let case = Case { book: book(), answers: &told.answers, filing: told.filing };
        let findings = evaluate(&case);
        for expected in &told.case.expect {
            let finding = &findings[usize::from(expected.pathway)];
            if comes_out(expected, finding) {
                continue;
            }
            let (pathway, verdict) = (finding.pathway, finding.verdict.id());
            let (because, found) = (because(expected), deciding(finding));
            let RuleCase { name, source, .. } = told.case;
            writeln!(wrong, "\n„{name}“ ({source}), {}:", pathway.id).unwrap();
            writeln!(wrong, "  expected {} because of {because:?}", expected.verdict).unwrap();
            writeln!(wrong, "  found    {verdict} because of {found:?}").unwrap();
            trace(&case, &finding.conditions, 4, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Each pathway needs a case that fits, or comes to the authority where nothing more is possible, one
/// that does not, and a boundary: two cases of one year that differ in one answer and in the verdict.
#[test]
fn every_pathway_has_a_yes_a_no_and_a_boundary() {
    let all = all();
    for (at, pathway) in (0u8..).zip(&book().pathways) {
        let of: Vec<(&Told, &str)> =
            all.iter().filter_map(|told| Some((told, told.expects(at)?))).collect();
        assert!(of.len() >= 3, "{}: {} cases", pathway.id, of.len());
        let weighed = pathway.conditions.iter().any(|one| one.test == Test::Authority);
        let best = if weighed { "authority-decides" } else { "fits" };
        for verdict in [best, "no"] {
            assert!(of.iter().any(|(_, is)| *is == verdict), "{}: no case {verdict}", pathway.id);
        }
        let boundary = of.iter().any(|(one, verdict)| {
            of.iter().any(|(other, different)| verdict != different && neighbours(one, other))
        });
        assert!(boundary, "{}: no two cases show where the verdict turns", pathway.id);
    }
}

/// For each amount and each year of its series: a case at the amount to the cent, and one below it
/// that differs in nothing else and comes out worse.
#[test]
fn every_amount_of_every_year_has_both_its_sides() {
    let all = all();
    let salary = book().fact("salary").unwrap();
    let mut missing = Vec::new();
    for (at, amount) in (0u8..).zip(&book().amounts) {
        for (year, _) in &book().series[usize::from(amount.series)].years {
            let need = book().amount(at, *year).unwrap();
            let of_year = || all.iter().filter(|one| one.filing.year() == *year);
            let paid = |told: &Told| match told.answers.get(salary) {
                Some(Answer::Money(cents)) => Some(*cents),
                _ => None,
            };
            let worse = |below: &Told, at: &Told| {
                neighbours(below, at)
                    && at.case.expect.iter().any(|expected| {
                        let below = below.expects(expected.pathway);
                        expected.verdict != "no"
                            && below.is_some_and(|verdict| verdict != expected.verdict)
                    })
            };
            let found = of_year().filter(|told| paid(told) == Some(need)).any(|told| {
                let mut below = of_year().filter(|one| paid(one).is_some_and(|cents| cents < need));
                below.any(|one| worse(one, told))
            });
            if !found {
                missing.push(format!("{} {year}", amount.id));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

fn neighbours(one: &Told, other: &Told) -> bool {
    let facts = 0..u8::try_from(book().facts.len()).unwrap();
    let differ = facts.filter(|fact| one.answers.get(*fact) != other.answers.get(*fact)).count();
    one.filing.year() == other.filing.year() && differ == 1
}

/// Every value of every choice occurs in some case, so that no answer is untested.
#[test]
fn every_value_occurs_in_a_case() {
    let all = all();
    let mut missing = Vec::new();
    let tested = |(_, fact): &(u8, &Fact)| fact.id != ENTRANCE;
    for (fact, described) in (0u8..).zip(&book().facts).filter(tested) {
        for (value, option) in (0u8..).zip(&described.options) {
            let answer = Answer::Choice(value);
            let presumed = described.presumed.as_ref().is_some_and(|one| one.value == value);
            if !presumed && !all.iter().any(|told| told.answers.get(fact) == Some(&answer)) {
                missing.push(format!("{}={}", described.id, option.id));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
