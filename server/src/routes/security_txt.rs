//! `/.well-known/security.txt` (RFC 9116).

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::ToSpan as _;

use crate::state::App;

/// The operator's contact; 404 when nobody was named.
pub(super) async fn serve(State(app): State<App>) -> Response {
    // The RFC recommends less than a year; whoever runs the server renews it by running it.
    let expires = app.today().checked_add(6.months());
    let (Some(contact), Ok(expires)) = (app.security_contact(), expires) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // Whoever answers there speaks a language, not a simpler form of one.
    let spoken = app.locales().iter().map(String::as_str);
    let languages: Vec<_> = spoken.filter(|tag| guide::COMPLETE.contains(tag)).collect();
    let languages = languages.join(", ");
    let text = format!(
        "Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {languages}\n"
    );
    ([(header::CACHE_CONTROL, "no-cache")], text).into_response()
}
