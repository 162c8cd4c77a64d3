//! Conditions met by points.

use crate::tiny::{A, B, CHILD, DAY, NO, YES, answers, condition, facts, is, tiny};
use guide::{Answer, Case, Verdict, evaluate, missing};
use rules::{Book, Test};

/// Rows for A, B and the child of A, each with its points and its group.
fn book(least: u8, points: [(u8, u8); 3]) -> Book {
    let rows = [A, B, CHILD].map(|fact| facts(is(fact))).to_vec();
    tiny(vec![condition(Test::Score { least, rows, points: points.to_vec() })])
}

fn verdict(book: &Book, given: &[(u8, Answer)]) -> Verdict {
    evaluate(&Case { book, answers: &answers(given), filing: DAY })[0].verdict
}

fn asked(book: &Book, given: &[(u8, Answer)]) -> Vec<u8> {
    let answers = answers(given);
    let case = Case { book, answers: &answers, filing: DAY };
    missing(&case, &evaluate(&case)[0])
}

#[test]
fn enough_points_are_enough_and_one_less_is_not() {
    let points = [(3, 0), (2, 1), (1, 2)];
    let both = [(A, YES), (B, YES), (CHILD, NO)];
    assert_eq!(verdict(&book(5, points), &both), Verdict::Fits);
    assert_eq!(verdict(&book(6, points), &both), Verdict::No);
    assert_eq!(verdict(&book(6, points), &[(A, YES), (B, YES), (CHILD, YES)]), Verdict::Fits);
}

/// What is unknown counts neither as met nor as missing.
#[test]
fn open_rows_leave_it_open_only_where_they_decide() {
    let points = [(3, 0), (2, 1), (1, 2)];
    assert_eq!(verdict(&book(5, points), &[(A, YES)]), Verdict::Open);
    assert_eq!(verdict(&book(3, points), &[(A, YES)]), Verdict::Fits);
    assert_eq!(verdict(&book(4, points), &[(A, NO)]), Verdict::No);
}

/// German B2 does not count beside B1.
#[test]
fn of_one_group_the_best_row_counts() {
    let points = [(3, 0), (2, 0), (1, 1)];
    let all = [(A, YES), (B, YES), (CHILD, YES)];
    assert_eq!(verdict(&book(4, points), &all), Verdict::Fits);
    assert_eq!(verdict(&book(5, points), &all), Verdict::No);
}

/// Neither a row that can bring nothing more nor one too small to decide is asked.
#[test]
fn only_rows_that_can_decide_are_asked() {
    assert_eq!(asked(&book(5, [(3, 0), (2, 1), (2, 2)]), &[(A, YES)]), [B, CHILD]);
    // Three and three make six; the one changes nothing.
    assert_eq!(asked(&book(6, [(3, 0), (3, 1), (1, 2)]), &[(A, YES)]), [B]);
    // B is no better than what A has brought to its group.
    assert_eq!(asked(&book(4, [(3, 0), (2, 0), (1, 1)]), &[(A, YES)]), [CHILD]);
    // Nothing is enough any more.
    assert_eq!(asked(&book(6, [(3, 0), (2, 1), (1, 2)]), &[(A, NO)]), [0; 0]);
}

#[test]
fn the_condition_that_counts_is_found_at_any_depth() {
    let rows = vec![facts(is(A))];
    let score = condition(Test::Score { least: 1, rows, points: vec![(1, 0)] });
    let deep = condition(Test::Any(vec![facts(is(B)), condition(Test::All(vec![score.clone()]))]));
    assert_eq!(guide::counting(&[facts(is(A)), deep]), Some(&score));
    assert_eq!(guide::counting(&[condition(Test::All(vec![facts(is(A))]))]), None);
}
