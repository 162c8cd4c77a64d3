//! Which questions are asked: only such as can still change something, and not for ever.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{alone, best_case, rests_on, values};
use guide::{
    Answer, Answers, Case, Finding, Overlay, Verdict, address, book, cases, evaluate,
    further_question, missing, next_question, prune, situation,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use rules::{Book, ENTRANCE, Fact, Kind};
use std::collections::BTreeSet;
use std::sync::LazyLock;

const DAY: Date = date(2026, 6, 1);

/// The book once for each pathway, with that pathway alone.
static ALONE: LazyLock<Vec<Book>> =
    LazyLock::new(|| (0..book().pathways.len()).map(|at| alone(book(), at)).collect());

/// The same with figures for the years that have none yet: there an answer may matter only once
/// they are published.
static PUBLISHED: LazyLock<Vec<Book>> = LazyLock::new(|| {
    let figures = book().series.iter().map(|one| (one.id.clone(), 2027, one.years[0].1));
    let later = Overlay(figures.collect()).apply(book()).unwrap();
    (0..later.pathways.len()).map(|at| alone(&later, at)).collect()
});

fn finding<'a>(case: &Case<'a>) -> Finding<'a> {
    evaluate(case).swap_remove(0)
}

/// Whether the fact can still make a difference to the only pathway of this book: whether what else
/// is missing can be completed so that two of its values come to different verdicts.
fn matters(book: &Book, answers: &Answers, filing: Date, fact: u8) -> bool {
    let sides = values(book, fact, filing.year());
    let sides = sides.into_iter().map(|value| answers.with(fact, value)).collect();
    differ(book, answers, sides, filing, fact)
}

/// The same for answers with each value of the fact, and `without` it. What a side presumes or does
/// not need is not completed there.
fn differ(book: &Book, without: &Answers, sides: Vec<Answers>, filing: Date, fact: u8) -> bool {
    let found = |answers: &Answers| {
        let case = Case { book, answers, filing };
        let finding = finding(&case);
        (finding.verdict, missing(&case, &finding))
    };
    let each: Vec<_> = sides.iter().map(found).collect();
    // Open for good where an amount is not published: that is an outcome too.
    let settled: BTreeSet<_> =
        each.iter().filter(|(_, waits)| waits.is_empty()).map(|(verdict, _)| *verdict).collect();
    if settled.len() > 1 {
        return true;
    }
    let alike = each.windows(2).all(|pair| pair[0] == pair[1]);
    if alike && !found(without).1.contains(&fact) {
        return false;
    }
    let Some(next) = each.iter().flat_map(|(_, waits)| waits).min() else { return false };
    values(book, *next, filing.year()).into_iter().any(|value| {
        let completed = sides.iter().zip(&each).map(|(side, (_, waits))| {
            if waits.contains(next) { side.with(*next, value.clone()) } else { side.clone() }
        });
        differ(book, &without.with(*next, value.clone()), completed.collect(), filing, fact)
    })
}

/// One reply to a question; which value, or "I don't know".
type Reply = (Index, bool);

/// Replies to all questions; in half of the interviews everything is known.
fn replies() -> impl Strategy<Value = Vec<Reply>> {
    prop_oneof![Just(0.0), Just(0.15)].prop_flat_map(|unknown| {
        prop::collection::vec((any::<Index>(), prop::bool::weighted(unknown)), 64)
    })
}

/// Answers a question; an answer that contradicts an earlier one is given once only.
fn reply(answers: &mut Answers, fact: u8, (at, unknown): &Reply, filing: Date) {
    let all = values(book(), fact, filing.year());
    let answer = if *unknown { Answer::Unknown } else { all[at.index(all.len())].clone() };
    answers.set(fact, Some(answer));
    if prune(book(), answers).contains(&fact) {
        answers.set(fact, Some(Answer::Unknown));
    }
}

