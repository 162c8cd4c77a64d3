//! The count: row by row, and what a route asks for beside it or instead of it.

use crate::pages::rulebook::cited;
use crate::wizard::{Env, Law, condition_title, doubt};
use guide::{Score, Trace, Truth, page};
use leptos::prelude::*;
use rules::Test;

/// The condition that counts points, in its place among a route's conditions.
pub(super) struct Counted<'a> {
    /// The condition itself; its parts are the rows.
    pub(super) trace: Trace<'a>,
    /// What must hold as well.
    pub(super) beside: Vec<Trace<'a>>,
    /// What does without any points.
    pub(super) instead: Vec<Trace<'a>>,
}

impl<'a> Counted<'a> {
    /// Looks for it in conditions that must all hold; `None` if none of them counts points.
    pub(super) fn of(conditions: &[Trace<'a>]) -> Option<Self> {
        Self::among(conditions, false)
    }

    fn among(parts: &[Trace<'a>], one_is_enough: bool) -> Option<Self> {
        let found = |(at, part): (usize, &Trace<'a>)| match &part.condition.test {
            Test::Score { .. } => {
                let (beside, instead) = (Vec::new(), Vec::new());
                Some((at, Self { trace: part.clone(), beside, instead }))
            }
            test => Some((at, Self::among(&part.parts, matches!(test, Test::Any(_)))?)),
        };
        let (at, mut counted) = parts.iter().enumerate().find_map(found)?;
        let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
        let others = others.map(|(_, part)| part.clone());
        if one_is_enough {
            counted.instead.extend(others);
        } else {
            counted.beside.extend(others);
        }
        Some(counted)
    }

    /// What the count comes to, as a sentence.
    pub(super) fn told(&self, env: &Env, sum: Score) -> String {
        if let Some(met) = self.instead.iter().find(|one| one.truth == Truth::Yes) {
            let title = condition_title(env, met);
            return env.lang.fill(page::POINTS_NEEDLESS, &[("title", &title)]);
        }
        let possible = sum.possible.to_string();
        let key = match self.trace.truth {
            Truth::Yes => page::POINTS_ENOUGH,
            Truth::No => page::POINTS_SHORT,
            _ => page::POINTS_OPEN,
        };
        env.lang.fill(key, &[("possible", &possible)])
    }
}

/// Each row with what it brings and, unless the rule stands alone, what it counts for these answers.
pub(super) fn table(
    env: &Env,
    counted: &Counted,
    sum: Score,
    plain: bool,
) -> Option<impl IntoView + use<>> {
    let t = |key| env.lang.t(key);
    let Test::Score { points, .. } = &counted.trace.condition.test else { return None };
    let rows = counted.trace.parts.iter().zip(points).map(|(row, (points, _))| {
        let counts = match row.truth {
            Truth::Yes => points.to_string(),
            Truth::No => "0".to_owned(),
            _ => t(page::POINTS_MISSING).to_owned(),
        };
        let class = if row.truth == Truth::Yes { "num big" } else { "num muted" };
        let doubt = doubt(env, row.condition);
        view! {
            <tr>
                <th scope="row">
                    {condition_title(env, row)}
                    <br/>
                    <span class="tiny muted thin"><Law citations=cited(env, &row.condition.law)/></span>
                    {doubt.map(|text| view! { <br/><span class="tiny doubt thin">{text}</span> })}
                </th>
                <td class="num">{*points}</td>
                {(!plain).then(|| view! { <td class=class>{counts}</td> })}
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    let yours =
        (!plain).then(|| view! { <th scope="col" class="num">{t(page::POINTS_YOURS)}</th> });
    let total = (!plain).then(|| {
        view! {
            <tfoot>
                <tr>
                    <th scope="row" colspan="2">{t(page::POINTS_SUM)}</th>
                    <td class="num big">{sum.sure}</td>
                </tr>
            </tfoot>
        }
    });
    Some(view! {
        <section class="group" aria-labelledby="zeilen">
            <h2 id="zeilen">{t(page::POINTS_ROWS)}</h2>
            <p>{t(page::POINTS_ROWS_TEXT)}</p>
            <table class="table points">
                <caption class="hide">{t(page::POINTS_ROWS)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(page::POINTS_FOR)}</th>
                        <th scope="col" class="num">{t(page::POINTS_BRINGS)}</th>
                        {yours}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                {total}
            </table>
        </section>
    })
}
