//! Who helps: all offices by what they are for.

use super::plain;
use super::site::Site;
use crate::wizard::{Env, Office};
use guide::page;
use leptos::prelude::*;
use rules::{Key, OfficeKind};

/// The groups in the order in which they are shown, with the ids links name.
const GROUPS: [(OfficeKind, &str, Key); 9] = [
    (OfficeKind::Centre, "centre", page::OFFICES_CENTRE),
    (OfficeKind::Partner, "partners", page::OFFICES_PARTNERS),
    (OfficeKind::Immigration, "immigration", page::OFFICES_IMMIGRATION),
    (OfficeKind::EmploymentAgency, "agencies", page::OFFICES_AGENCIES),
    (OfficeKind::Hwk, "hwk", page::OFFICES_HWK),
    (OfficeKind::Ihk, "ihk", page::OFFICES_IHK),
    (OfficeKind::Statewide, "statewide", page::OFFICES_STATEWIDE),
    (OfficeKind::Federal, "federal", page::OFFICES_FEDERAL),
    (OfficeKind::Border, "border", page::OFFICES_BORDER),
];

/// The page.
pub(super) fn page(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let places = guide::all_places();
    let jumps = GROUPS.iter().map(|(_, id, name)| {
        view! { <li><a href=format!("#{id}")>{t(*name)}</a></li> }
    });
    let groups = GROUPS.iter().map(|(kind, id, name)| {
        let offices = places.offices.iter().filter(|office| office.kind == *kind);
        let cards = offices.map(|office| {
            let card = guide::places::office_card(places, tag, office);
            let site = office.website.as_deref().map(|url| {
                let host = url.trim_start_matches("https://").trim_end_matches('/');
                view! { <p class="tiny"><a href=url rel="external">{host}</a></p> }
            });
            view! {
                <li id=office.id.as_str()>
                    <Office env office=card reason=String::new()/>
                    {site}
                </li>
            }
        });
        view! {
            <section class="group" aria-labelledby=*id>
                <h2 id=*id>{t(*name)}</h2>
                <ul class="offices">{cards.collect_view()}</ul>
            </section>
        }
    });
    let body = view! {
        <div class="wrap section">
            <div class="text">
                <h1>{t(page::OFFICES_TITLE)}</h1>
                <p class="lead mt-3">{t(page::OFFICES_LEAD)}</p>
                <p class="mt-4 alone"><a href=format!("/{tag}/help")>{t(page::OFFICES_BY_PLACE)}</a></p>
                <nav class="mt-4" aria-label=t(page::OFFICES_TOPICS)>
                    <ul class="links">{jumps.collect_view()}</ul>
                </nav>
                {groups.collect_view()}
            </div>
        </div>
    };
    plain(site, env, &format!("/{tag}/offices"), t(page::OFFICES_TITLE), body)
}
