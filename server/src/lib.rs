//! The HTTP side of Revierlotse: reading the settings, the router with its middleware, and the
//! listener. The library part exists so that tests drive the same router the binary serves.
#![recursion_limit = "256"]

mod catalogue;
pub mod clock;
mod encoding;
pub mod evaluation;
mod language;
pub mod listen;
pub mod logging;
pub mod middleware;
mod packed;
mod page_store;
pub mod problem;
pub mod routes;
pub mod setup;
pub mod state;
mod ui;
