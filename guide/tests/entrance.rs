//! A job and nobody for it yet: what is asked, and what comes out.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use guide::{
    Answers, Case, Verdict, address, asks_for_oneself, book, evaluate, further_question,
    next_question, own_book, own_questions_book, questions_book, seeks, words,
};
use jiff::civil::{Date, date};
use rules::ENTRANCE;

const DAY: Date = date(2026, 6, 1);

fn told(query: &str) -> Answers {
    let read = address::read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    read.answers
}

/// The questions of an interview in their order, answered from `query`.
fn asked(query: &str, next: fn(&Case, &[guide::Finding]) -> Option<u8>) -> Vec<&'static str> {
    let known = told(query);
    let mut answers = Answers::default();
    answers.set(0, known.get(0).cloned());
    let mut asked = Vec::new();
    loop {
        let case = Case { book: book(), answers: &answers, filing: DAY };
        let Some(fact) = next(&case, &evaluate(&case)) else { return asked };
        asked.push(book().facts[usize::from(fact)].id.as_str());
        let answer = known.get(fact).cloned().unwrap_or(guide::Answer::Unknown);
        answers.set(fact, Some(answer));
    }
}

/// A lathe operator is sought for 38,000 €.
const LATHE: &str = "entrance=nobody&regulated=no&job=skilled&salary=38000";

#[test]
fn only_the_job_is_asked_about() {
    assert_eq!(asked(LATHE, next_question), ["regulated", "job", "salary"]);
    for query in [LATHE, "entrance=nobody&job=training", "entrance=nobody&job=graduate"] {
        let further = asked(query, further_question);
        assert!(further.len() <= 12, "{query}: {further:?}");
        for id in further {
            let fact = book().fact(id).unwrap();
            assert!(book().facts[usize::from(fact)].of_job, "{query}: {id}");
        }
    }
}

/// With a person in mind the first question is where that person is.
#[test]
fn without_the_answer_or_with_a_person_everything_is_asked() {
    for query in ["", "entrance=person"] {
        let answers = told(query);
        assert!(!seeks(book(), &answers));
        let case = Case { book: book(), answers: &answers, filing: DAY };
        let first = next_question(&case, &evaluate(&case)).unwrap();
        assert_eq!(book().facts[usize::from(first)].id, "status");
    }
    assert!(seeks(book(), &told(LATHE)));
}

/// What the job rules out is out; what depends on the person stays open.
#[test]
fn the_job_alone_rules_routes_out() {
    let answers = told(LATHE);
    let findings = evaluate(&Case { book: book(), answers: &answers, filing: DAY });
    let verdict =
        |id: &str| findings.iter().find(|finding| finding.pathway.id == id).unwrap().verdict;
    for (id, expected) in [
        ("skilled-vocational-18a", Verdict::Open),
        ("western-balkans-26-2", Verdict::Open),
        ("eu-free-movement", Verdict::Open),
        ("bluecard-regular", Verdict::No),
        ("training-16a", Verdict::No),
    ] {
        assert_eq!(verdict(id), expected, "{id}");
    }
}

/// Whoever asks for oneself is asked the same, in other words.
#[test]
fn questions_are_put_to_the_person_where_there_are_words_for_it() {
    assert!(asks_for_oneself(book(), &told("entrance=myself")));
    assert!(!asks_for_oneself(book(), &told("entrance=nobody")));
    for (mine, firms) in [(own_book(), book()), (own_questions_book(), questions_book())] {
        for (own, fact) in mine.facts.iter().zip(&firms.facts) {
            assert_eq!(own.title, fact.own.0.unwrap_or(fact.title), "{}", fact.id);
            assert_eq!(own.hint, fact.own.1.or(fact.hint), "{}", fact.id);
            assert_eq!((&own.options, &own.when), (&fact.options, &fact.when));
        }
    }
    let person = ["Person", "person"];
    for locale in ["de", "en"] {
        for fact in &own_book().facts {
            let title = words(locale).get(fact.title);
            assert!(
                !person.iter().any(|word| title.contains(word)),
                "{locale} {}: {title}",
                fact.id
            );
        }
    }
}

/// What one chooses, why it is asked and what could be done are read by the firm and by the person: they speak
/// of neither as somebody else.
#[test]
fn options_reasons_and_steps_suit_both_readers() {
    let named = |text: &str| {
        let mut words = text.split(|sign: char| !sign.is_alphanumeric());
        words.any(|word| matches!(word, "Person" | "person"))
    };
    for locale in ["de", "en"] {
        for fact in book().facts.iter().filter(|fact| fact.id != ENTRANCE) {
            let options = fact.options.iter().flat_map(|one| [Some(one.label), one.hint]);
            let steps = fact.steps.iter().map(|step| Some(step.text));
            for key in options.chain(steps).chain([Some(fact.why)]).flatten() {
                let text = words(locale).get(key);
                assert!(!named(text), "{locale} {}: {text}", fact.id);
            }
        }
    }
}

/// How one came to the guide changes no verdict.
#[test]
fn the_entrance_changes_no_verdict() {
    let of = |query: &str| {
        let answers = told(query);
        let case = Case { book: book(), answers: &answers, filing: DAY };
        evaluate(&case).iter().map(|finding| finding.verdict).collect::<Vec<_>>()
    };
    let rest = "&status=abroad&nationality=IN&regulated=no&job=graduate&degree=foreign\
                &comparability=comparable&salary=51000";
    assert_eq!(of(&format!("entrance=nobody{rest}")), of(rest.trim_start_matches('&')));
}
