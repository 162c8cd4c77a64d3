//! After a crash every link and form acts natively.
//!
//! A panic ends the WebAssembly code in the middle of its work: the island may show something other
//! than the address says. The hook sets a flag, and every handler asks it before it keeps the
//! browser from doing what it would do by itself; the next document is sound again.

use std::sync::atomic::{AtomicBool, Ordering};

static CRASHED: AtomicBool = AtomicBool::new(false);

/// Sets the hook; called once, before the islands wake.
pub fn install_guard() {
    std::panic::set_hook(Box::new(|panic| {
        CRASHED.store(true, Ordering::Relaxed);
        let message = "The guide's script stopped; links and forms go on without it.";
        let why = panic.payload_as_str().unwrap_or_default();
        web_sys::console::error_2(&message.into(), &why.into());
    }));
}

/// Whether a handler may act.
pub(super) fn sound() -> bool {
    !CRASHED.load(Ordering::Relaxed)
}
