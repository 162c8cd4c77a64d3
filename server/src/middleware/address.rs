//! Addresses no page can have, refused before anything else looks at them.

use axum::{
    extract::Request,
    http::{StatusCode, Uri},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use percent_encoding::percent_decode_str;

/// Path and query together, in bytes. All answers of the guide take well under 2 KiB.
const LONGEST: usize = 16 * 1024;

/// 414 for an over-long address, 400 for a path that is not percent-encoded UTF-8 text.
pub(super) async fn check(request: Request, next: Next) -> Response {
    match fault(request.uri()) {
        Some(status) => status.into_response(),
        None => next.run(request).await,
    }
}

fn fault(uri: &Uri) -> Option<StatusCode> {
    let length = uri.path_and_query().map_or(0, |whole| whole.as_str().len());
    if length > LONGEST {
        return Some(StatusCode::URI_TOO_LONG);
    }
    // Plain paths, nearly all of them, need no decoding.
    let is_odd = |b: u8| b == b'%' || b.is_ascii_control();
    if uri.path().bytes().any(is_odd) && !is_text(uri.path()) {
        return Some(StatusCode::BAD_REQUEST);
    }
    None
}

fn is_text(path: &str) -> bool {
    let mut escapes = path.split('%').skip(1);
    let is_whole = escapes
        .all(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|digit| digit.is_ascii_hexdigit()));
    let decoded = percent_decode_str(path).decode_utf8();
    is_whole && decoded.is_ok_and(|text| !text.contains(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(address: &str) -> Option<u16> {
        fault(&address.parse().unwrap()).map(|status| status.as_u16())
    }

    #[test]
    fn an_address_may_have_sixteen_kibibytes_and_not_one_byte_more() {
        let longest = format!("/de/?{}", "a".repeat(LONGEST - 5));
        assert_eq!(longest.len(), LONGEST);
        assert_eq!(status(&longest), None);
        assert_eq!(status(&format!("{longest}a")), Some(414));
    }

    #[test]
    fn paths_must_decode_to_text() {
        for (path, expected) in [
            ("/de/pr%C3%BCfen", None),
            ("/de/%2e%2e/", None),
            ("/de/?x=%zz%", None),
            ("/de/%", Some(400)),
            ("/de/%4", Some(400)),
            ("/de/%zz", Some(400)),
            ("/de/%FF", Some(400)),
            ("/de/%C3", Some(400)),
            ("/de/%00", Some(400)),
            ("/de/%0d%0aSet-Cookie:x", Some(400)),
            ("/de/%C2%85", Some(400)),
        ] {
            assert_eq!(status(path), expected, "{path:?}");
        }
    }
}
