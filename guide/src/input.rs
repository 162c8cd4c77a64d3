//! What people type and choose in a form, one question at a time.
//!
//! The same reader serves the island and the plain form. Fields are named after the fact
//! (`salary`), further ones with a suffix (`salary-per`).

use crate::address::{self, MONEY, UNKNOWN, plausible_day, postcode};
use crate::{Answer, ui};
use jiff::civil::Date;
use rules::{Book, Key, Kind, Words, fold};

/// Suffix of the field that says what a sum of money is for.
pub const PER: &str = "-per";
/// Suffix of the field that says how many hours a week are paid by the hour.
pub const HOURS: &str = "-hours";
/// Suffix of the field that says which of several municipalities is meant.
pub const TOWN: &str = "-town";
/// Suffix of the tick box "not known yet" beside a text field.
pub const NOT_KNOWN: &str = "-unknown";

/// A mistake in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Suffix of the field to mend; empty for the fact's own field.
    pub field: &'static str,
    /// What to do.
    pub text: Key,
}

/// Reads the answer to a fact from the fields of its form.
///
/// # Errors
/// Every mistake, in the order of the fields; never empty.
pub fn read<'a>(
    book: &Book,
    words: &Words,
    fact: u8,
    field: impl Fn(&str) -> Option<&'a str>,
) -> Result<Answer, Vec<Mistake>> {
    let mistake = |field, text| Mistake { field, text };
    let Some(described) = book.facts.get(usize::from(fact)) else {
        return Err(vec![mistake("", ui::ERROR_CHOICE)]);
    };
    let id = &described.id;
    let typed = field(id).unwrap_or_default().trim();
    if field(&format!("{id}{NOT_KNOWN}")).is_some() || typed == UNKNOWN {
        return Ok(Answer::Unknown);
    }
    match described.kind {
        Kind::Choice => {
            address::parse(book, fact, typed).ok_or_else(|| vec![mistake("", ui::ERROR_CHOICE)])
        }
        Kind::Country => country(book, words, typed).ok_or_else(|| {
            let text = if typed.is_empty() { ui::ERROR_COUNTRY } else { ui::ERROR_COUNTRY_NAME };
            vec![mistake("", text)]
        }),
        Kind::Money => {
            let hours = field(&format!("{id}{HOURS}")).unwrap_or_default();
            money(typed, field(&format!("{id}{PER}")), hours)
        }
        Kind::Place => {
            let code = postcode(&typed.split_whitespace().collect::<String>());
            let code = code.ok_or_else(|| vec![mistake("", ui::ERROR_PLACE)])?;
            let town = field(&format!("{id}{TOWN}")).filter(|town| !town.is_empty());
            let value = town.map_or(format!("{code:05}"), |town| format!("{code:05}-{town}"));
            address::parse(book, fact, &value)
                .ok_or_else(|| vec![mistake(TOWN, ui::ERROR_PLACE_TOWN)])
        }
        Kind::Day => match day(typed) {
            Some(day) if plausible_day(day) => Ok(Answer::Day(day)),
            Some(_) => Err(vec![mistake("", ui::ERROR_DAY_RANGE)]),
            None => Err(vec![mistake("", ui::ERROR_DAY)]),
        },
    }
}

/// A country by code, by its name in the words' language or by another name people use for it.
fn country(book: &Book, words: &Words, typed: &str) -> Option<Answer> {
    let code = match <[u8; 2]>::try_from(typed.as_bytes()) {
        Ok(code) if book.countries.iter().any(|country| country.code == code) => Some(code),
        _ => None,
    };
    let folded = fold(typed);
    let by_name = || {
        let named = book.countries.iter().find(|one| fold(words.get(one.name)) == folded);
        named.map(|country| country.code)
    };
    let by_synonym =
        || words.synonyms.iter().find(|(name, _)| fold(name) == folded).map(|(_, code)| *code);
    code.or_else(by_name).or_else(by_synonym).map(Answer::Country)
}

/// States that may be meant by what was typed, as ISO codes: those whose name, or another name
/// people use, contains it, then those that differ by a slip or two. At most eight.
pub fn similar(book: &Book, words: &Words, typed: &str) -> Vec<[u8; 2]> {
    let typed = fold(typed);
    if typed.len() < 2 {
        return Vec::new();
    }
    let named = book.countries.iter().map(|one| (fold(words.get(one.name)), one.code));
    let others = words.synonyms.iter().map(|(name, code)| (fold(name), *code));
    let names: Vec<(String, [u8; 2])> = named.chain(others).collect();
    let slips = if typed.len() < 5 { 1 } else { 2 };
    let contain = names.iter().filter(|(name, _)| name.contains(&typed));
    // A long text is compared with no name: each sign too many is a slip already.
    let near = |name: &str| name.len().abs_diff(typed.len()) <= slips;
    let resemble = names.iter().filter(|(name, _)| near(name) && distance(name, &typed) <= slips);
    let mut codes = Vec::new();
    for (_, code) in contain.chain(resemble) {
        if codes.len() < 8 && !codes.contains(code) {
            codes.push(*code);
        }
    }
    codes
}

