//! `/`: to the start page in the reader's language.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{language, state::App};

/// 303, so that no browser remembers a language for good.
pub(super) async fn redirect(State(app): State<App>, headers: HeaderMap) -> Response {
    let locale = language::negotiate(&headers, app.locales());
    let headers = [
        (header::LOCATION, format!("/{locale}/")),
        (header::VARY, "Accept-Language".to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}
