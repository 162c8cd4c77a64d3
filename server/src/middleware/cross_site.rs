//! Requests another site makes a reader's browser send.

use tower_http::csrf::CsrfLayer;

/// 403 for every method but GET, HEAD and OPTIONS when browser headers name another origin.
/// Programs, which send neither `Sec-Fetch-Site` nor `Origin`, pass.
pub(super) fn layer() -> CsrfLayer {
    CsrfLayer::new()
}
