//! The field of a question, by the kind of answer it takes.

use super::env::Env;
use super::screen::Draft;
use crate::icons::Icon;
use guide::address::{self, UNKNOWN};
use guide::input::{HOURS, NOT_KNOWN, PER, TOWN, similar};
use guide::{Answer, show, ui};
use leptos::either::EitherOf5;
use leptos::prelude::*;
use rules::{Fact, Key, Kind};

/// What a field shows: typed text goes before the stored answer, so that nothing typed is lost.
#[derive(Clone)]
struct Shown {
    env: Env,
    fact: &'static Fact,
    at: u8,
    current: Option<Answer>,
    draft: Draft,
}

impl Shown {
    fn typed(&self, suffix: &str) -> Option<&str> {
        let name = format!("{}{suffix}", self.fact.id);
        let field = self.draft.fields.iter().find(|(key, _)| *key == name);
        field.map(|(_, value)| value.as_str())
    }

    fn mistake(&self, suffix: &str) -> Option<Key> {
        let found = self.draft.mistakes.iter().find(|mistake| mistake.field == suffix);
        found.map(|mistake| mistake.text)
    }

    /// The stored answer in address form, unless something was typed.
    fn stored(&self) -> Option<String> {
        let answer = self.current.as_ref().filter(|_| self.draft.fields.is_empty())?;
        Some(address::value(self.env.book, self.at, answer))
    }

    fn chosen(&self, value: &str) -> bool {
        self.typed("") == Some(value) || self.stored().as_deref() == Some(value)
    }

    /// Whether "I don't know" is ticked beside a text field.
    fn not_known(&self) -> bool {
        self.typed(NOT_KNOWN).is_some() || self.current == Some(Answer::Unknown)
    }

    /// Text for a text field, in the reader's own form.
    fn text(&self) -> String {
        if let Some(typed) = self.typed("") {
            return typed.to_owned();
        }
        match self.current.as_ref().filter(|_| self.draft.fields.is_empty()) {
            Some(Answer::Money(cents)) => {
                let shown = show::money(self.env.lang.words, *cents);
                shown.replace(['€', '\u{a0}'], "").trim().to_owned()
            }
            Some(Answer::Unknown) | None => String::new(),
            Some(answer) => show::answer(self.env.book, self.env.lang.words, self.at, answer),
        }
    }
}

/// The question itself and what one answers it with.
#[component]
pub(super) fn Field(env: Env, fact: u8, current: Option<Answer>, draft: Draft) -> impl IntoView {
    let described = env.fact(fact)?;
    let shown = Shown { env, fact: described, at: fact, current, draft };
    Some(match described.kind {
        Kind::Choice => EitherOf5::A(view! { <Choice shown/> }),
        Kind::Country => EitherOf5::B(view! { <Country shown/> }),
        Kind::Money => EitherOf5::C(view! { <Money shown/> }),
        Kind::Place => EitherOf5::D(view! { <Place shown/> }),
        Kind::Day => EitherOf5::E(view! { <Text shown numeric=false/> }),
    })
}

/// The sentence at a field that is wrong.
#[component]
fn FieldError(env: Env, id: String, text: Option<Key>) -> impl IntoView {
    text.map(|text| {
        view! {
            <p class="err" id=id>
                <Icon name="warn"/>
                <span><span class="hide">{env.lang.t(ui::ERROR)} " "</span>{env.lang.t(text)}</span>
            </p>
        }
    })
}

fn field_class(wrong: bool) -> &'static str {
    if wrong { "field field--err" } else { "field" }
}

/// One of several options; the whole row is the target.
#[component]
fn Choice(shown: Shown) -> impl IntoView {
    let (env, id) = (shown.env, shown.fact.id.as_str());
    let mistake = shown.mistake("");
    let options = shown
        .fact
        .options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            // The error summary links to the first option by the fact's own id.
            let own = if at == 0 { id.to_owned() } else { format!("{id}-{}", option.id) };
            let checked = shown.chosen(&option.id);
            view! {
                <label class="choice">
                    <input type="radio" name=id value=option.id.as_str() id=own checked=checked/>
                    <span>{env.lang.t(option.label)}</span>
                    {option.hint.map(|hint| view! { <small>{env.lang.t(hint)}</small> })}
                </label>
            }
        })
        .collect_view();
    let unknown = shown.chosen(UNKNOWN);
    let described = [shown.fact.hint.map(|_| "q-hint"), mistake.map(|_| "q-err")];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    view! {
        <fieldset class=field_class(mistake.is_some()) aria-describedby=some_text(described)>
            <legend class="q-title"><h1 tabindex="-1">{env.lang.t(shown.fact.title)}</h1></legend>
            {shown.fact.hint.map(|hint| view! { <p class="hint" id="q-hint">{env.lang.t(hint)}</p> })}
            <FieldError env id="q-err".to_owned() text=mistake/>
            <div class="choices">
                {options}
                <p class="or">{env.lang.t(ui::OR)}</p>
                <label class="choice">
                    <input type="radio" name=id value=UNKNOWN id=format!("{id}-{UNKNOWN}") checked=unknown/>
                    <span>{env.lang.t(ui::UNKNOWN)}</span>
                    <small>{env.lang.t(ui::UNKNOWN_HINT)}</small>
                </label>
            </div>
        </fieldset>
    }
}

