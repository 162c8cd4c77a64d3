//! Whatever refuses a request gives only a status; here it becomes a page, or a problem as JSON.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{language, problem::Problem, state::App, ui::pages};

/// Set by Leptos on errors its islands read themselves.
const SERVER_FUNCTION_ERROR: HeaderName = HeaderName::from_static("serverfnerror");

/// Gives bare 4xx and 5xx responses a body people (or, under `/api/`, programs) can read.
pub(super) async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_api = request.uri().path().starts_with("/api/");
    let in_path = language::of_path(request.uri().path(), app.locales()).map(str::to_owned);
    let wishes: Vec<HeaderValue> =
        request.headers().get_all(header::ACCEPT_LANGUAGE).iter().cloned().collect();
    let response = next.run(request).await;
    let status = response.status();
    let is_failure = status.is_client_error() || status.is_server_error();
    if !is_failure || is_dressed(response.headers()) {
        return response;
    }
    if is_api {
        return redressed(
            response,
            "application/problem+json",
            Problem::of_status(status).to_json(),
        );
    }
    let negotiated = in_path.is_none();
    let locale = in_path.unwrap_or_else(|| {
        let wishes = wishes.into_iter().map(|value| (header::ACCEPT_LANGUAGE, value));
        language::negotiate(&wishes.collect(), app.locales()).to_owned()
    });
    let html = pages::failure(app.site(), &locale, status.as_u16());
    let mut response = redressed(response, "text/html; charset=utf-8", html);
    if let Ok(locale) = HeaderValue::from_str(&locale) {
        response.headers_mut().insert(header::CONTENT_LANGUAGE, locale);
    }
    if negotiated {
        let vary = HeaderValue::from_static("Accept-Language");
        response.headers_mut().insert(header::VARY, vary);
    }
    response
}

/// Whether a handler already wrote a body of the house.
fn is_dressed(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default();
    kind.starts_with("text/html")
        || kind.starts_with("application/problem+json")
        || headers.contains_key(SERVER_FUNCTION_ERROR)
}

/// Same status and headers, other body.
fn redressed(response: Response, kind: &'static str, text: String) -> Response {
    let (mut parts, _bare) = response.into_parts();
    let (body, headers) = (Body::from(text), &mut parts.headers);
    headers.remove(header::CONTENT_LENGTH);
    headers.remove(header::CONTENT_ENCODING);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, body)
}
