//! Who helps: the Welcome Center, and the authority for a postcode.

use super::site::Site;
use super::{look_up, plain};
use crate::icons::Icon;
use crate::wizard::{Env, Office};
use guide::places::PlaceCard;
use guide::{address, page, ui};
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

/// The page; the query may hold `place` and `place-town`.
pub(super) fn page(site: &Site, env: Env, query: &str) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let pairs = address::pairs(query);
    let field = |name| pairs.iter().rfind(|(key, _)| key == name).map(|(_, value)| value.trim());
    let typed = field("place").unwrap_or_default();
    let code = address::postcode(typed);
    let card = code.map(|code| look_up(&env, code, field("place-town")));
    let wrong = !typed.is_empty() && code.is_none();
    let typed: String = typed.chars().take(20).collect();
    let body = view! {
        <div class="wrap section">
            <div class="text">
                <h1>{t(page::HELP_TITLE)}</h1>
                <p class="lead mt-3">{t(page::HELP_LEAD)}</p>
                <p class="mt-3">{t(page::HELP_SIZE)}</p>
                <p class="mt-4 alone"><a href="https://www.welcome-rheinisches-revier.de" rel="external">{t(page::HELP_CENTRE_LINK)}</a></p>
            </div>
            <section class="group text" aria-labelledby="plz-h">
                <h2 id="plz-h">{t(ui::OFFICE_TITLE)}</h2>
                <p>{t(page::HELP_OFFICE_TEXT)}</p>
                <PostcodeForm env typed=typed.clone() wrong/>
                {card.map(|card| view! { <Answer env card typed/> })}
            </section>
            <section class="group text" aria-labelledby="topics-h">
                <h2 id="topics-h">{t(page::HELP_TOPICS)}</h2>
                <ul class="links mt-3">
                    <li><a href=format!("/{tag}/offices")>{t(page::HELP_ALL)}</a></li>
                    <li><a href=format!("/{tag}/offices#partners")>{t(page::OFFICES_PARTNERS)}</a></li>
                    <li><a href=format!("/{tag}/offices#statewide")>{t(page::HELP_RECOGNITION)}</a></li>
                    <li><a href=format!("/{tag}/offices#border")>{t(page::OFFICES_BORDER)}</a></li>
                    <li><a href=format!("/{tag}/articles")>{t(page::ARTICLES_TITLE)}</a></li>
                </ul>
            </section>
        </div>
    };
    let error = if wrong { t(ui::ERROR_PREFIX) } else { "" };
    let title = format!("{error}{}", t(page::HELP_TITLE));
    plain(site, env, &format!("/{tag}/help"), &title, body)
}

/// Asks for a postcode; goes to the page above.
#[component]
pub(super) fn PostcodeForm(env: Env, typed: String, wrong: bool) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let described = if wrong { "plz-e plz-t" } else { "plz-t" };
    let class = if wrong { "field field--err" } else { "field" };
    view! {
        <form action=format!("/{}/help", env.lang.tag) method="get" novalidate>
            <div class=class>
                <label class="label" for="place">{t(page::POSTCODE_LABEL)}</label>
                <p class="hint" id="plz-t">{t(page::POSTCODE_HINT)}</p>
                {wrong.then(|| view! {
                    <p class="err" id="plz-e">
                        <Icon name="warn"/>
                        <span><span class="hide">{t(ui::ERROR)}" "</span>{t(ui::ERROR_PLACE)}</span>
                    </p>
                })}
                <div class="actions tight">
                    <input class="input w-s" type="text" id="place" name="place" inputmode="numeric"
                        autocomplete="postal-code" aria-describedby=described value=typed
                        aria-invalid=wrong.then_some("true")/>
                    <button class="btn btn--2">{t(page::POSTCODE_BUTTON)}</button>
                </div>
            </div>
        </form>
    }
}

#[component]
fn Answer(env: Env, card: PlaceCard, typed: String) -> impl IntoView {
    let t = |key| env.lang.t(key);
    match card {
        PlaceCard::Ask(towns) => {
            let rows = towns
                .into_iter()
                .map(|town| {
                    let href =
                        format!("/{}/help?place={typed}&place-town={}", env.lang.tag, town.id);
                    view! { <li><a href=href>{town.name}</a></li> }
                })
                .collect_view();
            EitherOf3::A(view! {
                <div class="panel mt-5">
                    <h3>{t(ui::MUNICIPALITY_QUESTION)}</h3>
                    <ul class="links mt-3">{rows}</ul>
                </div>
            })
        }
        PlaceCard::Known { town, district, about, office, .. } => {
            let reason = env.lang.fill(ui::OFFICE_REASON, &[("town", &town.name)]);
            let place = if town.name == district {
                Either::Left(town.name.clone())
            } else {
                Either::Right(format!("{}, {district}", town.name))
            };
            EitherOf3::B(view! {
                <div class="panel mt-5">
                    <h3 class="mb-3">{place}</h3>
                    <Office env office reason/>
                    {others(&env, &town.id)}
                    <h3 class="mt-5">{about.0}</h3>
                    <p>{about.1}</p>
                </div>
            })
        }
        PlaceCard::Outside((title, text)) => EitherOf3::C(view! {
            <div class="panel mt-5"><h3>{title}</h3><p>{text}</p></div>
        }),
    }
}

/// Agency and chambers of a place, each with what it is for.
fn others(env: &Env, town: &str) -> impl IntoView + use<> {
    let (env, places) = (*env, guide::all_places());
    let offices = guide::places::others_for(places, town).map(|office| {
        let card = guide::places::office_card(places, env.lang.tag, office);
        view! { <li><Office env office=card reason=String::new()/></li> }
    });
    view! {
        <h3 class="mt-5">{env.lang.t(page::HELP_OTHERS)}</h3>
        <ul class="offices">{offices.collect_view()}</ul>
        <p><a href=format!("/{}/offices", env.lang.tag)>{env.lang.t(page::HELP_ALL)}</a></p>
    }
}
