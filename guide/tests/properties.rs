//! What must hold for all answers, tried on many. `PROPTEST_CASES` sets how many.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{alone, best, best_case, rests_on, values};
use guide::{Answer, Answers, Case, Trace, Truth, Verdict, address, book, evaluate};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use rules::{Kind, Predicate, Test};
use std::collections::BTreeSet;
use std::sync::LazyLock;

fn facts() -> u8 {
    u8::try_from(book().facts.len()).unwrap()
}

/// No answers, and for each pathway answers with which it comes to its best: random answers alone
/// would nearly always be refused by everything.
static STARTS: LazyLock<Vec<Answers>> = LazyLock::new(|| {
    let none = Answers::default();
    let day = date(2026, 6, 1);
    let fit = |at| best_case(&alone(book(), at), 0, day).unwrap();
    std::iter::once(none.clone()).chain((0..book().pathways.len()).map(fit)).collect()
});

/// One fact and an answer to it; `None` takes the answer back.
fn change() -> impl Strategy<Value = (u8, Option<Answer>)> {
    (0..facts(), any::<Index>(), prop::bool::weighted(0.2), prop::bool::weighted(0.2)).prop_map(
        |(fact, at, unknown, none)| {
            let all = values(book(), fact, 2026);
            let value = if unknown { Answer::Unknown } else { all[at.index(all.len())].clone() };
            (fact, (!none).then_some(value))
        },
    )
}

/// Answers near to a fitting case or to nothing at all; they may contradict each other.
fn answers() -> impl Strategy<Value = Answers> {
    (any::<Index>(), prop::collection::vec(change(), 0..8)).prop_map(|(start, changes)| {
        let mut answers = STARTS[start.index(STARTS.len())].clone();
        for (fact, answer) in changes {
            answers.set(fact, answer);
        }
        answers
    })
}

fn filing() -> impl Strategy<Value = Date> {
    (2024i16..=2028, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn verdicts(answers: &Answers, filing: Date) -> Vec<Verdict> {
    let case = Case { book: book(), answers, filing };
    evaluate(&case).into_iter().map(|finding| finding.verdict).collect()
}

/// All conditions of all pathways with their parts: id, truth, and the test of a leaf.
fn leaves(answers: &Answers, filing: Date) -> Vec<(String, Truth, Option<&Predicate>)> {
    fn walk<'a>(traces: &[Trace<'a>], all: &mut Vec<(String, Truth, Option<&'a Predicate>)>) {
        for trace in traces {
            let test = match &trace.condition.test {
                Test::Facts(predicate) => Some(predicate),
                _ => None,
            };
            all.push((trace.condition.id.clone(), trace.truth, test));
            walk(&trace.parts, all);
        }
    }
    let case = Case { book: book(), answers, filing };
    let mut all = Vec::new();
    for finding in evaluate(&case) {
        walk(&finding.conditions, &mut all);
    }
    all
}

fn asks_for_an_amount(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::And(parts) | Predicate::Or(parts) => parts.iter().any(asks_for_an_amount),
        Predicate::AtLeast { .. } => true,
        _ => false,
    }
}

