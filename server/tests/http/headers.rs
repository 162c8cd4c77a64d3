//! Headers every response carries, whoever made it.

use axum::body::Body;

use crate::helpers::{Answer, Setup, TestApp};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
                      manifest-src 'self'; worker-src 'self'";

fn assert_safe(what: &str, answer: &Answer) {
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("strict-transport-security", ""),
        ("set-cookie", ""),
    ] {
        assert_eq!(answer.header(name), value, "{name} of {what}");
    }
    let permissions = answer.header("permissions-policy");
    for feature in ["camera=()", "microphone=()", "geolocation=()", "payment=()"] {
        assert!(permissions.contains(feature), "{feature} of {what}");
    }
    assert_eq!(answer.header("x-request-id").len(), 36, "request id of {what}");
}

#[tokio::test]
async fn every_kind_of_response_is_safe() {
    let app = TestApp::new();
    for (method, address, status) in [
        ("GET", "/de/", 200),
        ("GET", "/de/?a=b", 200),
        ("GET", "/", 303),
        ("GET", "/pkg/guide.0a1b2c3d.js", 200),
        ("GET", "/pkg/gone.js", 404),
        ("GET", "/favicon.ico", 200),
        ("GET", "/healthz", 200),
        ("GET", "/robots.txt", 200),
        ("GET", "/de/gibt-es-nicht", 404),
        ("GET", "/nirgends", 404),
        ("POST", "/de/", 405),
        ("GET", "/api/v1/evaluate", 405),
        ("GET", "/api/v1/nothing", 404),
        ("POST", "/api/fn/nothing", 400),
        ("GET", "/de/%FF", 400),
        ("OPTIONS", "/", 405),
    ] {
        let answer = app.send(method, address, &[], Body::empty()).await;
        assert_eq!(answer.status, status, "{method} {address}");
        assert_safe(&format!("{method} {address}"), &answer);
    }
}

#[tokio::test]
async fn the_reload_origin_is_allowed_in_that_mode_only() {
    let dev_reload = Some("http://127.0.0.1:3001/reload".parse().unwrap());
    let app = TestApp::with(Setup { dev_reload, ..Setup::default() });
    let answer = app.get("/healthz").await;
    let widened = POLICY
        .replace("script-src 'self' ", "script-src 'self' http://127.0.0.1:3001 ")
        .replace("connect-src 'self';", "connect-src 'self' http://127.0.0.1:3001;");
    assert_eq!(answer.header("content-security-policy"), widened);
}

#[tokio::test]
async fn the_guide_can_be_framed_by_those_named_and_by_nobody_else() {
    let embedders = ["https://www.example.org", "https://kammer.example"];
    let embedders = embedders.iter().map(|origin| origin.parse().unwrap()).collect();
    let open = TestApp::with(Setup { embedders, ..Setup::default() });
    let closed = TestApp::new();
    let widened = POLICY.replace(
        "frame-ancestors 'none'",
        "frame-ancestors https://www.example.org https://kammer.example",
    );
    for (address, framed) in [
        ("/de/guide/status", true),
        ("/en/guide/results?status=abroad", true),
        ("/de/pathways/settled", true),
        ("/de/occupations?q=maler", true),
        ("/de/occupations/nurse", true),
        ("/de/", false),
        ("/de/imprint", false),
        ("/de/articles", false),
        ("/healthz", false),
        ("/guide/status", false),
    ] {
        let policy = open.get(address).await.header("content-security-policy").to_owned();
        assert_eq!(policy, if framed { &*widened } else { POLICY }, "{address}");
        assert_eq!(closed.get(address).await.header("content-security-policy"), POLICY);
    }
}

#[tokio::test]
async fn https_is_demanded_only_after_a_trusted_proxy_saw_it() {
    let direct = TestApp::new();
    let proxied = TestApp::with(Setup { behind_proxy: true, ..Setup::default() });
    for (app, forwarded, demanded) in [
        (&direct, "https", false),
        (&proxied, "https", true),
        (&proxied, "http, HTTPS", true),
        (&proxied, "http", false),
        (&proxied, "https, http", false),
        (&proxied, "", false),
    ] {
        let answer = app.get_with("/healthz", &[("x-forwarded-proto", forwarded)]).await;
        let expected = if demanded { "max-age=31536000" } else { "" };
        assert_eq!(answer.header("strict-transport-security"), expected, "{forwarded:?}");
    }
    let forged = [("x-forwarded-proto", "https"), ("x-forwarded-proto", "http")];
    for headers in [&forged[..], &[]] {
        let answer = proxied.get_with("/healthz", headers).await;
        assert_eq!(answer.header("strict-transport-security"), "", "{headers:?}");
    }
}

#[tokio::test]
async fn an_id_from_outside_is_not_taken_over() {
    let app = TestApp::new();
    let theirs = "11111111-2222-4333-8444-555555555555";
    let one = app.get_with("/healthz", &[("x-request-id", theirs)]).await;
    let two = app.get_with("/healthz", &[("x-request-id", theirs)]).await;
    assert_ne!(one.header("x-request-id"), theirs);
    assert_ne!(one.header("x-request-id"), two.header("x-request-id"));
}
