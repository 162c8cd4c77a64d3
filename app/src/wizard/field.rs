//! The field of a question, by the kind of answer it takes.

use super::env::Env;
#[cfg(any(feature = "ssr", feature = "draw"))]
use super::field_more as more;
use super::screen::Draft;
use crate::icons::Icon;
use guide::address::{self, UNKNOWN};
use guide::input::NOT_KNOWN;
use guide::{Answer, show, ui};
use leptos::either::EitherOf3;
use leptos::prelude::*;
use rules::{Fact, Key, Kind};

/// What the first bundle leaves to the second: see [`super::draw::draw_question`].
#[cfg(not(any(feature = "ssr", feature = "draw")))]
mod more {
    pub(super) fn field(_: super::Shown) -> &'static str {
        ""
    }

    pub(super) fn meant(_: &super::Shown) -> &'static str {
        ""
    }
}

/// What a field shows: typed text goes before the stored answer, so that nothing typed is lost.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) env: Env,
    pub(super) fact: &'static Fact,
    at: u8,
    current: Option<Answer>,
    pub(super) draft: Draft,
}

impl Shown {
    pub(super) fn typed(&self, suffix: &str) -> Option<&str> {
        let name = format!("{}{suffix}", self.fact.id);
        let field = self.draft.fields.iter().find(|(key, _)| *key == name);
        field.map(|(_, value)| value.as_str())
    }

    pub(super) fn mistake(&self, suffix: &str) -> Option<Key> {
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
    pub(super) fn text(&self) -> String {
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
        Kind::Choice => EitherOf3::A(view! { <Choice shown/> }),
        Kind::Country => EitherOf3::B(view! { <Country shown/> }),
        Kind::Money | Kind::Place | Kind::Day => EitherOf3::C(more::field(shown)),
    })
}

/// The sentence at a field that is wrong.
#[component]
pub(super) fn FieldError(env: Env, id: String, text: Option<Key>) -> impl IntoView {
    text.map(|text| {
        view! {
            <p class="err" id=id>
                <Icon name="warn"/>
                <span><span class="hide">{env.lang.t(ui::ERROR)} " "</span>{env.lang.t(text)}</span>
            </p>
        }
    })
}

pub(super) fn field_class(wrong: bool) -> &'static str {
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

pub(super) fn some_text(text: String) -> Option<String> {
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
        {mistake.map(|_| more::meant(&shown))}
        <NotKnown shown label=ui::UNKNOWN hint=ui::UNKNOWN_HINT/>
    }
}

#[component]
pub(super) fn Hint(shown: Shown) -> impl IntoView {
    shown.fact.hint.map(|hint| {
        view! { <p class="hint hint--q" id="q-hint">{shown.env.lang.t(hint)}</p> }
    })
}

/// "I don't know" beside a field, apart from it after "or".
#[component]
pub(super) fn NotKnown(shown: Shown, label: Key, hint: Key) -> impl IntoView {
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
