//! An id per request, to find the log line of what a reader reports.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use uuid::Uuid;

const NAME: HeaderName = HeaderName::from_static("x-request-id");

/// The id of the current request, among its extensions.
#[derive(Clone, Copy)]
pub(super) struct RequestId(pub(super) Uuid);

/// Always an id of our own: one sent from outside could be forged or name a person.
pub(super) async fn assign(mut request: Request, next: Next) -> Response {
    let id = Uuid::new_v4();
    request.headers_mut().remove(NAME);
    request.extensions_mut().insert(RequestId(id));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(NAME, value);
    }
    response
}
