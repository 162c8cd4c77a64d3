//! The amounts of a pathway by year.

use super::{cited, each_test};
use crate::wizard::{Env, Law};
use guide::{page, result, show, ui};
use leptos::prelude::*;
use rules::{Amount, Pathway, Predicate};
use std::collections::BTreeSet;

/// Every amount the conditions ask for; the year after the last published one is named as such.
#[component]
pub(super) fn Amounts(env: Env, pathway: &'static Pathway) -> impl IntoView {
    let mut asked = BTreeSet::new();
    each_test(&pathway.conditions, &mut |test| {
        if let Predicate::AtLeast { amount, .. } = test {
            asked.insert(*amount);
        }
    });
    let t = |key| env.lang.t(key);
    let amounts: Vec<(u8, &Amount)> = asked
        .into_iter()
        .filter_map(|at| Some((at, env.book.amounts.get(usize::from(at))?)))
        .collect();
    let published =
        amounts.iter().filter_map(|(_, one)| env.book.series.get(usize::from(one.series)));
    let mut years: BTreeSet<i16> =
        published.flat_map(|series| series.years.iter().map(|(year, _)| *year)).collect();
    let next = years.last()? + 1;
    years.insert(next);
    let head: Vec<_> = years.iter().map(|year| view! { <th scope="col">{*year}</th> }).collect();
    let rows: Vec<_> = amounts
        .into_iter()
        .map(|(at, amount)| {
            let cells: Vec<_> = years
                .iter()
                .map(|year| {
                    let cents = env.book.amount(at, *year);
                    let shown = cents.map(|cents| show::money(env.lang.words, cents));
                    let class = if shown.is_some() { "nb" } else { "muted" };
                    let shown = shown.unwrap_or_else(|| t(page::RULES_UNPUBLISHED).to_owned());
                    view! { <td class=class data-l=year.to_string()>{shown}</td> }
                })
                .collect();
            view! {
                <tr>
                    <th scope="row">
                        <Law citations=cited(&env, &amount.law)/>
                        <br/>
                        <span class="tiny muted thin">{share(&env, amount)}</span>
                    </th>
                    {cells}
                </tr>
            }
        })
        .collect();
    Some(view! {
        <section class="group">
            <h2 id="betraege">{t(page::RULES_AMOUNTS)}</h2>
            <p>{t(page::RULES_AMOUNTS_TEXT)}" "{t(result::YEARS_TEXT)}</p>
            <div class="scroll" role="group" aria-labelledby="betraege" tabindex="0">
                <table class="table table--cards">
                    <caption class="hide">{t(page::RULES_AMOUNTS)}</caption>
                    <thead><tr><th scope="col">{t(page::SOURCES_BASIS)}</th>{head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="small muted mt-3">{t(page::SOURCES_SURE_3)}</p>
        </section>
    })
}

/// `45,3 % von: …`, the law that publishes the figure.
fn share(env: &Env, amount: &Amount) -> String {
    let (whole, rest) = (amount.share / 100, amount.share % 100);
    let mut percent = whole.to_string();
    if rest > 0 {
        percent.push_str(env.lang.t(ui::DECIMAL));
        percent.push_str(format!("{rest:02}").trim_end_matches('0'));
    }
    let series = env.book.series.get(usize::from(amount.series));
    let law = series.map(|series| cited(env, &series.law)).unwrap_or_default();
    let law = law.into_iter().map(|(text, _)| text).collect::<Vec<_>>().join(", ");
    env.lang.fill(page::RULES_SHARE, &[("percent", &percent), ("law", &law)])
}
