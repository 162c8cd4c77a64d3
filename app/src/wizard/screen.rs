//! What an address of the guide names.

use super::env::Env;
use guide::Truth;
use guide::address::{self, Read};
use guide::input::Mistake;
use guide::places::Town;
#[cfg(feature = "ssr")]
use guide::ui;

/// One screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The question for a fact (index into the book's facts).
    Question(u8),
    /// All answers, to check and change.
    Check,
    /// The result.
    Results,
    /// One pathway (index into the book's pathways).
    Pathway(usize),
}

/// What was typed and could not be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The form's own fields as typed.
    pub fields: Vec<(String, String)>,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
    /// Municipalities to choose from.
    pub towns: Vec<Town>,
}

/// A screen with the answers it is shown for.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Which screen.
    pub screen: Screen,
    /// What the address says.
    pub read: Read,
    /// What was typed and could not be taken.
    pub draft: Option<Draft>,
}

/// Reads path and query (without `?`); `None` if they name no screen of the guide.
///
/// A question that does not exist for these answers leads to the next one that does.
pub fn parse(env: &Env, path: &str, query: &str) -> Option<Place> {
    let rest = path.strip_prefix('/')?.strip_prefix(env.lang.tag)?.strip_prefix('/')?;
    let screen = match rest.split_once('/')? {
        ("guide", "check") => Screen::Check,
        ("guide", "results") => Screen::Results,
        ("guide", id) => Screen::Question(env.book.fact(id)?),
        ("pathways", id) => {
            Screen::Pathway(env.book.pathways.iter().position(|pathway| pathway.id == id)?)
        }
        _ => return None,
    };
    let read = address::read(env.book, query);
    let screen = match screen {
        Screen::Question(fact) if !exists(env, &read, fact) => {
            super::flow::next(env, &read.answers)
        }
        other => other,
    };
    Some(Place { screen, read, draft: None })
}

fn exists(env: &Env, read: &Read, fact: u8) -> bool {
    let when = env.fact(fact).and_then(|fact| fact.when.as_ref());
    when.is_none_or(|when| env.case(&read.answers).holds(when) != Truth::No)
}

/// The document's title for a place; in the browser the heading says it.
#[cfg(feature = "ssr")]
pub fn title(env: &Env, place: &Place) -> String {
    let page = match place.screen {
        Screen::Question(fact) => {
            env.fact(fact).map(|fact| env.lang.t(fact.title).to_owned()).unwrap_or_default()
        }
        Screen::Check => env.lang.t(ui::CHECK_TITLE).to_owned(),
        Screen::Results => super::results::headline(env, &place.read.answers),
        Screen::Pathway(at) => env
            .book
            .pathways
            .get(at)
            .map(|pathway| env.lang.t(pathway.name).to_owned())
            .unwrap_or_default(),
    };
    let title = env.lang.fill(ui::TITLE, &[("page", &page)]);
    let wrong = place.draft.as_ref().is_some_and(|draft| !draft.mistakes.is_empty());
    if wrong { format!("{}{title}", env.lang.t(ui::ERROR_PREFIX)) } else { title }
}
