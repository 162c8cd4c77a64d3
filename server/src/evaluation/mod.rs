//! The guide for other programs: answers in, verdicts with every condition out.
//!
//! The vocabulary is the book's: fact ids, option ids, euros, ISO days. It is the same as in the
//! guide's addresses, so that a link and a request say the same.

mod problem;
mod reply;
mod request;

use guide::{Case, prune};
use jiff::civil::Date;
use problem::Problem;

/// Evaluates a JSON request; returns the HTTP status and the JSON to send.
///
/// 200 with the findings; 400 for a body that is no JSON of the right shape; 422, with a pointer
/// per mistake, for an unknown fact, a value that is none of the fact's, or answers that contradict
/// each other.
pub(crate) fn evaluate(body: &[u8], today: Date) -> (u16, String) {
    match try_evaluate(body, today) {
        Ok(json) => (200, json),
        Err(problem) => (problem.status, problem.to_json()),
    }
}

fn try_evaluate(body: &[u8], today: Date) -> Result<String, Problem> {
    let book = guide::book();
    let mut answers = request::read(book, body)?;
    let given = answers.clone();
    let dropped = prune(book, &mut answers);
    if !dropped.is_empty() {
        return Err(Problem::contradiction(book, &dropped));
    }
    let case = Case { book, answers: &given, filing: given.filing_day(book, today) };
    Ok(reply::write(&case))
}
