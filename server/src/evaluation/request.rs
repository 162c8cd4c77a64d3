//! Reading a request: `{"answers": {"status": "abroad", "salary": 47000, "degree": null}}`.

use std::{fmt, marker::PhantomData};

use guide::{Answer, Answers, address};
use rules::{Book, Kind};
use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

use super::Form;
use crate::{
    catalogue::Format,
    problem::{Mistake, Problem},
};

/// Most answers that are read: a book has 256 facts at most, each with one answer.
pub(super) const MOST: usize = 256;

const SHAPE: &str = "{\"answers\": {\"FACT\": \"VALUE\"}}";

/// The whole text; `V` is a value as its form has it. Described by `schema::EvaluationRequest`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound = "V: Deserialize<'de>")]
struct Request<V> {
    #[serde(default)]
    answers: Entries<V>,
}

/// Answers in the order in which they were sent, twice given ones included.
struct Entries<V> {
    kept: Vec<(String, V)>,
    too_many: bool,
}

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self { kept: Vec::new(), too_many: false }
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(text: D) -> Result<Self, D::Error> {
        text.deserialize_map(Reader(PhantomData))
    }
}

struct Reader<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Reader<V> {
    type Value = Entries<V>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("answers by the ids of their facts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Entries::default();
        while let Some(id) = map.next_key()? {
            if entries.kept.len() < MOST {
                entries.kept.push((id, map.next_value()?));
            } else {
                map.next_value::<IgnoredAny>()?;
                entries.too_many = true;
            }
        }
        Ok(entries)
    }
}

/// A value as sent.
trait Sent {
    /// As it would stand in an address; `None` for what is never an answer.
    fn text(&self) -> Option<String>;
}

impl Sent for serde_json::Value {
    fn text(&self) -> Option<String> {
        match self {
            Self::Null => Some(address::UNKNOWN.to_owned()),
            Self::String(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Bool(_) | Self::Array(_) | Self::Object(_) => None,
        }
    }
}

impl Sent for toml::Value {
    fn text(&self) -> Option<String> {
        match self {
            Self::String(text) => Some(text.clone()),
            Self::Integer(number) => Some(number.to_string()),
            Self::Float(number) => Some(number.to_string()),
            Self::Datetime(day) => Some(day.to_string()),
            Self::Boolean(_) | Self::Array(_) | Self::Table(_) => None,
        }
    }
}

/// Reads all answers. `null` and `"unknown"` both say "I don't know".
///
/// # Errors
/// A [`Problem`] that names every mistake.
pub(super) fn read(book: &Book, form: Form, text: &[u8]) -> Result<Answers, Problem> {
    match form {
        Form::Json => {
            // Serde would take a list for the fields in their order.
            if !text.trim_ascii_start().starts_with(b"{") {
                let detail = format!("The body must be a JSON object: {SHAPE}");
                return Err(Problem::unreadable(detail));
            }
            let request = serde_json::from_slice(text).map_err(|error| json_problem(&error))?;
            answers::<serde_json::Value>(book, request)
        }
        Form::Toml => {
            let text = str::from_utf8(text).map_err(|error| {
                Problem::unreadable(format!("No UTF-8 at byte {}", error.valid_up_to() + 1))
            })?;
            let request = toml::from_str(text).map_err(|error| toml_problem(text, &error))?;
            answers::<toml::Value>(book, request)
        }
    }
}

fn json_problem(error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    Problem::unreadable(if error.is_data() {
        format!("The body must have the shape {SHAPE}; line {line}, column {column} differs")
    } else {
        format!("The body is no JSON; the mistake is in line {line}, column {column}")
    })
}

fn toml_problem(text: &str, error: &toml::de::Error) -> Problem {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    Problem::unreadable(format!(
        "The file must be TOML with one table [answers]; the mistake is in line {line}"
    ))
}

fn answers<V: Sent>(book: &Book, request: Request<V>) -> Result<Answers, Problem> {
    let Entries { kept, too_many } = request.answers;
    if too_many {
        return Err(Problem::too_many(MOST));
    }
    let mut answers = Answers::default();
    let mut wrong = Vec::new();
    for (at, (id, value)) in kept.iter().enumerate() {
        let Some(fact) = book.fact(id) else {
            wrong.push(Mistake::answer(id, "there is no fact of this name"));
            continue;
        };
        if kept.iter().take(at).any(|(earlier, _)| earlier == id) {
            wrong.push(Mistake::answer(id, "is given more than once"));
            continue;
        }
        match answer(book, fact, value) {
            Some(answer) => answers.set(fact, Some(answer)),
            None => wrong.push(Mistake::answer(id, allowed(book, fact))),
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(Problem::values(wrong)) }
}

fn answer(book: &Book, fact: u8, value: &impl Sent) -> Option<Answer> {
    address::parse(book, fact, &value.text()?)
}

fn allowed(book: &Book, fact: u8) -> String {
    let Some(fact) = book.facts.get(usize::from(fact)) else { return String::new() };
    match fact.kind {
        Kind::Choice => {
            let ids: Vec<&str> = fact.options.iter().map(|option| option.id.as_str()).collect();
            format!("allowed are {}, unknown", ids.join(", "))
        }
        kind => format!("{}; or unknown", Format::sentence(kind)),
    }
}
