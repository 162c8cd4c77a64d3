//! The change calendar: the same answers today, on the filing day and on each day of a known change.

use crate::{Case, Truth, Verdict, verdicts};
use jiff::civil::Date;
use rules::{Book, Coming, Day};

/// Why a day stands in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion<'a> {
    /// The day of asking.
    Today,
    /// The planned filing day.
    Filing,
    /// Amounts of a new year; `published` where all of them are known.
    Amounts {
        /// Whether every amount of that year is published.
        published: bool,
    },
    /// A change of the law that concerns this person.
    Coming(&'a Coming),
}

/// A day, and which verdicts differ from the day before it in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The day.
    pub day: Date,
    /// Why it stands here.
    pub occasion: Occasion<'a>,
    /// Index into the book's pathways, verdict before, verdict from this day on.
    pub flips: Vec<(usize, Verdict, Verdict)>,
}

/// How many turns of the year lie in the calendar.
const YEARS: i16 = 1;

/// The calendar from today on, in the order of the days. Of several occasions on one day each has its
/// entry, and what flips stands at the first.
pub fn calendar<'a>(case: &Case<'a>, today: Date) -> Vec<Entry<'a>> {
    let mut days = vec![(today, Occasion::Today)];
    if case.filing > today {
        days.push((case.filing, Occasion::Filing));
    }
    for year in today.year() + 1..=case.filing.year().max(today.year()) + YEARS {
        if let Ok(day) = Date::new(year, 1, 1) {
            days.push((day, Occasion::Amounts { published: published(case.book, year) }));
        }
    }
    for coming in &case.book.coming {
        let Day(year, month, day) = coming.day;
        if let (Ok(day), Truth::Yes) = (Date::new(year, month, day), case.holds(&coming.when)) {
            days.push((day, Occasion::Coming(coming)));
        }
    }
    days.retain(|(day, _)| *day >= today);
    days.sort_by_key(|(day, _)| *day);
    let mut before: Option<Vec<Verdict>> = None;
    let entry = |(day, occasion)| {
        let case = Case { filing: day, ..*case };
        let now = verdicts(&case);
        let earlier = before.replace(now.clone()).unwrap_or_else(|| now.clone());
        let flips = earlier.into_iter().zip(now).enumerate();
        let flips = flips.filter(|(_, (was, is))| was != is).map(|(at, (was, is))| (at, was, is));
        Entry { day, occasion, flips: flips.collect() }
    };
    days.into_iter().map(entry).collect()
}

fn published(book: &Book, year: i16) -> bool {
    book.series.iter().all(|series| series.years.iter().any(|(of, _)| *of == year))
}
