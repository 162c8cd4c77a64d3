//! The compiled rule base as a whole: complete, reachable, and with the figures of the law.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::inconsistent_digit_grouping, reason = "cents stand apart from the euros")]

mod common;

use common::{reach, rests_on, values};
use guide::{Answers, Case, Truth, Verdict, address, book, unanswered, words};
use jiff::civil::{Date, date};
use rules::{Book, Citation, Condition, Dispatch, Places, Predicate, Test, Words};
use std::collections::BTreeSet;

const DAY: Date = date(2026, 6, 1);

fn told(query: &str) -> Answers {
    let read = address::read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    read.answers
}

/// All conditions with all their parts.
fn conditions(book: &Book) -> Vec<&Condition> {
    fn walk<'a>(conditions: &'a [Condition], all: &mut Vec<&'a Condition>) {
        for condition in conditions {
            all.push(condition);
            if let Test::All(parts) | Test::Any(parts) = &condition.test {
                walk(parts, all);
            }
        }
    }
    let mut all = Vec::new();
    for pathway in &book.pathways {
        walk(&pathway.conditions, &mut all);
    }
    all
}

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
fn both_languages_say_everything() {
    let [german, english]: [&Words; 2] = ["de", "en"].map(words);
    assert_eq!((german.locale.as_str(), english.locale.as_str()), ("de", "en"));
    assert_eq!(german.texts.len(), english.texts.len());
    for words in [german, english] {
        assert_eq!(Words::load(&postcard::to_allocvec(words).unwrap()).as_ref(), Some(words));
        for (key, text) in words.texts.iter().enumerate() {
            assert!(!text.trim().is_empty(), "{} has no text {key}", words.locale);
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

/// Half and 55 % of the ceilings of 90,600 €, 96,600 € and 101,400 €, reckoned by hand.
#[test]
fn amounts_are_those_of_the_law() {
    let table = [
        ("bluecard-regular", [(2024, 45_300_00), (2025, 48_300_00), (2026, 50_700_00)]),
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

#[test]
fn every_pathway_can_fit_and_can_fail() {
    let none = Answers::default();
    for (at, pathway) in book().pathways.iter().enumerate() {
        for verdict in [Verdict::Fits, Verdict::No] {
            let found = reach(book(), at, DAY, verdict, &none);
            assert!(found.is_some(), "{} never comes to {verdict:?}", pathway.id);
        }
    }
}

/// A condition that always holds, or never, tests nothing. Every combination of the facts it rests
/// on is tried.
#[test]
fn every_condition_can_be_met_and_unmet() {
    for condition in conditions(book()) {
        if condition.test == Test::Authority {
            continue;
        }
        let truths = truths(condition);
        assert!(truths.contains(&true), "{} is never met", condition.id);
        assert!(truths.contains(&false), "{} is always met", condition.id);
    }
}

/// Whether the condition is met, over all answers to the facts it rests on.
fn truths(condition: &Condition) -> BTreeSet<bool> {
    fn tests(condition: &Condition) -> Vec<&Predicate> {
        match &condition.test {
            Test::Facts(predicate) => vec![predicate],
            Test::All(parts) | Test::Any(parts) => parts.iter().flat_map(tests).collect(),
            Test::Authority => Vec::new(),
        }
    }
    let facts: BTreeSet<u8> =
        tests(condition).into_iter().flat_map(|test| rests_on(book(), test)).collect();
    let mut all = vec![Answers::default()];
    for fact in facts {
        let values = values(book(), fact, DAY.year());
        all = all
            .iter()
            .flat_map(|answers| values.iter().map(|value| answers.with(fact, value.clone())))
            .collect();
    }
    let met = |answers: &Answers| {
        let case = Case { book: book(), answers, filing: DAY };
        holds(&case, condition) == Truth::Yes
    };
    all.iter().map(met).collect()
}

fn holds(case: &Case, condition: &Condition) -> Truth {
    match &condition.test {
        Test::Facts(predicate) => case.holds(predicate),
        Test::Authority => Truth::Authority,
        Test::All(parts) => parts.iter().fold(Truth::Yes, |sum, part| sum.and(holds(case, part))),
        Test::Any(parts) => parts.iter().fold(Truth::No, |sum, part| sum.or(holds(case, part))),
    }
}

/// Whether somebody may enter without a visa is shown, though it changes no verdict.
#[test]
fn visa_free_entry_is_told() {
    for (query, expected) in [
        ("status=abroad&nationality=US", Truth::Yes),
        ("status=abroad&nationality=GB", Truth::Yes),
        ("status=cross-border&nationality=JP", Truth::Yes),
        ("status=abroad&nationality=IN", Truth::No),
        ("status=abroad&nationality=BR", Truth::No),
        ("status=tolerated&nationality=US", Truth::No),
        ("status=abroad", Truth::Unknown),
    ] {
        let answers = told(query);
        let case = Case { book: book(), answers: &answers, filing: DAY };
        let parts = conditions(book()).into_iter().filter(|one| one.id.ends_with(".visa-free"));
        let found: Vec<_> = parts.map(|one| holds(&case, one)).collect();
        assert_eq!(found, [expected; 2], "{query}");
    }
}

#[test]
fn every_citation_names_its_place() {
    let whole = |citation: &Citation| {
        let law = book().laws.get(usize::from(citation.law)).unwrap();
        let sections = law.url.contains("{section}");
        assert!(law.url.starts_with("https://"), "{}", law.url);
        let annex = citation.place.starts_with("Anlage");
        assert_eq!(sections && !annex, !citation.section.is_empty(), "{citation:?}");
    };
    for condition in conditions(book()) {
        assert!(!condition.law.is_empty(), "{}", condition.id);
        condition.law.iter().for_each(whole);
    }
    for pathway in &book().pathways {
        assert!(!pathway.law.is_empty(), "{}", pathway.id);
        pathway.law.iter().for_each(whole);
    }
    let others = (book().amounts.iter().map(|one| (&one.id, &one.law)))
        .chain(book().series.iter().map(|one| (&one.id, &one.law)))
        .chain(book().fees.iter().map(|one| (&one.id, &one.law)))
        .chain(book().lists.iter().map(|one| (&one.id, &one.law)))
        .chain(book().outcomes.iter().map(|one| (&one.id, &one.law)));
    for (id, law) in others {
        assert!(!law.is_empty(), "{id}");
        law.iter().for_each(whole);
    }
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

/// Pathways that belong to a status, as the statutes place them; encoded or not.
const BY_STATUS: [(&str, &[&str]); 24] = [
    ("status=title&title=settled", &["settled"]),
    ("status=title&title=settled-eu", &["settled"]),
    ("status=title&title=family", &["family-title"]),
    ("status=title&title=eu-family", &["family-title"]),
    ("status=title&title=eu-long-term", &["eu-ltr-other-state"]),
    ("status=title&title=eu-other", &["bluecard-mobility", "ict-card", "research"]),
    ("status=title&title=recognised", &["humanitarian-title"]),
    ("status=title&title=humanitarian", &["humanitarian-title", "bleiberecht-25a-25b"]),
    ("status=title&title=temporary-protection", &["ukraine-24"]),
    ("status=asylum", &["asylum-seeker"]),
    (
        "status=tolerated",
        &[
            "tolerated",
            "ausbildungsduldung",
            "ausbildung-16g",
            "skilled-tolerated-19d",
            "beschaeftigungsduldung",
        ],
    ),
    ("status=title&title=study", &["student-16b", "job-search-20"]),
    ("status=title&title=training", &["training-16a"]),
    ("status=title&title=search", &["chancenkarte"]),
    ("status=title&title=recognition", &["recognition-measures-16d1"]),
    ("status=title&title=language", &["language-16f"]),
    ("status=title&title=blue-card", &["job-change"]),
    ("status=title&title=vocational-18a", &["job-change"]),
    ("status=title&title=academic-18b", &["job-change"]),
    ("status=title&title=other-work", &["job-change"]),
    ("status=title&title=study&nationality=TR", &["turkish-arb180", "student-16b"]),
    ("status=abroad&nationality=GB", &["uk-national"]),
    ("status=cross-border&nationality=IN", &["cross-border"]),
    ("status=cross-border&nationality=MA", &["cross-border"]),
];

fn dispatched<'a>(case: &Case<'a>) -> Vec<&'a Dispatch> {
    book().dispatch.iter().filter(|one| case.holds(&one.when) == Truth::Yes).collect()
}

#[test]
fn every_status_is_sent_to_its_pathways() {
    for (query, expected) in BY_STATUS {
        let mut answers = told(query);
        let nationality = book().fact("nationality").unwrap();
        if answers.get(nationality).is_none() {
            answers.set(nationality, address::parse(book(), nationality, "AE"));
        }
        let case = Case { book: book(), answers: &answers, filing: DAY };
        let special: Vec<_> = dispatched(&case).into_iter().filter(|one| !one.general).collect();
        for id in expected {
            let found = special.iter().any(|one| one.pathways.iter().any(|of| of == id));
            assert!(found, "{query}: {id}");
        }
        // What is not encoded yet is said to be missing.
        let missing: Vec<_> = expected.iter().filter(|id| book().pathway(id).is_none()).collect();
        let told = unanswered(&case).by_status;
        assert!(missing.iter().all(|id| told.iter().any(|of| of == **id)), "{query}: {told:?}");
    }
}

/// Every title of the question leads somewhere.
#[test]
fn no_title_is_forgotten() {
    let title = book().fact("title").unwrap();
    for option in &book().facts[usize::from(title)].options {
        let answers = told(&format!("status=title&nationality=IN&title={}", option.id));
        let case = Case { book: book(), answers: &answers, filing: DAY };
        assert!(dispatched(&case).iter().any(|one| !one.general), "{}", option.id);
    }
}

#[test]
fn free_movement_and_germans_have_nothing_unanswered() {
    for (query, outcome) in [
        ("status=abroad&nationality=PL", None),
        ("status=cross-border&nationality=BE", None),
        ("status=abroad&nationality=CH", None),
        ("status=eu-passport&nationality=DE", Some("german")),
    ] {
        let answers = told(query);
        let case = Case { book: book(), answers: &answers, filing: DAY };
        assert_eq!(unanswered(&case), guide::Unanswered::default(), "{query}");
        assert_eq!(guide::outcome(&case).map(|one| one.id.as_str()), outcome, "{query}");
    }
}

/// Somebody abroad has all the general pathways before them, each named once.
#[test]
fn abroad_the_other_pathways_are_named() {
    let answers = told("status=abroad&nationality=IN");
    let case = Case { book: book(), answers: &answers, filing: DAY };
    let found = unanswered(&case);
    assert_eq!(found.by_status, [] as [&str; 0]);
    assert!(found.others.iter().any(|id| id == "skilled-academic-18b"), "{:?}", found.others);
    assert!(found.others.iter().all(|id| book().pathway(id).is_none()));
    let once: BTreeSet<_> = found.others.iter().collect();
    assert_eq!(once.len(), found.others.len(), "{:?}", found.others);
}

/// Before anything is known all of them are still possible, but none by status.
#[test]
fn before_the_first_answer_nothing_belongs_to_a_status() {
    let none = Answers::default();
    let case = Case { book: book(), answers: &none, filing: DAY };
    assert_eq!(unanswered(&case).by_status, [] as [&str; 0]);
    assert!(unanswered(&case).others.iter().any(|id| id == "skilled-academic-18b"));
    assert_eq!(guide::outcome(&case), None);
}

/// The fields a card shows are consistent: what is filed takes time and costs something.
#[test]
fn a_pathway_that_is_filed_has_fees() {
    for pathway in &book().pathways {
        assert_eq!(pathway.card.months.is_none(), pathway.card.fees.is_empty(), "{}", pathway.id);
    }
}
