//! The compiled rule base as a whole: complete, and with the figures of the law.
#![expect(clippy::inconsistent_digit_grouping, reason = "cents stand apart from the euros")]

use guide::{address, book, words};
use jiff::civil::Date;
use rules::{Book, Places, Words};
use std::collections::BTreeSet;

#[test]
fn the_book_is_there_and_round_trips() {
    assert!(
        !book().pathways.is_empty() && !book().facts.is_empty(),
        "the packed book did not load"
    );
    let packed = postcard::to_allocvec(book()).unwrap();
    assert_eq!(Book::load(&packed).as_ref(), Some(book()));
    assert_eq!(Book::load(&packed[..packed.len() / 2]), None, "half a book is no book");
    let places = guide::all_places();
    assert!(!places.municipalities.is_empty(), "the packed places did not load");
    assert_eq!(Places::load(&postcard::to_allocvec(places).unwrap()).as_ref(), Some(places));
}

#[test]
fn the_version_names_its_day_and_its_content() {
    let (day, rest) = book().version.split_at(10);
    assert!(day.parse::<Date>().is_ok(), "{day}");
    let (number, hash) = rest.split_once('-').unwrap();
    assert!(number.strip_prefix('.').unwrap().parse::<u32>().is_ok(), "{number}");
    assert!(hash.len() == 8 && hash.chars().all(|sign| sign.is_ascii_hexdigit()), "{hash}");
}

#[test]
fn every_complete_language_says_everything() {
    let all: Vec<&Words> = guide::LOCALES.iter().map(|locale| words(locale)).collect();
    let german = all[0];
    for (locale, words) in guide::LOCALES.iter().zip(&all) {
        assert_eq!((words.locale.as_str(), words.texts.len()), (*locale, german.texts.len()));
    }
    // A text that only a partial language has is empty in the others.
    let partial: Vec<_> =
        guide::LOCALES.iter().filter(|locale| !guide::COMPLETE.contains(locale)).collect();
    let foreign = |key: usize| {
        partial.iter().any(|locale| !words(locale).texts[key].is_empty())
            && guide::COMPLETE.iter().all(|locale| words(locale).texts[key].is_empty())
    };
    for words in guide::COMPLETE.map(words) {
        assert_eq!(Words::load(&postcard::to_allocvec(words).unwrap()).as_ref(), Some(words));
        for (key, text) in words.texts.iter().enumerate() {
            assert!(!text.trim().is_empty() || foreign(key), "{}: no {key}", words.locale);
        }
        for fact in &book().facts {
            for key in [fact.title, fact.why, fact.short, fact.change] {
                assert!(!words.get(key).is_empty(), "{}: {}", words.locale, fact.id);
            }
        }
        let listed: BTreeSet<_> = words.countries.iter().collect();
        assert_eq!((listed.len(), words.countries.len()), (book().countries.len(), listed.len()));
        let name = |at: &u8| rules::fold(words.get(book().countries[usize::from(*at)].name));
        assert!(words.countries.is_sorted_by_key(name), "{}", words.locale);
        for (name, code) in &words.synonyms {
            let known = book().countries.iter().any(|country| country.code == *code);
            assert!(known, "{}: {name} stands for no country of the list", words.locale);
        }
    }
    assert_eq!(words("fr"), german, "a language that is not there is German");
}

#[test]
fn every_country_of_a_list_is_a_country() {
    for list in &book().lists {
        for code in &list.countries {
            let known = book().countries.iter().any(|country| country.code == *code);
            assert!(known, "{}: {}", list.id, String::from_utf8_lossy(code));
        }
    }
}

/// Half, 45.3 %, 45 % and 55 % of the ceilings of 90,600 €, 96,600 € and 101,400 €, reckoned by hand.
#[test]
fn amounts_are_those_of_the_law() {
    let table = [
        ("bluecard-regular", [(2024, 45_300_00), (2025, 48_300_00), (2026, 50_700_00)]),
        ("bluecard-reduced", [(2024, 41_041_80), (2025, 43_759_80), (2026, 45_934_20)]),
        ("experienced", [(2024, 40_770_00), (2025, 43_470_00), (2026, 45_630_00)]),
        ("age-45", [(2024, 49_830_00), (2025, 53_130_00), (2026, 55_770_00)]),
    ];
    assert_eq!(book().amounts.len(), table.len(), "an amount is not in this table");
    for (id, years) in table {
        let at = book().amounts.iter().position(|amount| amount.id == id).unwrap();
        let at = u8::try_from(at).unwrap();
        for (year, cents) in years {
            assert_eq!(book().amount(at, year), Some(cents), "{id} {year}");
        }
        for year in [2023, 2027, 2028] {
            assert_eq!(book().amount(at, year), None, "{id} {year} is not published");
        }
    }
    assert_eq!(book().amount(u8::MAX, 2026), None);
}

/// Ids stand in addresses, so none may look like another key or value there.
#[test]
fn ids_are_distinct_and_none_is_reserved() {
    for fact in &book().facts {
        assert_ne!(fact.id, address::VERSION);
        let ids: BTreeSet<_> = fact.options.iter().map(|option| &option.id).collect();
        assert_eq!(ids.len(), fact.options.len(), "{}", fact.id);
        for id in ids {
            assert_ne!(id, address::UNKNOWN, "{}", fact.id);
            let plain =
                |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
            assert!(id.chars().all(plain), "{id}");
        }
    }
    let places = guide::all_places();
    let ids: BTreeSet<_> = places.municipalities.iter().map(|one| &one.id).collect();
    assert_eq!(ids.len(), places.municipalities.len());
}
