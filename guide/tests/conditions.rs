//! Whether pathways and conditions can come out either way, and what questions hang on.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{alone, reach, rests_on, values};
use guide::{Answers, Case, Given, Truth, Verdict, address, book};
use jiff::civil::{Date, date};
use rules::{Book, Condition, Pathway, Predicate, Test};

const DAY: Date = date(2026, 6, 1);

fn told(query: &str) -> Answers {
    let read = address::read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    read.answers
}
/// All conditions with all their parts.
fn conditions(book: &Book) -> Vec<&Condition> {
    fn walk<'a>(conditions: &'a [Condition], all: &mut Vec<&'a Condition>) {
        for condition in conditions {
            all.push(condition);
            walk(condition.parts(), all);
        }
    }
    let mut all = Vec::new();
    for pathway in &book.pathways {
        walk(&pathway.conditions, &mut all);
    }
    all
}
#[test]
fn every_pathway_can_fit_and_can_fail() {
    let none = Answers::default();
    for (at, pathway) in book().pathways.iter().enumerate() {
        let alone = alone(book(), at);
        for verdict in [Verdict::Fits, Verdict::No] {
            let found = reach(&alone, 0, DAY, verdict, &none);
            assert!(found.is_some(), "{} never comes to {verdict:?}", pathway.id);
        }
    }
}

/// Whether the condition cannot be met without a weighing by the authority.
fn is_weighed(condition: &Condition) -> bool {
    match &condition.test {
        Test::Facts(_) => false,
        Test::Authority => true,
        Test::All(parts) => parts.iter().any(is_weighed),
        Test::Any(parts) => parts.iter().all(is_weighed),
        Test::Score { .. } => false,
    }
}

/// A condition that always holds, or never, tests nothing: answers are sought with which it is met,
/// or weighed where it cannot be met otherwise, and others with which it comes to something else.
#[test]
fn every_condition_can_be_met_and_unmet() {
    for condition in conditions(book()) {
        if condition.test == Test::Authority {
            continue;
        }
        let mould = book().pathways[0].clone();
        let pathway = Pathway { conditions: vec![condition.clone()], ..mould };
        let mut only = Book { pathways: vec![pathway], ..book().clone() };
        only.facts.iter_mut().for_each(|fact| fact.presumed = None);
        let reached = |verdict| reach(&only, 0, DAY, verdict, &Answers::default()).is_some();
        let best = if is_weighed(condition) { Verdict::AuthorityDecides } else { Verdict::Fits };
        assert!(reached(best), "{} never comes to {best:?}", condition.id);
        // "No" is near for most; whether all is left to the authority takes every combination.
        let others = [Verdict::No, Verdict::AuthorityDecides];
        let other = others.into_iter().any(|verdict| verdict != best && reached(verdict));
        assert!(other, "{} always comes to {best:?}", condition.id);
    }
}

fn holds(case: &Case, condition: &Condition) -> Truth {
    match &condition.test {
        Test::Facts(predicate) => case.holds(predicate),
        Test::Authority => Truth::Authority,
        Test::All(parts) => parts.iter().fold(Truth::Yes, |sum, part| sum.and(holds(case, part))),
        Test::Any(parts) => parts.iter().fold(Truth::No, |sum, part| sum.or(holds(case, part))),
        Test::Score { .. } => Truth::Unknown,
    }
}

/// Whether somebody may enter without a visa is shown, though it changes no verdict.
#[test]
fn visa_free_entry_is_told() {
    let asked_for_a_visa = |one: &&Pathway| {
        let ids = one.conditions.iter().map(|one| one.id.as_str());
        ids.filter_map(|id| id.split_once('.')).any(|(_, id)| id.starts_with("visa"))
    };
    let pathways = book().pathways.iter().filter(asked_for_a_visa).count();
    let told_at =
        conditions(book()).into_iter().filter(|one| one.id.ends_with(".visa-free")).count();
    assert_eq!(told_at, pathways, "one place for each pathway that asks for a visa");
    for (query, expected) in [
        ("status=abroad&nationality=US", Truth::Yes),
        ("status=abroad&nationality=GB", Truth::Yes),
        ("status=cross-border&nationality=JP", Truth::Yes),
        ("status=abroad&nationality=IN", Truth::No),
        ("status=abroad&nationality=BR", Truth::No),
        ("status=tolerated&nationality=US", Truth::No),
        ("status=abroad", Truth::Unknown),
    ] {
        let answers = told(query);
        let case = Case { book: book(), answers: &answers, filing: DAY };
        let parts = conditions(book()).into_iter().filter(|one| one.id.ends_with(".visa-free"));
        let found: Vec<_> = parts.map(|one| holds(&case, one)).collect();
        assert!(
            !found.is_empty() && found.iter().all(|one| *one == expected),
            "{query}: {found:?}"
        );
    }
}
/// Whether the pathway tests what every title needs (§ 5 Abs. 1 AufenthG): then one is issued.
fn issues_a_title(pathway: &Pathway) -> bool {
    let law = pathway.conditions.iter().flat_map(|one| &one.law);
    let mut law = law.map(|one| (&book().laws[usize::from(one.law)].code, one));
    law.any(|(code, one)| code == "AufenthG" && one.section == "5" && one.place == "Abs. 1")
}

