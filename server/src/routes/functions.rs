//! `/api/fn/…`: the server functions of the islands.

use axum::{
    extract::{Request, State},
    response::{IntoResponse as _, Response},
};
use leptos::prelude::provide_context;

use crate::state::App;

/// Runs the server function registered for the path, with site and day in its context.
pub(super) async fn call(State(app): State<App>, request: Request) -> Response {
    let context = move || {
        provide_context(app.site().clone());
        provide_context(app.today());
    };
    leptos_axum::handle_server_fns_with_context(context, request).await.into_response()
}
