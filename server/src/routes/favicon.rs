//! `/favicon.ico`: asked for by browsers and feed readers that read no page first.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, Uri, header},
    response::Response,
};

use super::assets;
use crate::state::App;

/// The SVG mark under the fixed name, so it may be kept for a day only.
pub(super) async fn serve(State(app): State<App>, mut request: Request) -> Response {
    if let Ok(mark) = Uri::try_from(app.site().assets.mark.as_str()) {
        *request.uri_mut() = mark;
    }
    let mut response = assets::serve(State(app), request).await;
    if response.headers().contains_key(header::CACHE_CONTROL) {
        let day = HeaderValue::from_static("public, max-age=86400");
        response.headers_mut().insert(header::CACHE_CONTROL, day);
    }
    response
}
