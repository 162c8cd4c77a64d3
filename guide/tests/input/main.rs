//! What people type, row by row.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod countries;
mod days;
mod money;

use guide::input::{self, Mistake, NOT_KNOWN, TOWN};
use guide::{Answer, book, ui, words};
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
