//! The language of redirects and of pages for addresses without one.

use crate::helpers::TestApp;

#[tokio::test]
async fn the_bare_address_leads_to_the_readers_language() {
    let app = TestApp::new();
    for (wanted, target) in [
        ("de-DE,de;q=0.9,en;q=0.8", "/de/"),
        ("en-US,en;q=0.9,de;q=0.8", "/en/"),
        ("tr, en;q=0.5", "/en/"),
        ("tr", "/de/"),
        ("", "/de/"),
    ] {
        let answer = app.get_with("/", &[("accept-language", wanted)]).await;
        assert_eq!(answer.status, 303, "{wanted:?}");
        assert_eq!(answer.header("location"), target, "{wanted:?}");
        assert_eq!(answer.header("vary"), "Accept-Language");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    assert_eq!(app.get("/").await.header("location"), "/de/");
}

#[tokio::test]
async fn the_address_decides_the_language_of_a_page_not_found() {
    let app = TestApp::new();
    for (address, wanted, locale) in [
        ("/de/gibt-es-nicht", "en", "de"),
        ("/en/no-such-page", "de", "en"),
        ("/nirgends", "en", "en"),
        ("/nirgends", "de", "de"),
        ("/nirgends", "uk", "de"),
    ] {
        let answer = app.get_with(address, &[("accept-language", wanted)]).await;
        answer.assert_failure_page(404, locale);
    }
}

#[tokio::test]
async fn only_a_negotiated_page_varies_by_language() {
    let app = TestApp::new();
    assert_eq!(app.get("/nirgends").await.header("vary"), "Accept-Language");
    assert_eq!(app.get("/de/").await.header("vary"), "Accept-Encoding");
    assert_eq!(app.get("/de/?a=b").await.header("vary"), "Accept-Encoding");
}