/// How many signs must be changed, added or left out to make one text of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, sign) in one.bytes().enumerate() {
        let mut corner = at;
        let mut left = at + 1;
        let mut next = vec![left];
        for (above, wanted) in row.iter().skip(1).zip(other.bytes()) {
            left = (corner + usize::from(sign != wanted)).min(left + 1).min(above + 1);
            corner = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// Money as people type it: "45.000 €", "45000", "45,000.50", "3.750 im Monat", "25 € die Stunde" with
/// the hours of a week.
fn money(typed: &str, per: Option<&str>, hours: &str) -> Result<Answer, Vec<Mistake>> {
    let (number, said) = words_apart(typed);
    let amount = number.as_deref().and_then(decimal);
    let chosen = match per {
        Some("year") => Some(Period::Year),
        Some("month") => Some(Period::Month),
        Some("hour") => Some(Period::Hour),
        _ => None,
    };
    let mut mistakes = Vec::new();
    if amount.is_none() {
        mistakes.push(Mistake { field: "", text: ui::ERROR_MONEY });
    }
    // In hundredths, as sums of money are in cents.
    let weekly = hours_a_week(hours);
    let times = match said.or(chosen) {
        Some(Period::Year) => Some(100),
        Some(Period::Month) => Some(12 * 100),
        Some(Period::Hour) => weekly.map(|hours| hours * WEEKS),
        None => None,
    };
    if said.or(chosen).is_none() {
        mistakes.push(Mistake { field: PER, text: ui::ERROR_MONEY_PERIOD });
    } else if times.is_none() {
        mistakes.push(Mistake { field: HOURS, text: ui::ERROR_HOURS });
    }
    let (Some(cents), Some(times)) = (amount, times) else { return Err(mistakes) };
    let cents = cents.checked_mul(times).map(|parts| parts / 100);
    let range = Mistake { field: "", text: ui::ERROR_MONEY_RANGE };
    cents.filter(|cents| MONEY.contains(cents)).map(Answer::Money).ok_or_else(|| vec![range])
}

/// Weeks a year, as a month counts for 4 1/3 weeks in the pay of hours.
const WEEKS: i64 = 52;

/// Hours a week in hundredths: "30", "37,5". `None` for anything but a number from 1 to 60.
fn hours_a_week(typed: &str) -> Option<i64> {
    decimal(typed.trim()).filter(|hours| (100..=6_000).contains(hours))
}

#[derive(Clone, Copy, PartialEq)]
enum Period {
    Year,
    Month,
    Hour,
}

/// Splits the number from the words around it; `None` for the number if a word is not understood.
fn words_apart(typed: &str) -> (Option<String>, Option<Period>) {
    let mut number = String::new();
    let mut period = None;
    let mut understood = true;
    let spaced = typed.replace(['€', '/'], " ");
    for word in spaced.split_whitespace() {
        match fold(word).as_str() {
            _ if word.starts_with(|sign: char| sign.is_ascii_digit()) => {
                // A space stands between groups of three, "45 000", as an apostrophe may.
                if !number.is_empty() {
                    number.push('\'');
                }
                number.push_str(word);
            }
            "eur" | "euro" | "euros" | "brutto" | "gross" | "im" | "pro" | "a" | "per" | "in"
            | "die" | "an" => {}
            "stunde" | "stundlich" | "hour" | "hourly" | "std" => period = Some(Period::Hour),
            "monat" | "monatlich" | "mtl" | "month" | "monthly" => period = Some(Period::Month),
            "jahr" | "jahrlich" | "jaehrlich" | "year" | "yearly" | "annum" => {
                period = Some(Period::Year);
            }
            _ => understood = false,
        }
    }
    ((understood && !number.is_empty()).then_some(number), period)
}

/// A number with point or comma as decimal sign, the other one (or an apostrophe) between
/// thousands; in cents. `None` for anything else.
fn decimal(text: &str) -> Option<i64> {
    let text = text.trim_end_matches([',', '.', '-', '–']);
    let last = text.rfind(['.', ',']);
    let (whole, rest) = match last {
        // A last group of three is a group of thousands; a decimal part has one or two digits.
        Some(at) if text.len() - at - 1 != 3 => (text.get(..at)?, text.get(at + 1..)?),
        _ => (text, ""),
    };
    if rest.len() > 2 || !rest.bytes().all(|sign| sign.is_ascii_digit()) {
        return None;
    }
    let sign = last
        .and_then(|at| text.get(at..))
        .and_then(|rest| rest.chars().next())
        .filter(|_| !rest.is_empty());
    let whole = thousands(whole, sign)?;
    let rest: i64 = format!("{rest:0<2}").parse().ok()?;
    whole.checked_mul(100)?.checked_add(rest)
}

/// Whole digits, in groups of three if separated; the decimal sign may not separate groups.
fn thousands(text: &str, decimal_sign: Option<char>) -> Option<i64> {
    let separators: Vec<char> = text.chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let uniform = separators.windows(2).all(|pair| pair.first() == pair.last());
    let allowed = separators
        .first()
        .is_none_or(|sign| matches!(sign, '.' | ',' | '\'' | '’') && Some(*sign) != decimal_sign);
    let mut groups = text.split(|sign: char| !sign.is_ascii_digit());
    let first = groups.next()?;
    let grouped = separators.is_empty() || (1..=3).contains(&first.len());
    if !uniform || !allowed || !grouped || groups.any(|group| group.len() != 3) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|_| digits.len() <= 9)
}

/// A day as people type it: "15.1.2027", "2027-01-15", "15. Januar 2027", "15 January 2027".
fn day(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed
        .split(['.', ',', '-', '/', ' ', '\u{a0}', '–'])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let (day, month, year) =
        if first.len() == 4 { (third, second, first) } else { (first, second, third) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month_number(month)?, day.parse().ok()?).ok()
}

fn month_number(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let folded = fold(text);
    let start: String = folded.chars().take(3).collect();
    Some(match start.as_str() {
        "jan" => 1,
        "feb" => 2,
        "mar" | "mae" => 3,
        "apr" => 4,
        "mai" | "may" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "okt" | "oct" => 10,
        "nov" => 11,
        "dez" | "dec" => 12,
        _ => return None,
    })
}
