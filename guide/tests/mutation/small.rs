//! The mutants themselves: a harness that changes nothing would find no survivor.

use crate::conditions::mutants as of_conditions;
use crate::told::all;
use crate::{Kind, invert, judge, mutants, predicates, seek};
use guide::{Case, Truth, book};
use rules::{Book, Condition, Pathway, Predicate, Test};
use std::collections::BTreeSet;

fn fact(id: &str) -> u8 {
    book().fact(id).unwrap()
}

fn is(id: &str, values: &[u8]) -> Predicate {
    Predicate::Is { fact: fact(id), values: values.to_vec(), not: false }
}

fn paid() -> Predicate {
    Predicate::AtLeast { fact: fact("salary"), amount: 0 }
}

fn condition(id: &str, test: Test) -> Condition {
    let mould = book().pathways[0].conditions[0].clone();
    Condition { id: format!("way.{id}"), test, ..mould }
}

fn holding(conditions: Vec<Condition>) -> Book {
    let pathway = Pathway { conditions, ..book().pathways[0].clone() };
    Book { pathways: vec![pathway], ..book().clone() }
}

fn ids(conditions: Vec<Condition>) -> BTreeSet<String> {
    of_conditions(&holding(conditions), 0).into_iter().map(|one| one.id).collect()
}

fn set(ids: &[&str]) -> BTreeSet<String> {
    ids.iter().map(|id| format!("way.{id}")).collect()
}

/// The first mutant with this id, as what it makes of the first condition's test.
fn changed(conditions: Vec<Condition>, id: &str) -> Test {
    let mut book = holding(conditions);
    let all = of_conditions(&book, 0);
    let mutant = all.iter().find(|one| one.id == format!("way.{id}")).unwrap();
    (mutant.change)(&mut book);
    book.pathways[0].conditions[0].test.clone()
}

#[test]
fn every_mutant_changes_the_book() {
    let rooms = judge::rooms(&[]);
    for mutant in mutants(book()) {
        let mut changed = rooms[mutant.pathway.unwrap_or_default()].book.clone();
        let before = changed.clone();
        (mutant.change)(&mut changed);
        assert_ne!(changed, before, "{}", mutant.id);
    }
}

#[test]
fn a_test_of_facts_is_inverted_and_changed_inside() {
    let alone = || vec![condition("a", Test::Facts(is("status", &[0])))];
    assert_eq!(ids(alone()), set(&["a#invert"]));
    let not = Predicate::Is { fact: fact("status"), values: vec![0], not: true };
    assert_eq!(changed(alone(), "a#invert"), Test::Facts(not));
    let two = Predicate::And(vec![is("status", &[0, 1]), paid()]);
    let with_amount = || vec![condition("a", Test::Facts(two.clone()))];
    let expected = set(&[
        "a#met",
        "a#unmet",
        "a#swap-words",
        "a#1:drop",
        "a#1:invert",
        "a#1:without abroad",
        "a#1:without title",
        "a#2:drop",
        "a#2:met",
        "a#2:unmet",
    ]);
    assert_eq!(ids(with_amount()), expected);
    let left = Predicate::And(vec![is("status", &[1]), paid()]);
    assert_eq!(changed(with_amount(), "a#1:without abroad"), Test::Facts(left));
    let Test::Facts(Predicate::Or(parts)) = changed(with_amount(), "a#met") else {
        unreachable!("an and becomes an or")
    };
    assert_eq!(parts[1], invert::constant(true));
}

#[test]
fn parts_of_parts_are_numbered() {
    let inner = Predicate::Or(vec![is("status", &[0]), paid()]);
    let whole = Predicate::And(vec![is("status", &[1]), inner]);
    let names: BTreeSet<_> =
        predicates::inside(book(), &whole).into_iter().map(|(_, name, _)| name).collect();
    for name in ["2:swap-words", "2:drop", "2.1:drop", "2.1:invert", "2.2:met"] {
        assert!(names.contains(name), "{name} {names:?}");
    }
}

#[test]
fn parts_are_swapped_inverted_and_dropped() {
    let parts = || vec![condition("a.x", Test::Authority), condition("a.y", Test::Authority)];
    let any = || vec![condition("a", Test::Any(parts()))];
    let expected = set(&[
        "a#met",
        "a#unmet",
        "a#swap",
        "a.x#drop",
        "a.x#met",
        "a.x#unmet",
        "a.y#drop",
        "a.y#met",
        "a.y#unmet",
    ]);
    assert_eq!(ids(any()), expected);
    assert_eq!(changed(any(), "a#swap"), Test::All(parts()));
    assert_eq!(changed(any(), "a.x#drop"), Test::Any(parts().split_off(1)));
    let Test::All(inverted) = changed(any(), "a#met") else {
        unreachable!("an any becomes an all")
    };
    assert_eq!(inverted[0].test, Test::Facts(invert::constant(true)));
    let two = ids(vec![condition("a", Test::Authority), condition("b", Test::Authority)]);
    assert!(two.contains("way.a#drop") && two.contains("way.b#drop"), "{two:?}");
}

