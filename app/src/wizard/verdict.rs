//! Verdicts as colour and sign.

use guide::{Truth, Verdict};
use leptos::prelude::*;

/// The class that gives a verdict's colour.
pub(super) fn verdict_class(verdict: Verdict) -> &'static str {
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
pub(super) fn as_verdict(truth: Truth) -> Verdict {
    truth.into()
}
