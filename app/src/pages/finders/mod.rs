//! Pages with a finder: occupations and the search.

mod occupation;
mod occupations;
mod search;
mod take;

pub(super) use occupation::page as occupation;
pub(super) use occupations::page as occupations;
pub(super) use search::page as search;
pub(super) use take::{page as take, taken};

use super::look_up;
use crate::finder::{LONGEST, Local};
use crate::icons::Icon;
use crate::wizard::Env;
use guide::address;
use guide::places::PlaceCard;
use guide::{Answers, find};
use leptos::prelude::*;
use rules::Key;

/// What a finder's address says.
struct Asked {
    /// What was typed.
    typed: String,
    /// Answers given in the guide.
    answers: Answers,
}

impl Asked {
    fn read(env: &Env, query: &str) -> Self {
        let pairs = address::pairs(query);
        let typed = pairs.iter().find(|(key, _)| key == "q").map(|(_, value)| value.trim());
        let typed = typed.unwrap_or_default().chars().take(LONGEST).collect();
        Self { typed, answers: address::read(env.book, query).answers }
    }

    /// The answers as a query.
    fn carried(&self, env: &Env) -> String {
        address::write(env.book, &self.answers)
    }

    /// The chamber and the name of the place that the answers hold, if they hold one of the Revier.
    /// Municipalities that share a postcode share their chamber.
    fn local(&self, env: &Env) -> Option<Local> {
        let Some(guide::Answer::Place(code, town)) = self.answers.named(env.book, "place") else {
            return None;
        };
        let (id, place) = match look_up(env, *code, town.as_deref()) {
            PlaceCard::Known { town, .. } => (town.id, format!("{code:05} {}", town.name)),
            PlaceCard::Ask(towns) => (towns.first()?.id.clone(), format!("{code:05}")),
            PlaceCard::Outside(_) => return None,
        };
        let mut offices = guide::places::others_for(guide::all_places(), &id);
        let chamber = offices.find(|office| office.kind == rules::OfficeKind::Hwk)?;
        Some(Local { chamber: chamber.name.clone(), place })
    }
}

/// Answers as hidden fields, but for those named.
fn hidden(env: &Env, answers: &Answers, but: &[&str]) -> impl IntoView + use<> {
    let fields = answers.iter().filter_map(|(at, answer)| {
        let id = env.fact(at)?.id.as_str();
        let value = address::value(env.book, at, answer);
        (!but.contains(&id)).then(|| view! { <input type="hidden" name=id value=value/> })
    });
    fields.collect_view()
}

/// The field of a finder: a form that works by itself.
#[component]
fn Field(
    env: Env,
    action: String,
    typed: String,
    answers: Answers,
    label: Key,
    hint: Key,
) -> impl IntoView {
    view! {
        <form class="mt-5" role="search" action=action method="get">
            <label class="label" for="q">{env.lang.t(label)}</label>
            <p class="hint" id="q-h">{env.lang.t(hint)}</p>
            <div class="actions tight">
                <input class="input" type="search" id="q" name="q" value=typed maxlength=LONGEST.to_string()
                    aria-describedby="q-h" autocomplete="off" autocapitalize="none" spellcheck="false"/>
                <button class="btn btn--icon">
                    <Icon name="search"/>
                    <span class="hide">{env.lang.t(find::GO)}</span>
                </button>
            </div>
            {hidden(&env, &answers, &[])}
        </form>
    }
}