#[test]
fn points_are_moved_and_rows_dropped() {
    let rows = || vec![condition("a.x", Test::Authority), condition("a.y", Test::Authority)];
    let score = |least, points| Test::Score { least, rows: rows(), points };
    let whole = || vec![condition("a", score(6, vec![(4, 0), (0, 1)]))];
    let expected = set(&[
        "a#met",
        "a#unmet",
        "a#least+1",
        "a#least-1",
        "a#x+1",
        "a#x-1",
        "a#y+1",
        "a.x#drop",
        "a.x#met",
        "a.x#unmet",
        "a.y#drop",
        "a.y#met",
        "a.y#unmet",
    ]);
    assert_eq!(ids(whole()), expected);
    assert_eq!(changed(whole(), "a#least-1"), score(5, vec![(4, 0), (0, 1)]));
    assert_eq!(changed(whole(), "a#x+1"), score(6, vec![(5, 0), (0, 1)]));
    let left = Test::Score { least: 6, rows: rows().split_off(1), points: vec![(0, 1)] };
    assert_eq!(changed(whole(), "a.x#drop"), left);
}

/// Whatever a case says, the inverse of a test of facts holds exactly where the test does not.
#[test]
fn an_inverse_is_one() {
    let told = all();
    let mut tried = BTreeSet::new();
    for test in book().pathways.iter().flat_map(|pathway| &pathway.conditions).map(|one| &one.test)
    {
        let Test::Facts(predicate) = test else { continue };
        let [("invert", inverse)] = &invert::predicates(predicate)[..] else { continue };
        for one in told.iter().step_by(7) {
            let case = Case { book: book(), answers: &one.answers, filing: one.filing };
            let (holds, not) = (case.holds(predicate), case.holds(inverse));
            tried.insert(holds);
            let opposite = match holds {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                other => other,
            };
            assert_eq!(not, opposite, "{predicate:?} in „{}“", one.case.name);
        }
    }
    assert_eq!(tried, BTreeSet::from([Truth::No, Truth::Unknown, Truth::Yes]));
}

/// An amount of one year is moved, all others stay.
#[test]
fn a_cent_is_moved_in_one_year() {
    let all = mutants(book());
    let mutant = all.iter().find(|one| one.id == "amount.experienced.2025#-1").unwrap();
    assert_eq!(mutant.kind, Kind::Amount);
    let mut moved = book().clone();
    (mutant.change)(&mut moved);
    for (at, amount) in (0u8..).zip(&book().amounts) {
        for year in 2023..2028 {
            let less = i64::from(amount.id == "experienced" && year == 2025);
            let expected = book().amount(at, year).map(|cents| cents - less);
            assert_eq!(moved.amount(at, year), expected, "{} {year}", amount.id);
        }
    }
}

/// Nothing is sought in vain where a change is plain.
#[test]
fn a_plain_difference_is_found() {
    let told = all();
    let all = mutants(book());
    let mutant = all.iter().find(|one| one.id == "settled.residence-title#invert").unwrap();
    let rooms = judge::rooms(&told);
    let found = seek::difference(&rooms[mutant.pathway.unwrap()], mutant);
    assert!(found.is_some());
}

/// What is inside a shared condition is changed in all pathways that use it; whether it is there at all, or
/// turned round, is each pathway's own.
#[test]
fn a_shared_condition_is_changed_inside_for_all_pathways_at_once() {
    let all = mutants(book());
    let named = |id: &str| all.iter().find(|one| one.id == id);
    let inside = named("shared.third-country#2:drop").unwrap();
    let users = book().pathways.iter().filter(|one| {
        one.conditions.iter().any(|condition| condition.id.ends_with(".third-country"))
    });
    assert_eq!(inside.twins.len() + 1, users.count());
    assert!(named("chancenkarte.third-country#2:drop").is_none());
    assert!(named("chancenkarte.third-country#invert").unwrap().twins.is_empty());
    // `visa-skilled` takes over `visa`: what is inside that one is changed with it.
    assert!(named("shared.visa-skilled.visa.holds-title#1:drop").is_none());
    let own = |one: &&rules::Pathway| one.id == "skilled-vocational-18a";
    let user = book().pathways.iter().position(|one| own(&one)).unwrap();
    let nested = named("shared.visa.holds-title#1:drop").unwrap();
    assert!(nested.twins.iter().any(|twin| twin.pathway == Some(user)));
    let mut places: Vec<_> = inside.twins.iter().map(|twin| twin.pathway).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), inside.twins.len(), "one in each pathway");
}
