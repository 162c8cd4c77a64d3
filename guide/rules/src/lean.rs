//! The book without what only results show: what the browser's first bundle reads.

use crate::{
    Amount, Book, Card, Condition, Confidence, Conflict, Country, CountryList, Day, Fact, Key,
    Outcome, Pathway, Predicate, Row, Series, Test,
};
use serde::{Deserialize, Serialize};

/// Enough to find the next question and to show it. Ids and words of conditions, citations, cards
/// and fees are left out; so is the code to read them, which weighs more than they do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Questions {
    version: String,
    facts: Vec<Fact>,
    countries: Vec<Country>,
    lists: Vec<Vec<[u8; 2]>>,
    series: Vec<Vec<(i16, i64)>>,
    amounts: Vec<(u8, u32)>,
    pathways: Vec<(String, bool, Vec<Tree>)>,
    outcomes: Vec<Predicate>,
    conflicts: Vec<Conflict>,
}

/// A condition's test with those of its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Score(u8, Vec<Tree>, Vec<(u8, u8)>),
    Facts(Predicate),
    Authority,
}

impl Questions {
    /// Leaves out of a book what only results show.
    pub fn of(book: &Book) -> Self {
        Self {
            version: book.version.clone(),
            facts: book.facts.iter().map(fact).collect(),
            countries: book.countries.clone(),
            lists: book.lists.iter().map(|list| list.countries.clone()).collect(),
            series: book.series.iter().map(|series| series.years.clone()).collect(),
            amounts: book.amounts.iter().map(|amount| (amount.series, amount.share)).collect(),
            pathways: book
                .pathways
                .iter()
                .map(|one| (one.id.clone(), one.today, trees(&one.conditions)))
                .collect(),
            outcomes: book.outcomes.iter().map(|outcome| outcome.when.clone()).collect(),
            conflicts: book.conflicts.clone(),
        }
    }

    /// Reads them as packed by the compiler, as a book that leads to the same questions; `None` if
    /// the bytes are none.
    pub fn load(bytes: &[u8]) -> Option<Book> {
        postcard::from_bytes(bytes).ok().map(Self::book)
    }

    fn book(self) -> Book {
        let Self { version, facts, countries, conflicts, .. } = self;
        Book {
            version,
            facts,
            countries,
            conflicts,
            lists: self.lists.into_iter().map(list).collect(),
            series: self.series.into_iter().map(series).collect(),
            amounts: self.amounts.into_iter().map(amount).collect(),
            pathways: self.pathways.into_iter().map(pathway).collect(),
            outcomes: self.outcomes.into_iter().map(outcome).collect(),
            ..Book::default()
        }
    }
}

/// A fact without what only results show, and a detail without its words.
fn fact(fact: &Fact) -> Fact {
    let mut lean = Fact { steps: Vec::new(), ..fact.clone() };
    if let Some(presumed) = &mut lean.presumed {
        presumed.text = NONE;
    }
    if fact.is_detail() {
        (lean.title, lean.why, lean.short, lean.change) = (NONE, NONE, NONE, NONE);
        (lean.hint, lean.own) = (None, (None, None));
        for option in &mut lean.options {
            (option.label, option.hint) = (NONE, None);
        }
    }
    lean
}

fn trees(conditions: &[Condition]) -> Vec<Tree> {
    let tree = |condition: &Condition| match &condition.test {
        Test::All(parts) => Tree::All(trees(parts)),
        Test::Any(parts) => Tree::Any(trees(parts)),
        Test::Score { least, rows, points } => Tree::Score(*least, trees(rows), points.clone()),
        Test::Facts(predicate) => Tree::Facts(predicate.clone()),
        Test::Authority => Tree::Authority,
    };
    conditions.iter().map(tree).collect()
}

const NONE: Key = Key(u16::MAX);
const EMPTY: Row = Row { value: NONE, note: None };

fn condition(tree: Tree) -> Condition {
    let parts = |trees: Vec<Tree>| trees.into_iter().map(condition).collect();
    Condition {
        id: String::new(),
        title: NONE,
        unmet: None,
        doubt: None,
        law: Vec::new(),
        confidence: Confidence::Sourced,
        checked_on: Day::default(),
        test: match tree {
            Tree::All(trees) => Test::All(parts(trees)),
            Tree::Any(trees) => Test::Any(parts(trees)),
            Tree::Score(least, trees, points) => Test::Score { least, rows: parts(trees), points },
            Tree::Facts(predicate) => Test::Facts(predicate),
            Tree::Authority => Test::Authority,
        },
    }
}

fn pathway((id, today, trees): (String, bool, Vec<Tree>)) -> Pathway {
    Pathway {
        id,
        name: NONE,
        summary: NONE,
        find: None,
        law: Vec::new(),
        checked_on: Day::default(),
        today,
        conditions: trees.into_iter().map(condition).collect(),
        card: Card {
            salary: EMPTY,
            german: EMPTY,
            duration: EMPTY,
            months: None,
            fees: Vec::new(),
            family: EMPTY,
            settlement: EMPTY,
            entitlement: EMPTY,
            tasks: EMPTY,
        },
    }
}

fn list(countries: Vec<[u8; 2]>) -> CountryList {
    let (id, law) = (String::new(), Vec::new());
    CountryList { id, countries, law, confidence: Confidence::Sourced }
}

fn series(years: Vec<(i16, i64)>) -> Series {
    Series { id: String::new(), years, law: Vec::new() }
}

fn amount((series, share): (u8, u32)) -> Amount {
    Amount { id: String::new(), series, share, law: Vec::new() }
}

fn outcome(when: Predicate) -> Outcome {
    Outcome { id: String::new(), when, title: NONE, text: NONE, law: Vec::new() }
}
