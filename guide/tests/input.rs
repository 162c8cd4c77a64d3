//! What people type, row by row.
#![expect(clippy::inconsistent_digit_grouping, reason = "cents stand apart from the euros")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guide::input::{self, HOURS, Mistake, NOT_KNOWN, PER, TOWN};
use guide::{Answer, book, ui, words};
use jiff::civil::{Date, date};
use rules::Key;

/// Reads a form: the text in the fact's own field, and further fields by suffix.
fn read(
    locale: &str,
    id: &str,
    typed: &str,
    more: &[(&str, &str)],
) -> Result<Answer, Vec<Mistake>> {
    let fact = book().fact(id).unwrap();
    input::read(book(), words(locale), fact, |name| match name.strip_prefix(id)? {
        "" => Some(typed),
        suffix => more.iter().find(|(of, _)| *of == suffix).map(|(_, value)| *value),
    })
}

fn mistake(field: &'static str, text: Key) -> Result<Answer, Vec<Mistake>> {
    Err(vec![Mistake { field, text }])
}

/// Both languages read the same money: the decimal sign is told from the digits behind it.
fn salary(typed: &str, per: &str) -> Result<Answer, Vec<Mistake>> {
    let [german, english] = ["de", "en"].map(|locale| read(locale, "salary", typed, &[(PER, per)]));
    assert_eq!(german, english, "{typed}");
    german
}

#[test]
fn money_for_a_year() {
    for (typed, cents) in [
        ("45000", 45_000_00),
        ("45.000", 45_000_00),
        ("45,000", 45_000_00),
        ("45 000", 45_000_00),
        ("45\u{a0}000", 45_000_00),
        ("45\u{202f}000", 45_000_00),
        ("45'000", 45_000_00),
        ("45’000", 45_000_00),
        (" 45000 ", 45_000_00),
        ("45.000 €", 45_000_00),
        ("45.000€", 45_000_00),
        ("€45,000", 45_000_00),
        ("€ 45.000", 45_000_00),
        ("EUR 45000", 45_000_00),
        ("45000 EUR", 45_000_00),
        ("45000 euros", 45_000_00),
        ("45.000 Euro brutto", 45_000_00),
        ("45,000 gross", 45_000_00),
        ("45.000,00", 45_000_00),
        ("45,000.00", 45_000_00),
        ("45.000,50 €", 45_000_50),
        ("45,000.50", 45_000_50),
        ("45 000,50", 45_000_50),
        ("45'000.50", 45_000_50),
        ("45000,5", 45_000_50),
        ("45000.5", 45_000_50),
        ("45.000,-", 45_000_00),
        ("45.000,– €", 45_000_00),
        ("45000.", 45_000_00),
        ("0045000", 45_000_00),
        ("1.234.567", 1_234_567_00),
        ("1 234 567", 1_234_567_00),
        ("1.234.567,89", 1_234_567_89),
        ("1,234,567.89", 1_234_567_89),
        ("50699,99", 50_699_99),
        ("1000", 1_000_00),
        ("10.000.000", 10_000_000_00),
    ] {
        assert_eq!(salary(typed, "year"), Ok(Answer::Money(cents)), "{typed}");
    }
}

#[test]
fn money_for_a_month_counts_twelve_times() {
    for (typed, cents) in [
        ("3750", 45_000_00),
        ("3.750 €", 45_000_00),
        ("3,750", 45_000_00),
        ("3 750", 45_000_00),
        ("3.750,50 €", 45_006_00),
        ("4.225", 50_700_00),
        ("83,34", 1_000_08),
        ("833.333,33", 9_999_999_96),
    ] {
        assert_eq!(salary(typed, "month"), Ok(Answer::Money(cents)), "{typed}");
    }
}

