//! What the form asks, what it makes of a query, and what the page says.

use super::form::Form;
use crate::pages::{Reply, Site, respond};
use guide::{Answer, address, book, counting};
use jiff::civil::date;
use rules::Test;

fn form() -> Form {
    let rule = book().pathways.iter().find_map(|pathway| counting(&pathway.conditions)).unwrap();
    let Test::Score { rows, .. } = &rule.test else { panic!("no rows") };
    Form::of(book(), rows)
}

fn page(query: &str) -> String {
    match respond(&Site::default(), "/de/points", query, date(2026, 11, 22)) {
        Reply::Page { status: 200, html, .. } => html,
        other => panic!("{other:?}"),
    }
}

fn answers(query: &str) -> String {
    let read = form().read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    let written = address::write(book(), &read.answers);
    written.split("&v=").next().unwrap().to_owned()
}

/// Every field and every value of its list, on its own.
#[test]
fn whatever_can_be_chosen_is_taken_over() {
    let html = page("");
    let mut chosen = 0;
    for field in html.split("<select ").skip(1) {
        let (field, _) = field.split_once("</select>").unwrap();
        let (_, name) = field.split_once("name=\"").unwrap();
        let (name, _) = name.split_once('"').unwrap();
        for option in field.split("<option value=\"").skip(1) {
            let (value, _) = option.split_once('"').unwrap();
            if value.is_empty() {
                continue;
            }
            let read = form().read(book(), &format!("{name}={value}"));
            assert_eq!(read.ignored, [], "{name}={value}");
            assert!(!read.answers.is_empty(), "{name}={value}");
            let again = page(&format!("{name}={value}"));
            assert!(
                again.contains(&format!("<option value=\"{value}\" selected")),
                "{name}={value}"
            );
            chosen += 1;
        }
    }
    assert!(chosen > 40, "{chosen}");
}

#[test]
fn an_answer_says_what_it_hangs_on() {
    assert_eq!(answers("age-band=at-35"), "age=under-45&age-band=at-35");
    assert_eq!(answers("licence=measures"), "regulated=yes&licence=measures");
    // It hangs on more than one fact, so nothing is added for the reader.
    assert_eq!(answers("equivalence=partial"), "equivalence=partial");
    // What was said of it before does not stand against a newer choice.
    assert_eq!(answers("age=under-45&age-band=age.from-45"), "age=from-45");
    assert_eq!(answers("age=from-45&age-band=to-40"), "age=under-45&age-band=to-40");
    // A fact with a field of its own is not answered through another one.
    assert_eq!(answers("licence=regulated.no&regulated=yes"), "regulated=yes");
}

/// A qualification is asked for by itself, so that a contradiction is told and not mended in silence.
#[test]
fn a_contradiction_is_told() {
    let read = form().read(book(), "training=none&equivalence=partial");
    let equivalence = book().fact("equivalence").unwrap();
    assert_eq!(read.ignored, [address::Ignored::Pruned(equivalence)]);
}

#[test]
fn nothing_chosen_is_nothing_said() {
    let read = form().read(book(), "german=&english=&age-band=");
    assert!(read.answers.is_empty() && read.ignored.is_empty());
    assert!(
        form()
            .read(book(), "german=unknown")
            .answers
            .iter()
            .all(|(_, one)| *one == Answer::Unknown)
    );
}

#[test]
fn the_headline_is_the_sum() {
    let told =
        "status=abroad&regulated=no&degree=none&training=foreign&equivalence=partial&german=a2";
    assert!(
        page(&format!("{told}&age-band=at-35")).contains("Chancenkarte: 7\u{a0}von\u{a0}6 nötigen")
    );
    let one_less = page(&format!("{told}&age-band=age.from-45"));
    assert!(one_less.contains("Chancenkarte: 5\u{a0}von\u{a0}6 nötigen"));
    // Nothing but the form: no script, and only the bare page may be found by searching.
    assert!(!one_less.contains("<script"));
    assert!(one_less.contains("noindex") && !page("").contains("noindex"));
}
