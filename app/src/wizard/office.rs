//! Who is responsible where the person will live.

use super::env::Env;
use super::links;
use super::screen::Screen;
use crate::icons::Icon;
use guide::places::{OfficeCard, PlaceCard};
use guide::{Answer, Answers, result, ui};
use leptos::either::EitherOf3;
use leptos::prelude::*;

/// The office, or the way to it.
#[component]
pub(super) fn OfficeSection(env: Env, answers: Answers, card: Option<PlaceCard>) -> impl IntoView {
    let t = |key| env.lang.t(key);
    let fact = env.book.fact("place")?;
    let described = env.fact(fact)?;
    let href = links::to(&env, Screen::Question(fact), &answers);
    let given = matches!(answers.get(fact), Some(Answer::Place(..)));
    let body = match card.filter(|_| given) {
        Some(PlaceCard::Known { town, about, office, .. }) => {
            let reason = env.lang.fill(ui::OFFICE_REASON, &[("town", &town.name)]);
            EitherOf3::A(view! {
                <Office env office reason/>
                <p class="mt-3"><b>{about.0}</b></p>
                <p class="tiny">{about.1}</p>
                <p><a href=href>{t(described.change)}</a></p>
            })
        }
        Some(PlaceCard::Outside((_, text))) => EitherOf3::B(view! {
            <p>{t(result::OFFICE_OUTSIDE)}</p>
            <p class="tiny">{text}</p>
            <p><a href=href>{t(described.change)}</a></p>
        }),
        Some(PlaceCard::Ask(_)) | None => {
            let text = if given { result::OFFICE_UNREACHABLE } else { result::OFFICE_ASK };
            let link = if given { described.change } else { result::NOT_YET_PLACE };
            EitherOf3::C(view! { <p>{t(text)}</p> <p><a href=href>{t(link)}</a></p> })
        }
    };
    Some(view! {
        <section aria-labelledby="office">
            <h2 id="office">{t(ui::OFFICE_TITLE)}</h2>
            {body}
        </section>
    })
}

/// An office: name, address only if known, why this one.
#[component]
pub fn Office(env: Env, office: OfficeCard, reason: String) -> impl IntoView {
    let address = office.address.join(", ");
    view! {
        <div class="office">
            <Icon name="house"/>
            <h3>{office.name}</h3>
            {(!address.is_empty()).then(|| view! { <p>{address}</p> })}
            <p class="tiny">{office.role}</p>
            {(!reason.is_empty()).then(|| view! { <p class="tiny muted">{reason}</p> })}
            {office.doubt.map(|doubt| view! {
                <p class="tiny doubt">{env.lang.t(result::DOUBT)}{doubt}</p>
            })}
            {office.source_url.map(|url| view! {
                <p class="tiny"><a href=url rel="external">{env.lang.t(result::SOURCE)}</a></p>
            })}
        </div>
    }
}