/// What is written beside the number wins over the choice beside the field.
#[test]
#[rustfmt::skip]
fn money_with_the_period_written_out() {
    for per in ["", "year", "month"] {
        for typed in [
            "3.750 im Monat", "3.750 €/Monat", "3750 mtl.", "3.750 Euro pro Monat",
            "3,750 per month", "3750 a month", "3.750 € monatlich", "€3,750 monthly",
            "3750 Monat", "45.000 im Jahr", "45.000 €/Jahr", "45000 a year", "45,000 per annum",
            "45.000 jährlich", "45000 yearly", "45.000 € brutto pro Jahr",
        ] {
            assert_eq!(salary(typed, per), Ok(Answer::Money(45_000_00)), "{typed}, {per}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn what_is_no_money_is_refused() {
    for typed in [
        "", "€", "viel", "47 Tsd", "47 Tsd.", "47k", "47 T€", "-45000", "- 45000", "+45000",
        "1e5", "0x10", "٤٥٠٠٠", "４５０００", "½", "45000³", "45.00.00", "45,00,00", "45.0000",
        "45,000,00", "45.000.5", "45.000,123", "1.2.3", "4 5 0 0 0", "45 00", "45 0000",
        "45 12345", "3750 130", "3.750 4.000", "45000 50000", "45000-50000", "45000 bis 50000",
        "12 x 3750", ".5", ",50", "45;000", "45_000", "$45,000", "45.000 USD", "99999999999",
    ] {
        assert_eq!(salary(typed, "year"), mistake("", ui::ERROR_MONEY), "{typed}");
        assert_eq!(salary(typed, "month"), mistake("", ui::ERROR_MONEY), "{typed}");
    }
}

/// By the hour: times the hours of a week, times 52; the same whether the period is typed or chosen.
#[test]
fn money_by_the_hour_needs_the_hours_of_a_week() {
    let paid = |typed, per, hours| read("de", "salary", typed, &[(PER, per), (HOURS, hours)]);
    for (typed, hours, cents) in [
        ("25", "40", 52_000_00),
        ("13,90", "30", 21_684_00),
        ("20,01", "37,5", 39_019_50),
        ("20.01", "37.5", 39_019_50),
        ("100", "1", 5_200_00),
        ("30", "60", 93_600_00),
    ] {
        assert_eq!(paid(typed, "hour", hours), Ok(Answer::Money(cents)), "{typed}, {hours}");
    }
    for typed in ["25 € die Stunde", "25 pro Stunde", "25 an hour", "25 €/Std.", "25 hourly"] {
        assert_eq!(paid(typed, "year", "40"), Ok(Answer::Money(52_000_00)), "{typed}");
    }
    for hours in ["", "0,99", "0", "60,01", "168", "viele", "-30", "37,555"] {
        assert_eq!(paid("25", "hour", hours), mistake(HOURS, ui::ERROR_HOURS), "{hours}");
        assert_eq!(paid("52000", "year", hours), Ok(Answer::Money(52_000_00)), "{hours}");
    }
    let both = vec![
        Mistake { field: "", text: ui::ERROR_MONEY },
        Mistake { field: HOURS, text: ui::ERROR_HOURS },
    ];
    assert_eq!(paid("viel", "hour", ""), Err(both));
    assert_eq!(paid("1", "hour", "10"), mistake("", ui::ERROR_MONEY_RANGE));
}

#[test]
fn money_out_of_range_is_refused() {
    for (typed, per) in [
        ("0", "year"),
        ("0,00", "month"),
        ("45", "year"),
        ("45.00", "year"),
        ("999,99", "year"),
        ("10.000.000,01", "year"),
        ("999.999.999", "year"),
        ("83,33", "month"),
        ("833.333,34", "month"),
        ("10.000.000", "month"),
    ] {
        assert_eq!(salary(typed, per), mistake("", ui::ERROR_MONEY_RANGE), "{typed} {per}");
    }
}

#[test]
fn money_needs_a_period() {
    for per in ["", "week", "Year"] {
        assert_eq!(salary("45.000", per), mistake(PER, ui::ERROR_MONEY_PERIOD));
        let both = vec![
            Mistake { field: "", text: ui::ERROR_MONEY },
            Mistake { field: PER, text: ui::ERROR_MONEY_PERIOD },
        ];
        assert_eq!(salary("viel", per), Err(both));
    }
    assert_eq!(read("de", "salary", "45.000", &[]), mistake(PER, ui::ERROR_MONEY_PERIOD));
}

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

#[test]
#[rustfmt::skip]
fn countries() {
    for (locale, typed, code) in [
        ("de", "IN", b"IN"), ("de", "Indien", b"IN"), ("de", " indien ", b"IN"),
        ("de", "INDIEN", b"IN"), ("de", "Polen", b"PL"), ("de", "Türkei", b"TR"),
        ("de", "Turkei", b"TR"), ("de", "türkiye", b"TR"),
        ("de", "Bosnien und Herzegowina", b"BA"), ("de", "Bosnien", b"BA"),
        ("de", "Bosnien-Herzegowina", b"BA"), ("de", "Großbritannien", b"GB"),
        ("de", "Grossbritannien", b"GB"), ("de", "England", b"GB"), ("de", "uk", b"GB"),
        ("de", "USA", b"US"), ("de", "us", b"US"), ("de", "Vereinigte Staaten", b"US"),
        ("de", "Kosovo", b"XK"), ("de", "XK", b"XK"), ("de", "Weißrussland", b"BY"),
        ("de", "Weissrussland", b"BY"), ("de", "Tschechei", b"CZ"),
        ("de", "Côte d’Ivoire", b"CI"), ("de", "Cote d'Ivoire", b"CI"),
        ("de", "Elfenbeinküste", b"CI"), ("de", "Holland", b"NL"), ("de", "Niederlande", b"NL"),
        ("de", "Moldawien", b"MD"), ("de", "Schweiz", b"CH"), ("de", "Österreich", b"AT"),
        ("de", "Deutschland", b"DE"), ("de", "BRD", b"DE"), ("de", "Republik Korea", b"KR"),
        ("de", "Viet Nam", b"VN"), ("de", "DR Kongo", b"CD"), ("en", "IN", b"IN"),
        ("en", "India", b"IN"), ("en", "INDIA", b"IN"), ("en", "Poland", b"PL"),
        ("en", "Turkey", b"TR"), ("en", "Türkiye", b"TR"), ("en", "Bosnia", b"BA"),
        ("en", "Bosnia and Herzegovina", b"BA"), ("en", "Ivory Coast", b"CI"),
        ("en", "Czechia", b"CZ"), ("en", "Czech Republic", b"CZ"), ("en", "UK", b"GB"),
        ("en", "United Kingdom", b"GB"), ("en", "Great Britain", b"GB"),
        ("en", "Scotland", b"GB"), ("en", "the Netherlands", b"NL"), ("en", "Netherlands", b"NL"),
        ("en", "USA", b"US"), ("en", "United States", b"US"), ("en", "Switzerland", b"CH"),
        ("en", "Germany", b"DE"), ("en", "South Korea", b"KR"),
        ("en", "Republic of Korea", b"KR"), ("en", "Kosovo", b"XK"), ("en", "Swaziland", b"SZ"),
        ("en", "Burma", b"MM"), ("en", "Sao Tome and Principe", b"ST"),
        ("en", "the gambia", b"GM"),
    ] {
        let found = read(locale, "nationality", typed, &[]);
        assert_eq!(found, Ok(Answer::Country(*code)), "{locale}: {typed}");
    }
}

/// Every country is found by its own name and code, whatever the case.
#[test]
fn every_country_is_found_by_its_name() {
    for locale in guide::LOCALES {
        for country in &book().countries {
            let name = words(locale).get(country.name);
            let code = String::from_utf8(country.code.into()).unwrap();
            for typed in [name.to_owned(), name.to_uppercase(), name.to_lowercase(), code] {
                let found = read(locale, "nationality", &typed, &[]);
                assert_eq!(found, Ok(Answer::Country(country.code)), "{locale}: {typed}");
            }
        }
        for (name, code) in &words(locale).synonyms {
            let found = read(locale, "nationality", name, &[]);
            assert_eq!(found, Ok(Answer::Country(*code)), "{locale}: {name}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn what_is_no_country_is_refused() {
    for locale in guide::LOCALES {
        for typed in [
            "", "-", "Atlantis", "ZZ", "D", "DEU", "Ind", "Indienn", "Korea", "Kongo", "Congo",
            "🇮🇳", "印度", "\u{0}",
        ] {
            let found = read(locale, "nationality", typed, &[]);
            let text = if typed.trim().is_empty() { ui::ERROR_COUNTRY } else { ui::ERROR_COUNTRY_NAME };
            assert_eq!(found, mistake("", text), "{locale}: {typed}");
        }
    }
}

#[test]
fn states_that_may_be_meant_are_named() {
    for (locale, typed, first, count) in [
        ("de", "Bosnien", "BA", 1),
        ("de", "herzegowina", "BA", 1),
        ("de", "Tuerkei", "TR", 1),
        ("de", "Östereich", "AT", 1),
        ("de", "Indein", "IN", 1),
        ("en", "Philipines", "PH", 1),
        ("en", "Bosnia", "BA", 1),
    ] {
        let found = input::similar(book(), words(locale), typed);
        let found: Vec<&str> =
            found.iter().map(|code| std::str::from_utf8(code).unwrap()).collect();
        assert_eq!(found.first(), Some(&first), "{typed}: {found:?}");
        assert!(found.len() >= count && found.len() <= 8, "{typed}: {found:?}");
    }
    for typed in ["", "x", "Wolkenkuckucksheim", "7"] {
        assert_eq!(input::similar(book(), words("de"), typed), Vec::<[u8; 2]>::new(), "{typed}");
    }
    assert_eq!(input::similar(book(), words("de"), "in").len(), 8);
}

#[test]
fn postcodes() {
    for (typed, code) in [
        ("52477", 52_477),
        (" 52477 ", 52_477),
        ("52 477", 52_477),
        ("01067", 1_067),
        ("99998", 99_998),
    ] {
        assert_eq!(read("de", "place", typed, &[]), Ok(Answer::Place(code, None)), "{typed}");
    }
    for typed in [
        "",
        "5247",
        "524777",
        "D-52477",
        "52477 Alsdorf",
        "Alsdorf",
        "00999",
        "٥٢٤٧٧",
        "52,77",
        "-2477",
    ] {
        assert_eq!(read("de", "place", typed, &[]), mistake("", ui::ERROR_PLACE), "{typed}");
    }
}

#[test]
fn a_town_goes_with_its_postcode() {
    let read = |town| read("de", "place", "52525", &[(TOWN, town)]);
    assert_eq!(read("heinsberg"), Ok(Answer::Place(52_525, Some("heinsberg".to_owned()))));
    assert_eq!(
        read("uebach-palenberg"),
        Ok(Answer::Place(52_525, Some("uebach-palenberg".to_owned())))
    );
    assert_eq!(read(""), Ok(Answer::Place(52_525, None)));
    for town in ["Heinsberg", "heinsberg!", "a b", "ä", "a&b=c"] {
        assert_eq!(read(town), mistake(TOWN, ui::ERROR_PLACE_TOWN), "{town}");
    }
}

#[test]
fn choices_are_taken_by_their_id_only() {
    assert_eq!(read("de", "status", "abroad", &[]), Ok(Answer::Choice(0)));
    assert_eq!(read("de", "status", " title ", &[]), Ok(Answer::Choice(1)));
    for typed in ["", "Abroad", "0", "Im Ausland", "study"] {
        assert_eq!(read("de", "status", typed, &[]), mistake("", ui::ERROR_CHOICE), "{typed}");
    }
}

/// "I don't know" is an answer to everything, ticked or chosen, whatever else is typed.
#[test]
fn not_knowing_is_an_answer() {
    for id in ["status", "nationality", "salary", "place", "filing-day"] {
        for (typed, ticks) in
            [("unknown", &[][..]), ("", &[(NOT_KNOWN, "on")]), ("x", &[(NOT_KNOWN, "")])]
        {
            assert_eq!(read("de", id, typed, ticks), Ok(Answer::Unknown), "{id}: {typed}");
        }
    }
}

#[test]
fn a_question_that_does_not_exist_has_no_answer() {
    let found = input::read(book(), words("de"), u8::MAX, |_| Some("abroad"));
    assert_eq!(found, mistake("", ui::ERROR_CHOICE));
}
