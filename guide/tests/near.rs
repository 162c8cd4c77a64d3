//! Near misses: the set proposed turns the verdict, no smaller one does, and none of its size is better.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::{alone, best_case, values};
use guide::{
    Answer, Answers, Case, Change, Finding, Given, NearMiss, Verdict, address, book, evaluate,
    near_misses,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use rules::{Actor, Kind};
use std::sync::LazyLock;

const DAY: Date = date(2026, 6, 1);

fn verdict(answers: &Answers, at: usize) -> Verdict {
    evaluate(&Case { book: book(), answers, filing: DAY })[at].verdict
}

/// Every change that the book allows from these answers: each step of each fact, and the money raised to
/// each amount the pathway asks for.
fn allowed(answers: &Answers, at: usize) -> Vec<(u8, Answer)> {
    let case = Case { book: book(), answers, filing: DAY };
    let needs: Vec<i64> =
        evaluate(&case)[at].needs().into_iter().filter_map(|need| need.cents).collect();
    let mut all = Vec::new();
    for (fact, described) in (0u8..).zip(&book().facts) {
        let now = match case.given(fact) {
            Given::Answered(answer) => answer.clone(),
            Given::Presumed(value) => Answer::Choice(value),
            Given::Missing | Given::NotApplicable => continue,
        };
        for step in &described.steps {
            match (&now, step.to) {
                (Answer::Choice(from), Some(to))
                    if *from != to && (step.from.is_empty() || step.from.contains(from)) =>
                {
                    all.push((fact, Answer::Choice(to)));
                }
                (Answer::Money(offered), None) => all.extend(
                    needs
                        .iter()
                        .filter(|need| *need > offered)
                        .map(|need| (fact, Answer::Money(*need))),
                ),
                _ => {}
            }
        }
    }
    all
}

/// The best verdicts with so many changes.
#[derive(Clone, Copy)]
struct Best {
    /// Of all sets that the book allows.
    any: Verdict,
    /// Of those after which every answer still counts. Others can turn a no into "open" by nothing but
    /// making a question hang on another one that was never asked: no way to a yes.
    sound: Verdict,
}

impl Best {
    const NONE: Self = Self { any: Verdict::No, sound: Verdict::No };

    fn add(&mut self, before: &Answers, changed: &Answers, at: usize) {
        let found = verdict(changed, at);
        self.any = self.any.min(found);
        if !hangs(before, changed) {
            self.sound = self.sound.min(found);
        }
    }

    fn or(self, other: Self) -> Self {
        Self { any: self.any.min(other.any), sound: self.sound.min(other.sound) }
    }

    fn allows(self, found: Verdict) -> bool {
        (self.any..=self.sound).contains(&found)
    }
}

/// Whether an answer that counted now waits for one that nobody gave.
fn hangs(before: &Answers, changed: &Answers) -> bool {
    let case = |answers| Case { book: book(), answers, filing: DAY };
    let (before, changed) = (case(before), case(changed));
    (0..=u8::MAX).zip(&book().facts).any(|(fact, _)| {
        matches!(before.given(fact), Given::Answered(answer) if *answer != Answer::Unknown)
            && changed.given(fact) == Given::Missing
    })
}

/// The best verdicts with one allowed change, and with two.
fn best(answers: &Answers, at: usize) -> (Best, Best) {
    let (mut one, mut two) = (Best::NONE, Best::NONE);
    for (fact, to) in allowed(answers, at) {
        let changed = answers.with(fact, to);
        one.add(answers, &changed, at);
        for (other, to) in allowed(&changed, at).into_iter().filter(|(other, _)| *other != fact) {
            two.add(answers, &changed.with(other, to), at);
        }
    }
    (one, two)
}

fn made(answers: &Answers, changes: &[Change]) -> Answers {
    changes.iter().fold(answers.clone(), |answers, change| change.made(&answers))
}

fn misses(answers: &Answers, at: usize) -> Vec<NearMiss> {
    let case = Case { book: book(), answers, filing: DAY };
    let findings: Vec<Finding> = evaluate(&case);
    near_misses(&case, &findings[at])
}

/// Answers with which each pathway comes to its best.
static FITTING: LazyLock<Vec<Answers>> = LazyLock::new(|| {
    let fit = |at| best_case(&alone(book(), at), 0, DAY).unwrap();
    (0..book().pathways.len()).map(fit).collect()
});

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Spoils a fitting case in up to three facts and asks for the way back.
    #[test]
    fn the_smallest_sets_are_found(
        start in any::<Index>(),
        spoilt in prop::collection::vec((any::<Index>(), any::<Index>()), 1..4),
    ) {
        let at = start.index(FITTING.len());
        let mut answers = FITTING[at].clone();
        let given: Vec<u8> = answers.iter().map(|(fact, _)| fact).collect();
        for (fact, value) in spoilt {
            let fact = given[fact.index(given.len())];
            let all = values(book(), fact, 2026);
            answers.set(fact, Some(all[value.index(all.len())].clone()));
        }
        let id = &book().pathways[at].id;
        let found = misses(&answers, at);
        if verdict(&answers, at) != Verdict::No {
            prop_assert!(found.is_empty(), "{id} does not say no");
            return Ok(());
        }
        for miss in &found {
            let reached = verdict(&made(&answers, &miss.changes), at);
            prop_assert_eq!(reached, miss.verdict, "{}: {:?}", id, miss);
            for left_out in 0..miss.changes.len() {
                let mut fewer = miss.changes.clone();
                fewer.remove(left_out);
                let fewer = verdict(&made(&answers, &fewer), at);
                prop_assert!(fewer > miss.verdict, "{id}: {miss:?} is too much");
            }
        }
        let (one, two) = best(&answers, at);
        let told = address::write(book(), &answers);
        let found_one = found.iter().filter(|miss| miss.changes.len() == 1).map(|miss| miss.verdict);
        let found_one = found_one.min().unwrap_or(Verdict::No);
        prop_assert!(one.allows(found_one), "{id}: one change to {found_one:?}: {told}");
        let found_best = found.iter().map(|miss| miss.verdict).min().unwrap_or(Verdict::No);
        prop_assert!(one.or(two).allows(found_best), "{id}: changes to {found_best:?}: {told}");
        prop_assert!(found.iter().all(|miss| miss.changes.len() <= 2));
    }
}

