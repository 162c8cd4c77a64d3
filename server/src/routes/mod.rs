//! Every address this server answers.

mod api;
mod assets;
mod favicon;
mod functions;
mod health;
mod home;
mod openapi;
mod pages;
mod robots;
mod security_txt;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};

use crate::{middleware, state::App};

/// The router the binary serves: all routes, with all middleware around them.
pub fn router(app: &App) -> Router {
    middleware::wrap(routes(app), app)
}

/// The routes alone, for tests that add one of their own before wrapping them.
pub fn routes(app: &App) -> Router<App> {
    // Server functions spawn through it. An error only says that it was set before.
    let _already_set = any_spawner::Executor::init_tokio();

    let mut router = Router::new()
        .route("/", get(home::redirect))
        .route("/pkg/{*file}", get(assets::serve))
        .route("/favicon.ico", get(favicon::serve))
        .route("/robots.txt", get(robots::serve))
        .route("/.well-known/security.txt", get(security_txt::serve))
        .route("/healthz", get(health::check))
        .route("/api/v1/evaluate", post(api::answer))
        .route("/api/v1/pathways", get(api::pathways))
        .route("/api/v1/questions", get(api::questions))
        .route("/api/v1/openapi.json", get(api::description))
        .route("/openapi.json", get(api::description))
        .route("/api/fn/{*name}", post(functions::call))
        .fallback(|| async { StatusCode::NOT_FOUND });
    for locale in app.locales() {
        for path in [format!("/{locale}"), format!("/{locale}/"), format!("/{locale}/{{*page}}")] {
            router = router.route(&path, get(pages::show));
        }
    }
    router
}
