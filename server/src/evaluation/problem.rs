//! Refusals as problem documents (RFC 9457) with a pointer to each mistake.

use rules::Book;
use serde_json::json;

/// Why a request was refused.
#[derive(Debug)]
pub(super) struct Problem {
    /// HTTP status.
    pub(super) status: u16,
    title: &'static str,
    detail: String,
    /// JSON pointer and what is wrong there.
    errors: Vec<(String, String)>,
}

impl Problem {
    /// The body is no JSON of the right shape. Place and kind are named, never its content.
    pub(super) fn unreadable(error: &serde_json::Error) -> Self {
        let detail = format!("line {}, column {}", error.line(), error.column());
        Self { status: 400, title: "The request is not readable", detail, errors: Vec::new() }
    }

    /// Facts or values that the book does not have.
    pub(super) fn values(wrong: Vec<(String, String)>) -> Self {
        let point = |(id, what): (String, String)| (pointer(&id), what);
        let errors = wrong.into_iter().map(point).collect();
        let detail = "Some answers are not understood".to_owned();
        Self { status: 422, title: "Unknown fact or value", detail, errors }
    }

    /// Answers that cannot be true together.
    pub(super) fn contradiction(book: &Book, dropped: &[u8]) -> Self {
        let ids = dropped.iter().filter_map(|fact| book.facts.get(usize::from(*fact)));
        let what = "does not go with the other answers";
        let errors = ids.map(|fact| (pointer(&fact.id), what.to_owned())).collect();
        let detail = "Leave these answers out or change the others".to_owned();
        Self { status: 422, title: "The answers contradict each other", detail, errors }
    }

    /// The document.
    pub(super) fn to_json(&self) -> String {
        let point =
            |(pointer, detail): &(String, String)| json!({ "pointer": pointer, "detail": detail });
        let errors: Vec<_> = self.errors.iter().map(point).collect();
        json!({
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "errors": errors,
        })
        .to_string()
    }
}

/// RFC 6901: `~` and `/` are escaped.
fn pointer(id: &str) -> String {
    let name: String = id.chars().take(40).collect();
    format!("/answers/{}", name.replace('~', "~0").replace('/', "~1"))
}
