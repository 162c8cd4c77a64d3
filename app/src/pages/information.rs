//! Pages that inform: sources, privacy, accessibility, imprint, and messages.

use super::plain;
use super::site::{Operator, Site};
use crate::wizard::Env;
use guide::{page, show};
use leptos::either::Either;
use leptos::prelude::*;
use rules::{Citation, Key};

/// Paragraphs below a heading.
#[component]
fn Text(env: Env, title: Key, parts: Vec<Key>) -> impl IntoView {
    let parts = parts.into_iter().map(|key| view! { <p>{env.lang.t(key)}</p> }).collect_view();
    view! {
        <section class="group"><h2>{env.lang.t(title)}</h2><div class="flow text">{parts}</div></section>
    }
}

/// Where the rules come from, how sure they are, and the amounts.
pub(super) fn sources(site: &Site, env: Env) -> String {
    let t = |key| env.lang.t(key);
    let laws = env
        .book
        .laws
        .iter()
        .map(|law| {
            let url = law.url.replace("__{section}.html", "");
            view! { <li><a href=url rel="external">{law.code.as_str()}</a></li> }
        })
        .collect_view();
    let years: Vec<i16> = env
        .book
        .series
        .iter()
        .flat_map(|series| series.years.iter().map(|(year, _)| *year))
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    let head = years.iter().map(|year| view! { <th scope="col">{*year}</th> }).collect_view();
    let rows = (0u8..)
        .zip(&env.book.amounts)
        .map(|(at, amount)| {
            let cells = years
                .iter()
                .map(|year| {
                    let cents = env.book.amount(at, *year);
                    let text = cents.map(|cents| show::money(env.lang.words, cents));
                    view! { <td class="nb" data-l=year.to_string()>{text.unwrap_or_default()}</td> }
                })
                .collect_view();
            let cite = |one: &Citation| show::citation(env.book, one);
            let law = amount.law.iter().map(cite).collect::<Vec<_>>().join(", ");
            view! { <tr><th scope="row">{law}</th>{cells}</tr> }
        })
        .collect_view();
    let checked = show::date(env.lang.words, env.book.checked_on);
    let values = [("version", env.book.version.as_str()), ("day", checked.as_str())];
    let body = view! {
        <div class="wrap section">
            <h1>{t(page::SOURCES_TITLE)}</h1>
            <p class="lead mt-3">{env.lang.fill(page::SOURCES_LEAD, &values)}</p>
            <Text env title=page::SOURCES_SURE_TITLE parts=vec![page::SOURCES_SURE_1, page::SOURCES_SURE_2, page::SOURCES_SURE_3]/>
            <section class="group"><h2>{t(page::SOURCES_LAWS)}</h2><ul class="links">{laws}</ul></section>
            <section class="group">
                <h2 id="betraege">{t(page::SOURCES_AMOUNTS)}</h2>
                <div class="scroll" role="region" aria-labelledby="betraege" tabindex="0">
                    <table class="table table--cards">
                        <caption class="hide">{t(page::SOURCES_AMOUNTS)}</caption>
                        <thead><tr><th scope="col">{t(page::SOURCES_BASIS)}</th>{head}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
            <Text env title=page::SOURCES_DATA_TITLE parts=vec![page::SOURCES_DATA_1, page::SOURCES_DATA_2]/>
        </div>
    };
    plain(site, env, &format!("/{}/sources", env.lang.tag), t(page::SOURCES_TITLE), body)
}

