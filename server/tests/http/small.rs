//! The small fixed addresses.

use std::fs;

use server::setup::OperatorFile;

use crate::helpers::{Setup, TestApp};

fn operator(extra: &str) -> OperatorFile {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("operator.toml");
    let text = format!(
        "name = 'Musterverein e. V.'\naddress_lines = ['Musterweg 1', '45127 Essen']\n\
         email = 'kontakt@example.org'\n{extra}"
    );
    fs::write(&path, text).unwrap();
    OperatorFile::read(&path).unwrap()
}

#[tokio::test]
async fn health_is_two_letters_that_nobody_keeps() {
    let answer = TestApp::new().get("/healthz").await;
    assert_eq!((answer.status.as_u16(), answer.text()), (200, "ok"));
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
}

#[tokio::test]
async fn search_engines_are_kept_from_answers() {
    let answer = TestApp::new().get("/robots.txt").await;
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert!(answer.text().lines().any(|line| line == "Disallow: /*?"));
    assert!(answer.text().lines().any(|line| line == "Disallow: /api/"));
}

#[tokio::test]
async fn security_txt_names_the_contact_of_the_operator() {
    for (extra, contact) in [
        ("", "mailto:kontakt@example.org"),
        ("security_contact = 'melden@example.org'", "mailto:melden@example.org"),
        ("security_contact = 'https://example.org/melden'", "https://example.org/melden"),
    ] {
        let app = TestApp::with(Setup { operator: Some(operator(extra)), ..Setup::default() });
        let answer = app.get("/.well-known/security.txt").await;
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        let expected = format!(
            "Contact: {contact}\nExpires: 2027-05-23T00:00:00Z\nPreferred-Languages: de, en\n"
        );
        assert_eq!(answer.text(), expected);
        app.clock.set("2027-01-01T12:00:00Z");
        let later = app.get("/.well-known/security.txt").await;
        assert!(later.text().contains("Expires: 2027-07-01T"));
    }
}

#[tokio::test]
async fn without_an_operator_there_is_no_contact() {
    TestApp::new().get("/.well-known/security.txt").await.assert_failure_page(404, "de");
}
