//! A packed site in a temporary folder and the real router over it.

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Request, StatusCode},
};
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use server::{
    clock::Clock,
    middleware, routes,
    setup::{DevReload, Embedder, Manifest, OperatorFile},
    state::{App, Parts},
};
use tempfile::TempDir;
use tower::ServiceExt as _;

/// Noon of a working day in Berlin.
pub(crate) const NOON: &str = "2026-11-23T11:00:00Z";

/// A site folder as the packer leaves it; compressed files differ in content to be told apart.
pub(crate) fn write_site(site: &Path) {
    let files = [
        ("guide.js", "guide.0a1b2c3d.js"),
        ("guide.wasm", "guide.1b2c3d4e.wasm"),
        ("words.de.bin", "words.de.2c3d4e5f.bin"),
        ("words.en.bin", "words.en.3d4e5f6a.bin"),
        ("words.de-simple.bin", "words.de-simple.7b8c9d0e.bin"),
        ("finder.js", "finder.8c9d0e1f.js"),
        ("finder.wasm", "finder.9d0e1f2a.wasm"),
        ("labels.de.bin", "labels.de.0e1f2a3b.bin"),
        ("labels.en.bin", "labels.en.1f2a3b4c.bin"),
        ("labels.de-simple.bin", "labels.de-simple.2a3b4c5d.bin"),
        ("main.css", "main.4e5f6a7b.css"),
        ("mark.svg", "mark.5f6a7b8c.svg"),
        ("fonts/fira-sans-400.woff2", "fonts/fira-sans-400.6a7b8c9d.woff2"),
    ];
    fs::create_dir_all(site.join("pkg/fonts")).unwrap();
    let mut listing = serde_json::Map::new();
    for (name, file) in files {
        let path = site.join("pkg").join(file);
        fs::write(&path, format!("plain {name}")).unwrap();
        if !name.starts_with("fonts/") {
            fs::write(format!("{}.br", path.display()), format!("br {name}")).unwrap();
            fs::write(format!("{}.gz", path.display()), format!("gz {name}")).unwrap();
        }
        let entry = serde_json::json!({ "file": file, "raw": 123, "br": 45 });
        listing.insert(name.to_owned(), entry);
    }
    fs::write(site.join("pkg/fonts/OFL.txt"), "licence").unwrap();
    let listing = serde_json::json!({ "files": listing }).to_string();
    fs::write(site.join("assets.json"), listing).unwrap();
}

/// A clock the test sets.
#[derive(Clone)]
pub(crate) struct TestClock(Arc<Mutex<Timestamp>>);

impl TestClock {
    pub(crate) fn set(&self, instant: &str) {
        *self.0.lock().unwrap() = instant.parse().unwrap();
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// How a [`TestApp`] differs from the plain one.
#[derive(Default)]
pub(crate) struct Setup {
    pub(crate) operator: Option<OperatorFile>,
    pub(crate) dev_reload: Option<DevReload>,
    pub(crate) behind_proxy: bool,
    pub(crate) embedders: Vec<Embedder>,
    pub(crate) clock: Option<Box<dyn Clock>>,
    pub(crate) extra: Router<App>,
}

pub(crate) struct TestApp {
    pub(crate) router: Router,
    pub(crate) clock: TestClock,
    _site: TempDir,
}

impl TestApp {
    pub(crate) fn new() -> Self {
        Self::with(Setup::default())
    }

    pub(crate) fn with(setup: Setup) -> Self {
        crate::log::install();
        let site = tempfile::tempdir().unwrap();
        write_site(site.path());
        let clock = TestClock(Arc::new(Mutex::new(NOON.parse().unwrap())));
        let app = App::new(Parts {
            manifest: Manifest::read(site.path()).unwrap(),
            operator: setup.operator,
            dev_reload: setup.dev_reload,
            behind_proxy: setup.behind_proxy,
            embedders: setup.embedders,
            clock: setup.clock.unwrap_or_else(|| Box::new(clock.clone())),
        });
        let router = middleware::wrap(routes::routes(&app).merge(setup.extra), &app);
        Self { router, clock, _site: site }
    }

    pub(crate) async fn get(&self, address: &str) -> Answer {
        self.get_with(address, &[]).await
    }

    pub(crate) async fn get_with(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        self.send("GET", address, headers, Body::empty()).await
    }

    pub(crate) async fn send(
        &self,
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let answer = Answer { status: parts.status, headers: parts.headers, body };
        if method != "HEAD" && answer.header("content-encoding").is_empty() {
            crate::schema::check(method, address, &answer);
        }
        answer
    }
}

/// A whole response.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    /// The header's value; `""` when there is none. Two of the same name fail the test.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().map_or("", |value| value.to_str().unwrap());
        assert!(values.next().is_none(), "{name} was sent twice");
        value
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// A page of the house, whole, in `locale`, not to be kept.
    pub(crate) fn assert_failure_page(&self, status: u16, locale: &str) {
        assert_eq!(self.status, status);
        assert_eq!(self.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(self.header("content-language"), locale);
        assert_eq!(self.header("cache-control"), "no-store");
        assert!(self.text().contains(&format!("lang=\"{locale}\"")), "{}", self.text());
    }

    /// A problem as JSON (RFC 9457) with the same status inside.
    pub(crate) fn assert_problem(&self, status: u16) {
        assert_eq!(self.status, status);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.header("cache-control"), "no-store");
        let problem: serde_json::Value = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem["status"], status);
        assert!(problem["title"].is_string());
    }
}