fn some_text(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// A state: typed, with the names of all states to pick from as one types. A name nobody knows comes
/// back with the states that may be meant.
#[component]
fn Country(shown: Shown) -> impl IntoView {
    let (env, id) = (shown.env, shown.fact.id.as_str());
    let mistake = shown.mistake("");
    let state = |at: &u8| env.book.countries.get(usize::from(*at));
    let names = env.lang.words.countries.iter().filter_map(state);
    let names = names.map(|one| view! { <option value=env.lang.t(one.name)></option> });
    let likely = mistake.map(|_| similar(env.book, env.lang.words, &shown.text()));
    let meant = env
        .book
        .countries
        .iter()
        .filter(|one| likely.as_ref().is_some_and(|likely| likely.contains(&one.code)));
    let meant: Vec<_> = meant
        .map(|one| {
            let code: String = one.code.iter().copied().map(char::from).collect();
            let own = format!("{id}-{code}");
            view! {
                <label class="choice">
                    <input type="radio" name=id value=code id=own/>
                    <span>{env.lang.t(one.name)}</span>
                </label>
            }
        })
        .collect();
    let meant = (!meant.is_empty()).then(|| {
        view! {
            <fieldset class="field">
                <legend class="label">{env.lang.t(ui::COUNTRY_MEANT)}</legend>
                <div class="choices">{meant}</div>
            </fieldset>
        }
    });
    view! {
        <div class=field_class(mistake.is_some())>
            <label class="q-title" for=id><h1 tabindex="-1">{env.lang.t(shown.fact.title)}</h1></label>
            <Hint shown=shown.clone()/>
            <FieldError env id="q-err".to_owned() text=mistake/>
            <input class="input w-m" type="text" id=id name=id list="states" autocomplete="off"
                value=shown.text() aria-invalid=mistake.map(|_| "true")
                aria-describedby=mistake.map(|_| "q-err")/>
            <datalist id="states">{names.collect_view()}</datalist>
        </div>
        {meant}
        <NotKnown shown label=ui::UNKNOWN hint=ui::UNKNOWN_HINT/>
    }
}

#[component]
fn Hint(shown: Shown) -> impl IntoView {
    shown.fact.hint.map(|hint| {
        view! { <p class="hint hint--q" id="q-hint">{shown.env.lang.t(hint)}</p> }
    })
}

/// "I don't know" beside a field, apart from it after "or".
#[component]
fn NotKnown(shown: Shown, label: Key, hint: Key) -> impl IntoView {
    let name = format!("{}{NOT_KNOWN}", shown.fact.id);
    let (env, checked) = (shown.env, shown.not_known());
    view! {
        <div class="choices">
            <p class="or">{env.lang.t(ui::OR)}</p>
            <label class="choice">
                <input type="checkbox" name=name.clone() value="yes" id=name checked=checked/>
                <span>{env.lang.t(label)}</span>
                <small>{env.lang.t(hint)}</small>
            </label>
        </div>
    }
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
                aria-describedby="q-hours"/>
        </div>
        <NotKnown shown label=ui::UNKNOWN_SALARY hint=ui::UNKNOWN_SALARY_HINT/>
    }
}

/// A line of text.
#[component]
fn Text(shown: Shown, numeric: bool) -> impl IntoView {
    let (env, id) = (shown.env, shown.fact.id.as_str());
    let mistake = shown.mistake("");
    let described = [shown.fact.hint.map(|_| "q-hint"), mistake.map(|_| "q-err")];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let (mode, complete) = if numeric { ("numeric", "postal-code") } else { ("text", "off") };
    view! {
        <div class=field_class(mistake.is_some())>
            <label class="q-title" for=id><h1 tabindex="-1">{env.lang.t(shown.fact.title)}</h1></label>
            <Hint shown=shown.clone()/>
            <FieldError env id="q-err".to_owned() text=mistake/>
            <input class="input w-s" type="text" id=id name=id inputmode=mode autocomplete=complete
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
        <Text shown numeric=true/>
        {towns}
    }
}