/// Pathways that the law grants only where a better paid one is not open, with the citation: there a
/// higher salary can turn "fits" into "no". None is: § 18g Abs. 2 AufenthG is for whoever does not
/// meet Abs. 1, but Abs. 1 Satz 2 Nr. 1 takes the same occupations at the same amount, so that the
/// qualification alone tells the two apart.
const SUBSIDIARY: [(&str, &str); 0] = [];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn more_salary_is_never_worse(
        answers in answers(),
        filing in filing(),
        less in address::MONEY,
        more in address::MONEY,
    ) {
        let salary = book().fact("salary").unwrap();
        let (less, more) = (less.min(more), less.max(more));
        let before = verdicts(&answers.with(salary, Answer::Money(less)), filing);
        let after = verdicts(&answers.with(salary, Answer::Money(more)), filing);
        // The best verdict comes first in the order of verdicts.
        for (pathway, (before, after)) in book().pathways.iter().zip(before.into_iter().zip(after)) {
            let id = &pathway.id;
            let subsidiary = SUBSIDIARY.iter().any(|(one, _)| one == id);
            prop_assert!(
                subsidiary || after <= before,
                "{id}: {before:?} at {less} but {after:?} at {more}"
            );
        }
    }

    #[test]
    fn an_answer_changes_only_what_rests_on_it(
        answers in answers(),
        (fact, answer) in change(),
        filing in filing(),
    ) {
        let mut changed = answers.clone();
        changed.set(fact, answer);
        for (before, after) in leaves(&answers, filing).iter().zip(leaves(&changed, filing)) {
            let Some(test) = after.2 else { continue };
            let resting = rests_on(book(), test).contains(&fact);
            prop_assert!(resting || before.1 == after.1, "{} changed", after.0);
        }
    }

    #[test]
    fn the_filing_day_changes_only_amounts(
        answers in answers(),
        one in filing(),
        other in filing(),
    ) {
        for (before, after) in leaves(&answers, one).iter().zip(leaves(&answers, other)) {
            let amount = after.2.is_none_or(asks_for_an_amount) && one.year() != other.year();
            prop_assert!(amount || before.1 == after.1, "{} changed", after.0);
        }
    }

    /// The order of the questions is the firm's business: the result depends on the answers alone.
    #[test]
    fn the_order_of_answers_is_irrelevant(
        (given, shuffled) in prop::collection::vec(change(), 0..12).prop_map(|given| {
            let mut seen = BTreeSet::new();
            given.into_iter().filter(|(fact, _)| seen.insert(*fact)).collect::<Vec<_>>()
        }).prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle())),
        filing in filing(),
    ) {
        let query = |given: &[(u8, Option<Answer>)]| {
            let pairs = given.iter().filter_map(|(fact, answer)| {
                let id = &book().facts[usize::from(*fact)].id;
                Some(format!("{id}={}", address::value(book(), *fact, answer.as_ref()?)))
            });
            pairs.collect::<Vec<_>>().join("&")
        };
        let one = address::read(book(), &query(&given)).answers;
        let other = address::read(book(), &query(&shuffled)).answers;
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(verdicts(&one, filing), verdicts(&other, filing));
    }

    /// Whatever is certain without a fact stays so with every value of it.
    #[test]
    fn what_is_unknown_is_never_guessed(
        answers in answers(),
        fact in 0..facts(),
        filing in filing(),
    ) {
        let without = verdicts(&answers.with(fact, Answer::Unknown), filing);
        for value in values(book(), fact, filing.year()) {
            let with = verdicts(&answers.with(fact, value.clone()), filing);
            for (at, (without, with)) in without.iter().zip(with).enumerate() {
                let id = &book().pathways[at].id;
                let same = *without == Verdict::Open || *without == with;
                prop_assert!(same, "{id}: {without:?}, but {with:?} with {value:?}");
            }
        }
    }

    /// The same for everything that is missing at once.
    #[test]
    fn a_certain_verdict_survives_all_further_answers(
        answers in answers(),
        further in prop::collection::vec(change(), 0..30),
        filing in filing(),
    ) {
        let certain = verdicts(&answers, filing);
        let mut complete = answers.clone();
        for (fact, answer) in further {
            let case = Case { book: book(), answers: &complete, filing };
            if case.given(fact) == guide::Given::Missing {
                complete.set(fact, answer);
            }
        }
        for (certain, later) in certain.into_iter().zip(verdicts(&complete, filing)) {
            prop_assert!(certain == Verdict::Open || certain == later, "{certain:?}, {later:?}");
        }
    }

    /// Dropping contradictions leaves none, takes nothing but answers away, and is done in one go.
    #[test]
    fn pruning_is_final(answers in answers()) {
        let mut once = answers.clone();
        let dropped = guide::prune(book(), &mut once);
        for fact in 0..facts() {
            if dropped.contains(&fact) {
                // One of a contradicting pair is not asked again; a fact that is not there is gone.
                prop_assert!(matches!(once.get(fact), None | Some(Answer::Unknown)));
            } else {
                prop_assert_eq!(once.get(fact), answers.get(fact));
            }
        }
        let mut twice = once.clone();
        prop_assert!(guide::prune(book(), &mut twice).is_empty());
    }

    /// An address that is written is read back as it was, and reading sorts out the same things.
    #[test]
    fn addresses_are_stable(mut answers in answers()) {
        guide::prune(book(), &mut answers);
        let written = address::write(book(), &answers);
        let read = address::read(book(), &written);
        prop_assert_eq!(&read.answers, &answers);
        prop_assert_eq!(&read.ignored, &vec![]);
        prop_assert!(answers.is_empty() || read.version.as_ref() == Some(&book().version));
        prop_assert_eq!(address::write(book(), &read.answers), written);
    }

    #[test]
    fn every_answer_survives_its_address_value(
        cents in address::MONEY,
        day in filing(),
        code in 1_000u32..=99_999,
        town in prop::option::of("[a-z][a-z-]{0,20}"),
    ) {
        let place = Answer::Place(code, town);
        for (id, answer) in
            [("salary", Answer::Money(cents)), ("filing-day", Answer::Day(day)), ("place", place)]
        {
            let fact = book().fact(id).unwrap();
            let value = address::value(book(), fact, &answer);
            prop_assert_eq!(address::parse(book(), fact, &value), Some(answer), "{}", value);
        }
    }

    /// Whatever stands in an address: what is read suits its fact, contradicts nothing, and writing
    /// and reading it again changes nothing.
    #[test]
    fn any_address_can_be_read(query in prop_oneof![
        any::<String>(),
        prop::collection::vec(any::<u8>(), 0..5000)
            .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        prop::collection::vec(
            ("[a-z&=%+-]{0,12}|status|title|nationality|salary|place|filing-day|age|v",
             "[a-z]{0,9}|unknown|title|study|IN|DE|[0-9.]{0,12}|[0-9]{5}(-[a-z-]{0,9})?|2027-[0-9-]{0,6}|%[0-9a-fA-F]{0,2}|\\PC{0,4}"),
            0..60,
        ).prop_map(|pairs| {
            pairs.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
        }),
    ]) {
        let read = address::read(book(), &query);
        for (fact, answer) in read.answers.iter() {
            prop_assert!(answer.suits(book(), fact));
        }
        prop_assert!(guide::prune(book(), &mut read.answers.clone()).is_empty());
        let again = address::read(book(), &address::write(book(), &read.answers));
        prop_assert_eq!(again.answers, read.answers);
        prop_assert_eq!(again.ignored, vec![]);
    }

    /// Whatever somebody types: an answer that can stand in an address, or a mistake with a text.
    #[test]
    fn any_typing_can_be_read(
        fact in 0..facts(),
        locale in prop::sample::select(&guide::LOCALES[..]),
        typed in prop_oneof![any::<String>(), "[0-9]{1,12}([.,’' ][0-9]{0,4}){0,4} ?(€|EUR|im Monat|k|\\PC)?",
            "[0-9]{0,4}[-./ ]([0-9]{0,4}|\\PC{0,8})[-./ ][0-9]{0,5}"],
        per in prop::option::of("year|month|\\PC{0,5}"),
        town in prop::option::of("[a-z-]{0,9}|\\PC{0,5}"),
    ) {
        let words = guide::words(locale);
        let id = &book().facts[usize::from(fact)].id;
        let field = |name: &str| match name.strip_prefix(id.as_str())? {
            "" => Some(typed.as_str()),
            "-per" => per.as_deref(),
            "-town" => town.as_deref(),
            _ => None,
        };
        match guide::input::read(book(), words, fact, field) {
            Ok(answer) => {
                prop_assert!(answer.suits(book(), fact));
                let value = address::value(book(), fact, &answer);
                prop_assert_eq!(address::parse(book(), fact, &value), Some(answer), "{}", value);
            }
            Err(mistakes) => {
                prop_assert!(!mistakes.is_empty());
                for mistake in mistakes {
                    prop_assert!(!words.get(mistake.text).is_empty());
                }
            }
        }
    }
}

