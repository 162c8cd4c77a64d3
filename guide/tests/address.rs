//! Addresses as people, programs and attackers write them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use guide::address::{self, Ignored, read};
use guide::{Answer, Overlay, book};
use jiff::civil::date;

fn fact(id: &str) -> u8 {
    book().fact(id).unwrap()
}

/// The address values that are taken from a query, by id, in the order of the questions.
fn taken(query: &str) -> String {
    let read = read(book(), query);
    let values = read.answers.iter().map(|(fact, answer)| {
        let id = &book().facts[usize::from(fact)].id;
        format!("{id}={}", address::value(book(), fact, answer))
    });
    values.collect::<Vec<_>>().join("&")
}

#[test]
fn what_is_taken() {
    for (query, expected) in [
        ("", ""),
        ("&&&", ""),
        ("=", ""),
        ("status", ""),
        ("status=", ""),
        ("status=abroad", "status=abroad"),
        ("%73tatus=abro%61d", "status=abroad"),
        ("salary=47000&status=abroad", "status=abroad&salary=47000"),
        ("nationality=IN", "nationality=IN"),
        ("salary=47000.5", "salary=47000.50"),
        ("salary=47000.00", "salary=47000"),
        ("salary=1000", "salary=1000"),
        ("salary=10000000", "salary=10000000"),
        ("place=52525", "place=52525"),
        ("place=52525-heinsberg", "place=52525-heinsberg"),
        ("place=01067", "place=01067"),
        ("filing-day=2027-01-15", "filing-day=2027-01-15"),
        (
            "age=unknown&salary=unknown&nationality=unknown&place=unknown&filing-day=unknown",
            "nationality=unknown&salary=unknown&age=unknown&place=unknown&filing-day=unknown",
        ),
        ("STATUS=abroad", ""),
        (" status=abroad", ""),
        ("status=abroad;nationality=IN", ""),
    ] {
        assert_eq!(taken(query), expected, "{query}");
    }
}

#[test]
fn bad_values_are_left_out_and_named() {
    for (id, values) in [
        ("status", &["Abroad", "abroad ", "study", "0", "\u{0}", "abroad\r\nSet-Cookie: x"][..]),
        ("nationality", &["in", "IND", "ZZ", "I", "", "İN", "<script>"]),
        (
            "salary",
            &[
                "999.99",
                "10000000.01",
                "-47000",
                "+47000",
                "4e4",
                "47,000",
                "47 000",
                "47000.",
                ".5",
                "",
                "47000.123",
                "100000000000000000000",
                "٤٧٠٠٠",
                "47000€",
                "NaN",
                "0x9000",
            ],
        ),
        (
            "place",
            &[
                "5252",
                "525255",
                "00999",
                "52525-",
                "52525-Heinsberg",
                "52525-a b",
                "52525-ä",
                "-52525",
                "52525-<b>",
            ],
        ),
        (
            "filing-day",
            &[
                "2023-12-31",
                "2036-01-01",
                "2027-02-29",
                "2027-13-01",
                "15.1.2027",
                "",
                "morgen",
                "-2027-01-15",
            ],
        ),
    ] {
        for value in values {
            let encoded: String =
                form_urlencoded::Serializer::new(String::new()).append_pair(id, value).finish();
            let read = read(book(), &encoded);
            assert!(read.answers.is_empty(), "{id}: {value}");
            assert_eq!(read.ignored, [Ignored::BadValue(fact(id))], "{id}: {value}");
        }
    }
}

/// The first value counts, so that nothing appended to a link changes it.
#[test]
fn what_comes_twice_counts_once() {
    let read = read(book(), "status=abroad&status=asylum&status=%00&status=abroad");
    assert_eq!(read.answers.get(fact("status")), Some(&Answer::Choice(0)));
    assert_eq!(read.ignored, vec![Ignored::Twice(fact("status")); 3]);
}

/// A first value that is none leaves room for a second one.
#[test]
fn a_bad_value_does_not_block_a_good_one() {
    let read = read(book(), "status=x&status=asylum");
    assert!(read.answers.get(fact("status")).is_some());
    assert_eq!(read.ignored, [Ignored::BadValue(fact("status"))]);
}

#[test]
fn unknown_keys_are_named_and_cut() {
    let long = "ä".repeat(100);
    let read = read(book(), &format!("utm_source=x&__proto__=1&{long}=1&=2"));
    let name = |text: &str| Ignored::UnknownKey(text.to_owned());
    let cut = "ä".repeat(40);
    assert_eq!(read.ignored, [name("utm_source"), name("__proto__"), name(&cut), name("")]);
}

