//! What every view of the guide needs.

use crate::Lang;
use guide::{Answers, Case, Finding};
use jiff::civil::Date;
use rules::{Book, Fact};

/// Language, rule base and day; cheap to copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Env {
    /// The page's language.
    pub lang: Lang,
    /// The rule base.
    pub book: &'static Book,
    /// Today in Berlin, as the server saw it.
    pub today: Date,
}

impl Env {
    /// The same, with the questions put to whoever these answers say is asking.
    #[must_use]
    pub fn spoken_to(self, answers: &Answers) -> Self {
        if !guide::asks_for_oneself(self.book, answers) {
            return self;
        }
        #[cfg(feature = "hydrate")]
        let book = guide::own_questions_book();
        #[cfg(not(feature = "hydrate"))]
        let book = guide::own_book();
        Self { book, ..self }
    }

    /// The person's case on the planned filing day.
    pub fn case<'a>(&self, answers: &'a Answers) -> Case<'a> {
        Case { book: self.book, answers, filing: answers.filing_day(self.book, self.today) }
    }

    /// All findings for these answers.
    pub fn findings<'a>(&self, answers: &'a Answers) -> Vec<Finding<'a>> {
        guide::evaluate(&self.case(answers))
    }

    /// The fact at an index of the book.
    pub fn fact(&self, at: u8) -> Option<&'static Fact> {
        self.book.facts.get(usize::from(at))
    }
}
