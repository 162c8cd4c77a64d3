//! One log line per request, without anything about the person who sent it.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::Response,
};

use super::request_id::RequestId;

/// Logs method, matched route, status, duration and id. Never the query (answers are in it), the
/// path as sent, the client's address, its browser or where it came from.
pub(super) async fn record(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let id = request.extensions().get::<RequestId>().map(|id| id.0);
    let response = next.run(request).await;
    let route = route.as_ref().map_or("unmatched", MatchedPath::as_str);
    let status = response.status().as_u16();
    let duration_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let request_id = id.map(tracing::field::display);
    if status >= 500 {
        tracing::error!(method, route, status, duration_us, request_id, "request");
    } else {
        tracing::info!(method, route, status, duration_us, request_id, "request");
    }
    response
}

/// A client may send any word as its method; it is no free text for the log.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
