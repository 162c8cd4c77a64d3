//! Money, days, citations and answers as people read them, in both languages.
#![expect(clippy::inconsistent_digit_grouping, reason = "cents stand apart from the euros")]

use guide::{Answer, book, show, ui, words};
use jiff::civil::date;
use rules::{Citation, Words};

fn both() -> [&'static Words; 2] {
    ["de", "en"].map(words)
}

#[test]
fn money() {
    for (cents, german, english) in [
        (0, "0\u{a0}€", "€0"),
        (5, "0,05\u{a0}€", "€0.05"),
        (99, "0,99\u{a0}€", "€0.99"),
        (1_00, "1\u{a0}€", "€1"),
        (999_00, "999\u{a0}€", "€999"),
        (1_000_00, "1.000\u{a0}€", "€1,000"),
        (45_934_20, "45.934,20\u{a0}€", "€45,934.20"),
        (50_699_99, "50.699,99\u{a0}€", "€50,699.99"),
        (50_700_00, "50.700\u{a0}€", "€50,700"),
        (101_400_00, "101.400\u{a0}€", "€101,400"),
        (1_000_000_00, "1.000.000\u{a0}€", "€1,000,000"),
        (10_000_000_00, "10.000.000\u{a0}€", "€10,000,000"),
    ] {
        assert_eq!(both().map(|words| show::money(words, cents)), [german, english]);
    }
}

#[test]
fn days() {
    for (day, german, english) in [
        (date(2026, 12, 2), "2.\u{a0}Dezember 2026", "2\u{a0}December 2026"),
        (date(2027, 1, 15), "15.\u{a0}Januar 2027", "15\u{a0}January 2027"),
        (date(2027, 3, 31), "31.\u{a0}März 2027", "31\u{a0}March 2027"),
        (date(2024, 2, 29), "29.\u{a0}Februar 2024", "29\u{a0}February 2024"),
        (date(2027, 5, 1), "1.\u{a0}Mai 2027", "1\u{a0}May 2027"),
    ] {
        assert_eq!(both().map(|words| show::day(words, day)), [german, english]);
        let same = rules::Day(day.year(), day.month(), day.day());
        assert_eq!(both().map(|words| show::date(words, same)), [german, english]);
    }
}

/// Each of the twelve months has its own name.
#[test]
fn months_differ() {
    for words in both() {
        let mut names: Vec<_> =
            (1..=12).map(|month| show::day(words, date(2027, month, 1))).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 12);
    }
}

#[test]
fn citations() {
    let law = |code: &str| {
        let at = book().laws.iter().position(|law| law.code == code).unwrap();
        u8::try_from(at).unwrap()
    };
    for (code, section, place, shown, url) in [
        (
            "AufenthG",
            "18g",
            "Abs. 1 Satz 2 Nr. 1",
            "§\u{a0}18g Abs.\u{a0}1 Satz\u{a0}2 Nr.\u{a0}1 AufenthG",
            "https://www.gesetze-im-internet.de/aufenthg_2004/__18g.html",
        ),
        (
            "BeschV",
            "9",
            "",
            "§\u{a0}9 BeschV",
            "https://www.gesetze-im-internet.de/beschv_2013/__9.html",
        ),
        (
            "Richtlinie 2005/36/EG",
            "",
            "Art. 4",
            "Art.\u{a0}4 Richtlinie 2005/36/EG",
            "https://eur-lex.europa.eu/eli/dir/2005/36/oj",
        ),
        (
            "AsylG",
            "",
            "Anlage II",
            "Anlage II AsylG",
            "https://www.gesetze-im-internet.de/asylvfg_1992/",
        ),
        (
            "Sozialversicherungsrechengrößen-Verordnung",
            "",
            "",
            "Sozialversicherungsrechengrößen-Verordnung",
            "https://www.gesetze-im-internet.de/",
        ),
    ] {
        let citation =
            Citation { law: law(code), section: section.to_owned(), place: place.to_owned() };
        assert_eq!(show::citation(book(), &citation), shown);
        assert_eq!(show::citation_url(book(), &citation), url);
    }
}

#[test]
fn answers() {
    for (id, answer, german, english) in [
        ("status", Answer::Choice(0), "Im Ausland", "Abroad"),
        ("status", Answer::Unknown, words("de").get(ui::UNKNOWN), words("en").get(ui::UNKNOWN)),
        ("nationality", Answer::Country(*b"BA"), "Bosnien und Herzegowina", "Bosnia & Herzegovina"),
        ("salary", Answer::Money(4_700_050), "47.000,50\u{a0}€ im Jahr", "€47,000.50 a year"),
        ("place", Answer::Place(1_067, None), "01067", "01067"),
        ("place", Answer::Place(52_525, Some("heinsberg".to_owned())), "52525", "52525"),
        (
            "filing-day",
            Answer::Day(date(2026, 12, 2)),
            "2.\u{a0}Dezember 2026",
            "2\u{a0}December 2026",
        ),
        ("status", Answer::Choice(99), "", ""),
    ] {
        let fact = book().fact(id).unwrap();
        let shown = both().map(|words| show::answer(book(), words, fact, &answer));
        assert_eq!(shown, [german, english]);
    }
}

#[test]
fn a_person_in_a_line() {
    let read = |query| guide::address::read(book(), query).answers;
    for (query, german) in [
        ("", ""),
        (
            "status=abroad&nationality=IN&salary=47000&job=skilled",
            "Im Ausland, Indien, 47.000\u{a0}€ im Jahr",
        ),
        ("status=unknown&nationality=PL&salary=unknown", "Polen"),
    ] {
        assert_eq!(show::in_a_line(book(), words("de"), &read(query)), german);
    }
}

/// Texts of the interface hold the values; these are written for the test.
#[test]
fn values_are_filled_in() {
    let mut words = words("de").clone();
    for (text, shown) in [
        ("{name}", "Ada"),
        ("Für {name}.", "Für Ada."),
        ("{name} und {name}", "Ada und Ada"),
        ("{name}{day}", "Adamorgen"),
        ("{other} fehlt", " fehlt"),
        ("ohne", "ohne"),
        ("", ""),
        ("offen {name", "offen {name"),
        ("zu} {name}", "zu} Ada"),
        ("ä{name}ö", "äAdaö"),
    ] {
        words.texts[usize::from(ui::NEXT.0)] = text.to_owned();
        let filled = show::fill(&words, ui::NEXT, &[("name", "Ada"), ("day", "morgen")]);
        assert_eq!(filled, shown, "{text}");
    }
}

/// A value that looks like a placeholder is not filled in again.
#[test]
fn filled_in_values_are_left_alone() {
    let mut words = words("de").clone();
    words.texts[usize::from(ui::NEXT.0)] = "{name}".to_owned();
    assert_eq!(show::fill(&words, ui::NEXT, &[("name", "{day}"), ("day", "x")]), "{day}");
}
