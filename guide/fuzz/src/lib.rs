//! What must hold for any bytes. The fuzz targets try it on as many as there is time for, the test
//! `guide/tests/seeds.rs` on the seeds and on what was once found.

use guide::input::{self, HOURS, Mistake, PER, TOWN};
use guide::places::{self, PlaceCard};
use guide::{
    Answer, Answers, Case, Finding, Given, LOCALES, Truth, Verdict, all_places, book,
    deciding_question, fees, further_question, later_years, missing, next_question, outcome, prune,
    show, words,
};
use jiff::civil::{Date, date};
use rules::{Fact, Kind};

/// The query of an address: what is kept of it is valid, free of contradictions, and stays as it is
/// when it is written and read again.
pub fn address(bytes: &[u8]) {
    let query = String::from_utf8_lossy(bytes);
    let read = guide::address::read(book(), &query);
    for (fact, answer) in read.answers.iter() {
        assert_valid(fact, answer);
    }
    assert_eq!(prune(book(), &mut read.answers.clone()), Vec::<u8>::new());
    let written = guide::address::write(book(), &read.answers);
    assert!(written.is_ascii(), "{written}");
    let again = guide::address::read(book(), &written);
    assert_eq!(again.answers, read.answers, "{written}");
    assert_eq!(again.ignored, [], "{written}");
    assert_eq!(guide::address::write(book(), &again.answers), written);
    let pairs = guide::address::pairs(&query);
    assert_eq!(guide::address::pairs(&guide::address::query(&pairs)), pairs);
    for locale in LOCALES {
        let told = show::in_a_line(book(), words(locale), &read.answers);
        assert!(!read.answers.is_empty() || told.is_empty(), "{locale}: {told}");
    }
}

/// A form, one line each: the fact, what is typed, per what, hours a week, town. An answer that can
/// stand in an address comes of it and can be typed from there, or mistakes with a text; the same in
/// every language, but for the names of countries.
pub fn typed(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n');
    let Some((fact, described)) = fact(lines.next().unwrap_or_default()) else { return };
    let [typed, per, hours, town] = [(); 4].map(|()| lines.next());
    let mut first = None;
    for locale in LOCALES {
        let found = form(locale, fact, [typed, per, hours, town]);
        match &found {
            Ok(answer) => {
                assert_valid(fact, answer);
                let value = guide::address::value(book(), fact, answer);
                let (plain, town) = match (answer, value.split_once('-')) {
                    (Answer::Place(..), Some((code, town))) => (code, Some(town)),
                    _ => (value.as_str(), None),
                };
                let again = form(locale, fact, [Some(plain), Some("year"), None, town]);
                assert_eq!(again.as_ref(), Ok(answer), "{locale}: {value}");
            }
            Err(mistakes) => assert_told(locale, mistakes),
        }
        if described.kind != Kind::Country {
            assert_eq!(first.get_or_insert_with(|| found.clone()), &found, "{locale}: {typed:?}");
        }
        let similar = input::similar(book(), words(locale), typed.unwrap_or_default());
        let is_one = |code: &[u8; 2]| book().countries.iter().any(|one| one.code == *code);
        assert!(similar.len() <= 8 && similar.iter().all(is_one), "{similar:?}");
        if let Ok(Answer::Place(postcode, town)) = found {
            assert_placed(locale, postcode, town.as_deref());
        }
    }
}

