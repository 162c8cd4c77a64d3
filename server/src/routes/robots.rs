//! `/robots.txt`.

use axum::{http::header, response::IntoResponse};

// Answers are in the query: a search engine has no business with somebody's answers.
const TEXT: &str = "User-agent: *\nDisallow: /api/\nDisallow: /*?\n";

/// Start and information pages may be indexed.
pub(super) async fn serve() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "public, max-age=86400")], TEXT)
}
