//! `/pkg/…`: the packed files, whose names change with their content.

use std::io;

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use tower_http::services::ServeDir;

use crate::state::App;

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A file of the packed site, compressed if the client takes it; 404 for anything else.
pub(super) async fn serve(State(app): State<App>, mut request: Request) -> Response {
    let Some(below) = request.uri().path().strip_prefix("/pkg") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(below) = Uri::try_from(below) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    *request.uri_mut() = below;
    let mut files = ServeDir::new(app.pkg())
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let mut response = match files.try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(error) => return status_of(&error).into_response(),
    };
    // Not on a 404: a file that is missing during an update must not be missing for a year.
    let status = response.status();
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(header::CACHE_CONTROL, FOREVER);
    }
    response
}

/// Names no file can have are simply not found; only a failing disk is our fault.
fn status_of(error: &io::Error) -> StatusCode {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound
        | Kind::PermissionDenied
        | Kind::NotADirectory
        | Kind::IsADirectory
        | Kind::InvalidInput
        | Kind::InvalidFilename => StatusCode::NOT_FOUND,
        kind => {
            tracing::error!(%kind, "a packed file could not be read");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}
