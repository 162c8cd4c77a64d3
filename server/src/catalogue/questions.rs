//! `GET /api/v1/questions`: the vocabulary.

use guide::{COMPLETE, address};
use rules::{Book, Kind};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Format, Texts, rule_text};

/// Every fact the rule base asks for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuestionCatalogue {
    /// Version of the rule base.
    version: String,
    /// Languages of the texts, the default first.
    languages: Vec<&'static str>,
    /// The value that says "I don't know", allowed for every fact.
    unknown: &'static str,
    /// The facts, in the order in which they are asked.
    pub(crate) facts: Vec<Fact>,
    /// Answers that are refused together.
    contradictions: Vec<Contradiction>,
}

/// Something the rules depend on, and the question that asks for it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Fact {
    /// Stable id: the key in requests and in the guide's addresses.
    id: String,
    /// The kind of answer.
    kind: FactKind,
    /// How an answer is written.
    format: Format,
    /// The question.
    question: Texts,
    /// A sentence below the question.
    #[schema(required)]
    hint: Option<Texts>,
    /// Why it is asked.
    why: Texts,
    /// The allowed values of a choice and of a country; empty where `format` says what is allowed.
    pub(crate) values: Vec<AllowedValue>,
    /// The fact exists only where this test of other facts holds; null: always.
    #[schema(required)]
    exists_when: Option<String>,
    /// What is taken as given until it is answered; null: nothing.
    #[schema(required)]
    presumed: Option<Presumption>,
    /// Where this test of other facts holds it is asked only while nothing fits, or on request; null:
    /// nowhere, empty: everywhere.
    #[schema(required)]
    detail_when: Option<String>,
    /// Changes that can be proposed where they would make a pathway fit.
    changes: Vec<ProposedChange>,
}

/// A change of a fact.
#[derive(Debug, Serialize, ToSchema)]
struct ProposedChange {
    /// Id of the value it is changed to; null for money, which is raised to the amount needed.
    #[schema(required)]
    to: Option<String>,
    /// Ids of the values it is changed from; empty: every other one.
    from: Vec<String>,
    /// Who can bring it about.
    by: Actor,
    /// What to do; `{need}` stands for the amount, `{gap}` for what is missing to it.
    text: Texts,
}

/// `time`: nobody; waiting, or filing before a day has passed.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Actor {
    Firm,
    Worker,
    Office,
    Time,
}

impl From<rules::Actor> for Actor {
    fn from(actor: rules::Actor) -> Self {
        match actor {
            rules::Actor::Firm => Self::Firm,
            rules::Actor::Worker => Self::Worker,
            rules::Actor::Office => Self::Office,
            rules::Actor::Time => Self::Time,
        }
    }
}

/// The kind of answer.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum FactKind {
    Choice,
    Country,
    Money,
    Place,
    Day,
}

/// A value a fact can have.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AllowedValue {
    /// Stable id, or the country's code.
    id: String,
    /// What one chooses.
    label: Texts,
    /// A line below it.
    #[schema(required)]
    hint: Option<Texts>,
}

/// What is taken as given.
#[derive(Debug, Serialize, ToSchema)]
struct Presumption {
    /// Id of the value.
    value: String,
    /// Where this test of other facts holds nothing is presumed; null: it is presumed everywhere.
    #[schema(required)]
    unless: Option<String>,
    /// The presumption as a sentence.
    text: Texts,
}

/// Answers that cannot be true together.
#[derive(Debug, Serialize, ToSchema)]
struct Contradiction {
    /// The contradiction, as a test of facts.
    when: String,
    /// Id of the fact that is named as the mistake.
    fact: String,
}

impl QuestionCatalogue {
    /// The facts of a book.
    pub(crate) fn of(book: &Book) -> Self {
        let contradiction = |one: &rules::Conflict| {
            let fact = book.facts.get(usize::from(one.drop))?.id.clone();
            Some(Contradiction { when: rule_text::write(book, &one.when), fact })
        };
        Self {
            version: book.version.clone(),
            languages: COMPLETE.to_vec(),
            unknown: address::UNKNOWN,
            facts: book.facts.iter().map(|one| fact(book, one)).collect(),
            contradictions: book.conflicts.iter().filter_map(contradiction).collect(),
        }
    }
}

fn fact(book: &Book, fact: &rules::Fact) -> Fact {
    Fact {
        id: fact.id.clone(),
        kind: fact.kind.into(),
        format: Format::of(fact.kind),
        question: Texts::of(fact.title),
        hint: fact.hint.map(Texts::of),
        why: Texts::of(fact.why),
        values: values(book, fact),
        exists_when: fact.when.as_ref().map(|test| rule_text::write(book, test)),
        presumed: fact.presumed.as_ref().and_then(|one| presumption(book, fact, one)),
        detail_when: fact.detail.as_ref().map(|test| rule_text::write(book, test)),
        changes: fact.steps.iter().map(|step| change(fact, step)).collect(),
    }
}

fn change(fact: &rules::Fact, step: &rules::Step) -> ProposedChange {
    let option = |at: &u8| fact.options.get(usize::from(*at)).map(|option| option.id.clone());
    ProposedChange {
        to: step.to.as_ref().and_then(option),
        from: step.from.iter().filter_map(option).collect(),
        by: step.by.into(),
        text: Texts::of(step.text),
    }
}

fn values(book: &Book, fact: &rules::Fact) -> Vec<AllowedValue> {
    let option = |option: &rules::Value| AllowedValue {
        id: option.id.clone(),
        label: Texts::of(option.label),
        hint: option.hint.map(Texts::of),
    };
    let country = |country: &rules::Country| AllowedValue {
        id: country.code.iter().copied().map(char::from).collect(),
        label: Texts::of(country.name),
        hint: None,
    };
    match fact.kind {
        Kind::Choice => fact.options.iter().map(option).collect(),
        Kind::Country => book.countries.iter().map(country).collect(),
        Kind::Money | Kind::Place | Kind::Day => Vec::new(),
    }
}

fn presumption(book: &Book, fact: &rules::Fact, one: &rules::Presumption) -> Option<Presumption> {
    Some(Presumption {
        value: fact.options.get(usize::from(one.value))?.id.clone(),
        unless: one.unless.as_ref().map(|test| rule_text::write(book, test)),
        text: Texts::of(one.text),
    })
}

impl From<Kind> for FactKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Choice => Self::Choice,
            Kind::Country => Self::Country,
            Kind::Money => Self::Money,
            Kind::Place => Self::Place,
            Kind::Day => Self::Day,
        }
    }
}
