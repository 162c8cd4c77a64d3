//! Values as people read them: money, days, names, texts with values filled in.

use crate::{Answer, Answers, ui};
use jiff::civil::Date;
use rules::{Book, Citation, Day, Key, Kind, Words};

/// A text with its `{values}` filled in; a value that is not given stays empty.
pub fn fill(words: &Words, key: Key, values: &[(&str, &str)]) -> String {
    let mut shown = String::new();
    let mut rest = words.get(key);
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        shown.push_str(before);
        if let Some((_, value)) = values.iter().find(|(of, _)| *of == name) {
            shown.push_str(value);
        }
        rest = behind;
    }
    shown.push_str(rest);
    shown
}

/// `45.934,20 €` or `€45,934.20`; whole euros without decimals.
pub fn money(words: &Words, cents: i64) -> String {
    let digits = (cents / 100).to_string();
    let mut amount = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            amount.push_str(words.get(ui::THOUSANDS));
        }
        amount.push(digit);
    }
    if cents % 100 != 0 {
        amount.push_str(words.get(ui::DECIMAL));
        let rest = format!("{:02}", cents % 100);
        amount.push_str(&rest);
    }
    fill(words, ui::MONEY, &[("amount", &amount)])
}

/// `2. Dezember 2026` or `2 December 2026`.
pub fn day(words: &Words, day: Date) -> String {
    date(words, Day(day.year(), day.month(), day.day()))
}

/// As [`day`], for days of the rule base.
pub fn date(words: &Words, Day(year, month, day): Day) -> String {
    const MONTHS: [Key; 12] = [
        ui::MONTH_01,
        ui::MONTH_02,
        ui::MONTH_03,
        ui::MONTH_04,
        ui::MONTH_05,
        ui::MONTH_06,
        ui::MONTH_07,
        ui::MONTH_08,
        ui::MONTH_09,
        ui::MONTH_10,
        ui::MONTH_11,
        ui::MONTH_12,
    ];
    let month = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at));
    let month = month.map_or("", |key| words.get(*key));
    fill(
        words,
        ui::DATE,
        &[("day", &day.to_string()), ("month", month), ("year", &year.to_string())],
    )
}

/// An answer in a few words.
pub fn answer(book: &Book, words: &Words, fact: u8, answer: &Answer) -> String {
    match answer {
        Answer::Unknown => words.get(ui::UNKNOWN).to_owned(),
        Answer::Choice(value) => option(book, words, fact, *value),
        Answer::Country(code) => book
            .countries
            .iter()
            .find(|country| country.code == *code)
            .map(|country| words.get(country.name).to_owned())
            .unwrap_or_default(),
        Answer::Money(cents) => {
            fill(words, ui::PER_YEAR_AMOUNT, &[("amount", &money(words, *cents))])
        }
        Answer::Place(code, _) => format!("{code:05}"),
        Answer::Day(on) => day(words, *on),
    }
}

/// The label of a choice's option.
pub fn option(book: &Book, words: &Words, fact: u8, value: u8) -> String {
    book.facts
        .get(usize::from(fact))
        .and_then(|fact| fact.options.get(usize::from(value)))
        .map(|option| words.get(option.label).to_owned())
        .unwrap_or_default()
}

/// What the person and the job are, in a line: the answers that describe, joined by commas.
pub fn in_a_line(book: &Book, words: &Words, answers: &Answers) -> String {
    let told = answers.iter().filter(|(fact, one)| {
        let described = book.facts.get(usize::from(*fact));
        **one != Answer::Unknown
            && described.is_some_and(|fact| {
                matches!(fact.kind, Kind::Country | Kind::Money) || fact.id == "status"
            })
    });
    let parts: Vec<String> = told.map(|(fact, one)| answer(book, words, fact, one)).collect();
    parts.join(", ")
}

/// `§ 18g Abs. 1 Satz 2 Nr. 1 AufenthG`.
pub fn citation(book: &Book, citation: &Citation) -> String {
    let code = book.laws.get(usize::from(citation.law)).map_or("", |law| &law.code);
    let section = match citation.section.as_str() {
        "" => String::new(),
        section => format!("§\u{a0}{section} "),
    };
    let place = if citation.place.is_empty() { "" } else { " " };
    let text = format!("{section}{}{place}{code}", citation.place);
    // "Abs. 1" stays on one line.
    ["Abs.", "Satz", "Nr.", "Art.", "Halbsatz"]
        .iter()
        .fold(text, |text, word| text.replace(&format!("{word} "), &format!("{word}\u{a0}")))
}

/// The official address of a citation.
pub fn citation_url(book: &Book, citation: &Citation) -> String {
    let url = book.laws.get(usize::from(citation.law)).map_or("", |law| &law.url);
    if citation.section.is_empty() {
        return url.replace("__{section}.html", "");
    }
    url.replace("{section}", &citation.section)
}
