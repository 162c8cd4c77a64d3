//! Faults of our own: a panic, an answer that does not come.

use std::future::pending;

use axum::{Router, body::Body, http::StatusCode, routing::get};
use jiff::Timestamp;
use server::clock::Clock;
use tokio::time::Instant;

use crate::helpers::{Setup, TestApp};

const SECRET: &str = "Gehalt 2750 Euro";

struct BrokenClock;

impl Clock for BrokenClock {
    fn now(&self) -> Timestamp {
        panic!("{SECRET}")
    }
}

#[tokio::test]
async fn a_panic_is_a_page_in_the_language_without_its_text() {
    let clock: Box<dyn Clock> = Box::new(BrokenClock);
    let app = TestApp::with(Setup { clock: Some(clock), ..Setup::default() });
    for (address, locale) in [("/de/", "de"), ("/en/?a=b", "en")] {
        let answer = app.get_with(address, &[("accept-language", "tr")]).await;
        answer.assert_failure_page(500, locale);
        assert!(!answer.text().contains(SECRET) && !answer.text().contains("panic"));
    }
    let headers = [("content-type", "application/json")];
    let answer = app.send("POST", "/api/v1/evaluate", &headers, "{}").await;
    answer.assert_problem(500);
    assert!(!answer.text().contains(SECRET));
    assert_eq!(app.get("/healthz").await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn what_takes_ten_seconds_is_given_up() {
    let extra = Router::new()
        .route("/en/slow", get(pending::<StatusCode>))
        .route("/api/slow", get(pending::<StatusCode>));
    let app = TestApp::with(Setup { extra, ..Setup::default() });
    let started = Instant::now();
    app.get("/en/slow").await.assert_failure_page(503, "en");
    assert_eq!(started.elapsed().as_secs(), 10);
    app.get("/api/slow").await.assert_problem(503);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_never_comes_is_given_up() {
    let app = TestApp::new();
    let (_sender, body) = http_body_util::channel::Channel::<bytes::Bytes>::new(1);
    let headers = [("content-type", "application/json")];
    let answer = app.send("POST", "/api/v1/evaluate", &headers, Body::new(body)).await;
    answer.assert_problem(503);
}

#[tokio::test]
async fn a_bare_refusal_keeps_its_headers_and_gets_a_body_of_its_own_length() {
    let headers = [
        ("retry-after", "7"),
        ("content-type", "text/plain"),
        ("content-length", "3"),
        ("content-encoding", "br"),
    ];
    let refuse = move || async move { (StatusCode::TOO_MANY_REQUESTS, headers, "raw") };
    let extra = Router::new().route("/de/refused", get(refuse));
    let app = TestApp::with(Setup { extra, ..Setup::default() });
    let answer = app.get("/de/refused").await;
    answer.assert_failure_page(429, "de");
    assert_eq!(answer.header("retry-after"), "7");
    assert_eq!(answer.header("content-encoding"), "");
    assert_eq!(answer.header("content-length"), answer.body.len().to_string());
}

#[tokio::test]
async fn a_page_or_function_error_that_brings_its_own_body_is_left_alone() {
    let page = || async { (StatusCode::GONE, [("content-type", "text/html")], "own page") };
    let function = || async { (StatusCode::BAD_REQUEST, [("serverfnerror", "/api/fn/x")], "own") };
    let extra = Router::new().route("/de/own", get(page)).route("/api/own", get(function));
    let app = TestApp::with(Setup { extra, ..Setup::default() });
    assert_eq!(app.get("/de/own").await.text(), "own page");
    assert_eq!(app.get("/api/own").await.text(), "own");
}
