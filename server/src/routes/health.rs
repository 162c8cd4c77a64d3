//! `/healthz`: for whoever watches over the process.

use axum::{http::header, response::IntoResponse};

/// Says that requests are being answered; looks at nothing else.
pub(super) async fn check() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], "ok")
}
