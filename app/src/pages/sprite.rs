//! The shapes of all signs, once per page.

use leptos::prelude::*;
use std::sync::OnceLock;

/// Symbols that the icons point to; drawn once for all pages.
#[component]
pub(super) fn Sprite() -> impl IntoView {
    static DRAWN: OnceLock<String> = OnceLock::new();
    let drawn = DRAWN.get_or_init(|| symbols().to_html());
    view! { <svg hidden inner_html=drawn.as_str()></svg> }
}

fn symbols() -> impl IntoView {
    let line = |id: &'static str, d: &'static str| {
        view! { <symbol id=id viewBox="0 0 24 24"><path d=d></path></symbol> }
    };
    view! {
            {line("chev", "m9 6 6 6-6 6")}
            {line("left", "M19 12H5M11 6l-6 6 6 6")}
            {line("right", "M5 12h14M13 6l6 6-6 6")}
            {line("menu", "M4 7h16M4 12h16M4 17h16")}
            {line("search", "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5l5 5")}
            {line("tick", "m5 12.5 4.5 4.5L19 7.5")}
            {line("warn", "M12 4 2.8 19.5h18.4L12 4zM12 10v4M12 16.8v.1")}
            {line("info", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.1")}
            {line("house", "M3.5 9.5 12 4l8.500 5.5M4 20h16M6 10v7.5M10 10v7.5M14 10v7.5M18 10v7.5")}
            {line("cal", "M6 5.5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2zM4 10h16M8.500 3v4M15.5 3v4")}
            <symbol id="v-fits" viewBox="0 0 24 24">
                <circle class="v-disc" cx="12" cy="12" r="11"></circle>
                <path class="v-ink" d="m7 12.4 3.5 3.5L17 9"></path>
            </symbol>
            <symbol id="v-authority" viewBox="0 0 24 24">
                <circle class="v-disc" cx="12" cy="12" r="11"></circle>
                <path class="v-ink v-thin" d="m6.5 10 5.5-3.5 5.5 3.5M7 17h10M8.500 11.5V15M12 11.5V15M15.5 11.5V15"></path>
            </symbol>
            <symbol id="v-open" viewBox="0 0 24 24">
                <circle class="v-ring" cx="12" cy="12" r="10"></circle>
                <path class="v-q" d="M9.600 9.7c.1-1.5 1.1-2.3 2.5-2.3s2.400.9 2.400 2.200c0 1.900-2.400 2-2.400 3.900M12.1 16.7v.1"></path>
            </symbol>
            <symbol id="v-no" viewBox="0 0 24 24">
                <circle class="v-disc" cx="12" cy="12" r="11"></circle>
                <path class="v-ink" d="M7.5 12h9"></path>
            </symbol>
    }
}