/// A cut through the middle of a value must not leave another value behind.
#[test]
fn a_long_address_is_never_cut_inside_a_value() {
    for padding in 4_000..4_100 {
        let query = format!("{}=&salary=50700", "x".repeat(padding));
        let read = address::read(book(), &query);
        let salary = read.answers.named(book(), "salary");
        let whole = Some(&Answer::Money(5_070_000));
        assert!(salary.is_none() || salary == whole, "{padding}: {salary:?}");
    }
}

/// The amounts of Abs. 1 Satz 2 and Abs. 2 of § 18g are one, and its occupations lie within Satz 2 Nr. 1.
#[test]
fn the_blue_card_without_a_degree_is_not_subsidiary_by_salary() {
    let filing = date(2026, 6, 1);
    let query = "status=abroad&nationality=IN&regulated=no&job=graduate&salary=45934.20\
                 &it-experience=three-of-seven&degree=";
    for isco in ["133", "25"] {
        for (degree, shortage, it) in [
            ("german", Verdict::Fits, Verdict::No),
            ("foreign&comparability=comparable", Verdict::Fits, Verdict::No),
            ("foreign&comparability=not-comparable", Verdict::No, Verdict::Fits),
            ("none", Verdict::No, Verdict::Fits),
        ] {
            let answers = address::read(book(), &format!("{query}{degree}&isco={isco}")).answers;
            let found = verdicts(&answers, filing);
            let of = |id| found[book().pathways.iter().position(|one| one.id == id).unwrap()];
            let both = (of("bluecard-shortage"), of("bluecard-it"));
            assert_eq!(both, (shortage, it), "{degree}, {isco}");
        }
    }
}

/// The starts of the random answers do what they are there for.
#[test]
fn a_start_is_the_best_of_each_pathway() {
    for (at, start) in STARTS.iter().skip(1).enumerate() {
        assert_eq!(verdicts(start, date(2026, 6, 1))[at], best(book(), at));
        assert!(start.iter().all(|(fact, _)| book().facts[usize::from(fact)].kind != Kind::Place));
    }
}