/// The pathway with this id, and answers to the questions.
fn case(id: &str, query: &str) -> (Answers, usize) {
    let read = address::read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    let at = book().pathways.iter().position(|pathway| pathway.id == id).unwrap();
    (read.answers, at)
}

/// Sets as `fact=value` with who can act, joined by " + ".
fn told(id: &str, query: &str) -> Vec<String> {
    let (answers, at) = case(id, query);
    let one = |change: &Change| {
        let fact = &book().facts[usize::from(change.fact)];
        let to = match &change.to {
            Answer::Choice(value) => fact.options[usize::from(*value)].id.clone(),
            Answer::Money(cents) => format!("{}.{:02}", cents / 100, cents % 100),
            other => format!("{other:?}"),
        };
        format!("{:?}: {}={to}", change.by, fact.id)
    };
    let set = |miss: &NearMiss| {
        let changes: Vec<String> = miss.changes.iter().map(one).collect();
        format!("{} -> {}", changes.join(" + "), miss.verdict.id())
    };
    misses(&answers, at).iter().map(set).collect()
}

const ENGINEER: &str = "status=abroad&nationality=IN&regulated=no&job=graduate&degree=foreign\
                        &comparability=comparable";

/// To the cent in the year of filing: half of 101,400 €.
#[test]
fn a_salary_one_cent_too_low_is_raised_to_the_amount() {
    let found = told("bluecard-regular", &format!("{ENGINEER}&salary=50699.99"));
    assert_eq!(found, ["Firm: salary=50700.00 -> fits"]);
}

#[test]
fn two_changes_are_named_only_where_one_is_not_enough() {
    let query = format!("{ENGINEER}&salary=40000&contract=shorter");
    let found = told("bluecard-regular", &query);
    assert_eq!(found, ["Firm: salary=50700.00 + Firm: contract=six-months -> fits"]);
}

/// Three things would have to change.
#[test]
fn nothing_is_proposed_beyond_two_changes() {
    let query = format!("{ENGINEER}&salary=40000&contract=shorter&employment=posted");
    assert_eq!(told("bluecard-regular", &query), [""; 0]);
}

/// A full equivalence would make the open question of the licence decide whether there is an exam at
/// all; that is no way to the exam.
#[test]
fn what_only_unsettles_an_answer_is_not_proposed() {
    let query = "status=tolerated&nationality=AM&regulated=yes&training=foreign\
                 &equivalence=partial&german=none&recognition-step=analysis";
    assert_eq!(told("recognition-exam-16d5", query), [""; 0]);
}

/// Nobody changes a nationality.
#[test]
fn what_cannot_be_changed_is_never_proposed() {
    let query = format!("{ENGINEER}&salary=60000&age=under-45");
    assert_eq!(told("western-balkans-26-2", &query), [""; 0]);
    let forbidden = [
        "status",
        "nationality",
        "title",
        "work-title",
        "job",
        "age",
        "degree",
        "training",
        "general",
        "employer-record",
        "placement",
        "asylum-history",
        "regulated",
        "field",
    ];
    for fact in book().facts.iter().filter(|fact| !fact.steps.is_empty()) {
        assert!(!forbidden.contains(&fact.id.as_str()), "{} can be changed", fact.id);
    }
}

/// Money is only ever raised.
#[test]
fn no_step_lowers_the_pay() {
    for fact in book().facts.iter().filter(|fact| fact.kind == Kind::Money) {
        assert!(fact.steps.iter().all(|step| step.to.is_none() && step.by == Actor::Firm));
    }
    assert!(book().facts.iter().any(|fact| fact.kind == Kind::Money && !fact.steps.is_empty()));
}

/// What the firm can do comes before what takes time.
#[test]
fn sets_are_sorted_by_who_can_act() {
    let query = "status=abroad&nationality=TN&regulated=no&job=skilled&degree=none&training=foreign\
                 &equivalence=none&home-recognition=state&experience=two-of-five&salary=40000\
                 &tariff=no&age=under-45";
    let found = told("experienced-worker-19c2", query);
    assert_eq!(found, ["Firm: salary=45630.00 -> fits", "Firm: tariff=yes -> fits"]);
    let found =
        told("recognition-partnership-16d3", &format!("{query}&german=a1&training-firm=no"));
    assert_eq!(found, ["Firm: training-firm=yes + Worker: german=a2 -> open"]);
}
