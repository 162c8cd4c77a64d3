//! Typical stories: which questions lead to the first result, and what it says on every route.
#![expect(clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use guide::{Answers, Case, Verdict, address, book, evaluate, next_question};
use jiff::civil::{Date, date};

const DAY: Date = date(2026, 6, 1);

/// The most questions a typical story may take.
const MOST: usize = 9;

/// Tells a story by address values, question by question: what is not asked plays no part.
/// `asked` are the questions in their order. `fits` and `open` name the routes that come to this;
/// every other route comes to no.
fn story(told: &str, asked: &[&str], fits: &[&str], open: &[&str]) {
    let read = address::read(book(), told);
    assert_eq!(read.ignored, [], "{told}");
    let mut answers = Answers::default();
    let mut questions = Vec::new();
    let findings = loop {
        let case = Case { book: book(), answers: &answers, filing: DAY };
        let findings = evaluate(&case);
        let Some(fact) = next_question(&case, &findings) else { break findings };
        let id = book().facts[usize::from(fact)].id.as_str();
        questions.push(id);
        let answer = read.answers.get(fact);
        let answer = answer.unwrap_or_else(|| panic!("{told} does not say {id}, {questions:?}"));
        answers.set(fact, Some(answer.clone()));
    };
    assert_eq!(questions, asked, "{told}");
    assert!(questions.len() <= MOST, "{told}: {} questions", questions.len());
    for id in fits.iter().chain(open) {
        assert!(book().pathway(id).is_some(), "there is no route {id}");
    }
    for finding in findings {
        let id = finding.pathway.id.as_str();
        let expected = match (fits.contains(&id), open.contains(&id)) {
            (true, false) => Verdict::Fits,
            (false, true) => Verdict::Open,
            _ => Verdict::No,
        };
        assert_eq!(finding.verdict, expected, "{told}: {id}");
    }
}

#[test]
fn a_welder_from_poland() {
    let told = "status=abroad&nationality=PL&regulated=no";
    story(told, &["status", "nationality", "regulated"], &["eu-free-movement"], &[]);
}

/// Nothing can follow for a German, so nothing more is asked.
#[test]
fn a_german() {
    story("status=eu-passport&nationality=DE", &["status", "nationality"], &[], &[]);
}

const ENGINEER: &str = "status=abroad&nationality=IN&regulated=no&job=graduate&degree=foreign\
                        &comparability=comparable&isco=21&salary=";

/// Half of 101,400 €.
#[test]
fn an_engineer_from_india_at_the_amount_of_the_blue_card() {
    story(
        &format!("{ENGINEER}50700"),
        &["status", "nationality", "regulated", "job", "degree", "comparability", "salary"],
        &["bluecard-regular"],
        &[
            "bluecard-shortage",
            "bluecard-graduate",
            "skilled-vocational-18a",
            "skilled-academic-18b",
            "experienced-worker-19c2",
            "it-experienced-19c2",
            "recognition-partnership-16d3",
            "recognition-measures-16d1",
        ],
    );
}

/// Below it, what decides is the occupation.
#[test]
fn an_engineer_from_india_one_cent_below_the_amount_of_the_blue_card() {
    story(
        &format!("{ENGINEER}50699.99"),
        &["status", "nationality", "regulated", "job", "degree", "comparability", "salary", "isco"],
        &["bluecard-shortage"],
        &[
            "bluecard-graduate",
            "skilled-vocational-18a",
            "skilled-academic-18b",
            "experienced-worker-19c2",
            "recognition-partnership-16d3",
            "recognition-measures-16d1",
        ],
    );
}

const ELECTRICIAN: &str = "status=abroad&nationality=BA&regulated=no&job=skilled&degree=none\
                           &training=foreign&salary=38000&age=under-45&equivalence=";
const OF_ELECTRICIAN: [&str; 9] = [
    "status",
    "nationality",
    "regulated",
    "job",
    "degree",
    "training",
    "equivalence",
    "salary",
    "age",
];

#[test]
fn an_electrician_from_bosnia_with_full_recognition() {
    story(
        &format!("{ELECTRICIAN}full"),
        &OF_ELECTRICIAN,
        &["skilled-vocational-18a", "western-balkans-26-2"],
        &["experienced-worker-19c2", "it-experienced-19c2"],
    );
}

/// Whoever comes from the Western Balkans needs no recognition.
#[test]
fn an_electrician_from_bosnia_without_recognition() {
    story(
        &format!("{ELECTRICIAN}none"),
        &OF_ELECTRICIAN,
        &["western-balkans-26-2"],
        &["experienced-worker-19c2", "it-experienced-19c2", "recognition-partnership-16d3"],
    );
}

