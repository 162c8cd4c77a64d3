//! Signs. Their shapes stand once per page, in the shell's sprite; these only point to them.

use guide::{Truth, Verdict};
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

/// The class that gives a verdict's colour.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fits => "is-fits",
        Verdict::AuthorityDecides => "is-authority",
        Verdict::Open => "is-open",
        Verdict::No => "is-no",
    }
}

/// A verdict's own sign.
#[component]
pub fn VerdictSign(
    /// Which.
    verdict: Verdict,
) -> impl IntoView {
    let name = match verdict {
        Verdict::Fits => "#v-fits",
        Verdict::AuthorityDecides => "#v-authority",
        Verdict::Open => "#v-open",
        Verdict::No => "#v-no",
    };
    view! {
        <svg class=format!("v {}", verdict_class(verdict)) viewBox="0 0 24 24" aria-hidden="true">
            <use_ href=name></use_>
        </svg>
    }
}

/// The verdict whose sign stands for how far a single condition holds.
pub fn as_verdict(truth: Truth) -> Verdict {
    truth.into()
}
