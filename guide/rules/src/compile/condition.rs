//! Conditions: from the written form to the tree.

use super::keys::Keys;
use super::predicate::{self, Scope};
use super::{Problem, citation, source, values};
use crate::{Citation, Condition, Confidence, Day, Law, Test};

/// No score asks for more points.
const MOST_POINTS: u8 = 100;

/// What a condition is compiled with.
pub(super) struct Context<'a> {
    pub(super) scope: Scope<'a>,
    pub(super) laws: &'a [Law],
    pub(super) shared: &'a [source::Condition],
    pub(super) keys: &'a mut Keys,
    pub(super) problems: &'a mut Vec<Problem>,
}

/// What a condition takes over from what it stands in.
#[derive(Clone)]
struct Above {
    id: String,
    words: String,
    law: Vec<Citation>,
    checked_on: Day,
    /// The shared conditions around it, outermost first.
    shared: Vec<String>,
}

/// Compiles the conditions of a pathway.
pub(super) fn all(
    context: &mut Context,
    pathway: &str,
    checked_on: Day,
    written: &[source::Condition],
) -> Vec<Condition> {
    let above = Above {
        id: pathway.to_owned(),
        words: format!("pathway.{pathway}.condition"),
        law: Vec::new(),
        checked_on,
        shared: Vec::new(),
    };
    list(context, &above, written)
}

fn list(context: &mut Context, above: &Above, written: &[source::Condition]) -> Vec<Condition> {
    let compiled: Vec<_> = written.iter().filter_map(|one| compile(context, above, one)).collect();
    for (at, condition) in compiled.iter().enumerate() {
        if compiled.iter().take(at).any(|earlier| earlier.id == condition.id) {
            context.problems.push(Problem {
                place: condition.id.clone(),
                what: "two conditions have this id".into(),
            });
        }
    }
    compiled
}

fn compile(context: &mut Context, above: &Above, written: &source::Condition) -> Option<Condition> {
    if let Some(name) = &written.r#use {
        return shared(context, above, written, name);
    }
    let place = format!("{}.{}", above.id, written.id);
    let words = format!("{}.{}", above.words, written.id);
    if !is_id(&written.id) || matches!(written.id.as_str(), "title" | "unmet" | "doubt") {
        report(context, &place, "an id is made of a–z, 0–9 and -, and is no reserved word");
        return None;
    }
    if place.matches('.').count() > crate::DEEPEST {
        report(context, &place, "conditions may be nested four deep at most");
    }
    let law = laws(context, &place, &written.law);
    let law = if law.is_empty() { above.law.clone() } else { law };
    if law.is_empty() {
        report(context, &place, "a condition needs a citation");
    }
    let confidence =
        written.confidence.as_deref().map_or(Some(Confidence::Sourced), values::confidence);
    let confidence = confidence.unwrap_or_else(|| {
        report(context, &place, "confidence is S, K or U");
        Confidence::Uncertain
    });
    let checked_on = written.checked_on.as_deref().map_or(Some(above.checked_on), values::day);
    let checked_on = checked_on.unwrap_or_else(|| {
        report(context, &place, "checked_on is no day of the calendar");
        above.checked_on
    });
    let title = context.keys.need(&place, &format!("{words}.title"));
    let unmet = context.keys.maybe(&format!("{words}.unmet"));
    let doubt = (confidence != Confidence::Sourced)
        .then(|| context.keys.need(&place, &format!("{words}.doubt")));
    let shared = above.shared.clone();
    let inner = Above { id: place.clone(), words, law: law.clone(), checked_on, shared };
    let test = test(context, &inner, written)?;
    Some(Condition { id: place, title, unmet, doubt, law, confidence, checked_on, test })
}

