//! Structured logs, one JSON object per line.

use std::panic;

use tracing::{Level, Subscriber, level_filters::LevelFilter};
use tracing_subscriber::{
    Layer as _, filter::Targets, fmt::MakeWriter, layer::SubscriberExt as _, registry,
};

/// Writes the events of library and binary to `writer`. Libraries stay silent at every level: their
/// diagnostics may quote addresses, and with them answers.
pub fn subscriber<W>(writer: W) -> impl Subscriber + Send + Sync
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let own = Targets::new()
        .with_targets(["server", "revierlotse"].map(|part| (part, Level::INFO)))
        .with_default(LevelFilter::OFF);
    let json = tracing_subscriber::fmt::layer().json().flatten_event(true).with_writer(writer);
    registry().with(json.with_filter(own))
}

/// Logs where a panic happened and keeps back its text, which may hold answers.
pub fn log_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}
