//! How much a request may send.

use tower_http::limit::RequestBodyLimitLayer;

/// Bytes. A whole set of answers as JSON is a few kilobytes.
pub const LARGEST: usize = 64 * 1024;

/// 413 for more, also when the length was not announced.
pub(super) fn layer() -> RequestBodyLimitLayer {
    RequestBodyLimitLayer::new(LARGEST)
}