#[test]
fn answers_that_do_not_go_together_are_dropped_and_named() {
    for (query, kept, dropped) in [
        ("status=abroad&title=study", "status=abroad", &["title"][..]),
        ("regulated=no&licence=granted", "regulated=no", &["licence"]),
        ("training=german&equivalence=full", "training=german", &["equivalence"]),
        ("degree=none&comparability=comparable", "degree=none", &["comparability"]),
        ("age=under-45&pension=yes", "age=under-45", &["pension"]),
        ("status=abroad&asylum-history=rejected", "status=abroad", &["asylum-history"]),
        ("status=eu-passport&nationality=IN", "status=unknown&nationality=IN", &["status"]),
        ("status=eu-passport&nationality=NO", "status=eu-passport&nationality=NO", &[]),
        ("status=eu-passport&nationality=unknown", "status=eu-passport&nationality=unknown", &[]),
        ("title=study", "title=study", &[]),
        ("status=unknown&title=study", "status=unknown&title=study", &[]),
        (
            "status=abroad&title=study&asylum-history=never&insured-work=yes",
            "status=abroad",
            &["title", "asylum-history", "insured-work"],
        ),
    ] {
        let expected: Vec<_> = dropped.iter().map(|id| Ignored::Pruned(fact(id))).collect();
        assert_eq!(read(book(), query).ignored, expected, "{query}");
        assert_eq!(taken(query), kept, "{query}");
    }
}

#[test]
fn the_version_is_kept_and_cut() {
    let read = |query: &str| read(book(), query);
    assert_eq!(read("status=abroad").version, None);
    assert_eq!(read("v=2026-11-22.1-abc").version.as_deref(), Some("2026-11-22.1-abc"));
    assert_eq!(read("v=1&v=2").version.as_deref(), Some("1"));
    assert_eq!(read("v=").version.as_deref(), Some(""));
    assert_eq!(read(&format!("v={}", "ü".repeat(99))).version, Some("ü".repeat(40)));
    assert!(read("v=1&v=2").ignored.is_empty());
}

/// The sign in an overlay's version would be read as a space.
#[test]
fn the_version_of_an_overlay_survives() {
    let overlay = Overlay(vec![("pension-ceiling".to_owned(), 2027, 10_620_000)]);
    let newer = overlay.apply(book()).unwrap();
    let answers = read(&newer, "status=abroad").answers;
    assert!(newer.version.contains('+'));
    let written = address::write(&newer, &answers);
    assert_eq!(read(&newer, &written).version, Some(newer.version));
}

#[test]
fn an_address_is_written_in_the_order_of_the_questions() {
    let answers = read(book(), "salary=47000&nationality=IN&status=abroad").answers;
    let expected = format!("status=abroad&nationality=IN&salary=47000&v={}", book().version);
    assert_eq!(address::write(book(), &answers), expected);
    assert!(expected.is_ascii());
    assert_eq!(address::write(book(), &guide::Answers::default()), "");
}

/// What cannot be read costs no more than its length, and what lies beyond the limit is not read.
#[test]
fn a_very_long_address_is_cut() {
    let before = format!("status=abroad&{}", "x=1&".repeat(100_000));
    let read_before = read(book(), &before);
    assert_eq!(read_before.answers.get(fact("status")), Some(&Answer::Choice(0)));
    assert!(read_before.ignored.len() < 2_000, "{}", read_before.ignored.len());
    let behind = format!("{}status=abroad", "x=1&".repeat(2_000));
    assert!(read(book(), &behind).answers.is_empty());
    assert!(read(book(), &"ä".repeat(10_000)).answers.is_empty());
}

/// Found by fuzzing: an address with a town of thousands of letters was taken, but what was written of
/// it was too long to be read again.
#[test]
fn a_town_is_no_longer_than_a_name() {
    let place = |letters| format!("52477-{}", "a".repeat(letters));
    let parse = |letters| address::parse(book(), fact("place"), &place(letters));
    assert_eq!(parse(40), Some(Answer::Place(52_477, Some("a".repeat(40)))));
    assert_eq!(parse(41), None);
    for town in &guide::all_places().municipalities {
        let value = format!("52477-{}", town.id);
        assert!(address::parse(book(), fact("place"), &value).is_some(), "{value}");
    }
}

#[test]
fn values_and_answers_are_each_others_inverse() {
    for (id, value, answer) in [
        ("status", "abroad", Answer::Choice(0)),
        ("nationality", "XK", Answer::Country(*b"XK")),
        ("salary", "50699.99", Answer::Money(5_069_999)),
        ("salary", "50700.05", Answer::Money(5_070_005)),
        ("place", "01067", Answer::Place(1_067, None)),
        ("filing-day", "2026-12-01", Answer::Day(date(2026, 12, 1))),
        ("age", "unknown", Answer::Unknown),
    ] {
        assert_eq!(address::parse(book(), fact(id), value).as_ref(), Some(&answer), "{value}");
        assert_eq!(address::value(book(), fact(id), &answer), value);
    }
    assert_eq!(address::parse(book(), u8::MAX, "abroad"), None);
}
