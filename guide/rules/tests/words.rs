//! Words by key, names in one plain form, and which words the browser gets when.
#![cfg(feature = "compile")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod folder;

use rules::{Book, Condition, Fact, Key, Kind, Predicate, Words, fold};
use std::collections::BTreeSet;

#[test]
fn folding_leaves_plain_letters_and_digits() {
    for (text, folded) in [
        ("Côte d’Ivoire", "cotedivoire"),
        ("ÄÖÜ ß", "aouss"),
        ("São Tomé", "saotome"),
        ("Ñandú-12", "nandu12"),
        ("Åland Ø", "alando"),
        (" -.'’ ", ""),
        ("ÉÈÊË ÍÌÎÏ Ç", "eeeeiiiic"),
        ("ÀÁÂÃ ÒÓÔÕ ÙÚÛ", "aaaaoooouuu"),
        ("Индия", "Индия"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
        assert_eq!(fold(folded), folded, "{text}");
    }
}

#[test]
fn a_key_of_another_book_has_no_text() {
    let words = Words { texts: vec!["eins".to_owned()], ..Words::default() };
    assert_eq!(words.get(Key(0)), "eins");
    assert_eq!(words.get(Key(1)), "");
    assert_eq!(words.get(Key(u16::MAX)), "");
}

/// Whether the first bundle knows the question: no detail, and what it hangs on hangs on nothing.
fn is_early(book: &Book, fact: &Fact) -> bool {
    fn tested(predicate: &Predicate) -> Vec<u8> {
        match predicate {
            Predicate::And(parts) | Predicate::Or(parts) => parts.iter().flat_map(tested).collect(),
            Predicate::Is { fact, .. }
            | Predicate::Country { fact, .. }
            | Predicate::From { fact, .. }
            | Predicate::AtLeast { fact, .. } => vec![*fact],
        }
    }
    let hangs_on = fact.when.as_ref().map(tested).unwrap_or_default();
    let plain = |at: &u8| book.facts.get(usize::from(*at)).is_some_and(|fact| fact.when.is_none());
    !fact.is_detail() && hangs_on.iter().all(plain)
}

/// Whether the first bundle draws the question: an early one that is a choice or a country.
fn is_drawn_first(book: &Book, fact: &Fact) -> bool {
    matches!(fact.kind, Kind::Choice | Kind::Country) && is_early(book, fact)
}

/// The texts of the first bundle: the countries, all of the questions that it draws, and what names the
/// answers to others that are no details.
fn of_questions(book: &Book) -> BTreeSet<Key> {
    let mut keys: BTreeSet<Key> = book.countries.iter().map(|country| country.name).collect();
    for fact in book.facts.iter().filter(|fact| is_early(book, fact)) {
        keys.extend([fact.short, fact.change]);
        if is_drawn_first(book, fact) {
            keys.extend(of_question(fact));
        }
    }
    keys
}

/// The texts of a question.
fn of_question(fact: &Fact) -> impl Iterator<Item = Key> {
    let options = fact.options.iter().flat_map(|one| std::iter::once(one.label).chain(one.hint));
    let own = fact.own.0.into_iter().chain(fact.own.1);
    [fact.title, fact.why].into_iter().chain(fact.hint).chain(own).chain(options)
}

/// The texts of the questions that the second bundle draws.
fn of_details(book: &Book) -> BTreeSet<Key> {
    let drawn = book.facts.iter().filter(|fact| !is_drawn_first(book, fact));
    drawn.flat_map(|fact| of_question(fact).chain([fact.short, fact.change])).collect()
}

/// The texts only results and pathways show.
fn of_results(book: &Book) -> BTreeSet<Key> {
    fn walk(conditions: &[Condition], keys: &mut BTreeSet<Key>) {
        for one in conditions {
            keys.extend([Some(one.title), one.unmet, one.doubt].into_iter().flatten());
            walk(one.parts(), keys);
        }
    }
    let mut keys = BTreeSet::new();
    for pathway in &book.pathways {
        keys.extend([pathway.name, pathway.summary].into_iter().chain(pathway.find));
        let card = &pathway.card;
        for row in [
            card.salary,
            card.german,
            card.duration,
            card.family,
            card.settlement,
            card.entitlement,
            card.tasks,
        ] {
            keys.extend(std::iter::once(row.value).chain(row.note));
        }
        walk(&pathway.conditions, &mut keys);
    }
    keys.extend(book.facts.iter().filter_map(|one| one.presumed.as_ref()).map(|one| one.text));
    keys.extend(book.facts.iter().flat_map(|one| &one.steps).map(|one| one.text));
    keys.extend(book.coming.iter().flat_map(|one| [one.title, one.text]));
    keys.extend(book.fees.iter().map(|fee| fee.name));
    keys.extend(book.outcomes.iter().flat_map(|outcome| [outcome.title, outcome.text]));
    keys
}

/// The first bundle has every word of the questions it draws and none of the results; the second has
/// all but the pages of the server; neither says anything else than the server does.
#[test]
fn the_first_bundle_has_the_words_of_questions_alone() {
    let content = folder::compiled("browser-words", &[]).unwrap();
    let browser = content.browser_words();
    let named = |prefix: &str| -> BTreeSet<Key> {
        let names = content.constants.iter().filter(|(name, _)| name.starts_with(prefix));
        names.map(|(_, key)| *key).collect()
    };
    let (ui, result) = (named("ui."), named("result."));
    let (page, find) = (named("page."), named("find."));
    assert!([&ui, &result, &page, &find].iter().all(|names| !names.is_empty()));
    let first: BTreeSet<Key> = of_questions(&content.book).union(&ui).copied().collect();
    let mut second: BTreeSet<Key> = of_results(&content.book).union(&result).copied().collect();
    assert!(first.is_disjoint(&second));
    second.extend(of_details(&content.book));
    for whole in &content.words {
        let load = |packed: &[u8]| Words::load(packed).unwrap();
        let questions = load(&browser.questions[&whole.locale]);
        let all = load(&browser.all[&whole.locale]);
        let finders = load(&browser.finders[&whole.locale]);
        for at in 0..u16::try_from(whole.texts.len()).unwrap() {
            let key = Key(at);
            let text = whole.get(key);
            let (in_first, in_second) = (first.contains(&key), second.contains(&key));
            let elsewhere = page.contains(&key) || find.contains(&key);
            assert!(in_first || in_second || elsewhere, "nothing shows „{text}“");
            assert_eq!(questions.get(key), if in_first { text } else { "" }, "first: „{text}“");
            assert_eq!(all.get(key), if elsewhere { "" } else { text }, "second: „{text}“");
            let of_finders = if find.contains(&key) { text } else { "" };
            assert_eq!(finders.get(key), of_finders, "finders: „{text}“");
        }
        assert_eq!(questions.countries, whole.countries);
        assert_eq!(questions.synonyms, whole.synonyms);
    }
}
