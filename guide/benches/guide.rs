//! How long one question takes: `cargo xtask bench guide`.
#![expect(clippy::print_stdout, reason = "the figures are what this program is for")]

use guide::{Answers, Case, address, book, evaluate, near_misses, next_question};
use jiff::civil::date;
use rules::Book;
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 200;
const CALLS: u32 = 100;

/// Stories from the first question to the last.
const STORIES: [&str; 5] = [
    "",
    "status=abroad&nationality=IN&regulated=no&job=graduate&degree=foreign&comparability=comparable",
    "status=abroad&nationality=BA&regulated=no&job=skilled&degree=none&training=foreign\
     &equivalence=full&salary=38000&age=under-45",
    "status=title&nationality=UA&title=temporary-protection&regulated=no",
    "status=title&nationality=IN&title=other-work&work-title=experienced&regulated=no&job=skilled\
     &degree=none&training=foreign&equivalence=none&salary=46000",
];

fn main() {
    let book = book();
    let told: Vec<Answers> =
        STORIES.iter().map(|query| address::read(book, query).answers).collect();
    measure("evaluate, all pathways", &told, |answers| {
        black_box(evaluate(&case(book, answers)));
    });
    measure("evaluate and next question", &told, |answers| {
        let case = case(book, answers);
        black_box(next_question(&case, &evaluate(&case)));
    });
    measure("evaluate and all near misses", &told, |answers| {
        let case = case(book, answers);
        let findings = evaluate(&case);
        black_box(findings.iter().map(|one| near_misses(&case, one)).collect::<Vec<_>>());
    });
}

fn case<'a>(book: &'a Book, answers: &'a Answers) -> Case<'a> {
    Case { book, answers, filing: date(2026, 11, 22) }
}

fn measure(name: &str, told: &[Answers], call: impl Fn(&Answers)) {
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            (0..CALLS).zip(told.iter().cycle()).for_each(|(_, answers)| call(black_box(answers)));
            started.elapsed().as_secs_f64() * 1e6 / f64::from(CALLS)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    let median = rounds.get(ROUNDS / 2).copied().unwrap_or_default();
    println!("bench {name}: {median:.1} µs");
}
