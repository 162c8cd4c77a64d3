//! Reading a request: `{"answers": {"status": "abroad", "salary": 47000, "degree": null}}`.

use super::problem::Problem;
use guide::{Answer, Answers, address};
use rules::{Book, Kind};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    #[serde(default)]
    answers: Map<String, Value>,
}

/// Reads all answers. `null` and `"unknown"` both say "I don't know".
///
/// # Errors
/// A [`Problem`] that names every mistake.
pub(super) fn read(book: &Book, body: &[u8]) -> Result<Answers, Problem> {
    let request: Request =
        serde_json::from_slice(body).map_err(|error| Problem::unreadable(&error))?;
    let mut answers = Answers::default();
    let mut wrong = Vec::new();
    for (id, value) in &request.answers {
        let Some(fact) = book.fact(id) else {
            wrong.push((id.clone(), "there is no fact of this name".to_owned()));
            continue;
        };
        match answer(book, fact, value) {
            Some(answer) => answers.set(fact, Some(answer)),
            None => wrong.push((id.clone(), allowed(book, fact))),
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(Problem::values(wrong)) }
}

fn answer(book: &Book, fact: u8, value: &Value) -> Option<Answer> {
    let text = match value {
        Value::Null => address::UNKNOWN.to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    address::parse(book, fact, &text)
}

fn allowed(book: &Book, fact: u8) -> String {
    let Some(fact) = book.facts.get(usize::from(fact)) else { return String::new() };
    match fact.kind {
        Kind::Choice => {
            let ids: Vec<&str> = fact.options.iter().map(|option| option.id.as_str()).collect();
            format!("allowed are {}, unknown", ids.join(", "))
        }
        Kind::Country => "an ISO 3166-1 alpha-2 code in capitals, XK, or unknown".to_owned(),
        Kind::Money => {
            let (least, most) = (address::MONEY.start() / 100, address::MONEY.end() / 100);
            format!("euros a year from {least} to {most}, at most two decimals, or unknown")
        }
        Kind::Place => {
            "a German postcode, where shared with the municipality's id behind a hyphen".to_owned()
        }
        Kind::Day => "a day as 2026-11-22, from 2024 to 2035".to_owned(),
    }
}
