//! The rule base from its files.

use super::condition::{self, Context, citations, is_id};
use super::keys::Keys;
use super::predicate::{self, Scope, index};
use super::{Problem, source, unused};
use crate::{
    Amount, Book, Card, Citation, Conflict, Country, CountryList, Day, Dispatch, Fact, Fee, Kind,
    Law, Outcome, Pathway, Predicate, Presumption, Row, Series, Value,
};

/// Compiles everything but the words; mistakes go to `problems`.
pub(super) fn compile(files: &source::Files, keys: &mut Keys, problems: &mut Vec<Problem>) -> Book {
    let laws: Vec<Law> =
        files.laws.iter().map(|law| Law { code: law.code.clone(), url: law.url.clone() }).collect();
    let lists = lists(&files.geo.lists, &laws, problems);
    let series = series(&files.amounts.series, &laws, problems);
    let amounts = amounts(&files.amounts.amount, &series, &laws, problems);
    let facts = facts(&files.facts, &lists, &amounts, keys, problems);
    let scope = Scope { facts: &facts, lists: &lists, amounts: &amounts };
    let fees = fees(&files.amounts.fee, scope, keys, &laws, problems);
    let mut context = Context { scope, laws: &laws, shared: &files.shared, keys, problems };
    let pathways: Vec<Pathway> =
        files.pathways.iter().map(|written| pathway(&mut context, &fees, written)).collect();
    let dispatch = dispatch(&files.dispatch.dispatch, scope, problems);
    let outcomes = outcomes(&files.dispatch.outcome, scope, &laws, keys, problems);
    unique("shared.toml", files.shared.iter().map(|one| &one.id), problems);
    for (one, next) in files.pathways.iter().zip(files.pathways.iter().skip(1)) {
        if one.order == next.order {
            let what = format!("has the same `order` as `{}`", one.id);
            report(problems, &format!("pathway {}", next.id), what);
        }
    }
    let conflicts = conflicts(&files.dispatch.conflict, scope, problems);
    unique("pathways", pathways.iter().map(|one| &one.id), problems);
    unique("facts", facts.iter().map(|one| &one.id), problems);
    unused::shared(files, problems);
    unused::facts(&facts, &pathways, &dispatch, &outcomes, problems);
    let countries = countries(keys);
    let checked_on = day(&files.released.checked_on, "sources.toml", problems);
    day(&files.released.day, "sources.toml", problems);
    Book {
        version: String::new(),
        checked_on,
        laws,
        lists,
        countries,
        series,
        amounts,
        fees,
        facts,
        pathways,
        dispatch,
        outcomes,
        conflicts,
    }
}

pub(super) fn report(problems: &mut Vec<Problem>, place: &str, what: impl Into<String>) {
    problems.push(Problem { place: place.to_owned(), what: what.into() });
}

/// Citations, at least one.
fn cited(
    laws: &[Law],
    problems: &mut Vec<Problem>,
    place: &str,
    written: &[String],
) -> Vec<Citation> {
    let law = citations(laws, problems, place, written);
    if law.is_empty() {
        report(problems, place, "needs a citation");
    }
    law
}

fn unique<'a>(place: &str, ids: impl Iterator<Item = &'a String>, problems: &mut Vec<Problem>) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !is_id(id) {
            report(problems, place, format!("`{id}`: an id is made of a–z, 0–9 and -"));
        }
        if !seen.insert(id) {
            report(problems, place, format!("`{id}` stands there twice"));
        }
    }
}

fn day(text: &str, place: &str, problems: &mut Vec<Problem>) -> Day {
    source::day(text).unwrap_or_else(|| {
        report(problems, place, format!("`{text}` is no day of the calendar"));
        Day::default()
    })
}

fn lists(written: &source::Lists, laws: &[Law], problems: &mut Vec<Problem>) -> Vec<CountryList> {
    let mut all = Vec::new();
    for list in &written.list {
        let place = format!("list {}", list.id);
        day(&list.checked_on, &place, problems);
        let mut countries = Vec::new();
        for text in &list.countries {
            match source::country(text) {
                Some(code) => countries.push(code),
                None => report(problems, &place, format!("`{text}` is no country code")),
            }
        }
        countries.sort_unstable();
        let confidence = source::confidence(&list.confidence).unwrap_or_else(|| {
            report(problems, &place, "confidence is S, K or U");
            crate::Confidence::Uncertain
        });
        let law = citations(laws, problems, &place, &list.law);
        all.push(CountryList { id: list.id.clone(), countries, law, confidence });
    }
    unique("lists", all.iter().map(|one| &one.id), problems);
    all
}

fn series(written: &[source::Series], laws: &[Law], problems: &mut Vec<Problem>) -> Vec<Series> {
    let mut all = Vec::new();
    for one in written {
        let place = format!("series {}", one.id);
        let mut years = Vec::new();
        for (year, euro) in &one.euro {
            match (year.parse(), euro.as_str().and_then(source::cents)) {
                (Ok(year), Some(cents)) => years.push((year, cents)),
                _ => report(
                    problems,
                    &place,
                    format!("`{year} = {euro}`: a year and euros in quotes"),
                ),
            }
        }
        years.sort_unstable();
        if years.is_empty() {
            report(problems, &place, "an amount needs at least one year");
        }
        let law = cited(laws, problems, &place, &one.law);
        all.push(Series { id: one.id.clone(), years, law });
    }
    unique("series", all.iter().map(|one| &one.id), problems);
    all
}