/// A situation, one line each: the day of filing, answers, further answers. What is no day, fact or
/// value stands for one, so that nearly all bytes ask for something.
pub fn evaluate(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n').map(str::trim);
    let mut next = || lines.next().unwrap_or_default();
    let filing = filing(next());
    let (told, further) = (pairs(next()), pairs(next()));
    let mut answers = Answers::default();
    for (fact, answer) in &told {
        answers.set(*fact, Some(answer.clone()));
    }
    assert_order_is_irrelevant(&told, filing);
    let case = Case { book: book(), answers: &answers, filing };
    let findings = guide::evaluate(&case);
    assert_eq!(findings.len(), book().pathways.len());
    for finding in &findings {
        assert_sums_up(&case, finding);
    }
    for (fact, answer) in &further {
        let unknown = verdicts(&answers.with(*fact, Answer::Unknown), filing);
        let known = verdicts(&answers.with(*fact, answer.clone()), filing);
        assert_certain(&unknown, &known);
    }
    let mut complete = answers.clone();
    for (fact, answer) in &further {
        let case = Case { book: book(), answers: &complete, filing };
        if case.given(*fact) == Given::Missing {
            complete.set(*fact, Some(answer.clone()));
        }
    }
    assert_certain(&verdicts(&answers, filing), &verdicts(&complete, filing));
    assert_interview_ends(answers, &further, filing);
}

/// Reads the form of a fact: what is typed, per what, hours a week, town.
fn form(locale: &str, fact: u8, fields: [Option<&str>; 4]) -> Result<Answer, Vec<Mistake>> {
    let id = book().facts.get(usize::from(fact)).map_or("", |fact| fact.id.as_str());
    let [typed, per, hours, town] = fields;
    input::read(book(), words(locale), fact, |name| match name.strip_prefix(id)? {
        "" => typed,
        PER => per,
        HOURS => hours,
        TOWN => town,
        _ => None,
    })
}

/// An answer is one of its fact's, and an address holds it to the cent.
fn assert_valid(fact: u8, answer: &Answer) {
    assert!(answer.suits(book(), fact), "{fact}: {answer:?}");
    let value = guide::address::value(book(), fact, answer);
    assert_eq!(guide::address::parse(book(), fact, &value).as_ref(), Some(answer), "{value}");
}

/// Mistakes have a field and say something.
fn assert_told(locale: &str, mistakes: &[Mistake]) {
    assert!(!mistakes.is_empty());
    for mistake in mistakes {
        assert!(["", PER, HOURS, TOWN].contains(&mistake.field), "{mistake:?}");
        assert!(!words(locale).get(mistake.text).is_empty(), "{locale}: {mistake:?}");
    }
}

/// Whoever is asked for the town finds each of them.
fn assert_placed(locale: &str, postcode: u32, town: Option<&str>) {
    let look_up = |town| places::look_up(all_places(), locale, postcode, town);
    if let PlaceCard::Ask(towns) = look_up(town) {
        assert!(towns.len() > 1, "{postcode}: {towns:?}");
        for one in &towns {
            let found = look_up(Some(&one.id));
            let known = matches!(&found, PlaceCard::Known { town, .. } if town == one);
            assert!(known, "{postcode}: {found:?}");
        }
    }
}

/// Addresses with the same answers in two orders say the same.
fn assert_order_is_irrelevant(told: &[(u8, Answer)], filing: Date) {
    let query = |(fact, answer): &(u8, Answer)| {
        let id = book().facts.get(usize::from(*fact)).map_or("", |fact| fact.id.as_str());
        format!("{id}={}&", guide::address::value(book(), *fact, answer))
    };
    let read = |query: String| guide::address::read(book(), &query).answers;
    let one = read(told.iter().map(query).collect());
    let other = read(told.iter().rev().map(query).collect());
    assert_eq!(one, other);
    assert_eq!(verdicts(&one, filing), verdicts(&other, filing));
}

/// A verdict is that of its conditions; what is still missing is.
fn assert_sums_up(case: &Case, finding: &Finding) {
    let all = finding.conditions.iter().fold(Truth::Yes, |sum, one| sum.and(one.truth));
    assert_eq!(finding.verdict, Verdict::from(all), "{}", finding.pathway.id);
    assert_eq!(Verdict::named(finding.verdict.id()), Some(finding.verdict));
    for fact in missing(case, finding).into_iter().chain(deciding_question(case, finding)) {
        assert_eq!(case.given(fact), Given::Missing, "{}: {fact}", finding.pathway.id);
    }
    // Whoever asks for fees and later years gets them in any situation.
    let _ = (fees(case, finding.pathway), later_years(case.book, finding, case.filing));
    let _ = outcome(case);
}

