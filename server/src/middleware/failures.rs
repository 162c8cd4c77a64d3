//! Whatever refuses a request gives only a status; here it becomes a page, or a problem as JSON.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use serde_json::json;

use super::body_limit;
use crate::{language, state::App, ui::pages};

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
        return redressed(response, "application/problem+json", problem(status));
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

/// RFC 9457.
fn problem(status: StatusCode) -> String {
    let detail = match status {
        StatusCode::FORBIDDEN => "Requests from pages of another site are refused.".to_owned(),
        StatusCode::NOT_FOUND => "There is nothing at this address.".to_owned(),
        StatusCode::METHOD_NOT_ALLOWED => "Use a method named in the Allow header.".to_owned(),
        StatusCode::PAYLOAD_TOO_LARGE => {
            format!("The body may have {} bytes at most.", body_limit::LARGEST)
        }
        StatusCode::URI_TOO_LONG => "The address is too long; send the data as body.".to_owned(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            "Send the body with Content-Type: application/json.".to_owned()
        }
        StatusCode::SERVICE_UNAVAILABLE => "The answer took too long; try again.".to_owned(),
        status if status.is_server_error() => {
            "The fault is on this side and has been logged; try again later.".to_owned()
        }
        _ => "The request could not be understood.".to_owned(),
    };
    let title = status.canonical_reason().unwrap_or("Error");
    json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail })
        .to_string()
}
