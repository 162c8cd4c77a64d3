//! All routes the guide checks, and those it does not answer yet.

use super::site::Site;
use super::{plain, points};
use crate::icons::Icon;
use crate::wizard::Env;
use guide::page;
use leptos::prelude::*;
use rules::Pathway;

/// The page.
pub(super) fn page(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let counted = env.book.pathways.iter().find(|pathway| points::counts(pathway));
    let points = counted.map(|pathway| {
        let text = env.lang.fill(page::POINTS_LINK, &[("pathway", t(pathway.name))]);
        view! { <p class="alone mb-5"><a href=format!("/{tag}/points")>{text}</a></p> }
    });
    let body = view! {
        <div class="wrap section">
            <h1>{t(page::PATHWAYS_TITLE)}</h1>
            <p class="lead mt-3 mb-5">{t(page::PATHWAYS_LEAD)}</p>
            {points}
            {list(&env, "pathways", &|_, pathway| t(pathway.summary).to_owned())}
        </div>
    };
    plain(site, env, &format!("/{tag}/pathways"), t(page::PATHWAYS_TITLE), body)
}

/// All pathways as links to their pages in a folder of the language; `line` is what stands below the
/// name of the pathway at a place of the book.
pub(super) fn list(
    env: &Env,
    folder: &str,
    line: &dyn Fn(u8, &Pathway) -> String,
) -> impl IntoView + use<> {
    let tag = env.lang.tag;
    let row = |(at, pathway): (u8, &Pathway)| {
        view! {
            <li>
                <a href=format!("/{tag}/{folder}/{}", pathway.id)>
                    <b>{env.lang.t(pathway.name)}</b>
                    <small>{line(at, pathway)}</small>
                    <Icon name="chev" directed=true/>
                </a>
            </li>
        }
    };
    let rows = (0u8..).zip(&env.book.pathways).map(row).collect_view();
    view! { <ul class="topics">{rows}</ul> }
}
