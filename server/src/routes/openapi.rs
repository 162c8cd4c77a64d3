//! The API as OpenAPI 3.1, made from the types that are really sent and from real replies.

use axum::http::StatusCode;
use jiff::civil::Date;
use serde_json::{Value, json};
use utoipa::OpenApi;

use super::api;
use crate::{
    catalogue::{PathwayCatalogue, QuestionCatalogue},
    evaluation::{Form, evaluate},
    problem::Problem,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Revierlotse",
        version = "1",
        description = "Which lawful ways to work in Germany are open to a person, why, and what is \
                       still to be asked. Ids stay as they are; every reply names the version of \
                       the rule base it was made with.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    paths(api::answer, api::pathways, api::questions, api::description)
)]
struct Api;

/// The document with its examples; `None` should one of them not be what it is meant to be.
pub(super) fn document() -> Option<Value> {
    let mut document = serde_json::to_value(Api::openapi()).ok()?;
    for (place, summary, value) in examples()? {
        let described = document.pointer_mut(&format!("/paths/~1api~1v1~1{place}"))?;
        let examples = json!({ "example": { "summary": summary, "value": value } });
        described.as_object_mut()?.insert("examples".to_owned(), examples);
    }
    Some(document)
}

/// Where each example stands, what it shows, and the example: real replies, the long ones cut.
fn examples() -> Option<Vec<(&'static str, &'static str, Value)>> {
    let book = guide::book();
    let request = json!({ "answers": {
        "status": "abroad", "nationality": "PL", "regulated": "no", "filing-day": "2026-11-22",
    } });
    let mut findings: Value = serde_json::from_str(&evaluated(&request).ok()?).ok()?;
    findings.get_mut("findings")?.as_array_mut()?.truncate(1);
    let unknown = json!({ "answers": { "shoe-size": 42, "salary": "much" } });
    let unknown = serde_json::to_value(evaluated(&unknown).err()?).ok()?;
    let misshapen = serde_json::to_value(evaluated(&json!([])).err()?).ok()?;
    let of_status = |status| serde_json::to_value(Problem::of_status(status)).ok();
    let too_long = of_status(StatusCode::PAYLOAD_TOO_LARGE)?;
    let other_type = of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE)?;
    let mut pathways = PathwayCatalogue::of(book);
    pathways.pathways.truncate(1);
    let mut questions = QuestionCatalogue::of(book);
    questions.facts.truncate(1);
    Some(vec![
        (
            "evaluate/post/requestBody/content/application~1json",
            "A Polish citizen abroad, an occupation without licence, filing day 22 November 2026",
            request,
        ),
        (
            "evaluate/post/responses/200/content/application~1json",
            "The reply to the request shown; of its findings the first alone",
            findings,
        ),
        (
            "evaluate/post/responses/400/content/application~1problem+json",
            "A list was sent",
            misshapen,
        ),
        (
            "evaluate/post/responses/413/content/application~1problem+json",
            "The body is too long",
            too_long,
        ),
        (
            "evaluate/post/responses/415/content/application~1problem+json",
            "The body came as text/plain",
            other_type,
        ),
        (
            "evaluate/post/responses/422/content/application~1problem+json",
            "No fact is named shoe-size, and salary is no number",
            unknown,
        ),
        (
            "pathways/get/responses/200/content/application~1json",
            "Of the pathways the first alone",
            serde_json::to_value(pathways).ok()?,
        ),
        (
            "questions/get/responses/200/content/application~1json",
            "Of the facts the first alone",
            serde_json::to_value(questions).ok()?,
        ),
    ])
}

/// The examples name their filing day themselves, so the day given here decides nothing.
fn evaluated(request: &Value) -> Result<String, Problem> {
    evaluate(Form::Json, request.to_string().as_bytes(), Date::default())
}
