//! The languages of the interface: which are complete, and what the others must have.

use super::Problem;
use std::collections::BTreeMap;

/// A language of the interface.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// BCP 47 tag; the folder of its words has this name.
    pub tag: &'static str,
    /// What it takes over; `None` if all words are its own.
    pub partial: Option<Partial>,
}

/// A language that has some words of its own and takes over the others.
#[derive(Clone, Copy, Debug)]
pub struct Partial {
    /// Tag of the complete language whose texts it takes over.
    pub base: &'static str,
    /// Texts it must have, of those its base has. A part that ends in `*` stands for all that start
    /// so; `*` never goes beyond a dot.
    pub required: &'static [&'static str],
    /// Texts that it must have and no complete language may have.
    pub own: &'static [&'static str],
}

/// The languages of the interface, complete ones first; the first one is the reference.
pub const LOCALES: [Locale; 3] = [
    Locale { tag: "de", partial: None },
    Locale { tag: "en", partial: None },
    Locale { tag: "de-simple", partial: Some(LEICHTE_SPRACHE) },
];

/// Leichte Sprache has the start page, the frame around every page, and the questions.
const LEICHTE_SPRACHE: Partial = Partial {
    base: "de",
    required: &[
        "fact.*.title",
        "fact.*.hint",
        "fact.*.why",
        "fact.*.value.*.label",
        "fact.*.value.*.hint",
        "ui.next",
        "ui.back",
        "ui.interim",
        "ui.or",
        "ui.unknown*",
        "ui.why",
        "ui.aside",
        "ui.your-*",
        "ui.no-answers",
        "ui.stuck",
        "ui.find-advice",
        "ui.country-meant",
        "ui.euro-gross",
        "ui.amount*",
        "ui.per-year",
        "ui.per-month",
        "ui.per-hour",
        "ui.hours*",
        "ui.municipality-question",
        "ui.office-title",
        "ui.problem",
        "ui.error*",
        "ui.ignored*",
        "ui.other-version",
        "page.skip",
        "page.menu*",
        "page.foot-*",
        "page.start-*",
        "page.trust-*",
        "page.sample-*",
        "page.changes-*",
        "page.postcode-*",
    ],
    own: &["ui.unproofed", "result.not-simple"],
};

/// The tags of the complete languages, the reference first.
pub fn complete() -> impl Iterator<Item = &'static str> {
    LOCALES.iter().filter(|locale| locale.partial.is_none()).map(|locale| locale.tag)
}

/// The partial language that alone has this text.
pub(super) fn owner(name: &str) -> Option<&'static str> {
    let owns = |one: &&Locale| one.partial.is_some_and(|partial| partial.own.contains(&name));
    LOCALES.iter().find(owns).map(|locale| locale.tag)
}

/// Reports what a partial language lacks and what it has for nothing. `known` are the names of all
/// texts; those nobody owns are its base's.
pub(super) fn check(
    tag: &str,
    partial: &Partial,
    texts: &BTreeMap<String, String>,
    known: &BTreeMap<String, u16>,
    problems: &mut Vec<Problem>,
) {
    let mut report = |what| problems.push(Problem { place: format!("words/{tag}"), what });
    let of_base: Vec<&str> =
        known.keys().map(String::as_str).filter(|name| owner(name).is_none()).collect();
    for pattern in partial.required {
        let mut named = of_base.iter().filter(|name| fits(pattern, name)).peekable();
        if named.peek().is_none() {
            report(format!("it must have `{pattern}`, but {} has no such text", partial.base));
        }
        for name in named.filter(|name| !texts.contains_key(**name)) {
            report(format!("`{name}` is missing"));
        }
    }
    for name in partial.own.iter().filter(|name| !texts.contains_key(**name)) {
        report(format!("`{name}` is missing"));
    }
    for (name, text) in texts {
        if !partial.own.contains(&name.as_str()) && !of_base.contains(&name.as_str()) {
            report(format!("`{name}` is no text of {}", partial.base));
        }
        if text.trim().is_empty() {
            report(format!("`{name}` is empty"));
        }
    }
}

/// Whether a name is one of those a pattern of [`Partial::required`] stands for.
fn fits(pattern: &str, name: &str) -> bool {
    let part = |(pattern, part): (&str, &str)| match pattern.strip_suffix('*') {
        Some(start) => part.starts_with(start),
        None => part == pattern,
    };
    pattern.split('.').count() == name.split('.').count()
        && pattern.split('.').zip(name.split('.')).all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_ends_at_a_dot() {
        for (pattern, name, expected) in [
            ("ui.next", "ui.next", true),
            ("ui.next", "ui.next-one", false),
            ("ui.error*", "ui.error", true),
            ("ui.error*", "ui.error-day", true),
            ("ui.error*", "ui.an-error", false),
            ("fact.*.hint", "fact.status.hint", true),
            ("fact.*.hint", "fact.status.value.abroad.hint", false),
            ("fact.*.hint", "fact.status", false),
            ("fact.*.value.*.hint", "fact.status.value.abroad.hint", true),
            ("fact.*.value.*.hint", "fact.status.value.abroad.label", false),
        ] {
            assert_eq!(fits(pattern, name), expected, "{pattern}: {name}");
        }
    }

    /// A required text that its base has no longer is a mistake in the table.
    #[test]
    fn a_pattern_that_names_nothing_is_reported() {
        let known = BTreeMap::from([("ui.next".to_owned(), 0)]);
        let texts = BTreeMap::from([("ui.next".to_owned(), "Weiter".to_owned())]);
        let mut problems = Vec::new();
        let partial = Partial { base: "de", required: &["ui.next", "ui.last*"], own: &[] };
        check("de-simple", &partial, &texts, &known, &mut problems);
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["words/de-simple: it must have `ui.last*`, but de has no such text"]);
    }

    /// Each base is complete and stands before those that take its texts over.
    #[test]
    fn every_base_comes_first() {
        assert!(LOCALES.iter().is_sorted_by_key(|locale| locale.partial.is_some()));
        for partial in LOCALES.iter().filter_map(|locale| locale.partial) {
            assert!(complete().any(|tag| tag == partial.base), "{}", partial.base);
        }
    }
}
