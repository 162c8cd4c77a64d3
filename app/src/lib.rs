//! What people see: shell, pages, islands, and the thin server functions behind them.
//!
//! Every page is complete HTML and every action a link or a form first; an island adds speed, not
//! function. Rooms:
//! * [`wizard`]: the guide's island; the same views render on the server and in the browser.
//! * `pages` (feature `ssr`): whole pages around it, and those without an island.
//! * `browser` (feature `hydrate`): everything that touches `web_sys`; the first bundle.
//! * `finder` (feature `find`): occupations by name and the search; a bundle of its own.
//! * `drawing` (feature `draw`): what the second bundle does.
//! * [`functions`]: server functions.
// Release builds of deep views ask for more than the default of 128.
#![recursion_limit = "256"]
#![expect(
    unreachable_pub,
    reason = "the component macro makes the parts of private components public"
)]

#[cfg(any(feature = "hydrate", feature = "find"))]
pub mod browser;
#[cfg(feature = "draw")]
pub mod drawing;
#[cfg(any(feature = "ssr", feature = "find"))]
pub mod finder;
#[cfg(any(feature = "ssr", feature = "draw"))]
pub mod functions;
mod icons;
mod lang;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(any(feature = "ssr", feature = "hydrate", feature = "draw"))]
pub mod wizard;

pub use lang::Lang;
