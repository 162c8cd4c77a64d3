//! `/api/v1/…`: the guide for other programs. What it says is described in [`crate::evaluation`].

use std::sync::OnceLock;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use super::openapi;
use crate::{
    catalogue::{PathwayCatalogue, QuestionCatalogue},
    encoding::{Effort, Encoding},
    evaluation::{Evaluation, EvaluationRequest, Form, evaluate},
    packed::Packed,
    problem::Problem,
    state::App,
};

const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

/// The rule base changes with the program alone; an hour bounds how long an update goes unseen.
const AN_HOUR: &str = "public, max-age=3600";

/// A reply made once; `None` should it not serialise.
type Kept = OnceLock<Option<Packed>>;

/// Evaluates answers sent as JSON; 415 for any other content type.
#[utoipa::path(
    post,
    path = "/api/v1/evaluate",
    operation_id = "evaluate",
    summary = "Which routes fit, and why",
    description = "Evaluates every pathway for the answers given. Nothing is kept.",
    request_body(content = EvaluationRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "The findings", body = Evaluation),
        (
            status = 400,
            description = "No JSON of the right shape",
            body = Problem,
            content_type = "application/problem+json"
        ),
        (
            status = 413,
            description = "More than 64 KiB",
            body = Problem,
            content_type = "application/problem+json"
        ),
        (
            status = 415,
            description = "Another content type than application/json",
            body = Problem,
            content_type = "application/problem+json"
        ),
        (
            status = 422,
            description = "Unknown facts or values, a fact given twice, too many answers, or \
                           answers that contradict each other; each with a JSON pointer",
            body = Problem,
            content_type = "application/problem+json"
        ),
    )
)]
pub(super) async fn answer(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Response {
    if !is_json(&headers) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let (status, kind, json) = match evaluate(Form::Json, &body, app.today()) {
        Ok(json) => (StatusCode::OK, JSON, json),
        Err(problem) => (problem.status(), PROBLEM, problem.to_json()),
    };
    let (encoding, body) = Encoding::preferred(&headers).encode(json.into(), Effort::Once);
    let mut response = (status, body).into_response();
    let sent = response.headers_mut();
    sent.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    sent.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    sent.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(coding) = encoding.header() {
        sent.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

/// Every pathway.
#[utoipa::path(
    get,
    path = "/api/v1/pathways",
    operation_id = "pathways",
    summary = "Every route with its conditions",
    description = "The whole rule base: conditions with law and confidence, amounts by year, fees.",
    responses(
        (status = 200, description = "All pathways", body = PathwayCatalogue),
        (status = 304, description = "Unchanged since the ETag sent as If-None-Match"),
    )
)]
pub(super) async fn pathways(headers: HeaderMap) -> Response {
    static KEPT: Kept = OnceLock::new();
    kept_json(&KEPT, &headers, || Some(PathwayCatalogue::of(guide::book())))
}

/// Every fact.
#[utoipa::path(
    get,
    path = "/api/v1/questions",
    operation_id = "questions",
    summary = "The vocabulary",
    description = "Every fact in the order in which it is asked: its allowed values, when it \
                   exists, what is presumed.",
    responses(
        (status = 200, description = "All facts", body = QuestionCatalogue),
        (status = 304, description = "Unchanged since the ETag sent as If-None-Match"),
    )
)]
pub(super) async fn questions(headers: HeaderMap) -> Response {
    static KEPT: Kept = OnceLock::new();
    kept_json(&KEPT, &headers, || Some(QuestionCatalogue::of(guide::book())))
}

/// The description of all this.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "openapi",
    summary = "This document",
    description = "The API as OpenAPI 3.1; the same document is at /openapi.json.",
    responses(
        (status = 200, description = "The document", body = Object),
        (status = 304, description = "Unchanged since the ETag sent as If-None-Match"),
    )
)]
pub(super) async fn description(headers: HeaderMap) -> Response {
    static KEPT: Kept = OnceLock::new();
    kept_json(&KEPT, &headers, openapi::document)
}

/// The reply as it was made for the first request; 500 should it not serialise.
fn kept_json<T: Serialize>(
    kept: &Kept,
    asked: &HeaderMap,
    make: impl FnOnce() -> Option<T>,
) -> Response {
    let packed = || serde_json::to_string(&make()?).ok().map(Packed::new);
    match kept.get_or_init(packed) {
        Some(kept) => kept.respond(asked, JSON, AN_HOUR),
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media = value.and_then(|value| value.split(';').next()).unwrap_or_default();
    media.trim().eq_ignore_ascii_case(JSON)
}
