//! Series of yearly figures, the amounts that are shares of them, and fees.

use super::book::{cited, report, unique};
use super::keys::Keys;
use super::predicate::{self, Scope, index};
use super::{Problem, source, values};
use crate::{Amount, Fee, Law, Series};

pub(super) fn series(
    written: &[source::Series],
    laws: &[Law],
    problems: &mut Vec<Problem>,
) -> Vec<Series> {
    let mut all = Vec::new();
    for one in written {
        let place = format!("series {}", one.id);
        let mut years = Vec::new();
        for (year, euro) in &one.euro {
            match (year.parse(), euro.as_str().and_then(values::cents)) {
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

pub(super) fn amounts(
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
        let share = values::share(&one.percent)
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

pub(super) fn fees(
    written: &[source::Fee],
    scope: Scope,
    keys: &mut Keys,
    laws: &[Law],
    problems: &mut Vec<Problem>,
) -> Vec<Fee> {
    let mut all = Vec::new();
    for one in written {
        let place = format!("fee {}", one.id);
        let Some(cents) = values::cents(&one.euro) else {
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
