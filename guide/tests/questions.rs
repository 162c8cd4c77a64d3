//! Which questions are asked: only such as can still change something, and not for ever.
#![expect(clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{reach, rests_on, values};
use guide::{
    Answer, Answers, Case, Finding, Verdict, address, book, evaluate, missing, next_question, prune,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;

const DAY: Date = date(2026, 6, 1);

fn next(answers: &Answers, filing: Date) -> Option<u8> {
    let case = Case { book: book(), answers, filing };
    next_question(&case, &evaluate(&case))
}

/// Answers by address values, in the order in which they stand there.
fn told(query: &str) -> Answers {
    let read = address::read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    read.answers
}

/// Answers the questions of a story as they are asked; returns the ids of the questions.
fn asked(story: &str, filing: Date) -> Vec<&'static str> {
    let story = told(story);
    let mut answers = Answers::default();
    let mut asked = Vec::new();
    while let Some(fact) = next(&answers, filing) {
        let id = book().facts[usize::from(fact)].id.as_str();
        asked.push(id);
        let answer = story.get(fact).unwrap_or_else(|| panic!("the story does not say {id}"));
        answers.set(fact, Some(answer.clone()));
    }
    asked
}

#[test]
fn a_welder_from_poland_is_asked_three_questions() {
    let story = "status=abroad&nationality=PL&regulated=no";
    assert_eq!(asked(story, DAY), ["status", "nationality", "regulated"]);
}

#[test]
fn an_engineer_from_india_is_asked_nine_questions() {
    let story = "status=abroad&nationality=IN&regulated=no&degree=foreign&comparability=comparable\
                 &training=none&job=graduate&salary=50700&contract=six-months";
    let questions = [
        "status",
        "nationality",
        "regulated",
        "degree",
        "comparability",
        "training",
        "job",
        "salary",
        "contract",
    ];
    assert_eq!(asked(story, DAY), questions);
    let poor = story.replace("50700", "50699.99");
    assert_eq!(asked(&poor, DAY), questions[..8]);
}

#[test]
fn an_electrician_from_bosnia_is_asked_nine_questions() {
    let story = "status=abroad&nationality=BA&regulated=no&degree=none&training=foreign&job=skilled\
                 &salary=38000&age=under-45";
    let questions = [
        "status",
        "nationality",
        "regulated",
        "degree",
        "training",
        "equivalence",
        "job",
        "salary",
        "age",
    ];
    assert_eq!(asked(&format!("{story}&equivalence=full"), DAY), questions);
    for refused in ["partial", "none"] {
        assert_eq!(asked(&format!("{story}&equivalence={refused}"), DAY), questions[..6]);
    }
}

/// Nothing can follow for a German, so nothing more is asked.
#[test]
fn a_german_is_asked_two_questions() {
    assert_eq!(asked("status=eu-passport&nationality=DE", DAY), ["status", "nationality"]);
}

fn finding<'a>(case: &Case<'a>, pathway: usize) -> Finding<'a> {
    evaluate(case).swap_remove(pathway)
}

/// What an answer must be able to change.
fn outcome(finding: &Finding) -> Verdict {
    finding.verdict
}

/// Whether what else is missing for this pathway can be completed so that the two values of the
/// fact come to different outcomes. Every completion is tried until one does.
fn tells(answers: &Answers, filing: Date, pathway: usize, fact: u8, pair: [&Answer; 2]) -> bool {
    let sides = pair.map(|value| answers.with(fact, value.clone()));
    let [one, other] = sides.each_ref().map(|answers| {
        let case = Case { book: book(), answers, filing };
        let finding = finding(&case, pathway);
        (outcome(&finding), missing(&case, &finding))
    });
    let still: BTreeSet<u8> = one.1.into_iter().chain(other.1).collect();
    let Some(further) = still.into_iter().find(|further| *further != fact) else {
        return one.0 != other.0;
    };
    values(book(), further, filing.year())
        .into_iter()
        .any(|value| tells(&answers.with(further, value), filing, pathway, fact, pair))
}

