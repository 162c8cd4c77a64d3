//! How verdicts follow from conditions, cell by cell, on a book of a few facts.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod order;
mod score;
mod tiny;

use guide::{Answer, Answers, Case, Given, Need, Overlay, Truth, Verdict, evaluate, prune};
use jiff::civil::{Date, date};
use rules::{Book, Condition, Predicate, Test};
use tiny::{
    A, B, CHILD, DAY, NO, PRESUMED, PRESUMED_UNLESS, SALARY, YES, answers, at_least, condition,
    facts, is, is_not, of, tiny,
};

fn verdict(book: &Book, given: &[(u8, Answer)]) -> Verdict {
    verdict_on(book, given, DAY)
}

fn verdict_on(book: &Book, given: &[(u8, Answer)], filing: Date) -> Verdict {
    evaluate(&Case { book, answers: &answers(given), filing })[0].verdict
}

const TRUTHS: [Truth; 5] =
    [Truth::No, Truth::Unknown, Truth::Authority, Truth::Favourable, Truth::Yes];

/// Rows and columns in the order of [`TRUTHS`]: what two conditions of a pathway come to.
const BOTH: [[Verdict; 5]; 5] = {
    use Verdict::{AuthorityDecides as Weigh, Fits, No, Open};
    [
        [No, No, No, No, No],
        [No, Open, Open, Open, Open],
        [No, Open, Weigh, Weigh, Weigh],
        [No, Open, Weigh, Open, Open],
        [No, Open, Weigh, Open, Fits],
    ]
};

/// The same for two parts of which one is enough.
const ONE: [[Verdict; 5]; 5] = {
    use Verdict::{AuthorityDecides as Weigh, Fits, No, Open};
    [
        [No, Open, Weigh, Open, Fits],
        [Open, Open, Open, Open, Fits],
        [Weigh, Open, Weigh, Open, Fits],
        [Open, Open, Open, Open, Fits],
        [Fits, Fits, Fits, Fits, Fits],
    ]
};

fn cells(table: [[Verdict; 5]; 5], pathway: impl Fn(Condition, Condition) -> Vec<Condition>) {
    for (left, row) in TRUTHS.into_iter().zip(table) {
        for (right, expected) in TRUTHS.into_iter().zip(row) {
            let book = tiny(pathway(of(left), of(right)));
            assert_eq!(verdict(&book, &[(A, YES)]), expected, "{left:?}, {right:?}");
        }
    }
}

#[test]
fn no_before_open_before_authority_before_fits() {
    cells(BOTH, |left, right| vec![left, right]);
}

#[test]
fn all_parts_are_needed() {
    cells(BOTH, |left, right| vec![condition(Test::All(vec![left, right]))]);
}

#[test]
fn one_part_is_enough() {
    cells(ONE, |left, right| vec![condition(Test::Any(vec![left, right]))]);
}

/// The same tables hold inside a test, but for the weighing, which no test can name.
#[test]
fn predicates_follow_the_same_tables() {
    type Join = fn(Vec<Predicate>) -> Predicate;
    for (table, join) in [(BOTH, Predicate::And as Join), (ONE, Predicate::Or as Join)] {
        for (left, row) in TRUTHS.into_iter().zip(table) {
            for (right, expected) in TRUTHS.into_iter().zip(row) {
                let (Test::Facts(one), Test::Facts(other)) = (of(left).test, of(right).test) else {
                    continue;
                };
                let book = tiny(vec![facts(join(vec![one, other]))]);
                assert_eq!(verdict(&book, &[(A, YES)]), expected, "{left:?}, {right:?}");
            }
        }
    }
}

#[test]
fn a_trace_tells_the_truth_of_every_part() {
    let parts = TRUTHS.map(of).into();
    let book = tiny(vec![condition(Test::Any(parts))]);
    let answers = answers(&[(A, YES)]);
    let case = Case { book: &book, answers: &answers, filing: DAY };
    let findings = evaluate(&case);
    let parts = &findings[0].conditions[0].parts;
    assert_eq!(parts.iter().map(|part| part.truth).collect::<Vec<_>>(), TRUTHS);
    let a = Given::Answered(&YES);
    let first = |part: &guide::Trace| part.facts().first().map(|fact| (*fact, case.given(*fact)));
    let sources: Vec<_> = parts.iter().map(first).collect();
    assert_eq!(sources, [Some((A, a)), Some((B, Given::Missing)), None, None, Some((A, a))]);
}

/// A fact that a test names twice, and an amount that two conditions ask for, are told once.
#[test]
fn facts_and_amounts_are_told_once() {
    let twice = Predicate::And(vec![is(A), is(B), is_not(A)]);
    let nested = condition(Test::Any(vec![facts(at_least()), of(Truth::No)]));
    let book = tiny(vec![facts(twice), facts(at_least()), nested]);
    let answers = answers(&[(A, YES)]);
    for (year, cents) in [(2026, Some(100_000)), (2027, None)] {
        let filing = date(year, 6, 1);
        let findings = evaluate(&Case { book: &book, answers: &answers, filing });
        assert_eq!(findings[0].conditions[0].facts(), [A, B]);
        assert_eq!(findings[0].needs(), [Need { fact: SALARY, amount: 0, year, cents }]);
    }
}

#[test]
fn no_conditions_at_all_fit() {
    assert_eq!(verdict(&tiny(Vec::new()), &[]), Verdict::Fits);
}

