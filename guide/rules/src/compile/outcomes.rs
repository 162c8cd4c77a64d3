//! What stands beside the pathways: results that need none, coming changes, contradictions.

use super::book::{cited, day, report, unique};
use super::keys::Keys;
use super::predicate::{self, Scope, index};
use super::{Problem, source, values};
use crate::{Coming, Confidence, Conflict, Law, Outcome};

pub(super) fn outcomes(
    written: &[source::Outcome],
    scope: Scope,
    laws: &[Law],
    keys: &mut Keys,
    problems: &mut Vec<Problem>,
) -> Vec<Outcome> {
    let mut all = Vec::new();
    for one in written {
        let place = format!("outcome {}", one.id);
        let law = cited(laws, problems, &place, &one.law);
        match predicate::parse(&one.when, scope) {
            Ok(when) => all.push(Outcome {
                id: one.id.clone(),
                when,
                title: keys.need(&place, &format!("outcome.{}.title", one.id)),
                text: keys.need(&place, &format!("outcome.{}.text", one.id)),
                law,
            }),
            Err(what) => report(problems, &place, what),
        }
    }
    unique("outcomes", all.iter().map(|one| &one.id), problems);
    all
}

/// Changes known before their day, the earliest first.
pub(super) fn coming(
    written: &[source::Coming],
    scope: Scope,
    laws: &[Law],
    keys: &mut Keys,
    problems: &mut Vec<Problem>,
) -> Vec<Coming> {
    let mut all = Vec::new();
    for one in written {
        let place = format!("change {}", one.id);
        let confidence = values::confidence(&one.confidence).unwrap_or_else(|| {
            report(problems, &place, "confidence is S, K or U");
            Confidence::Uncertain
        });
        let day = day(&one.day, &place, problems);
        let law = cited(laws, problems, &place, &one.law);
        match predicate::parse(&one.when, scope) {
            Ok(when) => all.push(Coming {
                id: one.id.clone(),
                day,
                when,
                title: keys.need(&place, &format!("coming.{}.title", one.id)),
                text: keys.need(&place, &format!("coming.{}.text", one.id)),
                law,
                confidence,
            }),
            Err(what) => report(problems, &place, what),
        }
    }
    unique("changes.toml", all.iter().map(|one| &one.id), problems);
    all.sort_by_key(|one| one.day);
    all
}

pub(super) fn conflicts(
    written: &[source::Conflict],
    scope: Scope,
    problems: &mut Vec<Problem>,
) -> Vec<Conflict> {
    let mut all = Vec::new();
    for one in written {
        let drop = scope.facts.iter().position(|fact| fact.id == one.drop);
        let drop = drop.ok_or_else(|| format!("there is no fact `{}`", one.drop)).and_then(index);
        match (predicate::parse(&one.when, scope), drop) {
            (Ok(when), Ok(drop)) => all.push(Conflict { when, drop }),
            (Err(what), _) | (_, Err(what)) => report(problems, "conflict", what),
        }
    }
    all
}