/// A shared condition keeps its own words and gets the pathway's id in front.
fn shared(
    context: &mut Context,
    above: &Above,
    written: &source::Condition,
    name: &str,
) -> Option<Condition> {
    let place = format!("{}.{name}", above.id);
    let alone = source::Condition { r#use: Some(name.to_owned()), ..Default::default() };
    let plain = written.id.is_empty()
        && written.law.is_empty()
        && written.facts.is_none()
        && written.all.is_none()
        && written.any.is_none()
        && !written.authority
        && written.score.is_none()
        && written.row.is_none()
        && written.confidence == alone.confidence;
    if !plain {
        report(context, &place, "a shared condition is used as it is, with nothing beside `use`");
    }
    let Some(found) = context.shared.iter().find(|condition| condition.id == name) else {
        report(context, &place, "the folder shared has no condition of this name");
        return None;
    };
    if above.shared.iter().any(|outer| outer == name) {
        report(context, &place, "a shared condition cannot contain itself");
        return None;
    }
    let mut above = Above { words: "condition".into(), law: Vec::new(), ..above.clone() };
    above.shared.push(name.to_owned());
    compile(context, &above, found)
}

fn test(context: &mut Context, above: &Above, written: &source::Condition) -> Option<Test> {
    if written.score.is_some() || written.row.is_some() {
        return score(context, above, written);
    }
    match (&written.facts, &written.all, &written.any, written.authority) {
        (Some(facts), None, None, false) => match predicate::parse(facts, context.scope) {
            Ok(predicate) => Some(Test::Facts(predicate)),
            Err(what) => {
                report(context, &above.id, &what);
                None
            }
        },
        (None, Some(parts), None, false) if !parts.is_empty() => {
            Some(Test::All(list(context, above, parts)))
        }
        (None, None, Some(parts), false) if !parts.is_empty() => {
            Some(Test::Any(list(context, above, parts)))
        }
        (None, None, None, true) => Some(Test::Authority),
        _ => {
            report(context, &above.id, "needs exactly one of facts, all, any, authority, score");
            None
        }
    }
}

/// Rows that bring points. Enough points must be within reach, and too few as well.
fn score(context: &mut Context, above: &Above, written: &source::Condition) -> Option<Test> {
    let alone = written.facts.is_none()
        && written.all.is_none()
        && written.any.is_none()
        && !written.authority;
    let (true, Some(least), Some(rows)) = (alone, written.score, &written.row) else {
        report(
            context,
            &above.id,
            "`score` and `row` belong together, with no other test beside them",
        );
        return None;
    };
    let mut groups: Vec<&str> = Vec::new();
    let mut points = Vec::new();
    for row in rows {
        let group = row.group.as_deref().unwrap_or(&row.id);
        let at = groups.iter().position(|known| *known == group).unwrap_or_else(|| {
            groups.push(group);
            groups.len() - 1
        });
        match (row.points, predicate::index(at)) {
            (Some(of_row @ 1..), Ok(group)) => points.push((of_row, group)),
            _ => report(context, &above.id, "each row of a score needs its points"),
        }
    }
    let best = |group: usize| {
        let of_group = points.iter().filter(|(_, of)| usize::from(*of) == group);
        of_group.map(|(points, _)| u32::from(*points)).max().unwrap_or_default()
    };
    let most: u32 = (0..groups.len()).map(best).sum();
    if least == 0 || least > MOST_POINTS || most < u32::from(least) {
        let what = "a score is at least 1, at most 100, and within reach of its rows";
        report(context, &above.id, what);
    }
    let rows = list(context, above, rows);
    if rows.iter().any(weighed) {
        report(context, &above.id, "points cannot be left to the authority");
    }
    (rows.len() == points.len()).then_some(Test::Score { least, rows, points })
}

fn weighed(condition: &Condition) -> bool {
    condition.test == Test::Authority || condition.parts().iter().any(weighed)
}

/// Citations in the written form; each that cannot be read is reported.
pub(super) fn citations(
    laws: &[Law],
    problems: &mut Vec<Problem>,
    place: &str,
    written: &[String],
) -> Vec<Citation> {
    let mut all = Vec::new();
    for text in written {
        match citation::parse(text, laws) {
            Ok(citation) => all.push(citation),
            Err(what) => problems.push(Problem { place: place.to_owned(), what }),
        }
    }
    all
}

fn laws(context: &mut Context, place: &str, written: &[String]) -> Vec<Citation> {
    citations(context.laws, context.problems, place, written)
}

fn report(context: &mut Context, place: &str, what: &str) {
    context.problems.push(Problem { place: place.to_owned(), what: what.to_owned() });
}

/// Ids are stable and travel in addresses: lower-case letters, digits, hyphens.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-')
}
