//! Facts: what is asked, when it exists and what is presumed.

use super::book::{report, unique};
use super::keys::Keys;
use super::predicate::{self, Scope, index};
use super::{Problem, source};
use crate::{Fact, Kind, Predicate, Presumption, Step, Value};

pub(super) fn facts(
    written: &[source::Fact],
    names: Scope,
    keys: &mut Keys,
    problems: &mut Vec<Problem>,
) -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    for one in written {
        let place = format!("fact {}", one.id);
        // Only facts asked earlier are in scope, so that no fact can wait for itself.
        let scope = Scope { facts: &all, ..names };
        let mut test = |text: &Option<String>| {
            text.as_deref().and_then(|text| match predicate::parse(text, scope) {
                Ok(test) => Some(test),
                Err(what) => {
                    report(problems, &place, what);
                    None
                }
            })
        };
        let when = test(&one.when);
        let unless = test(&one.presumed_unless);
        let detail = match one.detail.as_deref() {
            Some("always") => Some(Predicate::And(Vec::new())),
            _ => test(&one.detail),
        };
        if unless.is_some() && one.presumed.is_none() {
            report(problems, &place, "presumed_unless stands without presumed");
        }
        let words = format!("fact.{}", one.id);
        unique(&place, one.values.iter(), problems);
        let options = options(one, &words, keys);
        let kind = match (one.kind.as_str(), options.len()) {
            ("choice", 2..) => Kind::Choice,
            ("country", 0) => Kind::Country,
            ("money", 0) => Kind::Money,
            ("place", 0) => Kind::Place,
            ("day", 0) => Kind::Day,
            _ => {
                report(
                    problems,
                    &place,
                    "kind is choice (with values), country, money, place, day",
                );
                Kind::Choice
            }
        };
        let presumed = one.presumed.as_deref().and_then(|value| {
            let at = options.iter().position(|option| option.id == value).map(index);
            let Some(Ok(value)) = at else {
                report(problems, &place, format!("presumed `{value}` is none of its values"));
                return None;
            };
            Some(Presumption {
                value,
                unless,
                text: keys.need(&place, &format!("{words}.presumed")),
            })
        });
        let steps = steps(one, kind, &options, keys, problems);
        let fact = Fact {
            id: one.id.clone(),
            kind,
            title: keys.need(&place, &format!("{words}.title")),
            hint: keys.maybe(&format!("{words}.hint")),
            why: keys.need(&place, &format!("{words}.why")),
            short: keys.need(&place, &format!("{words}.short")),
            change: keys.need(&place, &format!("{words}.change")),
            options,
            when,
            presumed,
            detail,
            own: (keys.maybe(&format!("{words}.own")), keys.maybe(&format!("{words}.own-hint"))),
            of_job: one.about == Some(source::About::Job),
            steps,
        };
        all.push(fact);
    }
    all
}

/// The changes that can be proposed. Their texts are `fact.<id>.step.<value>`, of money
/// `fact.<id>.step.raise`.
fn steps(
    written: &source::Fact,
    kind: Kind,
    options: &[Value],
    keys: &mut Keys,
    problems: &mut Vec<Problem>,
) -> Vec<Step> {
    let place = format!("fact {}", written.id);
    let mut all = Vec::new();
    for one in &written.step {
        let mut option = |name: &str| {
            let at = options.iter().position(|option| option.id == name);
            let at = at.and_then(|at| index(at).ok());
            if at.is_none() {
                report(problems, &place, format!("step: `{name}` is none of its values"));
            }
            at
        };
        let to = one.to.as_deref().map(&mut option);
        let from: Vec<u8> = one.from.iter().filter_map(|name| option(name)).collect();
        match (kind, to) {
            (Kind::Choice, Some(Some(to))) if !from.contains(&to) => {}
            (Kind::Money, None) if from.is_empty() => {}
            _ => {
                let what = "a step of a choice goes to another value, a step of money has none";
                report(problems, &place, what);
            }
        }
        let name = one.to.as_deref().unwrap_or("raise");
        let text = keys.need(&place, &format!("fact.{}.step.{name}", written.id));
        all.push(Step { to: to.flatten(), from, by: one.by.into(), text });
    }
    all
}

fn options(written: &source::Fact, words: &str, keys: &mut Keys) -> Vec<Value> {
    let place = format!("fact {}", written.id);
    let mut all = Vec::new();
    for id in &written.values {
        all.push(Value {
            id: id.clone(),
            label: keys.need(&place, &format!("{words}.value.{id}.label")),
            hint: keys.maybe(&format!("{words}.value.{id}.hint")),
        });
    }
    all
}
