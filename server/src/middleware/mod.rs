//! What happens around every request, one concern per file.

mod access_log;
mod address;
mod body_limit;
mod cross_site;
mod deadline;
mod failures;
mod panics;
mod request_id;
mod security_headers;

pub use body_limit::LARGEST as LARGEST_BODY;
pub(crate) use security_headers::content_security_policy;

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
};
use tower::ServiceBuilder;

use crate::state::App;

/// Puts all middleware around `router`, outermost first: whatever an inner layer refuses still
/// gets a page, the headers, a log line and an id from the outer ones.
pub fn wrap(router: Router<App>, app: &App) -> Router {
    let layers = ServiceBuilder::new()
        .layer(from_fn(request_id::assign))
        .layer(from_fn(access_log::record))
        .layer(from_fn_with_state(app.clone(), security_headers::add))
        .layer(from_fn_with_state(app.clone(), failures::dress))
        .layer(panics::layer())
        .layer(deadline::layer())
        .layer(from_fn(address::check))
        .layer(cross_site::layer())
        .layer(body_limit::layer());
    router.layer(layers).with_state(app.clone())
}
