//! What the log says of a request, and what it never says.

use std::{
    cell::RefCell,
    io,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

use serde_json::Value;
use server::logging;

use crate::helpers::TestApp;

thread_local! {
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// What the running test logged; each test has a thread of its own.
struct ThisThread;

impl io::Write for ThisThread {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.with_borrow_mut(|lines| lines.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// One subscriber for all tests, in place before the first event: whether anyone listens is
/// remembered per place in the source, and coming and going subscribers race for that memory.
pub(crate) fn install() {
    static ONCE: Once = Once::new();
    let subscriber = || logging::subscriber(|| ThisThread);
    ONCE.call_once(|| tracing::subscriber::set_global_default(subscriber()).unwrap());
}

fn forget() {
    install();
    LINES.take();
}

fn logged() -> String {
    String::from_utf8(LINES.with_borrow(Clone::clone)).unwrap()
}

fn last() -> Value {
    serde_json::from_str(logged().lines().last().expect("no line was logged")).unwrap()
}

#[tokio::test]
async fn a_line_has_method_route_status_duration_and_id() {
    let app = TestApp::new();
    forget();
    for (method, address, route, status, level) in [
        ("GET", "/pkg/main.4e5f6a7b.css", "/pkg/{*file}", 200, "INFO"),
        ("GET", "/de/gibt-es-nicht", "/de/{*page}", 404, "INFO"),
        ("POST", "/api/v1/evaluate", "/api/v1/evaluate", 415, "INFO"),
        ("GET", "/irgendwo", "unmatched", 404, "INFO"),
        ("GEHEIM", "/healthz", "/healthz", 405, "INFO"),
    ] {
        let answer = app.send(method, address, &[], "").await;
        let line = last();
        let logged = if method == "GEHEIM" { "other" } else { method };
        assert_eq!(line["method"], logged);
        assert_eq!(line["route"], route);
        assert_eq!(line["status"], status);
        assert_eq!(line["level"], level);
        assert_eq!(line["request_id"], answer.header("x-request-id"));
        assert!(line["duration_us"].is_u64());
    }
}

#[tokio::test]
async fn nothing_about_the_person_is_logged() {
    let app = TestApp::new();
    forget();
    let headers = [
        ("user-agent", "geheim-browser"),
        ("referer", "https://geheim.example/"),
        ("x-forwarded-for", "203.0.113.77"),
        ("x-request-id", "geheim-id"),
        ("cookie", "geheim=1"),
        ("accept-language", "geheim"),
    ];
    for address in ["/de/?beruf=geheim", "/de/geheim?x=geheim", "/geheim", "/pkg/geheim", "/de/%FF"]
    {
        app.get_with(address, &headers).await;
    }
    let json = [("content-type", "application/json")];
    app.send("POST", "/api/v1/evaluate?x=geheim", &json, "{\"geheim\":1").await;
    app.send("POST", "/api/fn/geheim", &headers, "geheim").await;
    let text = logged();
    assert_eq!(text.lines().count(), 7, "{text}");
    assert!(!text.contains("geheim") && !text.contains("203.0.113"), "{text}");
}

#[tokio::test]
async fn libraries_are_not_heard_at_any_level() {
    forget();
    tracing::error!(target: "hyper::proto", "GET /de/?beruf=geheim");
    tracing::error!(target: "axum::rejection", "geheim");
    tracing::debug!(target: "server::routes", "too fine");
    tracing::info!(target: "revierlotse::cli", "heard");
    assert_eq!(last()["message"], "heard");
    assert_eq!(logged().lines().count(), 1);
}

#[tokio::test]
async fn a_panic_is_logged_by_its_place_and_not_its_text() {
    forget();
    let before = panic::take_hook();
    logging::log_panics();
    let caught = panic::catch_unwind(AssertUnwindSafe(|| panic!("geheim")));
    panic::set_hook(before);
    assert!(caught.is_err());
    let line = last();
    assert_eq!((&line["level"], &line["message"]), (&"ERROR".into(), &"panic".into()));
    assert!(line["place"].as_str().unwrap().contains("log.rs:"));
    assert!(!logged().contains("geheim"));
}