/// What is certain stays so, whatever else becomes known.
fn assert_certain(before: &[Verdict], after: &[Verdict]) {
    for (pathway, (before, after)) in book().pathways.iter().zip(before.iter().zip(after)) {
        let id = &pathway.id;
        assert!(*before == Verdict::Open || before == after, "{id}: {before:?}, {after:?}");
    }
}

/// No question comes twice, whether it is answered or not known.
fn assert_interview_ends(mut answers: Answers, further: &[(u8, Answer)], filing: Date) {
    prune(book(), &mut answers);
    for _ in 0..=book().facts.len() {
        let case = Case { book: book(), answers: &answers, filing };
        let findings = guide::evaluate(&case);
        let asked = next_question(&case, &findings).or_else(|| further_question(&case, &findings));
        let Some(fact) = asked else { return };
        assert_eq!(answers.get(fact), None, "{fact} is asked again");
        let told = further.iter().find(|(of, _)| *of == fact).map(|(_, answer)| answer);
        answers.set(fact, Some(told.cloned().unwrap_or(Answer::Unknown)));
        prune(book(), &mut answers);
    }
    assert!(answers.is_empty(), "questions without end: {answers:?}");
}

fn verdicts(answers: &Answers, filing: Date) -> Vec<Verdict> {
    let case = Case { book: book(), answers, filing };
    guide::evaluate(&case).into_iter().map(|finding| finding.verdict).collect()
}

/// The fact with this id, or one that stands for it; `None` without facts.
fn fact(id: &str) -> Option<(u8, &'static Fact)> {
    let at = book().fact(id).map_or_else(|| chosen(id, book().facts.len()), usize::from);
    Some((u8::try_from(at).ok()?, book().facts.get(at)?))
}

/// Answers of a query, the first to each fact.
fn pairs(query: &str) -> Vec<(u8, Answer)> {
    let mut all: Vec<(u8, Answer)> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (id, value) = pair.split_once('=').unwrap_or((pair, pair));
        let Some((fact, described)) = fact(id) else { continue };
        if all.iter().all(|(of, _)| *of != fact) {
            let answer = guide::address::parse(book(), fact, value);
            all.push((fact, answer.unwrap_or_else(|| stand_in(described, value))));
        }
    }
    all
}

/// An answer of a fact's kind, chosen by a value that is none; money lies at one of the amounts.
fn stand_in(fact: &Fact, value: &str) -> Answer {
    match fact.kind {
        Kind::Choice => {
            let at = chosen(value, fact.options.len());
            u8::try_from(at).map_or(Answer::Unknown, Answer::Choice)
        }
        Kind::Country => {
            let country = book().countries.get(chosen(value, book().countries.len()));
            country.map_or(Answer::Unknown, |country| Answer::Country(country.code))
        }
        Kind::Money => {
            let years = 2024..2029i16;
            let all = (0u8..).zip(&book().amounts);
            let edges = all
                .flat_map(|(at, _)| years.clone().filter_map(move |year| book().amount(at, year)));
            let edges: Vec<i64> = edges.flat_map(|cents| [cents - 1, cents]).collect();
            edges.get(chosen(value, edges.len())).map_or(Answer::Unknown, |at| Answer::Money(*at))
        }
        Kind::Place => Answer::Place(52_477, None),
        Kind::Day => Answer::Day(filing(value)),
    }
}

/// The day as written, or one that stands for it.
fn filing(text: &str) -> Date {
    let day = guide::address::iso_day(text).filter(|day| guide::address::plausible_day(*day));
    let year = [2024, 2025, 2026, 2027].into_iter().nth(chosen(text, 4)).unwrap_or(2026);
    day.unwrap_or_else(|| date(year, 6, 1))
}

/// A place below `count` that depends on the text alone.
fn chosen(text: &str, count: usize) -> usize {
    let sum = text.bytes().fold(0usize, |sum, byte| sum.wrapping_mul(31) + usize::from(byte));
    sum.checked_rem(count).unwrap_or_default()
}
