//! Refusals as problem documents (RFC 9457), the same for programs and for the command line.

use std::fmt::{self, Write as _};

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::middleware::LARGEST_BODY;

/// Why a request was refused (RFC 9457).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: status and title say what kind of problem it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The kind of problem in a few words.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// What is wrong or what to do, as a sentence.
    detail: String,
    /// Each mistake by its place; empty where the request as a whole was refused.
    errors: Vec<Mistake>,
}

/// One mistake in a request.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Mistake {
    /// JSON pointer (RFC 6901) to the wrong part; names of more than 40 characters are cut.
    pointer: String,
    /// What is wrong there.
    detail: String,
}

impl Mistake {
    /// A mistake in the answer to the fact `id`, whether or not there is such a fact.
    pub(crate) fn answer(id: &str, detail: impl Into<String>) -> Self {
        let name: String = id.chars().take(40).collect();
        let pointer = format!("/answers/{}", name.replace('~', "~0").replace('/', "~1"));
        Self { pointer, detail: detail.into() }
    }
}

impl Problem {
    /// 400: no text of the right shape. `detail` names place and kind, never its content.
    pub(crate) fn unreadable(detail: String) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "The request is not readable", detail, Vec::new())
    }

    /// 422: facts or values that the book does not have, or answers given twice.
    pub(crate) fn values(errors: Vec<Mistake>) -> Self {
        let detail = "Some answers are not understood".to_owned();
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "Unknown fact or value", detail, errors)
    }

    /// 422: answers that cannot be true together.
    pub(crate) fn contradiction(errors: Vec<Mistake>) -> Self {
        let detail = "Leave these answers out or change the others".to_owned();
        let title = "The answers contradict each other";
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, title, detail, errors)
    }

    /// 422: more than `most` answers.
    pub(crate) fn too_many(most: usize) -> Self {
        let detail = format!("Send one answer for each fact that is known, {most} at most");
        let all = Mistake { pointer: "/answers".to_owned(), detail: format!("more than {most}") };
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "Too many answers", detail, vec![all])
    }

    /// A refusal of which nothing but the status is known.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let detail = match status {
            StatusCode::FORBIDDEN => "Requests from pages of another site are refused.".to_owned(),
            StatusCode::NOT_FOUND => "There is nothing at this address.".to_owned(),
            StatusCode::METHOD_NOT_ALLOWED => "Use a method named in the Allow header.".to_owned(),
            StatusCode::PAYLOAD_TOO_LARGE => {
                format!("The body may have {LARGEST_BODY} bytes at most.")
            }
            StatusCode::URI_TOO_LONG => {
                "The address is too long; send the data as body.".to_owned()
            }
            StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                "Send the body with Content-Type: application/json.".to_owned()
            }
            StatusCode::SERVICE_UNAVAILABLE => "The answer took too long; try again.".to_owned(),
            status if status.is_server_error() => {
                "The fault is on this side and has been logged; try again later.".to_owned()
            }
            _ => "The request could not be understood.".to_owned(),
        };
        Self::new(status, status.canonical_reason().unwrap_or("Error"), detail, Vec::new())
    }

    fn new(status: StatusCode, title: &'static str, detail: String, errors: Vec<Mistake>) -> Self {
        Self { kind: "about:blank", title, status: status.as_u16(), detail, errors }
    }

    /// The HTTP status to send it with.
    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The document as JSON.
    pub(crate) fn to_json(&self) -> String {
        // Plain structs of texts always serialise; an empty body would still have its status.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Lines for people: title and detail, then `pointer: what is wrong` for each mistake. Control
/// characters, which may come from the request, are written as escapes.
impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.title, self.detail)?;
        for Mistake { pointer, detail } in &self.errors {
            out.write_char('\n')?;
            for sign in pointer.chars() {
                if sign.is_control() {
                    write!(out, "{}", sign.escape_unicode())?;
                } else {
                    out.write_char(sign)?;
                }
            }
            write!(out, ": {detail}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_escaped_and_cut() {
        for (id, pointer) in [
            ("salary", "/answers/salary"),
            ("a/b~c", "/answers/a~1b~0c"),
            ("", "/answers/"),
            (&"ä".repeat(50), &format!("/answers/{}", "ä".repeat(40))),
        ] {
            assert_eq!(Mistake::answer(id, "wrong").pointer, pointer);
        }
    }

    #[test]
    fn lines_for_people_hold_no_control_characters() {
        let problem = Problem::values(vec![
            Mistake::answer("\u{1b}[2J\n", "there is no fact of this name"),
            Mistake::answer("salary", "too much"),
        ]);
        let lines: Vec<String> = problem.to_string().lines().map(ToOwned::to_owned).collect();
        assert_eq!(
            lines,
            [
                "Unknown fact or value: Some answers are not understood",
                "/answers/\\u{1b}[2J\\u{a}: there is no fact of this name",
                "/answers/salary: too much",
            ]
        );
    }
}
