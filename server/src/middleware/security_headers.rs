//! Headers that tell browsers what pages of this site may do.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{setup::Embedder, state::App};

const FIXED: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Not `no-referrer`: forms sent without JavaScript would arrive with `Origin: null`, and the
    // way back to the page they came from would be lost.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), \
         xr-spatial-tracking=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Adds them to every response, whoever made it.
pub(super) async fn add(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_https = app.behind_proxy() && came_by_https(request.headers());
    let framed = may_be_framed(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = if framed { app.framed_policy() } else { app.policy() };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_https {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}

/// Whether a path leads to the guide, its routes, or the finder of occupations.
fn may_be_framed(path: &str) -> bool {
    let mut parts = path.split('/').skip(2);
    matches!(parts.next(), Some("guide" | "pathways" | "occupations"))
}

/// What the proxy next to us wrote: the last value, as earlier ones may come from the client.
fn came_by_https(headers: &HeaderMap) -> bool {
    let last = headers.get_all(FORWARDED_PROTO).iter().next_back();
    let last = last.and_then(|value| value.to_str().ok()?.rsplit(',').next());
    last.is_some_and(|proto| proto.trim().eq_ignore_ascii_case("https"))
}

/// Everything from this site only and no inline script or style; `dev_reload` is the origin a
/// developer's reload script comes from and connects to, `embedders` may show the page in a frame.
pub(crate) fn content_security_policy(
    dev_reload: Option<&str>,
    embedders: &[Embedder],
) -> HeaderValue {
    const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
        style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; \
        worker-src 'self'";
    let mut policy = STRICT.to_owned();
    if !embedders.is_empty() {
        let origins: Vec<&str> = embedders.iter().map(Embedder::origin).collect();
        let origins = format!("frame-ancestors {}", origins.join(" "));
        policy = policy.replace("frame-ancestors 'none'", &origins);
    }
    if let Some(origin) = dev_reload {
        policy = policy
            .replace("script-src 'self'", &format!("script-src 'self' {origin}"))
            .replace("connect-src 'self'", &format!("connect-src 'self' {origin}"));
    }
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(STRICT))
}
