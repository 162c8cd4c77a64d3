//! `GET /api/v1/pathways`: every route with its conditions.

use guide::COMPLETE;
use rules::{Book, Predicate, Test};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Confidence, Reference, Texts, day, euros, references, rule_text};

/// Every pathway of the rule base.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PathwayCatalogue {
    /// Version of the rule base.
    version: String,
    /// When the rule base as a whole was last compared with its sources, ISO 8601.
    #[schema(format = Date)]
    checked_on: String,
    /// Languages of the texts, the default first.
    languages: Vec<&'static str>,
    /// The pathways, in the order in which they are listed.
    pub(crate) pathways: Vec<Pathway>,
}

/// One lawful way to work in Germany.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Pathway {
    /// Stable id.
    id: String,
    /// Name in plain words.
    name: Texts,
    /// For whom it is.
    summary: Texts,
    /// Its legal basis.
    law: Vec<Reference>,
    /// When a person last compared it with its sources, ISO 8601.
    #[schema(format = Date)]
    checked_on: String,
    /// From filing to decision; null where nothing is filed.
    #[schema(required)]
    months: Option<Months>,
    /// The amounts its conditions ask for.
    amounts: Vec<Amount>,
    /// Official fees that may fall due.
    fees: Vec<Fee>,
    /// Its conditions; all must be met.
    conditions: Vec<Condition>,
}

/// A span in months.
#[derive(Debug, Serialize, ToSchema)]
struct Months {
    /// At the shortest.
    shortest: u8,
    /// At the longest.
    longest: u8,
}

/// A salary, by year of filing.
#[derive(Debug, Serialize, ToSchema)]
struct Amount {
    /// Stable id.
    id: String,
    /// The years for which it is published; for any other year it is unknown.
    years: Vec<AmountOfYear>,
    /// Where the amount and the figures it follows from stand.
    law: Vec<Reference>,
}

/// What an amount is in a year.
#[derive(Debug, Serialize, ToSchema)]
struct AmountOfYear {
    /// Calendar year.
    year: i16,
    /// Euros gross per year with two decimals as text, `50700.00`.
    euros: String,
}

/// An official fee.
#[derive(Debug, Serialize, ToSchema)]
struct Fee {
    /// Stable id.
    id: String,
    /// What it is for.
    name: Texts,
    /// Euros with two decimals as text, `75.00`.
    euros: String,
    /// For whom it falls due, as a test of facts.
    due_when: String,
    /// Where it stands.
    law: Vec<Reference>,
}

/// A condition of a pathway, or a part of one.
#[derive(Debug, Serialize, ToSchema)]
struct Condition {
    /// Stable id, the pathway's in front.
    id: String,
    /// What must hold, in plain words; `{need}` stands for the amount in the year of filing.
    title: Texts,
    /// Where it stands.
    law: Vec<Reference>,
    /// How sure it is.
    confidence: Confidence,
    /// Why it is not certain; null where it is sourced.
    #[schema(required)]
    doubt: Option<Texts>,
    /// When a person last compared it with its source, ISO 8601.
    #[schema(format = Date)]
    checked_on: String,
    /// How it is decided.
    decided_by: Decision,
    /// The test of facts, as in `degree is foreign and comparability is comparable`; null where
    /// it is not decided by facts.
    #[schema(required)]
    test: Option<String>,
    /// The fewest points that its parts must bring; null where it counts none.
    #[schema(required)]
    least_points: Option<u8>,
    /// What it brings to the score it is a part of; null where it is none.
    #[schema(required)]
    points: Option<Points>,
    /// Ids of the facts it tests itself, each once.
    facts: Vec<String>,
    /// Ids of the amounts it tests itself, each once.
    amounts: Vec<String>,
    /// Its parts, in the order of the law.
    #[schema(no_recursion)]
    conditions: Vec<Condition>,
}

/// What a part brings to a score.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
struct Points {
    /// Points, if it is met.
    points: u8,
    /// Of the parts with the same number only the best one counts.
    group: u8,
}

/// `all`: every part must be met. `any`: one part is enough. `facts`: by `test`. `authority`: by a
/// weighing of the office. `score`: the parts that are met bring enough points.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Decision {
    All,
    Any,
    Facts,
    Authority,
    Score,
}

impl PathwayCatalogue {
    /// The pathways of a book.
    pub(crate) fn of(book: &Book) -> Self {
        Self {
            version: book.version.clone(),
            checked_on: day(book.checked_on),
            languages: COMPLETE.to_vec(),
            pathways: book.pathways.iter().map(|one| pathway(book, one)).collect(),
        }
    }
}