#[test]
fn a_presumption_holds_until_it_is_answered() {
    let book = tiny(vec![facts(is(PRESUMED))]);
    for (given, expected) in [
        (&[][..], Verdict::Fits),
        (&[(PRESUMED, YES)], Verdict::Fits),
        (&[(PRESUMED, NO)], Verdict::No),
        (&[(PRESUMED, Answer::Unknown)], Verdict::Open),
    ] {
        assert_eq!(verdict(&book, given), expected, "{given:?}");
    }
}

#[test]
fn a_presumption_is_marked_as_one() {
    let book = tiny(vec![facts(is(PRESUMED))]);
    let none = Answers::default();
    let case = Case { book: &book, answers: &none, filing: DAY };
    assert_eq!(evaluate(&case)[0].conditions[0].facts(), [PRESUMED]);
    assert_eq!(case.given(PRESUMED), Given::Presumed(0));
}

/// Presumed unless A is no: nothing is presumed while that is true or not known.
#[test]
fn a_conditional_presumption_holds_only_where_its_exception_does_not() {
    let book = tiny(vec![facts(is(PRESUMED_UNLESS))]);
    for (given, expected) in [
        (&[(A, YES)][..], Verdict::Fits),
        (&[(A, NO)], Verdict::Open),
        (&[], Verdict::Open),
        (&[(A, Answer::Unknown)], Verdict::Open),
        (&[(A, NO), (PRESUMED_UNLESS, YES)], Verdict::Fits),
        (&[(A, NO), (PRESUMED_UNLESS, NO)], Verdict::No),
        (&[(A, YES), (PRESUMED_UNLESS, Answer::Unknown)], Verdict::Open),
    ] {
        assert_eq!(verdict(&book, given), expected, "{given:?}");
    }
}

/// A fact that does not exist fails every positive test and passes every negative one.
#[test]
fn a_fact_that_does_not_exist_has_no_value() {
    for (test, expected) in [(is(CHILD), Verdict::No), (is_not(CHILD), Verdict::Fits)] {
        let book = tiny(vec![facts(test)]);
        assert_eq!(verdict(&book, &[(A, NO)]), expected);
        assert_eq!(verdict(&book, &[(A, NO), (CHILD, YES)]), expected, "an answer left over");
        assert_eq!(verdict(&book, &[]), Verdict::Open, "it may exist");
        assert_eq!(verdict(&book, &[(CHILD, YES)]), Verdict::Open, "it may exist");
        assert_eq!(verdict(&book, &[(A, YES)]), Verdict::Open, "it exists and is not answered");
    }
    let book = tiny(vec![facts(is(CHILD))]);
    assert_eq!(verdict(&book, &[(A, YES), (CHILD, YES)]), Verdict::Fits);
    let mut left_over = answers(&[(A, NO), (CHILD, YES)]);
    assert_eq!(prune(&book, &mut left_over), [CHILD]);
    assert_eq!(left_over, answers(&[(A, NO)]));
}

#[test]
fn an_amount_is_reached_to_the_cent() {
    let book = tiny(vec![facts(at_least())]);
    for (cents, expected) in
        [(99_999, Verdict::No), (100_000, Verdict::Fits), (100_001, Verdict::Fits)]
    {
        assert_eq!(verdict(&book, &[(SALARY, Answer::Money(cents))]), expected, "{cents}");
    }
    assert_eq!(verdict(&book, &[(SALARY, Answer::Unknown)]), Verdict::Open);
    assert_eq!(verdict(&book, &[]), Verdict::Open);
}

/// Where nothing is paid, no amount is reached.
#[test]
fn a_salary_that_does_not_exist_reaches_nothing() {
    let mut book = tiny(vec![facts(at_least())]);
    book.facts[usize::from(SALARY)].when = Some(is(A));
    let salary = (SALARY, Answer::Money(100_000));
    assert_eq!(verdict(&book, &[(A, NO), salary.clone()]), Verdict::No);
    assert_eq!(verdict(&book, &[(A, NO)]), Verdict::No);
    assert_eq!(
        verdict_on(&book, &[(A, NO)], date(2027, 1, 1)),
        Verdict::No,
        "not published either"
    );
    assert_eq!(verdict(&book, std::slice::from_ref(&salary)), Verdict::Open);
    assert_eq!(verdict(&book, &[(A, YES), salary]), Verdict::Fits);
}

/// Half of 2,000.01 € is 1,000.005 €: one cent less than the next cent would be too little.
#[test]
fn a_share_that_splits_a_cent_is_rounded_up() {
    let mut book = tiny(vec![facts(at_least())]);
    book.series[0].years = vec![(2026, 200_001)];
    assert_eq!(verdict(&book, &[(SALARY, Answer::Money(100_000))]), Verdict::No);
    assert_eq!(verdict(&book, &[(SALARY, Answer::Money(100_001))]), Verdict::Fits);
}

#[test]
fn an_overlay_turns_open_into_a_verdict_and_is_another_version() {
    let book = tiny(vec![facts(at_least())]);
    let filing = date(2027, 3, 1);
    let salary = [(SALARY, Answer::Money(150_000))];
    assert_eq!(verdict_on(&book, &salary, filing), Verdict::Open);
    let mut versions = vec![book.version.clone()];
    for (cents, expected) in [(300_000, Verdict::Fits), (300_002, Verdict::No)] {
        let overlay = Overlay(vec![("ceiling".to_owned(), 2027, cents)]);
        let newer = overlay.apply(&book).unwrap();
        assert_eq!(verdict_on(&newer, &salary, filing), expected, "{cents}");
        assert_eq!(verdict(&newer, &salary), Verdict::Fits, "2026 is untouched");
        assert!(!versions.contains(&newer.version), "{}", newer.version);
        versions.push(newer.version);
    }
}
