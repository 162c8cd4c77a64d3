//! The form: which facts the rows test, how its fields are read, and how it looks.

use crate::pages::rulebook::{each, each_test, fact};
use crate::wizard::Env;
use guide::address::{self, Read, UNKNOWN};
use guide::{Answer, Answers, Given, page};
use leptos::prelude::*;
use rules::{Book, Condition, Predicate};
use std::collections::BTreeSet;

/// The fields, in the order of the questions.
pub(super) struct Form(Vec<Field>);

/// A fact that is asked for.
struct Field {
    /// Index into the book's facts.
    fact: u8,
    /// The one answer to another fact without which this one does not exist: its index, its value.
    gate: Option<(u8, u8)>,
    /// The other fact has no field of its own: its other values stand in this field's list.
    joined: bool,
}

impl Form {
    /// Asks for what the rows test, and for what decides whether that exists at all.
    pub(super) fn of(book: &Book, rows: &[Condition]) -> Self {
        let mut asked = BTreeSet::new();
        each_test(rows, &mut |test| asked.extend(fact(test)));
        let mut waiting: Vec<u8> = asked.iter().copied().collect();
        while let Some(at) = waiting.pop() {
            let Some(when) = when(book, at).filter(|_| gate(book, at).is_none()) else { continue };
            each(when, &mut |test| {
                waiting.extend(fact(test).filter(|other| asked.insert(*other)));
            });
        }
        let field = |at: &u8| {
            let gate = gate(book, *at);
            Field { fact: *at, gate, joined: gate.is_some_and(|(of, _)| !asked.contains(&of)) }
        };
        Self(asked.iter().map(field).collect())
    }

    /// The answers in a query: of this form, or of any address of the guide. What a field answers
    /// without saying so is added: whoever is 36 is under 45.
    pub(super) fn read(&self, book: &Book, query: &str) -> Read {
        let id = |at: u8| book.facts.get(usize::from(at)).map_or("", |fact| fact.id.as_str());
        let mut pairs = address::pairs(query);
        pairs.retain(|(_, value)| !value.is_empty());
        for field in &self.0 {
            let Some((of, value)) = field.gate else { continue };
            let own = id(field.fact);
            let said = pairs.iter().find(|(key, _)| key == own).map(|(_, value)| value.clone());
            let Some(said) = said.filter(|said| said != UNKNOWN) else { continue };
            let other = said.strip_prefix(id(of)).and_then(|rest| rest.strip_prefix('.'));
            let through = address::value(book, of, &Answer::Choice(value));
            let answer = other.map_or(through, ToOwned::to_owned);
            if other.is_some() {
                pairs.retain(|(key, _)| key != own);
            }
            if field.joined {
                pairs.retain(|(key, _)| key != id(of));
            }
            if pairs.iter().all(|(key, _)| key != id(of)) {
                pairs.push((id(of).to_owned(), answer));
            }
        }
        address::read_pairs(book, pairs.iter().map(|(key, value)| (key, value)))
    }

    /// The form, filled in; the answers it does not ask for travel with it.
    pub(super) fn view(&self, env: &Env, answers: &Answers, to: &str) -> impl IntoView + use<> {
        let t = |key| env.lang.t(key);
        let case = env.case(answers);
        let exists =
            |field: &&Field| field.joined || case.given(field.fact) != Given::NotApplicable;
        let shown: Vec<&Field> = self.0.iter().filter(exists).collect();
        let fields: Vec<_> = shown.iter().filter_map(|field| field.view(env, answers)).collect();
        let others = answers.iter().filter(|(at, _)| self.0.iter().all(|one| one.fact != *at));
        let others: Vec<_> = others
            .filter_map(|(at, answer)| {
                let name = env.fact(at)?.id.as_str();
                let value = address::value(env.book, at, answer);
                Some(view! { <input type="hidden" name=name value=value/> })
            })
            .collect();
        view! {
            <section class="group" aria-labelledby="angaben">
                <h2 id="angaben">{t(page::POINTS_FORM)}</h2>
                <p>{t(page::POINTS_FORM_TEXT)}</p>
                <form class="form" action=to.to_owned() method="get">
                    {others}
                    {fields}
                    <div class="actions"><button class="btn">{t(page::POINTS_COUNT)}</button></div>
                </form>
            </section>
        }
    }
}

impl Field {
    fn view(&self, env: &Env, answers: &Answers) -> Option<impl IntoView + use<>> {
        let described = env.fact(self.fact)?;
        let id = described.id.as_str();
        let chosen = |of, value| answers.get(of) == Some(&Answer::Choice(value));
        let options = (0u8..).zip(&described.options).map(|(value, option)| {
            let selected = chosen(self.fact, value);
            (option.id.clone(), env.lang.t(option.label).to_owned(), selected)
        });
        let gate = self.gate.filter(|_| self.joined);
        let gate = gate.and_then(|(of, through)| Some((of, through, env.fact(of)?)));
        let joined = gate.into_iter().flat_map(|(of, through, gate)| {
            let others = (0u8..).zip(&gate.options).filter(move |(value, _)| *value != through);
            others.map(move |(value, option)| {
                let label = env.lang.t(option.label);
                let values = [("fact", env.lang.t(gate.short)), ("values", label)];
                let label = env.lang.fill(page::RULES_FACT, &values);
                (format!("{}.{}", gate.id, option.id), label, chosen(of, value))
            })
        });
        let options = options.chain(joined).map(|(value, label, selected)| {
            view! { <option value=value selected=selected>{label}</option> }
        });
        let options: Vec<_> = options.collect();
        let hint = described.hint.map(|hint| {
            view! { <p class="hint" id=format!("{id}-t")>{env.lang.t(hint)}</p> }
        });
        Some(view! {
            <div class="field">
                <label class="label" for=id>{env.lang.t(described.title)}</label>
                {hint}
                <select class="select" id=id name=id
                    aria-describedby=described.hint.map(|_| format!("{id}-t"))>
                    <option value="">{env.lang.t(page::POINTS_NONE)}</option>
                    {options}
                </select>
            </div>
        })
    }
}

fn when(book: &Book, at: u8) -> Option<&Predicate> {
    book.facts.get(usize::from(at))?.when.as_ref()
}

/// The one answer that a fact hangs on, if it hangs on one alone.
fn gate(book: &Book, at: u8) -> Option<(u8, u8)> {
    match when(book, at)? {
        Predicate::Is { fact, values, not: false } => match values.as_slice() {
            [only] => Some((*fact, *only)),
            _ => None,
        },
        _ => None,
    }
}