fn pathway(book: &Book, pathway: &rules::Pathway) -> Pathway {
    let mut tested = Tested::default();
    pathway.conditions.iter().for_each(|one| tested.add_condition(one));
    let fees = pathway.card.fees.iter().filter_map(|at| book.fees.get(usize::from(*at)));
    Pathway {
        id: pathway.id.clone(),
        name: Texts::of(pathway.name),
        summary: Texts::of(pathway.summary),
        law: references(book, &pathway.law),
        checked_on: day(pathway.checked_on),
        months: pathway.card.months.map(|(shortest, longest)| Months { shortest, longest }),
        amounts: tested.amounts.iter().filter_map(|at| amount(book, *at)).collect(),
        fees: fees.map(|one| fee(book, one)).collect(),
        conditions: conditions(book, &pathway.conditions),
    }
}

fn amount(book: &Book, at: u8) -> Option<Amount> {
    let amount = book.amounts.get(usize::from(at))?;
    let series = book.series.get(usize::from(amount.series))?;
    let of_year = |(year, _): &(i16, i64)| {
        let euros = euros(book.amount(at, *year)?);
        Some(AmountOfYear { year: *year, euros })
    };
    let mut law = references(book, &amount.law);
    law.extend(references(book, &series.law));
    let years = series.years.iter().filter_map(of_year).collect();
    Some(Amount { id: amount.id.clone(), years, law })
}

fn fee(book: &Book, fee: &rules::Fee) -> Fee {
    Fee {
        id: fee.id.clone(),
        name: Texts::of(fee.name),
        euros: euros(fee.cents),
        due_when: rule_text::write(book, &fee.when),
        law: references(book, &fee.law),
    }
}

fn conditions(book: &Book, all: &[rules::Condition]) -> Vec<Condition> {
    all.iter().map(|one| condition(book, one, None)).collect()
}

fn scored(book: &Book, rows: &[rules::Condition], points: &[(u8, u8)]) -> Vec<Condition> {
    let rows = rows.iter().zip(points);
    rows.map(|(row, (points, group))| {
        let points = Points { points: *points, group: *group };
        condition(book, row, Some(points))
    })
    .collect()
}

fn condition(book: &Book, condition: &rules::Condition, points: Option<Points>) -> Condition {
    let mut tested = Tested::default();
    let (decided_by, test, least_points) = match &condition.test {
        Test::All(_) => (Decision::All, None, None),
        Test::Any(_) => (Decision::Any, None, None),
        Test::Score { least, .. } => (Decision::Score, None, Some(*least)),
        Test::Authority => (Decision::Authority, None, None),
        Test::Facts(predicate) => {
            tested.add(predicate);
            (Decision::Facts, Some(rule_text::write(book, predicate)), None)
        }
    };
    let parts = match &condition.test {
        Test::Score { rows, points, .. } => scored(book, rows, points),
        _ => conditions(book, condition.parts()),
    };
    let fact = |at: &u8| book.facts.get(usize::from(*at)).map(|fact| fact.id.clone());
    let amount = |at: &u8| book.amounts.get(usize::from(*at)).map(|amount| amount.id.clone());
    Condition {
        id: condition.id.clone(),
        title: Texts::of(condition.title),
        law: references(book, &condition.law),
        confidence: condition.confidence.into(),
        doubt: condition.doubt.map(Texts::of),
        checked_on: day(condition.checked_on),
        decided_by,
        test,
        least_points,
        points,
        facts: tested.facts.iter().filter_map(fact).collect(),
        amounts: tested.amounts.iter().filter_map(amount).collect(),
        conditions: parts,
    }
}

/// What tests look at; indices into the book, each once, in the order met.
#[derive(Default)]
struct Tested {
    facts: Vec<u8>,
    amounts: Vec<u8>,
}

impl Tested {
    fn add_condition(&mut self, condition: &rules::Condition) {
        condition.parts().iter().for_each(|part| self.add_condition(part));
        if let Test::Facts(predicate) = &condition.test {
            self.add(predicate);
        }
    }

    fn add(&mut self, predicate: &Predicate) {
        let fact = match predicate {
            Predicate::And(parts) | Predicate::Or(parts) => {
                parts.iter().for_each(|part| self.add(part));
                return;
            }
            Predicate::AtLeast { fact, amount } => {
                if !self.amounts.contains(amount) {
                    self.amounts.push(*amount);
                }
                *fact
            }
            Predicate::Is { fact, .. }
            | Predicate::Country { fact, .. }
            | Predicate::From { fact, .. } => *fact,
        };
        if !self.facts.contains(&fact) {
            self.facts.push(fact);
        }
    }
}
