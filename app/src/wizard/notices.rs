//! What could not be taken over from an address.

use super::env::Env;
use crate::icons::Icon;
use guide::address::{Ignored, Read};
use guide::ui;
use leptos::prelude::*;

/// A note that names everything left out; nothing if all was taken over.
#[component]
pub(crate) fn Notices(env: Env, read: Read) -> impl IntoView {
    let lines = lines(&env, &read);
    (!lines.is_empty()).then(|| {
        view! {
            <div class="note">
                <Icon name="info"/>
                <div>
                    <p><b>{env.lang.t(ui::IGNORED)}</b></p>
                    <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </div>
            </div>
        }
    })
}

fn lines(env: &Env, read: &Read) -> Vec<String> {
    let short = |fact: u8| env.fact(fact).map_or("", |fact| env.lang.t(fact.short));
    let mut lines = Vec::new();
    if let Some(old) = read.version.as_ref().filter(|old| **old != env.book.version) {
        let values = [("old", old.as_str()), ("new", env.book.version.as_str())];
        lines.push(env.lang.fill(ui::OTHER_VERSION, &values));
    }
    for ignored in &read.ignored {
        let (key, name) = match ignored {
            Ignored::UnknownKey(name) => (ui::IGNORED_UNKNOWN, name.as_str()),
            Ignored::BadValue(fact) => (ui::IGNORED_VALUE, short(*fact)),
            Ignored::Twice(fact) => (ui::IGNORED_TWICE, short(*fact)),
            Ignored::Pruned(fact) => (ui::IGNORED_BRANCH, short(*fact)),
        };
        let line = env.lang.fill(key, &[("name", name)]);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.truncate(12);
    lines
}