#[test]
fn a_developer_from_india_without_a_degree() {
    story(
        "status=abroad&nationality=IN&regulated=no&job=graduate&degree=none&training=none\
         &salary=48000&isco=25&it-experience=three-of-seven",
        &[
            "status",
            "nationality",
            "regulated",
            "job",
            "degree",
            "training",
            "salary",
            "isco",
            "it-experience",
        ],
        &["bluecard-it"],
        &["it-experienced-19c2"],
    );
}

const BY_TITLE: [&str; 4] = ["status", "nationality", "title", "regulated"];

/// With temporary protection no Blue Card is issued; other routes stay open.
#[test]
fn a_ukrainian_with_temporary_protection() {
    story(
        "status=title&nationality=UA&title=temporary-protection&regulated=no",
        &BY_TITLE,
        &["ukraine-24"],
        &[
            "skilled-vocational-18a",
            "skilled-academic-18b",
            "experienced-worker-19c2",
            "it-experienced-19c2",
            "recognition-partnership-16d3",
            "recognition-measures-16d1",
            "training-16a",
        ],
    );
}

const OPEN_TO_HOLDERS: [&str; 11] = [
    "bluecard-regular",
    "bluecard-shortage",
    "bluecard-graduate",
    "bluecard-it",
    "skilled-vocational-18a",
    "skilled-academic-18b",
    "experienced-worker-19c2",
    "it-experienced-19c2",
    "recognition-partnership-16d3",
    "recognition-measures-16d1",
    "training-16a",
];

#[test]
fn a_recognised_refugee() {
    story(
        "status=title&nationality=SY&title=recognised&regulated=no",
        &BY_TITLE,
        &["humanitarian-title"],
        &OPEN_TO_HOLDERS,
    );
}

#[test]
fn a_spouse_with_a_family_title() {
    story(
        "status=title&nationality=BR&title=family&regulated=no",
        &BY_TITLE,
        &["family-title"],
        &OPEN_TO_HOLDERS,
    );
}

#[test]
fn a_nurse_from_the_philippines_who_lacks_measures() {
    story(
        "status=abroad&nationality=PH&regulated=yes&licence=measures&job=skilled&degree=foreign\
         &german=b1&measure=in-company",
        &["status", "nationality", "regulated", "licence", "job", "degree", "german", "measure"],
        &["recognition-measures-16d1"],
        &["recognition-partnership-16d3"],
    );
}

#[test]
fn a_trainee_from_morocco() {
    story(
        "status=abroad&nationality=MA&regulated=no&job=training&training-kind=in-company\
         &training=none&german=b1",
        &["status", "nationality", "regulated", "job", "training-kind", "training", "german"],
        &["training-16a"],
        &[],
    );
}

#[test]
fn a_blue_card_holder_who_changes_the_job() {
    story(
        "status=title&nationality=IN&title=blue-card&regulated=no&job=graduate&degree=foreign\
         &comparability=comparable&salary=60000",
        &[
            "status",
            "nationality",
            "title",
            "regulated",
            "job",
            "degree",
            "comparability",
            "salary",
        ],
        &["bluecard-regular", "skilled-academic-18b", "job-change"],
        &[
            "bluecard-shortage",
            "bluecard-graduate",
            "skilled-vocational-18a",
            "experienced-worker-19c2",
            "it-experienced-19c2",
            "recognition-partnership-16d3",
            "recognition-measures-16d1",
        ],
    );
}

/// Somebody here is not asked what only an application from abroad depends on, once something fits.
#[test]
fn a_skilled_worker_from_serbia_who_changes_the_job() {
    story(
        "status=title&nationality=RS&title=vocational-18a&regulated=no&job=skilled&degree=none\
         &training=german&salary=40000",
        &["status", "nationality", "title", "regulated", "job", "degree", "training", "salary"],
        &["skilled-vocational-18a", "job-change"],
        &["it-experienced-19c2", "western-balkans-26-2"],
    );
}

#[test]
fn a_citizen_of_the_united_states_without_a_degree() {
    story(
        "status=abroad&nationality=US&regulated=no&job=skilled&degree=none&training=none\
         &salary=45000",
        &["status", "nationality", "regulated", "job", "degree", "training", "salary"],
        &["privileged-26-1"],
        &["it-experienced-19c2"],
    );
}