/// The pathways whose outcome the fact can still change.
fn changes_something(answers: &Answers, filing: Date, fact: u8) -> bool {
    let case = Case { book: book(), answers, filing };
    let all = values(book(), fact, filing.year());
    (0..book().pathways.len())
        .filter(|at| missing(&case, &finding(&case, *at)).contains(&fact))
        .any(|at| {
            all.iter().enumerate().any(|(number, one)| {
                all.iter()
                    .skip(number + 1)
                    .any(|other| tells(answers, filing, at, fact, [one, other]))
            })
        })
}

/// Presumptions denied before the first question.
fn start() -> impl Strategy<Value = Answers> {
    let facts = (0u8..).zip(&book().facts);
    let presumed: Vec<u8> = facts
        .filter(|(_, fact)| fact.presumed.is_some() && fact.when.is_none())
        .map(|(at, _)| at)
        .collect();
    let said = (prop::sample::select(presumed), any::<Index>());
    prop::collection::vec(said, 0..3).prop_map(|said| {
        let mut answers = Answers::default();
        for (fact, at) in said {
            let all = values(book(), fact, 2026);
            answers.set(fact, Some(all[at.index(all.len())].clone()));
        }
        prune(book(), &mut answers);
        answers
    })
}

fn filing() -> impl Strategy<Value = Date> {
    (2024i16..=2027, 1i8..=12).prop_map(|(year, month)| date(year, month, 1))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whatever is answered, also "I don't know", the questions come to an end, and each one asked
    /// can still change something. An answer that contradicts an earlier one is given once only.
    #[test]
    fn questions_end_and_each_one_matters(
        start in start(),
        filing in filing(),
        replies in prop::collection::vec((any::<Index>(), prop::bool::weighted(0.15)), 64),
    ) {
        let mut answers = start;
        let mut asked = 0;
        while let Some(fact) = next(&answers, filing) {
            prop_assert!(answers.get(fact).is_none(), "asked again");
            let id = &book().facts[usize::from(fact)].id;
            prop_assert!(
                changes_something(&answers, filing, fact),
                "{id} is asked for nothing after {}",
                address::write(book(), &answers)
            );
            let (at, unknown) = &replies[asked];
            let all = values(book(), fact, filing.year());
            let answer = if *unknown { Answer::Unknown } else { all[at.index(all.len())].clone() };
            asked += 1;
            answers.set(fact, Some(answer));
            if prune(book(), &mut answers).contains(&fact) {
                answers.set(fact, Some(Answer::Unknown));
            }
            prop_assert!(asked <= book().facts.len() + book().conflicts.len());
        }
        // Nothing is asked any more: every pathway is decided, waits for what nobody knows, or for
        // an amount.
        let case = Case { book: book(), answers: &answers, filing };
        for finding in evaluate(&case) {
            let unasked = missing(&case, &finding).into_iter().find(|fact| answers.get(*fact).is_none());
            prop_assert_eq!(unasked, None);
        }
    }
}

/// A pathway can be open only because of a missing fact or an unpublished amount.
#[test]
fn every_open_pathway_says_what_it_waits_for() {
    for at in 0..book().pathways.len() {
        let answers = reach(book(), at, DAY, Verdict::Fits, &Answers::default()).unwrap();
        for (fact, _) in answers.iter() {
            let unknown = answers.with(fact, Answer::Unknown);
            let case = Case { book: book(), answers: &unknown, filing: DAY };
            let finding = finding(&case, at);
            if finding.verdict == Verdict::Open {
                let waits = missing(&case, &finding);
                let named = waits.iter().any(|one| {
                    let of = book().facts[usize::from(*one)].when.as_ref();
                    *one == fact || of.is_some_and(|test| rests_on(book(), test).contains(&fact))
                });
                assert!(named, "{}: {fact} is unknown, {waits:?} is asked", finding.pathway.id);
            }
        }
    }
}
