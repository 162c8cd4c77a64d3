//! Countries: by code, by name and by other names people use.

use super::{mistake, read};
use guide::{Answer, book, input, ui, words};

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
