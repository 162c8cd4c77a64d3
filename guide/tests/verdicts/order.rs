//! Which question comes next, and when no more are asked.

use super::tiny::{
    A, B, CHILD, DAY, NO, PRESUMED, PRESUMED_UNLESS, SALARY, YES, answers, at_least, condition,
    facts, is, pathway, tiny,
};
use guide::{
    Answer, Answers, Case, Verdict, deciding_question, evaluate, further_question, missing,
    next_question,
};
use jiff::civil::date;
use rules::{Book, Condition, Pathway, Predicate, Test};

/// The facts of the tiny book, of which some are details, with these pathways.
fn several(pathways: Vec<Pathway>, details: &[u8]) -> Book {
    let mut book = Book { pathways, ..tiny(Vec::new()) };
    for fact in details {
        book.facts[usize::from(*fact)].detail = Some(Predicate::And(Vec::new()));
    }
    book
}

fn filed(conditions: Vec<Condition>) -> Pathway {
    pathway(false, conditions)
}

fn weighing() -> Condition {
    condition(Test::Authority)
}

/// The next question of the interview, and that of whoever wants to know more.
fn both(book: &Book, given: &[(u8, Answer)]) -> (Option<u8>, Option<u8>) {
    let answers = answers(given);
    let case = Case { book, answers: &answers, filing: DAY };
    let findings = evaluate(&case);
    (next_question(&case, &findings), further_question(&case, &findings))
}

/// What is allowed today is an answer; what else could be applied for is asked on request.
#[test]
fn where_something_is_allowed_today_nothing_more_is_asked() {
    let open = filed(vec![facts(is(B))]);
    let today = pathway(true, vec![facts(is(A))]);
    let stops = several(vec![today, open.clone()], &[]);
    assert_eq!(both(&stops, &[]), (Some(A), Some(A)));
    assert_eq!(both(&stops, &[(A, YES)]), (None, Some(B)));
    assert_eq!(both(&stops, &[(A, NO)]), (Some(B), Some(B)));
    // A pathway that is filed for, or that is weighed, ends nothing.
    let not_today = several(vec![filed(vec![facts(is(A))]), open.clone()], &[]);
    assert_eq!(both(&not_today, &[(A, YES)]), (Some(B), Some(B)));
    let weighed = several(vec![pathway(true, vec![facts(is(A)), weighing()]), open], &[]);
    assert_eq!(both(&weighed, &[(A, YES)]), (Some(B), Some(B)));
}

/// Also where the detail comes first in the book and its pathway is closer.
#[test]
fn main_questions_come_before_details() {
    let ways = vec![filed(vec![facts(is(A))]), filed(vec![facts(is(B)), facts(at_least())])];
    let book = several(ways, &[A]);
    let salary = |cents| (SALARY, Answer::Money(cents));
    assert_eq!(both(&book, &[]), (Some(B), Some(B)));
    assert_eq!(both(&book, &[(B, YES)]), (Some(SALARY), Some(SALARY)));
    assert_eq!(both(&book, &[(B, NO)]), (Some(A), Some(A)), "nothing fits, so the details follow");
    assert_eq!(both(&book, &[(B, YES), salary(99_999)]), (Some(A), Some(A)));
    assert_eq!(both(&book, &[(B, YES), salary(100_000)]), (None, Some(A)), "something fits");
}

/// A fact can be a detail for some only: where its test is not known to hold it is asked of all.
#[test]
fn a_fact_can_be_a_detail_for_some() {
    let mut book = several(vec![filed(vec![weighing()]), filed(vec![facts(is(B))])], &[]);
    book.facts[usize::from(B)].detail = Some(is(A));
    assert_eq!(both(&book, &[(A, YES)]), (None, Some(B)));
    for answer in [NO, Answer::Unknown] {
        assert_eq!(both(&book, &[(A, answer)]), (Some(B), Some(B)));
    }
    assert_eq!(both(&book, &[]), (Some(B), Some(B)));
}

#[test]
fn of_the_details_those_of_the_closest_pathway_come_first() {
    let far = || filed(vec![facts(is(A)), facts(is(B))]);
    let near = filed(vec![facts(at_least())]);
    let details = [A, B, SALARY];
    let book = several(vec![far(), near], &details);
    assert_eq!(both(&book, &[]), (Some(SALARY), Some(SALARY)), "one answer is missing, not two");
    let short = (SALARY, Answer::Money(99_999));
    assert_eq!(both(&book, std::slice::from_ref(&short)).0, Some(A));
    assert_eq!(both(&book, &[short.clone(), (A, YES)]).0, Some(B));
    assert_eq!(both(&book, &[short, (A, NO)]), (None, None), "nothing is possible any more");
    // What was not known is not counted: nobody is asked for it again.
    assert_eq!(both(&book, &[(SALARY, Answer::Unknown), (A, YES)]).0, Some(B));
    let ways = [B, A].map(|fact| filed(vec![facts(is(fact)), facts(at_least())]));
    let book = several(ways.into(), &details);
    assert_eq!(both(&book, &[]).0, Some(B), "both are as close");
    assert_eq!(both(&book, &[(A, Answer::Unknown)]).0, Some(SALARY), "the second is closer");
}