/// What is allowed today takes no time and costs nothing; what is filed takes time. Fees fall due
/// for a title that is issued; changing what a title says about work is free (§ 47 Abs. 2 AufenthV).
#[test]
fn a_pathway_that_is_filed_takes_time_and_a_title_costs_fees() {
    for pathway in &book().pathways {
        let Pathway { id, card, today, .. } = pathway;
        assert_eq!(card.months.is_none(), *today, "{id}");
        assert_eq!(card.fees.is_empty(), !issues_a_title(pathway), "{id}");
        let tests = pathway.conditions.iter();
        let visa = tests.filter(|one| one.id.starts_with(&format!("{id}.visa"))).count() > 0;
        assert!(!visa || issues_a_title(pathway), "{id}: a visa is a title");
    }
}

/// A negated test passes where its fact does not exist. Whether a fact exists, is presumed or is a
/// detail must never hang on that alone: it made questions appear that nobody should be asked.
#[test]
fn no_question_hangs_on_a_fact_that_does_not_exist() {
    let mut wrong = Vec::new();
    for fact in &book().facts {
        let unless = fact.presumed.as_ref().and_then(|presumed| presumed.unless.as_ref());
        for (name, test) in [("when", &fact.when), ("detail", &fact.detail)]
            .into_iter()
            .filter_map(|(name, test)| Some((name, test.as_ref()?)))
            .chain(unless.map(|test| ("presumed_unless", test)))
        {
            let exists = if name == "when" { None } else { fact.when.as_ref() };
            if hangs_on_nothing(book(), exists, test) {
                wrong.push(format!("{}: {name}", fact.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// Whether some answers with which `exists` holds let the test hold only by a negated test of a fact
/// that does not exist there.
fn hangs_on_nothing(book: &Book, exists: Option<&Predicate>, test: &Predicate) -> bool {
    let mut facts = rests_on(book, test);
    facts.extend(exists.map(|test| rests_on(book, test)).into_iter().flatten());
    let mut all = vec![Answers::default()];
    for fact in facts {
        let values = values(book, fact, DAY.year());
        let with =
            |answers: &Answers| values.iter().map(|one| answers.with(fact, one.clone())).collect();
        all = all.iter().flat_map::<Vec<_>, _>(with).collect();
    }
    all.iter().any(|answers| {
        let case = Case { book, answers, filing: DAY };
        let there = exists.is_none_or(|test| case.holds(test) == Truth::Yes);
        there && case.holds(test) != case.holds(&positive(&case, test))
    })
}

/// The test, in which no negated test of a fact that does not exist holds.
fn positive(case: &Case, test: &Predicate) -> Predicate {
    let parts = |parts: &[Predicate]| parts.iter().map(|part| positive(case, part)).collect();
    match test {
        Predicate::And(all) => Predicate::And(parts(all)),
        Predicate::Or(any) => Predicate::Or(parts(any)),
        Predicate::Is { fact, not: true, .. }
        | Predicate::Country { fact, not: true, .. }
        | Predicate::From { fact, not: true, .. }
            if case.given(*fact) == Given::NotApplicable =>
        {
            Predicate::Or(Vec::new())
        }
        other => other.clone(),
    }
}

#[test]
fn a_test_that_hangs_on_nothing_is_noticed() {
    let title = book().fact("title").unwrap();
    let status = book().fact("status").unwrap();
    let not = |fact| Predicate::Is { fact, values: vec![0], not: true };
    let title_held = book().facts[usize::from(title)].when.clone().unwrap();
    let noticed = |exists: Option<&Predicate>, test| hangs_on_nothing(book(), exists, &test);
    assert!(noticed(None, not(title)));
    assert!(noticed(None, Predicate::Or(vec![not(title), not(status)])));
    assert!(!noticed(None, not(status)));
    assert!(!noticed(None, Predicate::And(vec![title_held.clone(), not(title)])));
    assert!(!noticed(Some(&title_held), not(title)));
}
