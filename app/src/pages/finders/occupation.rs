//! One occupation.

use super::Asked;
use super::occupations::with;
use crate::finder;
use crate::pages::plain;
use crate::pages::site::Site;
use crate::wizard::Env;
use guide::{find, page, result};
use leptos::prelude::*;
use lookup::{Occupation, Responsible, Trade};

/// The page of an occupation; `None` if there is none with this id.
pub(in crate::pages) fn page(site: &Site, env: Env, id: &str, query: &str) -> Option<String> {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let all = library::occupations();
    let one = all.named(id)?;
    let asked = Asked::read(&env, query);
    let (carried, local) = (asked.carried(&env), asked.local(&env));
    let (name, other, other_tag) = finder::names(&env.lang, one);
    let rows = finder::rows(&env.lang, all, one, local.as_ref());
    let note = one.note.as_ref().map(|note| view! { <p class="mt-4">{note.of(tag)}</p> });
    let checks = all.checks(one).map(|check| {
        let (question, why) = (check.question.of(tag), check.why.of(tag));
        view! { <li><b>{question}</b>" "{why}</li> }
    });
    let office = all.body(one).and_then(|body| match &body.responsible {
        Responsible::Office(id) => Some(format!("/{tag}/offices#{id}")),
        Responsible::Hwk => Some(format!("/{tag}/offices#hwk")),
        Responsible::Unnamed => None,
    });
    let office = office.map(
        |href| view! { <p class="mt-3 alone"><a href=href>{t(page::OCCUPATION_OFFICE)}</a></p> },
    );
    let body = view! {
        <div class="wrap section">
            <a class="back" href=with(&format!("/{tag}/occupations"), &carried)>
                <crate::icons::Icon name="left" directed=true/>
                {t(page::OCCUPATION_BACK)}
            </a>
            <div class="text">
                <h1>{name.clone()}</h1>
                <p class="lead muted" lang=other_tag>{other}</p>
                {finder::pills(&env.lang, one)}
                {note}
                {finder::rows_view(&env.lang, rows)}
                {office}
                <div class="actions mt-5">
                    <a class="btn" href=finder::take(&env.lang, one, &carried)>{t(find::TAKE)}</a>
                </div>
                <section class="group" aria-labelledby="checks">
                    <h2 id="checks">{t(page::OCCUPATION_CHECKS)}</h2>
                    <ul class="flow">{checks.collect_view()}</ul>
                </section>
                <section class="group" aria-labelledby="codes">
                    <h2 id="codes">{t(page::OCCUPATION_CODES)}</h2>
                    {codes(&env, one)}
                    <p class="small doubt mt-3">{t(result::DOUBT)}{t(page::OCCUPATION_DOUBT)}</p>
                </section>
            </div>
        </div>
    };
    Some(plain(site, env, &format!("/{tag}/occupations/{id}"), &name, body))
}

/// Other names, the ISCO-08 code, the place in the crafts code, and the act that regulates it.
fn codes(env: &Env, one: &Occupation) -> impl IntoView + use<> {
    let lang = env.lang;
    let t = move |key| lang.t(key);
    let own = if lang.tag == "en" { &one.also.en } else { &one.also.de };
    let names = one.female.iter().map(String::as_str).chain(own.lines());
    let names = names.collect::<Vec<_>>().join(", ");
    let trade = one.trade.map(|trade| match trade {
        Trade::A => page::OCCUPATION_TRADE_A,
        Trade::B1 => page::OCCUPATION_TRADE_B1,
        Trade::B2 => page::OCCUPATION_TRADE_B2,
    });
    let row = move |label, value: String| view! { <div><dt>{t(label)}</dt><dd>{value}</dd></div> };
    view! {
        <dl class="rows">
            {(!names.is_empty()).then(|| row(page::OCCUPATION_ALSO, names))}
            {row(page::OCCUPATION_ISCO, format!("{:04}", one.isco))}
            {trade.map(|trade| row(page::OCCUPATION_TRADE, t(trade).to_owned()))}
            {one.law.clone().map(|law| row(page::OCCUPATION_LAW, law))}
        </dl>
    }
}
