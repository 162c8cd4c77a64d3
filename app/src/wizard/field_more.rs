//! Fields that come later in the interview, and what helps after a mistake: drawn by the server and
//! the second bundle.

use super::field::{FieldError, Hint, NotKnown, Shown, field_class, some_text};
use guide::input::{HOURS, PER, TOWN, similar};
use guide::ui;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use rules::Kind;

/// The field for a sum, a place or a day.
pub(super) fn field(shown: Shown) -> impl IntoView {
    match shown.fact.kind {
        Kind::Money => EitherOf3::A(view! { <Money shown/> }),
        Kind::Place => EitherOf3::B(view! { <Place shown/> }),
        Kind::Choice | Kind::Country | Kind::Day => {
            EitherOf3::C(view! { <Text shown class="input w-m" mode="text" complete="off"/> })
        }
    }
}

/// The states that may be meant by a name nobody knows.
pub(super) fn meant(shown: &Shown) -> impl IntoView + use<> {
    let (env, id) = (shown.env, shown.fact.id.as_str());
    let likely = similar(env.book, env.lang.words, &shown.text());
    let meant = likely.into_iter().filter_map(|code| {
        let one = env.book.countries.iter().find(|one| one.code == code)?;
        let code: String = code.iter().copied().map(char::from).collect();
        let own = format!("{id}-{code}");
        Some(view! {
            <label class="choice">
                <input type="radio" name=id value=code id=own/>
                <span>{env.lang.t(one.name)}</span>
            </label>
        })
    });
    let meant: Vec<_> = meant.collect();
    (!meant.is_empty()).then(|| {
        view! {
            <fieldset class="field">
                <legend class="label">{env.lang.t(ui::COUNTRY_MEANT)}</legend>
                <div class="choices">{meant}</div>
            </fieldset>
        }
    })
}

/// A sum, and what it is for: a year, a month, or an hour with so many hours a week.
#[component]
fn Money(shown: Shown) -> impl IntoView {
    let (env, id) = (shown.env, shown.fact.id.as_str());
    let (mistake, wrong_period) = (shown.mistake(""), shown.mistake(PER));
    let wrong_hours = shown.mistake(HOURS);
    let described = if mistake.is_some() { "q-err q-unit" } else { "q-unit" };
    let stored = !shown.text().is_empty() && shown.draft.fields.is_empty();
    let chosen = shown.typed(PER).unwrap_or(if stored { "year" } else { "" }).to_owned();
    let per = format!("{id}{PER}");
    let period = |value: &'static str, label| {
        let (name, checked) = (per.clone(), chosen == value);
        let own = if value == "year" { per.clone() } else { format!("{per}-{value}") };
        view! {
            <label class="choice">
                <input type="radio" name=name value=value id=own checked=checked/>
                <span>{env.lang.t(label)}</span>
            </label>
        }
    };
    let hours = format!("{id}{HOURS}");
    let typed_hours = shown.typed(HOURS).unwrap_or_default().to_owned();
    view! {
        <div>
            <h1 tabindex="-1">{env.lang.t(shown.fact.title)}</h1>
            <Hint shown=shown.clone()/>
        </div>
        <div class=field_class(mistake.is_some())>
            <label class="label" for=id>{env.lang.t(ui::AMOUNT)}</label>
            <FieldError env id="q-err".to_owned() text=mistake/>
            <div class="unit w-m">
                <input class="input" type="text" id=id name=id inputmode="decimal" autocomplete="off"
                    value=shown.text() aria-invalid=mistake.map(|_| "true") aria-describedby=described/>
                <span id="q-unit">{env.lang.t(ui::EURO_GROSS)}</span>
            </div>
        </div>
        <fieldset class=field_class(wrong_period.is_some()) aria-describedby=wrong_period.map(|_| "q-per-err")>
            <legend class="label">{env.lang.t(ui::AMOUNT_APPLIES)}</legend>
            <FieldError env id="q-per-err".to_owned() text=wrong_period/>
            <div class="choices choices--row">
                {[("year", ui::PER_YEAR), ("month", ui::PER_MONTH), ("hour", ui::PER_HOUR)]
                    .map(|(value, label)| period(value, label))
                    .into_iter()
                    .collect_view()}
            </div>
        </fieldset>
        <div class=field_class(wrong_hours.is_some())>
            <label class="label" for=hours.clone()>{env.lang.t(ui::HOURS)}</label>
            <p class="hint" id="q-hours">{env.lang.t(ui::HOURS_HINT)}</p>
            <FieldError env id="q-hours-err".to_owned() text=wrong_hours/>
            <input class="input w-s" type="text" id=hours.clone() name=hours inputmode="decimal"
                autocomplete="off" value=typed_hours aria-invalid=wrong_hours.map(|_| "true")
                aria-describedby=if wrong_hours.is_some() { "q-hours-err q-hours" } else { "q-hours" }/>
        </div>
        <NotKnown shown label=ui::UNKNOWN_SALARY hint=ui::UNKNOWN_SALARY_HINT/>
    }
}

/// A line of text.
#[component]
fn Text(
    shown: Shown,
    class: &'static str,
    mode: &'static str,
    complete: &'static str,
) -> impl IntoView {
    let (env, id) = (shown.env, shown.fact.id.as_str());
    let mistake = shown.mistake("");
    let described = [shown.fact.hint.map(|_| "q-hint"), mistake.map(|_| "q-err")];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    view! {
        <div class=field_class(mistake.is_some())>
            <label class="q-title" for=id><h1 tabindex="-1">{env.lang.t(shown.fact.title)}</h1></label>
            <Hint shown=shown.clone()/>
            <FieldError env id="q-err".to_owned() text=mistake/>
            <input class=class type="text" id=id name=id inputmode=mode autocomplete=complete
                value=shown.text() aria-invalid=mistake.map(|_| "true") aria-describedby=some_text(described)/>
        </div>
    }
}

/// A postcode and, where it is shared, the municipality.
#[component]
fn Place(shown: Shown) -> impl IntoView {
    let env = shown.env;
    let name = format!("{}{TOWN}", shown.fact.id);
    let mistake = shown.mistake(TOWN);
    let towns = shown.draft.towns.clone();
    let towns = (!towns.is_empty()).then(|| {
        let rows = towns
            .into_iter()
            .enumerate()
            .map(|(at, town)| {
                let own = if at == 0 { name.clone() } else { format!("{name}-{}", town.id) };
                view! {
                    <label class="choice">
                        <input type="radio" name=name.clone() value=town.id id=own/>
                        <span>{town.name}</span>
                    </label>
                }
            })
            .collect_view();
        view! {
            <fieldset class=field_class(mistake.is_some()) aria-describedby=mistake.map(|_| "q-town-err")>
                <legend class="label">{env.lang.t(ui::MUNICIPALITY_QUESTION)}</legend>
                <FieldError env id="q-town-err".to_owned() text=mistake/>
                // Tells "not asked yet" from "asked and not answered".
                <input type="hidden" name=name.clone() value=""/>
                <div class="choices">{rows}</div>
            </fieldset>
        }
    });
    view! {
        <Text shown class="input w-s" mode="numeric" complete="postal-code"/>
        {towns}
    }
}
