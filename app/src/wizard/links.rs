//! Addresses of the guide.

use super::env::Env;
use super::screen::Screen;
use guide::{Answers, address};

/// The address of a screen with these answers.
pub(crate) fn to(env: &Env, screen: Screen, answers: &Answers) -> String {
    let tag = env.lang.tag;
    let path = match screen {
        Screen::Question(fact) => {
            let id = env.fact(fact).map_or("", |fact| fact.id.as_str());
            format!("/{tag}/guide/{id}")
        }
        Screen::Check => format!("/{tag}/guide/check"),
        Screen::Results => format!("/{tag}/guide/results"),
        Screen::Pathway(at) => {
            let id = env.book.pathways.get(at).map_or("", |pathway| pathway.id.as_str());
            format!("/{tag}/pathways/{id}")
        }
    };
    match address::write(env.book, answers) {
        query if query.is_empty() => path,
        query => format!("{path}?{query}"),
    }
}

/// The address of the next question for these answers.
#[cfg(any(feature = "ssr", feature = "draw"))]
pub(crate) fn first_question(env: &Env, answers: &Answers) -> String {
    to(env, super::flow::next(env, answers), answers)
}

/// The page that counts the points of these answers.
#[cfg(any(feature = "ssr", feature = "draw"))]
pub(super) fn points(env: &Env, answers: &Answers) -> String {
    let path = format!("/{}/points", env.lang.tag);
    match address::write(env.book, answers) {
        query if query.is_empty() => path,
        query => format!("{path}?{query}"),
    }
}

/// Where the form of a question goes.
pub(crate) fn form(env: &Env) -> String {
    format!("/{}/guide/next", env.lang.tag)
}

/// The finder of occupations, which leads back here with these answers.
pub(super) fn occupations(env: &Env, answers: &Answers) -> String {
    format!("/{}/occupations?{}", env.lang.tag, address::write(env.book, answers))
}

/// The page with advice.
pub(super) fn advice(env: &Env) -> String {
    format!("/{}/help", env.lang.tag)
}

/// The same address in another language.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub fn switch_language(path_and_query: &str, tag: &str) -> String {
    let rest = path_and_query.strip_prefix('/').unwrap_or(path_and_query);
    match rest.split_once('/') {
        Some((_, rest)) => format!("/{tag}/{rest}"),
        None => format!("/{tag}/"),
    }
}