fn amounts(
    written: &[source::Amount],
    series: &[Series],
    laws: &[Law],
    problems: &mut Vec<Problem>,
) -> Vec<Amount> {
    let mut all = Vec::new();
    for one in written {
        let place = format!("amount {}", one.id);
        let of = series.iter().position(|series| series.id == one.of);
        let of = of.ok_or_else(|| format!("there is no series `{}`", one.of)).and_then(index);
        let share = source::share(&one.percent)
            .ok_or_else(|| format!("`{}` is no percentage with up to two decimals", one.percent));
        let law = cited(laws, problems, &place, &one.law);
        match (of, share) {
            (Ok(series), Ok(share)) => all.push(Amount { id: one.id.clone(), series, share, law }),
            (Err(what), _) | (_, Err(what)) => report(problems, &place, what),
        }
    }
    unique("amounts", all.iter().map(|one| &one.id), problems);
    all
}

fn fees(
    written: &[source::Fee],
    scope: Scope,
    keys: &mut Keys,
    laws: &[Law],
    problems: &mut Vec<Problem>,
) -> Vec<Fee> {
    let mut all = Vec::new();
    for one in written {
        let place = format!("fee {}", one.id);
        let Some(cents) = source::cents(&one.euro) else {
            report(problems, &place, format!("`{}` is no amount in euros", one.euro));
            continue;
        };
        let law = cited(laws, problems, &place, &one.law);
        let name = keys.need(&place, &format!("fee.{}", one.id));
        match predicate::parse(&one.when, scope) {
            Ok(when) => all.push(Fee { id: one.id.clone(), name, cents, when, law }),
            Err(what) => report(problems, &place, what),
        }
    }
    unique("fees", all.iter().map(|one| &one.id), problems);
    all
}

fn facts(
    written: &[source::Fact],
    lists: &[CountryList],
    amounts: &[Amount],
    keys: &mut Keys,
    problems: &mut Vec<Problem>,
) -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    for one in written {
        let place = format!("fact {}", one.id);
        // Only facts asked earlier are in scope, so that no fact can wait for itself.
        let scope = Scope { facts: &all, lists, amounts };
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
        };
        all.push(fact);
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

fn pathway(context: &mut Context, fees: &[Fee], written: &source::Pathway) -> Pathway {
    let place = format!("pathway {}", written.id);
    let checked_on = day(&written.checked_on, &place, context.problems);
    let law = citations(context.laws, context.problems, &place, &written.law);
    if law.is_empty() {
        report(context.problems, &place, "a pathway needs a legal basis");
    }
    let conditions = condition::all(context, &written.id, checked_on, &written.condition);
    let words = format!("pathway.{}", written.id);
    let mut row = |name: &str| Row {
        value: context.keys.need(&place, &format!("{words}.card.{name}")),
        note: context.keys.maybe(&format!("{words}.card.{name}-note")),
    };
    let (salary, german, duration) = (row("salary"), row("german"), row("duration"));
    let (family, settlement) = (row("family"), row("settlement"));
    let (entitlement, tasks) = (row("entitlement"), row("tasks"));
    let mut due = Vec::new();
    for id in &written.fees {
        match fees.iter().position(|fee| fee.id == *id).map(index) {
            Some(Ok(at)) => due.push(at),
            _ => report(context.problems, &place, format!("there is no fee `{id}`")),
        }
    }
    if written.months.is_some_and(|[least, most]| least > most) {
        report(context.problems, &place, "months: the shorter time comes first");
    }
    let card = Card {
        salary,
        german,
        duration,
        months: written.months.map(|[least, most]| (least, most)),
        fees: due,
        family,
        settlement,
        entitlement,
        tasks,
    };
    Pathway {
        id: written.id.clone(),
        name: context.keys.need(&place, &format!("{words}.name")),
        summary: context.keys.need(&place, &format!("{words}.summary")),
        law,
        checked_on,
        today: written.today,
        conditions,
        card,
    }
}

fn dispatch(
    written: &[source::Dispatch],
    scope: Scope,
    problems: &mut Vec<Problem>,
) -> Vec<Dispatch> {
    let mut all = Vec::new();
    for one in written {
        match predicate::parse(&one.when, scope) {
            Ok(when) => {
                let (pathways, general) = (one.pathways.clone(), one.general);
                all.push(Dispatch { when, pathways, general });
            }
            Err(what) => report(problems, "dispatch", what),
        }
    }
    all
}

fn outcomes(
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

fn conflicts(
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

fn countries(keys: &mut Keys) -> Vec<Country> {
    let mut all = Vec::new();
    for code in keys.below("country.") {
        if let (Some(code), Some(name)) =
            (source::country(&code), keys.maybe(&format!("country.{code}")))
        {
            all.push(Country { code, name });
        }
    }
    all
}