/// What happens to data.
pub(super) fn privacy(site: &Site, env: Env) -> String {
    let t = |key| env.lang.t(key);
    let contact = site.operator.clone().map(|operator| {
        let officer = operator.data_protection_contact.clone();
        view! {
            <section class="group">
                <h2>{t(page::PRIVACY_WHO)}</h2>
                <Address operator/>
                {officer.map(|officer| view! { <p class="mt-3">{t(page::PRIVACY_OFFICER)}" "{officer}</p> })}
            </section>
        }
    });
    let body = view! {
        <div class="wrap section">
            <h1>{t(page::PRIVACY_TITLE)}</h1>
            <p class="lead mt-3">{t(page::PRIVACY_LEAD)}</p>
            <Text env title=page::PRIVACY_ANSWERS_TITLE parts=vec![page::PRIVACY_ANSWERS_1, page::PRIVACY_ANSWERS_2, page::PRIVACY_ANSWERS_3]/>
            <Text env title=page::PRIVACY_LOG_TITLE parts=vec![page::PRIVACY_LOG]/>
            {contact}
        </div>
    };
    plain(site, env, &format!("/{}/privacy", env.lang.tag), t(page::PRIVACY_TITLE), body)
}

/// What works for whom, and where to report what does not.
pub(super) fn accessibility(site: &Site, env: Env) -> String {
    let t = |key| env.lang.t(key);
    let report = match site.operator.clone() {
        Some(operator) => Either::Left(view! {
            <p>{t(page::ACCESSIBILITY_REPORT)}</p>
            <Address operator/>
        }),
        None => Either::Right(view! { <p>{t(page::NO_OPERATOR)}</p> }),
    };
    let body = view! {
        <div class="wrap section">
            <h1>{t(page::ACCESSIBILITY_TITLE)}</h1>
            <p class="lead mt-3">{t(page::ACCESSIBILITY_LEAD)}</p>
            <Text env title=page::ACCESSIBILITY_STATE_TITLE parts=vec![page::ACCESSIBILITY_STATE_1, page::ACCESSIBILITY_STATE_2]/>
            <section class="group text"><h2>{t(page::ACCESSIBILITY_REPORT_TITLE)}</h2>{report}</section>
        </div>
    };
    plain(
        site,
        env,
        &format!("/{}/accessibility", env.lang.tag),
        t(page::ACCESSIBILITY_TITLE),
        body,
    )
}

/// Who runs this installation.
pub(super) fn imprint(site: &Site, env: Env) -> String {
    let t = |key| env.lang.t(key);
    let who = match site.operator.clone() {
        Some(operator) => {
            let responsible = operator.responsible.clone();
            Either::Left(view! {
                <Address operator/>
                {responsible.map(|name| view! { <p class="mt-3">{t(page::IMPRINT_RESPONSIBLE)}" "{name}</p> })}
            })
        }
        None => Either::Right(view! { <p>{t(page::NO_OPERATOR)}</p> }),
    };
    let body = view! {
        <div class="wrap section">
            <h1 class="mb-5">{t(page::IMPRINT_TITLE)}</h1>
            {who}
            <Text env title=page::IMPRINT_LAW_TITLE parts=vec![page::IMPRINT_LAW, page::IMPRINT_LICENCE]/>
        </div>
    };
    plain(site, env, &format!("/{}/imprint", env.lang.tag), t(page::IMPRINT_TITLE), body)
}

#[component]
fn Address(operator: Operator) -> impl IntoView {
    let lines = operator.address_lines.into_iter().map(|line| view! { <br/>{line} }).collect_view();
    let mail = format!("mailto:{}", operator.email);
    view! {
        <p>
            <b>{operator.name}</b>
            {lines}
            <br/>
            <a href=mail>{operator.email}</a>
            {operator.phone.map(|phone| view! { <br/>{phone} })}
        </p>
    }
}

/// A page with one message and the way back.
pub(super) fn message(site: &Site, env: Env, title: Key, text: Key) -> String {
    let t = |key| env.lang.t(key);
    let home = format!("/{}/", env.lang.tag);
    let body = view! {
        <div class="wrap section">
            <h1>{t(title)}</h1>
            <p class="lead mt-3">{t(text)}</p>
            <div class="actions mt-5">
                <a class="btn" href=home.clone()>{t(page::TO_START)}</a>
                <a class="btn btn--3" href=format!("/{}/help", env.lang.tag)>{t(guide::ui::FIND_ADVICE)}</a>
            </div>
        </div>
    };
    plain(site, env, "", t(title), body)
}
