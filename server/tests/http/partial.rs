//! Leichte Sprache: a language that has the start page and the questions, and takes over the rest.

use crate::helpers::TestApp;

const UNPROOFED: &str = "Noch nicht von Menschen mit Lernschwierigkeiten geprüft.";
const NOT_SIMPLE: &str = "Diese Seite ist noch nicht in Leichter Sprache.";

async fn page(app: &TestApp, address: &str) -> String {
    let answer = app.get(address).await;
    assert_eq!(answer.status, 200, "{address}");
    let html = answer.text().to_owned();
    let locale = if address.starts_with("/de-simple/") { "de-simple" } else { "de" };
    assert_eq!(answer.header("content-language"), locale, "{address}");
    assert!(html.contains(&format!("<html lang=\"{locale}\"")), "{address}");
    html
}

/// The links of a page's head to the same page in other languages.
fn alternates(html: &str) -> Vec<&str> {
    html.split("<link rel=\"alternate\" hreflang=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(tag, _)| tag))
        .collect()
}

#[tokio::test]
async fn start_page_and_questions_say_that_nobody_has_proofread_them() {
    let app = TestApp::new();
    for (rest, text) in [
        ("", "Wir stellen Ihnen ein paar Fragen."),
        ("guide/status", "Duldung heißt: Die Abschiebung ist für eine Zeit gestoppt."),
        ("guide/salary?status=abroad", "Brutto heißt: vor dem Abzug von Steuern und Abgaben."),
        ("guide/next?of=status", "Bitte wählen Sie eine Antwort"),
    ] {
        let simple = page(&app, &format!("/de-simple/{rest}")).await;
        assert!(simple.contains(text), "{rest}");
        assert!(simple.contains(UNPROOFED), "{rest}");
        assert!(!simple.contains(NOT_SIMPLE), "{rest}");
        assert!(!page(&app, &format!("/de/{rest}")).await.contains(UNPROOFED), "{rest}");
    }
}

#[tokio::test]
async fn other_pages_say_that_they_are_in_usual_german() {
    let app = TestApp::new();
    for rest in [
        "guide/results?status=abroad&nationality=IN",
        "guide/check?status=abroad",
        "pathways/bluecard-regular",
        "pathways",
        "help?place=52477",
        "privacy",
    ] {
        let simple = page(&app, &format!("/de-simple/{rest}")).await;
        assert_eq!(simple.matches(NOT_SIMPLE).count(), 1, "{rest}");
        assert!(!simple.contains(UNPROOFED), "{rest}");
        assert!(!page(&app, &format!("/de/{rest}")).await.contains(NOT_SIMPLE), "{rest}");
    }
}

#[tokio::test]
async fn the_menu_leads_there_and_back() {
    let app = TestApp::new();
    let entry = |tag: &str, rest: &str, name: &str| {
        format!(
            "<a href=\"/{tag}/{rest}\" lang=\"{tag}\" hreflang=\"{tag}\" data-switch=\"\">{name}</a>"
        )
    };
    for rest in ["", "guide/status"] {
        let german = page(&app, &format!("/de/{rest}")).await;
        assert!(german.contains(&entry("de-simple", rest, "Leichte Sprache")), "{german}");
        let simple = page(&app, &format!("/de-simple/{rest}")).await;
        assert!(simple.contains(&entry("de", rest, "Deutsch")));
        assert!(simple.contains(&entry("en", rest, "English")));
        assert!(!simple.contains(&entry("de-simple", rest, "Leichte Sprache")));
    }
}

/// Links within the guide stay in the language.
#[tokio::test]
async fn an_answer_leads_on_in_the_same_language() {
    let app = TestApp::new();
    let answer = app.get("/de-simple/guide/next?of=status&status=abroad").await;
    assert_eq!(answer.status, 303);
    assert!(answer.header("location").starts_with("/de-simple/guide/nationality?status=abroad"));
    assert_eq!(app.get("/de-simple").await.header("location"), "/de-simple/");
    app.get("/de-simple/gibt-es-nicht").await.assert_failure_page(404, "de-simple");
}

/// A page taken over is found in the language it is from, not twice.
#[tokio::test]
async fn search_engines_find_what_is_its_own() {
    let app = TestApp::new();
    let noindex = "<meta name=\"robots\" content=\"noindex\"";
    for (address, found, others) in [
        ("/de/", true, vec!["de", "en", "de-simple"]),
        ("/de-simple/", true, vec!["de", "en", "de-simple"]),
        ("/de-simple/guide/status", true, vec!["de", "en", "de-simple"]),
        ("/de/pathways", true, vec!["de", "en"]),
        ("/de/guide/results", true, vec!["de", "en"]),
        ("/de-simple/pathways", false, vec![]),
        ("/de-simple/guide/results", false, vec![]),
    ] {
        let html = page(&app, address).await;
        assert_eq!(!html.contains(noindex), found, "{address}");
        assert_eq!(alternates(&html), others, "{address}");
    }
}

/// Only a click leads to Leichte Sprache.
#[tokio::test]
async fn no_browser_is_sent_there_by_itself() {
    let app = TestApp::new();
    for wanted in ["de-simple", "de-SIMPLE,de;q=0.1", "*", "simple"] {
        let answer = app.get_with("/", &[("accept-language", wanted)]).await;
        assert_eq!(answer.header("location"), "/de/", "{wanted}");
    }
}
