//! Answers in addresses: `status=abroad&nationality=IN&salary=47000&v=2026-11-22.1-1a2b3c4d`.
//!
//! One key per fact, its stable id; values are option ids, country codes, euros, postcodes and
//! ISO days, all plain ASCII. `unknown` stands for "I don't know". Nothing personal and no free
//! text ever stands in an address.

use crate::{Answer, Answers, prune};
use jiff::civil::Date;
use rules::{Book, Kind};

/// The value of "I don't know".
pub const UNKNOWN: &str = "unknown";
/// The key of the rule base's version.
pub const VERSION: &str = "v";

/// Something in an address that was not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ignored {
    /// No fact has this id; the name is cut to 40 characters.
    UnknownKey(String),
    /// The value is none of this fact's.
    BadValue(u8),
    /// The fact came more than once; the first value counts.
    Twice(u8),
    /// The answer does not go with the others any more.
    Pruned(u8),
}

/// What an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Its answers, free of contradictions.
    pub answers: Answers,
    /// What was left out, in the order met.
    pub ignored: Vec<Ignored>,
    /// The version of the rule base it was made with, if it names one.
    pub version: Option<String>,
}

/// Longest query that is looked at, in bytes; what lies beyond is not read.
const LONGEST: usize = 4096;

/// Longest id of a municipality, in bytes: what is kept of an address must fit into one again.
const TOWN: usize = 40;

/// Reads the query of an address (without `?`). Anything can stand in it; nothing is guessed.
pub fn read(book: &Book, query: &str) -> Read {
    let mut looked_at = query.as_bytes();
    if let Some(cut) = looked_at.get(..=LONGEST) {
        // A pair that does not fit is left out whole: half a value could be another value.
        let end = cut.iter().rposition(|byte| *byte == b'&').unwrap_or_default();
        looked_at = cut.get(..end).unwrap_or_default();
    }
    read_pairs(book, form_urlencoded::parse(looked_at))
}

/// All pairs of a query, decoded; what is not UTF-8 becomes the replacement sign.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

/// Pairs as a query, encoded.
pub fn query(pairs: &[(String, String)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    query.finish()
}

/// As [`read`], from pairs of key and value.
pub fn read_pairs<K: AsRef<str>, V: AsRef<str>>(
    book: &Book,
    pairs: impl Iterator<Item = (K, V)>,
) -> Read {
    let mut read = Read::default();
    for (key, value) in pairs {
        let (key, value) = (key.as_ref(), value.as_ref());
        if key == VERSION {
            read.version.get_or_insert_with(|| value.chars().take(40).collect());
            continue;
        }
        let Some(fact) = book.fact(key) else {
            read.ignored.push(Ignored::UnknownKey(key.chars().take(40).collect()));
            continue;
        };
        if read.answers.get(fact).is_some() {
            read.ignored.push(Ignored::Twice(fact));
            continue;
        }
        match parse(book, fact, value) {
            Some(answer) => read.answers.set(fact, Some(answer)),
            None => read.ignored.push(Ignored::BadValue(fact)),
        }
    }
    let pruned = prune(book, &mut read.answers);
    read.ignored.extend(pruned.into_iter().map(Ignored::Pruned));
    read
}

/// The answer an address value stands for; `None` if it is none of the fact's.
pub fn parse(book: &Book, fact: u8, value: &str) -> Option<Answer> {
    let described = book.facts.get(usize::from(fact))?;
    if value == UNKNOWN {
        return Some(Answer::Unknown);
    }
    let answer = match described.kind {
        Kind::Choice => {
            let at = described.options.iter().position(|option| option.id == value)?;
            Answer::Choice(u8::try_from(at).ok()?)
        }
        Kind::Country => Answer::Country(value.as_bytes().try_into().ok()?),
        Kind::Money => Answer::Money(euros(value)?),
        Kind::Place => {
            let (code, town) = match value.split_once('-') {
                Some((code, town)) => (code, Some(town)),
                None => (value, None),
            };
            let plain = |sign: char| sign.is_ascii_lowercase() || sign == '-';
            let bad = |town: &str| !(1..=TOWN).contains(&town.len()) || !town.chars().all(plain);
            if town.is_some_and(bad) {
                return None;
            }
            Answer::Place(postcode(code)?, town.map(ToOwned::to_owned))
        }
        Kind::Day => Answer::Day(iso_day(value).filter(|day| plausible_day(*day))?),
    };
    answer.suits(book, fact).then_some(answer)
}

/// The address value of an answer; the inverse of [`parse`].
pub fn value(book: &Book, fact: u8, answer: &Answer) -> String {
    let options = book.facts.get(usize::from(fact)).map_or(&[][..], |fact| &fact.options);
    match answer {
        Answer::Unknown => UNKNOWN.to_owned(),
        Answer::Choice(at) => {
            options.get(usize::from(*at)).map(|option| option.id.clone()).unwrap_or_default()
        }
        Answer::Country(code) => code.iter().copied().map(char::from).collect(),
        Answer::Money(cents) => match (cents / 100, cents % 100) {
            (euros, 0) => format!("{euros}"),
            (euros, rest) => format!("{euros}.{rest:02}"),
        },
        Answer::Place(code, None) => format!("{code:05}"),
        Answer::Place(code, Some(town)) => format!("{code:05}-{town}"),
        Answer::Day(day) => format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
    }
}

/// The query for answers, keys in the order of the questions, the version last. All values are
/// plain ASCII, so nothing needs escaping.
pub fn write(book: &Book, answers: &Answers) -> String {
    let mut query = String::new();
    for (fact, answer) in answers.iter() {
        if let Some(described) = book.facts.get(usize::from(fact)) {
            query.push_str(&described.id);
            query.push('=');
            query.push_str(&value(book, fact, answer));
            query.push('&');
        }
    }
    if query.is_empty() {
        return query;
    }
    query.push_str(VERSION);
    query.push('=');
    // "+" would be read back as a space.
    query.push_str(&book.version.replace('+', "%2B"));
    query
}

/// Salaries that are taken: 1,000 € to 10 million € a year, in cents.
pub const MONEY: std::ops::RangeInclusive<i64> = 100_000..=1_000_000_000;

/// Days that are taken as filing days: the years the amounts know of, and some to plan ahead.
pub fn plausible_day(day: Date) -> bool {
    (2024..=2035).contains(&day.year())
}

/// `2026-11-22`. Jiff's own parser reads far more and would add 20 kB to the browser's bundle.
pub fn iso_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = [(year, 4), (month, 2), (day, 2)];
    let plain = |(part, length): (&str, usize)| {
        part.len() == length && part.bytes().all(|sign| sign.is_ascii_digit())
    };
    if parts.next().is_some() || !digits.into_iter().all(plain) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A five-digit postcode.
pub fn postcode(text: &str) -> Option<u32> {
    (text.len() == 5 && text.bytes().all(|sign| sign.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
        .filter(|code| *code >= 1000)
}

/// Plain euros with at most two decimals, as cents, in the range of [`MONEY`].
fn euros(text: &str) -> Option<i64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, most| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|sign| sign.is_ascii_digit())
    };
    if !digits(whole, 8) || !digits(rest, 2) {
        return None;
    }
    let rest: i64 = format!("{rest:0<2}").parse().ok()?;
    let cents = whole.parse::<i64>().ok()? * 100 + rest;
    MONEY.contains(&cents).then_some(cents)
}
