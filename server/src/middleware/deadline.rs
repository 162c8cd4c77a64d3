//! How long an answer may take.

use std::time::Duration;

use axum::http::StatusCode;
use tower_http::timeout::TimeoutLayer;

/// Pages take milliseconds; what takes this long waits for a body that never comes.
const LONGEST: Duration = Duration::from_secs(10);

/// 503 when it has passed without a response.
pub(super) fn layer() -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST)
}
