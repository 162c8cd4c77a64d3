//! `/pkg/…` and the mark.

use axum::body::Body;

use crate::helpers::TestApp;

const FOREVER: &str = "public, max-age=31536000, immutable";

#[tokio::test]
async fn files_have_their_type_and_may_be_kept_for_ever() {
    let app = TestApp::new();
    for (address, kind, text) in [
        ("/pkg/guide.0a1b2c3d.js", "text/javascript", "plain guide.js"),
        ("/pkg/guide.1b2c3d4e.wasm", "application/wasm", "plain guide.wasm"),
        ("/pkg/words.de.2c3d4e5f.bin", "application/octet-stream", "plain words.de.bin"),
        ("/pkg/main.4e5f6a7b.css", "text/css", "plain main.css"),
        ("/pkg/mark.5f6a7b8c.svg", "image/svg+xml", "plain mark.svg"),
        (
            "/pkg/fonts/fira-sans-400.6a7b8c9d.woff2",
            "font/woff2",
            "plain fonts/fira-sans-400.woff2",
        ),
    ] {
        let answer = app.get(address).await;
        assert_eq!(answer.status, 200, "{address}");
        assert_eq!(answer.header("content-type"), kind, "{address}");
        assert_eq!(answer.header("cache-control"), FOREVER, "{address}");
        assert_eq!(answer.text(), text);
    }
}

#[tokio::test]
async fn the_packed_compression_is_negotiated() {
    let app = TestApp::new();
    for (accepted, coding, text) in [
        ("gzip, deflate, br", "br", "br main.css"),
        ("gzip", "gzip", "gz main.css"),
        ("br;q=0.1, gzip", "gzip", "gz main.css"),
        ("identity", "", "plain main.css"),
        ("zstd", "", "plain main.css"),
    ] {
        let headers = [("accept-encoding", accepted)];
        let answer = app.get_with("/pkg/main.4e5f6a7b.css", &headers).await;
        assert_eq!(answer.header("content-encoding"), coding, "{accepted}");
        assert_eq!(answer.text(), text, "{accepted}");
        assert_eq!(answer.header("content-type"), "text/css", "{accepted}");
        assert!(answer.header("vary").eq_ignore_ascii_case("accept-encoding"), "{accepted}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_kept_and_folders_are_not_listed() {
    let app = TestApp::new();
    for address in [
        "/pkg/gone.js",
        "/pkg/fonts",
        "/pkg/fonts/",
        "/pkg/",
        "/pkg",
        "/pkg/../assets.json",
        "/pkg/%2e%2e/assets.json",
        "/pkg/..%2fassets.json",
        "/pkg//etc/passwd",
    ] {
        let answer = app.get_with(address, &[("accept-language", "en")]).await;
        answer.assert_failure_page(404, "en");
        assert!(!answer.text().contains("OFL") && !answer.text().contains("files"), "{address}");
    }
}

#[tokio::test]
async fn a_part_and_the_head_of_a_file_can_be_had() {
    let app = TestApp::new();
    let part = app.get_with("/pkg/main.4e5f6a7b.css", &[("range", "bytes=6-9")]).await;
    assert_eq!(part.status, 206);
    assert_eq!(part.header("content-range"), "bytes 6-9/14");
    assert_eq!(part.header("cache-control"), FOREVER);
    assert_eq!(part.text(), "main");

    let head = app.send("HEAD", "/pkg/main.4e5f6a7b.css", &[], Body::empty()).await;
    assert_eq!((head.status.as_u16(), head.header("content-length")), (200, "14"));
    assert!(head.body.is_empty());

    let beyond = app.get_with("/pkg/main.4e5f6a7b.css", &[("range", "bytes=99-")]).await;
    assert_eq!(beyond.status, 416);
    assert_eq!(beyond.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_file_already_had_is_not_sent_again() {
    let app = TestApp::new();
    let first = app.get("/pkg/main.4e5f6a7b.css").await;
    let since = first.header("last-modified").to_owned();
    let again = app.get_with("/pkg/main.4e5f6a7b.css", &[("if-modified-since", &since)]).await;
    assert_eq!(again.status, 304);
    assert_eq!(again.header("cache-control"), FOREVER);
}

#[tokio::test]
async fn the_fixed_favicon_is_the_mark_and_is_kept_for_a_day() {
    let app = TestApp::new();
    let answer = app.get("/favicon.ico").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    assert_eq!(answer.header("cache-control"), "public, max-age=86400");
    assert_eq!(answer.text(), "plain mark.svg");
}

#[tokio::test]
async fn files_are_only_read() {
    let answer = TestApp::new().send("DELETE", "/pkg/main.4e5f6a7b.css", &[], "").await;
    answer.assert_failure_page(405, "de");
    assert_eq!(answer.header("allow"), "GET,HEAD");
}