/// Presumptions denied before the first question.
fn start() -> impl Strategy<Value = Answers> {
    let facts = (0u8..).zip(&book().facts);
    let presumed: Vec<u8> = facts
        // How one enters has tests of its own.
        .filter(|(_, fact)| fact.presumed.is_some() && fact.when.is_none() && fact.id != ENTRANCE)
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

/// The most steps an interview can take: every question once, and once more for each answer that
/// contradicted another.
fn most() -> usize {
    book().facts.len() + book().conflicts.len()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whoever wants to know everything is asked only what can still change something, and not for
    /// ever. Beside an "I don't know", or where something presumed was denied, one question too many
    /// may come up: conditions are looked at one by one, and two of them can hang on one answer.
    #[test]
    fn further_questions_end_and_each_one_matters(
        start in start(),
        filing in filing(),
        replies in replies(),
    ) {
        let usual = start.is_empty();
        let mut answers = start;
        let mut asked = 0;
        loop {
            let case = Case { book: book(), answers: &answers, filing };
            let findings = evaluate(&case);
            let Some(fact) = further_question(&case, &findings) else { break };
            prop_assert!(answers.get(fact).is_none(), "asked again");
            let known = usual && answers.iter().all(|(_, answer)| *answer != Answer::Unknown);
            let mut of = findings.iter().enumerate();
            prop_assert!(
                !known || of.any(|(at, one)| missing(&case, one).contains(&fact)
                    && matters(&PUBLISHED[at], &answers, filing, fact)),
                "{} is asked for nothing after {}",
                book().facts[usize::from(fact)].id,
                address::write(book(), &answers)
            );
            reply(&mut answers, fact, &replies[asked], filing);
            asked += 1;
            prop_assert!(asked <= most());
        }
        // Nothing is asked any more: every pathway is decided, waits for what nobody knows, or for
        // an amount.
        let case = Case { book: book(), answers: &answers, filing };
        for finding in evaluate(&case) {
            let unasked = missing(&case, &finding).into_iter().find(|fact| answers.get(*fact).is_none());
            prop_assert_eq!(unasked, None);
        }
    }

    /// The interview asks what [`further_question`] asks, or stops; and it stops only where what is
    /// allowed today fits, where something is found and nothing but details is left, or where
    /// nothing is left at all.
    #[test]
    fn the_interview_ends_early_only_by_its_rules(
        start in start(),
        filing in filing(),
        replies in replies(),
    ) {
        let mut answers = start;
        for (asked, to_this) in replies.iter().enumerate() {
            prop_assert!(asked <= most());
            let case = Case { book: book(), answers: &answers, filing };
            let findings = evaluate(&case);
            let further = further_question(&case, &findings);
            let Some(fact) = next_question(&case, &findings) else {
                let today = findings.iter().any(|one| one.verdict == Verdict::Fits && one.pathway.today);
                let found = findings
                    .iter()
                    .any(|one| matches!(one.verdict, Verdict::Fits | Verdict::AuthorityDecides));
                let detail = further.is_some_and(|fact| {
                    let test = book().facts[usize::from(fact)].detail.as_ref();
                    test.is_some_and(|test| case.holds(test) == guide::Truth::Yes)
                });
                prop_assert!(further.is_none() || today || found && detail);
                break;
            };
            prop_assert_eq!(Some(fact), further);
            reply(&mut answers, fact, to_this, filing);
        }
    }

    /// The book of the browser's first bundle leads through the same interview to the same verdicts.
    #[test]
    fn the_lean_book_asks_and_decides_the_same(
        start in start(),
        filing in filing(),
        replies in replies(),
    ) {
        let mut answers = start;
        for reply_to in &replies {
            let case = Case { book: book(), answers: &answers, filing };
            let lean = Case { book: guide::questions_book(), ..case };
            let (whole, few) = (evaluate(&case), evaluate(&lean));
            let verdicts = |findings: &[Finding]| {
                findings.iter().map(|one| (one.pathway.id.clone(), one.verdict)).collect::<Vec<_>>()
            };
            prop_assert_eq!(verdicts(&few), verdicts(&whole));
            let next = next_question(&case, &whole);
            prop_assert_eq!(next_question(&lean, &few), next);
            let further = further_question(&case, &whole);
            prop_assert_eq!(further_question(&lean, &few), further);
            let query = address::write(book(), &answers);
            prop_assert_eq!(address::read(lean.book, &query), address::read(book(), &query));
            let Some(fact) = further else { break };
            reply(&mut answers, fact, reply_to, filing);
        }
    }
}

/// The first bundle's book shows what a question needs, and nothing that only results show.
#[test]
fn the_lean_book_has_whole_questions_and_no_citations() {
    let (lean, whole) = (guide::questions_book(), book());
    assert_eq!(lean.version, whole.version);
    for (lean, whole) in lean.facts.iter().zip(&whole.facts) {
        let decides =
            |fact: &Fact| (fact.id.clone(), fact.kind, fact.when.clone(), fact.detail.clone());
        let words = |fact: &Fact| (fact.title, fact.hint, fact.why, fact.short, fact.own);
        let ids = |fact: &Fact| fact.options.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!((decides(lean), ids(lean)), (decides(whole), ids(whole)));
        assert_eq!(words(lean) == words(whole), !whole.is_detail(), "{}", whole.id);
        assert!(lean.steps.is_empty());
    }
    assert_eq!(lean.facts.len(), whole.facts.len());
    assert_eq!(lean.countries, whole.countries);
    assert_eq!(lean.conflicts, whole.conflicts);
    assert!(lean.laws.is_empty() && lean.fees.is_empty() && lean.coming.is_empty());
    assert!(lean.pathways.iter().all(|one| one.law.is_empty() && one.card.fees.is_empty()));
}

/// Every question is asked of somebody, but for what is always presumed and what no rule tests.
#[test]
fn every_fact_is_asked_in_some_interview() {
    let mut open: BTreeSet<u8> = (0u8..)
        .zip(&book().facts)
        .filter(|(_, fact)| !matches!(fact.kind, Kind::Place | Kind::Day))
        .filter(|(_, fact)| fact.presumed.as_ref().is_none_or(|one| one.unless.is_some()))
        .map(|(at, _)| at)
        .collect();
    // A fixed sequence of replies, so that the test is the same each time (Knuth's MMIX generator).
    let mut state = 1u64;
    let mut pick = |most: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % most
    };
    let presumed: Vec<u8> = (0u8..)
        .zip(&book().facts)
        .filter(|(_, one)| one.presumed.is_some())
        .map(|(at, _)| at)
        .collect();
    let mut best: Vec<_> = ALONE.iter().filter_map(|of| best_case(of, 0, DAY)).collect();
    // Some questions are only for whoever a case was written about.
    best.extend(cases().iter().map(|one| situation(book(), one).0).filter(|one| !one.is_empty()));
    for walk in 0..4_000 {
        // Most replies lead towards what some pathway is for: chance alone hardly gets there.
        let towards = &best[pick(best.len())];
        let mut answers = Answers::default();
        // Some questions come up only once something presumed is denied, some only in rare cases: these
        // are asked of whoever has answered everything else as a route asks for.
        if walk % 4 == 3 {
            answers = best[pick(best.len())].clone();
            let given: Vec<u8> = answers.iter().map(|(fact, _)| fact).collect();
            answers.set(given[pick(given.len())], None);
            prune(book(), &mut answers);
        } else if walk % 2 == 1 {
            let fact = presumed[pick(presumed.len())];
            let all = values(book(), fact, DAY.year());
            answers.set(fact, Some(all[pick(all.len())].clone()));
            prune(book(), &mut answers);
        } else {
            for (fact, answer) in towards.iter().filter(|(fact, _)| presumed.contains(fact)) {
                answers.set(fact, Some(answer.clone()));
            }
        }
        loop {
            let case = Case { book: book(), answers: &answers, filing: DAY };
            let Some(fact) = further_question(&case, &evaluate(&case)) else { break };
            open.remove(&fact);
            let all = values(book(), fact, DAY.year());
            let answer = match towards.get(fact) {
                Some(answer) if pick(4) > 0 => answer.clone(),
                _ => all[pick(all.len())].clone(),
            };
            answers.set(fact, Some(answer));
            if prune(book(), &mut answers).contains(&fact) {
                answers.set(fact, Some(Answer::Unknown));
            }
        }
        if open.is_empty() {
            break;
        }
    }
    let never: Vec<_> = open.iter().map(|fact| &book().facts[usize::from(*fact)].id).collect();
    assert!(never.is_empty(), "nobody is asked for {never:?}");
}

/// A pathway can be open only because of a missing fact or an unpublished amount.
#[test]
fn every_open_pathway_says_what_it_waits_for() {
    for of in ALONE.iter() {
        let answers = best_case(of, 0, DAY);
        let Some(answers) = answers else { continue };
        for (fact, _) in answers.iter() {
            let unknown = answers.with(fact, Answer::Unknown);
            let case = Case { book: of, answers: &unknown, filing: DAY };
            let finding = finding(&case);
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
