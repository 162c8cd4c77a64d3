//! `/{locale}/…`: every page people read. Which page that is, `ui::pages` decides.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use crate::{
    encoding::{Effort, Encoding},
    page_store::StoredPage,
    state::App,
    ui::pages::{Reply, respond},
};

const HTML: &str = "text/html; charset=utf-8";

/// Renders the page; without a query it comes from the pages of the day.
pub(super) async fn show(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let (path, query, today) = (uri.path(), uri.query().unwrap_or_default(), app.today());
    if query.is_empty()
        && let Some(page) = app.pages().get(path, today)
    {
        return stored(&page, &headers);
    }
    match respond(app.site(), path, query, today) {
        Reply::SeeOther(target) => see_other(&target),
        Reply::Page { status: 200, html, locale } if query.is_empty() => {
            let page = app.pages().put(path, today, StoredPage::new(html, locale));
            stored(&page, &headers)
        }
        Reply::Page { status, html, locale } => once(status, html, locale, &headers),
    }
}

/// A page that is the same for everyone today: to be asked for again, but not sent again.
fn stored(page: &StoredPage, headers: &HeaderMap) -> Response {
    let mut response = page.packed.respond(headers, HTML, "no-cache");
    if response.status() == StatusCode::OK {
        let locale = HeaderValue::from_static(page.locale);
        response.headers_mut().insert(header::CONTENT_LANGUAGE, locale);
    }
    response
}

/// A page made for this request: the address holds somebody's answers, or nothing was found.
fn once(status: u16, html: String, locale: &'static str, headers: &HeaderMap) -> Response {
    let (encoding, body) = Encoding::preferred(headers).encode(html.into(), Effort::Once);
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, body).into_response();
    let sent = response.headers_mut();
    sent.insert(header::CONTENT_TYPE, HeaderValue::from_static(HTML));
    sent.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(locale));
    if let Some(coding) = encoding.header() {
        sent.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    sent.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    sent.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}

/// 303 within this site; a target that could lead elsewhere is answered with 404.
fn see_other(target: &str) -> Response {
    // Browsers read "//host" and "/\host" as another site.
    let is_local = target.starts_with('/') && !target.starts_with("//") && !target.contains('\\');
    match HeaderValue::from_str(target) {
        Ok(location) if is_local => {
            let no_store = HeaderValue::from_static("no-store");
            let headers = [(header::LOCATION, location), (header::CACHE_CONTROL, no_store)];
            (StatusCode::SEE_OTHER, headers).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_never_leave_the_site() {
        for (target, status) in [
            ("/de/", 303),
            ("/de/pruefen?a=b", 303),
            ("//example.org/", 404),
            ("/\\example.org/", 404),
            ("https://example.org/", 404),
            ("de/", 404),
            ("", 404),
            ("/de/\r\nSet-Cookie: a=b", 404),
        ] {
            let response = see_other(target);
            assert_eq!(response.status(), status, "{target:?}");
            let location = response.headers().get(header::LOCATION);
            assert_eq!(location.is_some(), status == 303, "{target:?}");
        }
    }
}
