//! `/api/…`: refusals are problems as JSON, never pages.

use axum::body::Body;
use http_body_util::BodyExt as _;

use crate::helpers::TestApp;

const JSON: (&str, &str) = ("content-type", "application/json");
const LARGEST: usize = 64 * 1024;

#[tokio::test]
async fn json_is_answered_with_json_that_is_not_kept() {
    let app = TestApp::new();
    for kind in ["application/json", "Application/JSON; charset=utf-8"] {
        let headers = [("content-type", kind)];
        let answer = app.send("POST", "/api/v1/evaluate", &headers, "{}").await;
        assert!(answer.status.as_u16() < 500, "{kind}");
        assert!(answer.header("content-type").ends_with("json"), "{kind}");
        assert_eq!(answer.header("cache-control"), "no-store");
        serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap();
    }
}

#[tokio::test]
async fn the_answer_is_compressed_when_asked_for() {
    let app = TestApp::new();
    let whole = app.send("POST", "/api/v1/evaluate", &[JSON], "{}").await;
    let headers = [JSON, ("accept-encoding", "br")];
    let packed = app.send("POST", "/api/v1/evaluate", &headers, "{}").await;
    assert_eq!(packed.header("content-encoding"), "br");
    let mut text = Vec::new();
    brotli::BrotliDecompress(&mut &*packed.body, &mut text).unwrap();
    assert_eq!(text, whole.body);
}

#[tokio::test]
async fn broken_json_is_the_callers_fault() {
    let app = TestApp::new();
    for body in ["{", "", "\u{0}", "[1,2"] {
        app.send("POST", "/api/v1/evaluate", &[JSON], body).await.assert_problem(400);
    }
}

#[tokio::test]
async fn other_content_types_are_refused() {
    let app = TestApp::new();
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""] {
        let headers = [("content-type", kind)];
        app.send("POST", "/api/v1/evaluate", &headers, "{}").await.assert_problem(415);
    }
    app.send("POST", "/api/v1/evaluate", &[], "{}").await.assert_problem(415);
}

#[tokio::test]
async fn other_methods_are_refused_with_the_right_one() {
    let app = TestApp::new();
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        let answer = app.send(method, "/api/v1/evaluate", &[], "").await;
        answer.assert_problem(405);
        assert_eq!(answer.header("allow"), "POST", "{method}");
    }
}

#[tokio::test]
async fn unknown_addresses_and_functions_are_problems_that_echo_nothing() {
    let app = TestApp::new();
    app.get("/api/v1/nothing").await.assert_problem(404);
    app.get("/api/").await.assert_problem(404);
    let answer = app.send("POST", "/api/fn/no_such_function", &[], "a=b").await;
    answer.assert_problem(400);
    assert!(!answer.text().contains("no_such_function"));
}

#[tokio::test]
async fn a_body_may_have_sixty_four_kibibytes_and_not_one_byte_more() {
    let app = TestApp::new();
    for announced in [true, false] {
        for (length, refused) in [(LARGEST, false), (LARGEST + 1, true)] {
            let text = format!("\"{}\"", "a".repeat(length - 2));
            let size = text.len().to_string();
            let mut headers = vec![JSON];
            if announced {
                headers.push(("content-length", &size));
            }
            let body = Body::new(http_body_util::Full::from(text).map_err(|e| match e {}));
            let answer = app.send("POST", "/api/v1/evaluate", &headers, body).await;
            assert_eq!(answer.status == 413, refused, "{length} announced {announced}");
            if refused {
                answer.assert_problem(413);
                assert!(answer.text().contains("65536"));
            }
        }
    }
}

#[tokio::test]
async fn pages_of_other_sites_cannot_post() {
    let app = TestApp::new();
    for (headers, refused) in [
        (vec![JSON, ("sec-fetch-site", "cross-site")], true),
        (vec![JSON, ("sec-fetch-site", "same-site")], true),
        (vec![JSON, ("host", "ours.example"), ("origin", "https://theirs.example")], true),
        (vec![JSON, ("host", "ours.example"), ("origin", "null")], true),
        (vec![JSON, ("host", "ours.example"), ("origin", "https://ours.example")], false),
        (vec![JSON, ("sec-fetch-site", "same-origin")], false),
        (vec![JSON], false),
    ] {
        for address in ["/api/v1/evaluate", "/api/fn/no_such_function"] {
            let answer = app.send("POST", address, &headers, "{}").await;
            assert_eq!(answer.status == 403, refused, "{address} {headers:?}");
            if refused {
                answer.assert_problem(403);
            }
        }
    }
}
