//! The guide for other programs: answers in, verdicts with every condition out.
//!
//! # The API
//!
//! | operation | what it gives |
//! |---|---|
//! | `POST /api/v1/evaluate` | findings for `{"answers": {FACT: VALUE, …}}`; made for each request, kept by nobody |
//! | `GET /api/v1/questions` | the vocabulary: every fact, its allowed values, when it exists, what is presumed |
//! | `GET /api/v1/pathways` | every route: conditions, law, confidence, amounts by year, fees |
//! | `GET /api/v1/openapi.json` | all of this as OpenAPI 3.1; the same at `/openapi.json` |
//!
//! The vocabulary is the book's: ids of facts and options, ISO 3166-1 countries, euros per year,
//! ISO 8601 days. It is that of the guide's own addresses, so a link and a request say the same. Ids
//! stay; what changes is the rule base, and every reply names its version. Money leaves as text with
//! two decimals, `"50700.00"`, so that no cent is lost in a floating-point number; it is taken as
//! number or text. `null` and `"unknown"` both say "I don't know". The amounts are those of the year
//! of the fact `filing-day`, which is today in Germany unless it is answered.
//!
//! Refusals are problem documents (RFC 9457): 400 for a body that is not of the right shape, 413 for
//! one over 64 KiB, 415 for another content type, 422 for answers that are not understood, with a
//! JSON pointer per mistake: unknown facts, values that are none of the fact's, a fact given twice,
//! answers that contradict each other or belong to a fact that does not exist in this situation.
//!
//! # The command line
//!
//! `revierlotse evaluate FILE` prints the same reply, made by the same [`evaluate`]. FILE is the JSON
//! a program would send, or, as `.toml`, a table `[answers]`; `-` reads JSON from standard input.

mod reply;
mod request;
mod schema;

use axum::http::StatusCode;
use guide::{Case, prune};
use jiff::civil::Date;

use crate::{
    middleware::LARGEST_BODY,
    problem::{Mistake, Problem},
};

pub(crate) use reply::Evaluation;
pub(crate) use schema::EvaluationRequest;

/// How answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `{"answers": {"salary": 47000}}`
    Json,
    /// `[answers]`, `salary = 47000`
    Toml,
}

/// Evaluates answers; returns the findings as one line of JSON. `today` is the filing day unless
/// the answers name one.
///
/// # Errors
/// 413 for a text longer than [`LARGEST_BODY`] bytes, 400 for one of the wrong shape; 422, with a
/// pointer per mistake, for an unknown fact, a value that is none of the fact's, a fact that is
/// given twice, too many answers, or answers that contradict each other.
pub fn evaluate(form: Form, text: &[u8], today: Date) -> Result<String, Problem> {
    if text.len() > LARGEST_BODY {
        return Err(Problem::of_status(StatusCode::PAYLOAD_TOO_LARGE));
    }
    let book = guide::book();
    let given = request::read(book, form, text)?;
    let mut consistent = given.clone();
    let dropped = prune(book, &mut consistent);
    if !dropped.is_empty() {
        let facts = dropped.iter().filter_map(|fact| book.facts.get(usize::from(*fact)));
        let what = "does not go with the other answers";
        let mistakes = facts.map(|fact| Mistake::answer(&fact.id, what)).collect();
        return Err(Problem::contradiction(mistakes));
    }
    let case = Case { book, answers: &given, filing: given.filing_day(book, today) };
    let json = serde_json::to_string(&Evaluation::of(&case));
    let mut json = json.map_err(|_| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR))?;
    json.push('\n');
    Ok(json)
}
