//! Signs. Their shapes stand once per page, in the shell's sprite; these only point to them.

use leptos::prelude::*;

/// An icon in the size of the text.
#[component]
pub fn Icon(
    /// Id of the symbol in the sprite.
    name: &'static str,
    /// Turned round where text runs from right to left.
    #[prop(optional)]
    directed: bool,
) -> impl IntoView {
    let class = if directed { "i i--dir" } else { "i" };
    view! {
        <svg class=class aria-hidden="true">
            <use_ href=format!("#{name}")></use_>
        </svg>
    }
}
