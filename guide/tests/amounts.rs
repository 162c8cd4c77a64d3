//! Amounts of other years, amounts published later, and fees.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::inconsistent_digit_grouping, reason = "cents stand apart from the euros")]

use guide::{Answers, Case, Overlay, Verdict, address, book, evaluate, fees, later_years};
use jiff::civil::{Date, date};

fn told(query: &str) -> Answers {
    let read = address::read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    read.answers
}

/// Year, id of the amount, amount on the filing day and in that year.
type Later = (i16, &'static str, Option<i64>, Option<i64>);

fn later(pathway: &str, filing: Date) -> Vec<Later> {
    let answers = Answers::default();
    let findings = evaluate(&Case { book: book(), answers: &answers, filing });
    let finding = findings.iter().find(|finding| finding.pathway.id == pathway).unwrap();
    let years = later_years(book(), finding, filing).into_iter();
    years
        .map(|one| {
            let amount = &book().amounts[usize::from(one.need.amount)];
            (one.year, amount.id.as_str(), one.need.cents, one.cents)
        })
        .collect()
}

/// The Blue Card takes up to four months, § 18a up to ten.
#[test]
fn years_into_which_the_decision_may_fall() {
    let card = "bluecard-regular";
    let skilled = "skilled-vocational-18a";
    let (of_24, of_25, of_26) = (Some(45_300_00), Some(48_300_00), Some(50_700_00));
    for (pathway, filing, expected) in [
        (card, date(2024, 8, 31), vec![]),
        (card, date(2024, 9, 1), vec![(2025, card, of_24, of_25)]),
        (card, date(2024, 12, 31), vec![(2025, card, of_24, of_25)]),
        (card, date(2025, 1, 1), vec![]),
        (card, date(2025, 11, 22), vec![(2026, card, of_25, of_26)]),
        (card, date(2026, 8, 31), vec![]),
        (card, date(2026, 11, 22), vec![(2027, card, of_26, None)]),
        (card, date(2027, 11, 22), vec![(2028, card, None, None)]),
        (skilled, date(2025, 2, 28), vec![]),
        (skilled, date(2025, 3, 1), vec![(2026, "age-45", Some(53_130_00), Some(55_770_00))]),
        (skilled, date(2026, 3, 1), vec![(2027, "age-45", Some(55_770_00), None)]),
        ("eu-free-movement", date(2026, 12, 31), vec![]),
    ] {
        assert_eq!(later(pathway, filing), expected, "{pathway} {filing}");
    }
}

/// An amount that stays as it is needs no notice.
#[test]
fn an_amount_that_stays_is_not_named() {
    let same =
        Overlay(vec![("pension-ceiling".to_owned(), 2027, 10_140_000)]).apply(book()).unwrap();
    let answers = Answers::default();
    let filing = date(2026, 11, 22);
    for finding in evaluate(&Case { book: &same, answers: &answers, filing }) {
        assert_eq!(later_years(&same, &finding, filing), [], "{}", finding.pathway.id);
    }
}

#[test]
fn a_filing_at_the_end_of_time_has_no_later_year() {
    let answers = Answers::default();
    for finding in evaluate(&Case { book: book(), answers: &answers, filing: Date::MAX }) {
        assert_eq!(later_years(book(), &finding, Date::MAX), []);
    }
}

fn overlay(entries: &[(&str, i16, i64)]) -> Overlay {
    Overlay(entries.iter().map(|(id, year, cents)| ((*id).to_owned(), *year, *cents)).collect())
}

const ENGINEER: &str = "status=abroad&nationality=IN&regulated=no&degree=german&training=none\
                        &job=graduate&contract=six-months&salary=";

/// The ceiling of 2027 as it might be published: 106,200 €, so half is 53,100 €.
#[test]
fn a_published_figure_settles_what_was_open() {
    let newer = overlay(&[("pension-ceiling", 2027, 106_200_00)]).apply(book()).unwrap();
    let filing = date(2027, 1, 4);
    let at = book().pathways.iter().position(|one| one.id == "bluecard-regular").unwrap();
    for (salary, after) in
        [("53099.99", Verdict::No), ("53100", Verdict::Fits), ("53100.01", Verdict::Fits)]
    {
        let answers = told(&format!("{ENGINEER}{salary}"));
        let verdict = |book| evaluate(&Case { book, answers: &answers, filing })[at].verdict;
        assert_eq!((verdict(book()), verdict(&newer)), (Verdict::Open, after), "{salary}");
    }
}

#[test]
fn an_overlay_is_part_of_the_version() {
    let version = |entries: &[_]| overlay(entries).apply(book()).unwrap().version;
    let one = ("pension-ceiling", 2027, 106_200_00);
    let next = ("pension-ceiling", 2028, 110_000_00);
    assert_eq!(version(&[]), book().version);
    let different = [
        version(&[]),
        version(&[one]),
        version(&[("pension-ceiling", 2027, 106_200_01)]),
        version(&[("pension-ceiling", 2028, 106_200_00)]),
        version(&[one, next]),
    ];
    for (at, version) in different.iter().enumerate() {
        assert!(version.starts_with(&book().version));
        assert!(!different[..at].contains(version), "{version}");
    }
    assert_eq!(version(&[one, next]), version(&[next, one]), "the order says nothing");
}

#[test]
fn an_overlay_replaces_and_adds_figures_in_order() {
    let changed =
        [("pension-ceiling", 2028, 3), ("pension-ceiling", 2026, 2), ("pension-ceiling", 2027, 1)];
    let newer = overlay(&changed).apply(book()).unwrap();
    let expected = [(2024, 90_600_00), (2025, 96_600_00), (2026, 2), (2027, 1), (2028, 3)];
    assert_eq!(newer.series[0].years, expected);
}

#[test]
fn an_overlay_for_a_series_that_is_not_there_is_refused() {
    let unknown = [("pension-ceiling", 2027, 1), ("pension-floor", 2027, 1)];
    assert_eq!(overlay(&unknown).apply(book()), Err("pension-floor".to_owned()));
}

/// § 46 Abs. 2 Nr. 1, § 45 Nr. 1 and Nr. 3 AufenthV; § 41 Abs. 1: no visa, so no fee for it.
#[test]
fn fees_by_status() {
    for (query, expected) in [
        ("status=abroad&nationality=IN", Some(vec!["visa", "card"])),
        ("status=cross-border&nationality=IN", Some(vec!["visa", "card"])),
        ("status=abroad&nationality=US", Some(vec!["card"])),
        ("status=title&title=study&nationality=IN", Some(vec!["change"])),
        ("status=title&title=blue-card&nationality=US", Some(vec!["change"])),
        ("status=title&title=recognised&nationality=IN", Some(vec![])),
        ("status=title&title=eu-other&nationality=IN", Some(vec!["card"])),
        ("status=title&title=eu-long-term&nationality=IN", Some(vec!["card"])),
        ("status=tolerated&nationality=IN", Some(vec!["card"])),
        ("status=asylum&nationality=IN", Some(vec!["card"])),
        ("status=abroad", None),
        ("nationality=US", None),
        ("status=title&nationality=IN", None),
        ("", None),
    ] {
        let answers = told(query);
        let case = Case { book: book(), answers: &answers, filing: date(2026, 11, 22) };
        for id in ["bluecard-regular", "skilled-vocational-18a"] {
            let due = fees(&case, book().pathway(id).unwrap());
            let ids = due.map(|due| due.iter().map(|fee| fee.id.as_str()).collect::<Vec<_>>());
            assert_eq!(ids, expected, "{id}: {query}");
        }
        assert_eq!(
            fees(&case, book().pathway("eu-free-movement").unwrap()),
            Some(vec![]),
            "{query}"
        );
    }
}

#[test]
fn fees_are_those_of_the_ordinance() {
    let found: Vec<_> = book().fees.iter().map(|fee| (fee.id.as_str(), fee.cents)).collect();
    let expected = [
        ("visa", 75_00),
        ("card", 100_00),
        ("change", 98_00),
        ("extension", 93_00),
        ("visa-schengen", 90_00),
        ("visa-short", 75_00),
        ("card-short", 100_00),
        ("card-holiday", 100_00),
        ("visa-internship", 75_00),
        ("card-internship", 100_00),
        ("visa-posting", 75_00),
        ("card-posting", 100_00),
        ("visa-chancenkarte", 75_00),
        ("visa-ict", 75_00),
        ("card-mobile-ict", 80_00),
        ("card-mobile-research", 100_00),
        ("settlement-18c3", 147_00),
    ];
    assert_eq!(found, expected);
}

/// § 20a Abs. 4 Satz 2 AufenthG: nobody gets the Chancenkarte after entering without a visa.
#[test]
fn the_chancenkarte_takes_a_visa_whatever_the_passport() {
    for (query, expected) in [
        ("status=abroad&nationality=US", &["visa-chancenkarte", "card"][..]),
        ("status=abroad&nationality=IN", &["visa-chancenkarte", "card"]),
        ("status=title&title=study&nationality=US", &["change"]),
    ] {
        let answers = told(query);
        let case = Case { book: book(), answers: &answers, filing: date(2026, 11, 22) };
        let due = fees(&case, book().pathway("chancenkarte").unwrap()).unwrap();
        let ids: Vec<_> = due.iter().map(|fee| fee.id.as_str()).collect();
        assert_eq!(ids, expected, "{query}");
    }
}

/// Short work: a permit alone costs nothing, a stay of up to 90 days with a visa takes a Schengen visa.
#[test]
fn short_work_costs_what_its_length_and_the_passport_ask_for() {
    for (query, route, expected) in [
        ("status=abroad&nationality=RS&term=ninety-days", "quota-short-term-15d", &[][..]),
        (
            "status=abroad&nationality=IN&term=ninety-days",
            "quota-short-term-15d",
            &["visa-schengen"],
        ),
        ("status=abroad&nationality=RS&term=six-months", "seasonal-15a", &["visa-short"]),
        ("status=abroad&nationality=US&term=eight-months", "quota-short-term-15d", &["card-short"]),
        ("status=asylum&nationality=IN&term=six-months", "quota-short-term-15d", &["card-short"]),
        (
            "status=title&title=recognition&nationality=IN&term=six-months",
            "quota-short-term-15d",
            &["change"],
        ),
        ("status=abroad&nationality=JP&term=twelve-months", "working-holiday", &["card-holiday"]),
        ("status=abroad&nationality=CL&term=twelve-months", "working-holiday", &["visa"]),
    ] {
        let answers = told(query);
        let case = Case { book: book(), answers: &answers, filing: date(2026, 11, 22) };
        let due = fees(&case, book().pathway(route).unwrap()).unwrap();
        let ids: Vec<_> = due.iter().map(|fee| fee.id.as_str()).collect();
        assert_eq!(ids, expected, "{route}: {query}");
    }
}
