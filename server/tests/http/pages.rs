//! Keeping, checking and compressing of pages.

use std::io::Read as _;

use axum::body::Body;

use crate::helpers::TestApp;

fn plain(coding: &str, body: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    match coding {
        "br" => brotli::BrotliDecompress(&mut &*body, &mut text).unwrap(),
        "gzip" => {
            flate2::read::GzDecoder::new(body).read_to_end(&mut text).unwrap();
        }
        _ => text = body.to_vec(),
    }
    text
}

#[tokio::test]
async fn every_coding_holds_the_same_page() {
    let app = TestApp::new();
    for address in ["/de/", "/de/?a=b", "/de/gibt-es-nicht"] {
        let whole = app.get(address).await;
        assert_eq!(whole.header("content-encoding"), "");
        for coding in ["br", "gzip"] {
            let packed = app.get_with(address, &[("accept-encoding", coding)]).await;
            assert_eq!(packed.header("content-encoding"), coding, "{address}");
            assert_eq!(packed.header("vary"), "Accept-Encoding", "{address}");
            assert_eq!(plain(coding, &packed.body), whole.body, "{address}");
        }
    }
}

#[tokio::test]
async fn a_page_without_answers_is_checked_and_not_sent_again() {
    let app = TestApp::new();
    for coding in ["identity", "br", "gzip"] {
        let first = app.get_with("/de/", &[("accept-encoding", coding)]).await;
        assert_eq!(first.header("cache-control"), "no-cache");
        assert_eq!(first.header("content-language"), "de");
        let etag = first.header("etag").to_owned();
        assert!(etag.starts_with('"') && etag.len() == 34, "{etag}");

        let headers = [("accept-encoding", coding), ("if-none-match", etag.as_str())];
        let again = app.get_with("/de/", &headers).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{coding}");
        assert_eq!(again.header("etag"), etag);
        assert_eq!(again.header("vary"), "Accept-Encoding");
        assert_eq!(again.header("cache-control"), "no-cache");

        let other = if coding == "br" { "gzip" } else { "br" };
        let headers = [("accept-encoding", other), ("if-none-match", etag.as_str())];
        assert_eq!(app.get_with("/de/", &headers).await.status, 200, "{coding} against {other}");
    }
}

#[tokio::test]
async fn answers_in_the_address_are_never_kept() {
    let app = TestApp::new();
    assert_eq!(app.get("/de/").await.header("cache-control"), "no-cache");
    let answer = app.get_with("/de/?beruf=koch", &[("if-none-match", "*")]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("etag"), "");
    assert_eq!(app.get("/de/?").await.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn head_tells_the_length_get_would_send() {
    let app = TestApp::new();
    for address in ["/de/", "/de/?a=b", "/de/gibt-es-nicht", "/nirgends"] {
        for coding in ["identity", "br"] {
            let headers = [("accept-encoding", coding)];
            let get = app.get_with(address, &headers).await;
            let head = app.send("HEAD", address, &headers, Body::empty()).await;
            assert_eq!(head.status, get.status, "{address}");
            assert!(head.body.is_empty(), "{address}");
            assert_eq!(head.header("content-length"), get.body.len().to_string(), "{address}");
            assert_eq!(head.header("etag"), get.header("etag"), "{address}");
        }
    }
}

#[tokio::test]
async fn pages_are_read_and_not_written() {
    let app = TestApp::new();
    for method in ["POST", "PUT", "PATCH", "DELETE"] {
        let answer = app.send(method, "/en/", &[], "").await;
        answer.assert_failure_page(405, "en");
        assert_eq!(answer.header("allow"), "GET,HEAD", "{method}");
    }
}

#[tokio::test]
async fn the_locale_alone_leads_to_its_start_page() {
    let answer = TestApp::new().get("/en").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/en/"));
    assert_eq!(answer.header("cache-control"), "no-store");
}