/// Of pathways that are equally close the book's first one decides, not the book's first fact.
#[test]
fn of_equally_close_pathways_the_first_one_decides() {
    let (a, b) = (filed(vec![facts(is(A))]), filed(vec![facts(is(B))]));
    let asked = |ways: [&Pathway; 2]| both(&several(ways.map(Clone::clone).into(), &[A, B]), &[]);
    assert_eq!(asked([&a, &b]), (Some(A), Some(A)));
    assert_eq!(asked([&b, &a]), (Some(B), Some(B)));
}

/// "I don't know" is an answer to the question, be it a main one or a detail.
#[test]
fn what_was_not_known_is_not_asked_again() {
    let ways = || vec![filed(vec![facts(is(A)), facts(is(B))])];
    for details in [&[][..], &[A], &[A, B]] {
        let book = several(ways(), details);
        let unknown = |fact| (fact, Answer::Unknown);
        assert_eq!(both(&book, &[unknown(A)]), (Some(B), Some(B)), "{details:?}");
        assert_eq!(both(&book, &[unknown(B)]), (Some(A), Some(A)), "{details:?}");
        assert_eq!(both(&book, &[unknown(A), unknown(B)]), (None, None), "{details:?}");
    }
}

/// What the office decides is a result: details are left, main questions are not.
#[test]
fn a_weighing_ends_the_details_alone() {
    let ways = || vec![filed(vec![facts(is(A)), weighing()]), filed(vec![facts(is(B))])];
    let detail = several(ways(), &[B]);
    assert_eq!(both(&detail, &[(A, YES)]), (None, Some(B)));
    assert_eq!(both(&detail, &[(A, NO)]), (Some(B), Some(B)));
    let main = several(ways(), &[]);
    assert_eq!(both(&main, &[(A, YES)]), (Some(B), Some(B)));
}

/// Nobody can answer what is not published, so nobody is asked.
#[test]
fn an_unpublished_amount_leaves_open_and_asks_nothing() {
    let book = tiny(vec![facts(at_least())]);
    let filing = date(2027, 1, 1);
    for given in [&[][..], &[(SALARY, Answer::Money(900_000_000))], &[(SALARY, Answer::Unknown)]] {
        let answers = answers(given);
        let case = Case { book: &book, answers: &answers, filing };
        let findings = evaluate(&case);
        assert_eq!(findings[0].verdict, Verdict::Open, "{given:?}");
        assert!(missing(&case, &findings[0]).is_empty(), "{given:?}");
        assert_eq!(next_question(&case, &findings), None, "{given:?}");
        assert_eq!(deciding_question(&case, &findings[0]), None, "{given:?}");
        let need = findings[0].conditions[0].need.unwrap();
        assert_eq!((need.year, need.cents), (2027, None));
    }
}

/// What else is missing beside an unpublished amount is asked as ever.
#[test]
fn beside_an_unpublished_amount_other_facts_are_asked() {
    let book = tiny(vec![facts(at_least()), facts(is(B))]);
    let none = Answers::default();
    let case = Case { book: &book, answers: &none, filing: date(2027, 1, 1) };
    assert_eq!(next_question(&case, &evaluate(&case)), Some(B));
}

#[test]
fn questions_come_in_order_and_only_where_something_is_open() {
    let met = facts(is(A));
    let either = condition(Test::Any(vec![facts(is(B)), met.clone()]));
    for (conditions, given, expected) in [
        (vec![facts(is(B)), met.clone()], &[][..], Some(A)),
        (vec![facts(is(B)), met.clone()], &[(A, YES)], Some(B)),
        (vec![facts(is(B)), met.clone()], &[(A, NO)], None),
        (vec![facts(is(B)), met.clone()], &[(A, Answer::Unknown)], Some(B)),
        (vec![facts(is(CHILD))], &[], Some(A)),
        (vec![facts(is(CHILD))], &[(A, YES)], Some(CHILD)),
        (vec![facts(is(CHILD))], &[(A, NO)], None),
        (vec![facts(is(PRESUMED))], &[], None),
        (vec![facts(is(PRESUMED_UNLESS))], &[(A, NO)], Some(PRESUMED_UNLESS)),
        (vec![either.clone()], &[(A, YES)], None),
        (vec![either, facts(at_least())], &[(A, YES)], Some(SALARY)),
    ] {
        let book = tiny(conditions);
        let answers = answers(given);
        let case = Case { book: &book, answers: &answers, filing: DAY };
        assert_eq!(next_question(&case, &evaluate(&case)), expected, "{given:?}");
    }
}

/// What somebody did not know is not asked again, but the open result still offers it.
#[test]
fn an_open_result_offers_what_was_not_known() {
    let book = tiny(vec![facts(is(A)), facts(is(B))]);
    for (given, offered) in [
        (&[(A, Answer::Unknown)][..], Some(B)),
        (&[(A, Answer::Unknown), (B, YES)], Some(A)),
        (&[(A, YES), (B, YES)], None),
        (&[(A, Answer::Unknown), (B, NO)], None),
    ] {
        let answers = answers(given);
        let case = Case { book: &book, answers: &answers, filing: DAY };
        let finding = &evaluate(&case)[0];
        assert_eq!(deciding_question(&case, finding), offered, "{given:?}");
    }
}
