//! All routes the guide checks, and those it does not answer yet.

use super::plain;
use super::site::Site;
use crate::icons::Icon;
use crate::wizard::Env;
use guide::page;
use leptos::prelude::*;

/// The page.
pub(super) fn page(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let rows = env
        .book
        .pathways
        .iter()
        .map(|pathway| {
            let href = format!("/{tag}/pathways/{}", pathway.id);
            view! {
                <li>
                    <a href=href>
                        <b>{t(pathway.name)}</b>
                        <small>{t(pathway.summary)}</small>
                        <Icon name="chev" directed=true/>
                    </a>
                </li>
            }
        })
        .collect_view();
    let body = view! {
        <div class="wrap section">
            <h1>{t(page::PATHWAYS_TITLE)}</h1>
            <p class="lead mt-3 mb-5">{t(page::PATHWAYS_LEAD)}</p>
            <ul class="topics">{rows}</ul>
        </div>
    };
    plain(site, env, &format!("/{tag}/pathways"), t(page::PATHWAYS_TITLE), body)
}
