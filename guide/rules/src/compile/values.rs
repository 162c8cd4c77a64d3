//! Values as they stand in the files: codes, days, sums and shares.

use crate::{Confidence, Day};

/// An ISO 3166-1 alpha-2 code.
pub(super) fn country(text: &str) -> Option<[u8; 2]> {
    let code: [u8; 2] = text.as_bytes().try_into().ok()?;
    code.iter().all(u8::is_ascii_uppercase).then_some(code)
}

/// `2026-11-22`, checked as a day of the calendar.
pub(super) fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let day =
        Day(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let leap = day.0 % 4 == 0 && (day.0 % 100 != 0 || day.0 % 400 == 0);
    let length = match day.1 {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (parts.next().is_none() && (1..=length).contains(&day.2)).then_some(day)
}

/// `S`, `K` or `U`.
pub(super) fn confidence(text: &str) -> Option<Confidence> {
    match text {
        "S" => Some(Confidence::Sourced),
        "K" => Some(Confidence::Known),
        "U" => Some(Confidence::Uncertain),
        _ => None,
    }
}

/// Euros with at most two decimals, as cents: `45934.20`.
pub(super) fn cents(text: &str) -> Option<i64> {
    scaled(text, 2)
}

/// A percentage with at most two decimals, as ten-thousandths: `45.3` is 4530.
pub(super) fn share(text: &str) -> Option<u32> {
    scaled(text, 2).and_then(|parts| u32::try_from(parts).ok()).filter(|parts| *parts > 0)
}

fn scaled(text: &str, decimals: usize) -> Option<i64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if rest.len() > decimals || whole.is_empty() || whole.starts_with(['-', '+']) {
        return None;
    }
    format!("{whole}{rest:0<decimals$}").parse().ok()
}
