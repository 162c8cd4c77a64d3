//! From a view to HTML.

use super::shell::{Head, document};
use super::site::Site;
use crate::wizard::{Env, Guide, Start};
use hydration_context::{SharedContext, SsrSharedContext};
use leptos::prelude::*;
use std::sync::Arc;

/// Renders a view under a root of its own and cleans up after it.
pub(super) fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let context = SsrSharedContext::new_islands();
    context.set_is_hydrating(false);
    let owner = Owner::new_root(Some(Arc::new(context)));
    let html = owner.with(|| view().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}

/// A page whose main part is the guide's island.
pub(super) fn island(site: &Site, env: Env, head: Head, start: Start) -> String {
    with_start(site, env, head, start, || view! { <Guide/> })
}

/// A page with an island in it that starts from `start`.
pub(super) fn with_start<S: Send + Sync + 'static, V: IntoView>(
    site: &Site,
    env: Env,
    head: Head,
    start: S,
    body: impl FnOnce() -> V,
) -> String {
    html(|| {
        provide_context(start);
        document(site, env, head, body())
    })
}
