//! Filing days: in figures and with the months of two languages.

use super::{mistake, read};
use guide::input::Mistake;
use guide::{Answer, ui};
use jiff::civil::{Date, date};

fn day(typed: &str) -> Result<Answer, Vec<Mistake>> {
    let [german, english] = ["de", "en"].map(|locale| read(locale, "filing-day", typed, &[]));
    assert_eq!(german, english, "{typed}");
    german
}

#[test]
fn days() {
    const JANUARY: Date = date(2027, 1, 15);
    for (typed, expected) in [
        ("15.1.2027", JANUARY),
        ("15.01.2027", JANUARY),
        ("15. 1. 2027", JANUARY),
        (" 15.1.2027 ", JANUARY),
        ("2027-01-15", JANUARY),
        ("2027-1-15", JANUARY),
        ("15/1/2027", JANUARY),
        ("15-01-2027", JANUARY),
        ("15 1 2027", JANUARY),
        ("15. Januar 2027", JANUARY),
        ("15. Jänner 2027", JANUARY),
        ("15. Jan. 2027", JANUARY),
        ("15 January 2027", JANUARY),
        ("15 JANUARY 2027", JANUARY),
        ("15 Jan 2027", JANUARY),
        ("28. Februar 2027", date(2027, 2, 28)),
        ("1. März 2027", date(2027, 3, 1)),
        ("1. Maerz 2027", date(2027, 3, 1)),
        ("1 March 2027", date(2027, 3, 1)),
        ("30 April 2027", date(2027, 4, 30)),
        ("5. Mai 2027", date(2027, 5, 5)),
        ("5 May 2027", date(2027, 5, 5)),
        ("1 Juni 2027", date(2027, 6, 1)),
        ("1 July 2027", date(2027, 7, 1)),
        ("1 August 2027", date(2027, 8, 1)),
        ("1 Sept 2027", date(2027, 9, 1)),
        ("1. Oktober 2026", date(2026, 10, 1)),
        ("1 October 2026", date(2026, 10, 1)),
        ("30 November 2026", date(2026, 11, 30)),
        ("31. Dezember 2026", date(2026, 12, 31)),
        ("31 December 2026", date(2026, 12, 31)),
        ("3/4/2027", date(2027, 4, 3)),
        ("29.2.2028", date(2028, 2, 29)),
        ("1.1.2024", date(2024, 1, 1)),
        ("31.12.2035", date(2035, 12, 31)),
    ] {
        assert_eq!(day(typed), Ok(Answer::Day(expected)), "{typed}");
    }
}

#[test]
#[rustfmt::skip]
fn what_is_no_day_is_refused() {
    for typed in [
        "", "morgen", "2027", "1.2027", "Januar 2027", "15.1.27", "29.2.2027", "31.4.2027",
        "0.1.2027", "32.1.2027", "15.13.2027", "15.0.2027", "1/15/2027", "2027-15-01",
        "15 Foo 2027", "15.1.2027.1", "15.1.20270", "١٥.١.٢٠٢٧", "15.1.２０２７", "15.1.-2027 2",
        "9999999999.1.2027",
    ] {
        assert_eq!(day(typed), mistake("", ui::ERROR_DAY), "{typed}");
    }
    for typed in ["31.12.2023", "1.1.2036", "1. Januar 1990", "9999-12-31"] {
        assert_eq!(day(typed), mistake("", ui::ERROR_DAY_RANGE), "{typed}");
    }
}
