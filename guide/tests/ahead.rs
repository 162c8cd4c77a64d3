//! What higher pay opens, and what changes with the days to come.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use guide::{
    Answers, Case, Ladder, Occasion, Overlay, Verdict, address, book, calendar, evaluate, ladders,
};
use jiff::civil::{Date, date};
use rules::Book;

const ENGINEER: &str = "status=abroad&nationality=IN&regulated=no&job=graduate&degree=foreign\
                        &comparability=comparable&age=under-45&isco=21";

fn told(query: &str) -> Answers {
    let read = address::read(book(), query);
    assert_eq!(read.ignored, [], "{query}");
    read.answers
}

fn ladder(book: &Book, query: &str, filing: Date) -> Vec<Ladder> {
    ladders(&Case { book, answers: &told(query), filing })
}

/// The rungs of a ladder's first year on which this pathway opens, in cents.
fn opens(ladders: &[Ladder], id: &str) -> Vec<(i64, Verdict)> {
    let at = book().pathways.iter().position(|pathway| pathway.id == id).unwrap();
    let rungs = ladders[0].rungs.as_ref().unwrap().iter();
    rungs
        .flat_map(|rung| rung.opens.iter().map(move |(of, verdict)| (*of, rung.cents, *verdict)))
        .filter(|(of, ..)| *of == at)
        .map(|(_, cents, verdict)| (cents, verdict))
        .collect()
}

/// Half of 101,400 €, and 45.3 % of it, whatever the salary offered.
#[test]
fn routes_open_at_their_amounts_to_the_cent() {
    for offered in ["", "&salary=30000", "&salary=90000"] {
        let found = ladder(book(), &format!("{ENGINEER}{offered}"), date(2026, 6, 1));
        assert_eq!(opens(&found, "bluecard-regular"), [(5_070_000, Verdict::Fits)], "{offered}");
        assert_eq!(opens(&found, "bluecard-shortage"), [(4_593_420, Verdict::Fits)], "{offered}");
    }
}

/// From 45 on the amount opens what was left to the authority before.
#[test]
fn a_better_verdict_is_a_rung_too() {
    let old = ENGINEER.replace("under-45", "from-45") + "&pension=no";
    let found = ladder(book(), &old, date(2026, 6, 1));
    assert_eq!(opens(&found, "skilled-academic-18b"), [(5_577_000, Verdict::Fits)]);
}

#[test]
fn the_next_year_is_unknown_until_it_is_published() {
    let found = ladder(book(), ENGINEER, date(2026, 6, 1));
    assert_eq!(found.iter().map(|one| one.year).collect::<Vec<_>>(), [2026, 2027]);
    assert_eq!(found[1].rungs, None);
    let raised = Overlay(vec![("pension-ceiling".to_owned(), 2027, 10_600_000)]);
    let raised = raised.apply(book()).unwrap();
    let found = ladder(&raised, ENGINEER, date(2026, 6, 1));
    let cents: Vec<i64> = found[1].rungs.as_ref().unwrap().iter().map(|one| one.cents).collect();
    assert!(cents.contains(&5_300_000), "{cents:?}");
}

/// Whoever has free movement needs no amount.
#[test]
fn where_no_pay_changes_anything_there_is_no_ladder() {
    let found = ladder(book(), "status=abroad&nationality=PL&regulated=no", date(2026, 6, 1));
    assert_eq!(found, []);
}

fn days<'a>(case: &Case<'a>, today: Date) -> Vec<(Date, Occasion<'a>)> {
    calendar(case, today).iter().map(|entry| (entry.day, entry.occasion)).collect()
}

#[test]
fn the_calendar_holds_today_the_filing_day_and_the_turn_of_the_year() {
    let answers = told(&format!("{ENGINEER}&salary=51000"));
    let (today, filing) = (date(2025, 11, 22), date(2026, 3, 1));
    let case = Case { book: book(), answers: &answers, filing };
    let found: Vec<_> = days(&case, today)
        .into_iter()
        .filter(|(_, occasion)| !matches!(occasion, Occasion::Coming(_)))
        .collect();
    let amounts = |published| Occasion::Amounts { published };
    let expected = [
        (today, Occasion::Today),
        (date(2026, 1, 1), amounts(true)),
        (filing, Occasion::Filing),
        (date(2027, 1, 1), amounts(false)),
    ];
    assert_eq!(found, expected);
}

/// 49,000 € are enough in 2025 (48,300 €) and too little in 2026 (50,700 €); 2027 is not known.
#[test]
fn it_says_what_flips_on_which_day() {
    let answers = told(&format!("{ENGINEER}&salary=49000"));
    let case = Case { book: book(), answers: &answers, filing: date(2025, 12, 1) };
    let at = book().pathways.iter().position(|one| one.id == "bluecard-regular").unwrap();
    let flips: Vec<_> = calendar(&case, date(2025, 11, 22))
        .into_iter()
        .flat_map(|entry| entry.flips.into_iter().map(move |flip| (entry.day, flip)))
        .filter(|(_, (of, ..))| *of == at)
        .collect();
    let expected = [
        (date(2026, 1, 1), (at, Verdict::Fits, Verdict::No)),
        (date(2027, 1, 1), (at, Verdict::No, Verdict::Open)),
    ];
    assert_eq!(flips, expected);
}

/// A change is told to those whom it concerns, and not once it has come.
#[test]
fn coming_changes_are_told_to_those_they_concern() {
    let protected = told("status=title&nationality=UA&title=temporary-protection");
    let ids = |answers: &Answers, today: Date| {
        let case = Case { book: book(), answers, filing: today };
        let coming = calendar(&case, today).into_iter().filter_map(|entry| match entry.occasion {
            Occasion::Coming(coming) => Some(coming.id.clone()),
            _ => None,
        });
        coming.collect::<Vec<_>>()
    };
    let today = date(2026, 11, 22);
    assert!(ids(&protected, today).contains(&"section-24".to_owned()));
    assert!(!ids(&told(ENGINEER), today).contains(&"section-24".to_owned()));
    assert!(!ids(&Answers::default(), today).contains(&"section-24".to_owned()));
    assert!(!ids(&protected, date(2027, 3, 6)).contains(&"section-24".to_owned()));
    assert!(book().coming.is_sorted_by_key(|one| one.day));
}

/// The calendar tells the verdicts of its days, not of the day of asking.
#[test]
fn each_day_is_evaluated_on_itself() {
    let answers = told(&format!("{ENGINEER}&salary=49000"));
    let on = |filing| {
        let case = Case { book: book(), answers: &answers, filing };
        evaluate(&case).iter().map(|one| one.verdict).collect::<Vec<_>>()
    };
    let today = date(2025, 11, 22);
    let case = Case { book: book(), answers: &answers, filing: today };
    let mut verdicts = on(today);
    for entry in calendar(&case, today) {
        for (at, was, is) in entry.flips {
            assert_eq!(verdicts[at], was);
            verdicts[at] = is;
        }
        assert_eq!(verdicts, on(entry.day), "{}", entry.day);
    }
}
