//! Mutants of the lists of states: each entry taken away, a foreign one added. They are judged by the
//! lists as people read them in the laws, `lists.toml`.

use crate::{Kind, Mutant};
use rules::{Book, CountryList};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A list as it stands in a law.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    source: String,
    /// `AD Andorra`: the code, and the name as the law has it.
    states: Vec<String>,
}

/// The lists as they stand in the laws, by id: the codes.
pub(crate) struct Read(BTreeMap<String, BTreeSet<[u8; 2]>>);

impl Read {
    /// Reads `lists.toml`.
    pub(crate) fn new() -> Self {
        let written: BTreeMap<String, Written> =
            toml::from_str(include_str!("lists.toml")).unwrap();
        let codes = |(id, list): (String, Written)| {
            assert!(!list.source.trim().is_empty(), "{id}: no source");
            let code = |line: &String| {
                let (code, name) = line.split_once(' ').unwrap();
                assert!(!name.trim().is_empty(), "{id}: {code} has no name");
                <[u8; 2]>::try_from(code.as_bytes()).unwrap()
            };
            let codes: BTreeSet<_> = list.states.iter().map(code).collect();
            assert_eq!(codes.len(), list.states.len(), "{id}: a state stands twice");
            (id, codes)
        };
        Self(written.into_iter().map(codes).collect())
    }

    /// The lists of the book that are not those of the laws, and those of which only one is there.
    pub(crate) fn differing<'a>(&'a self, book: &'a Book) -> BTreeSet<&'a str> {
        let found: BTreeMap<&str, &CountryList> =
            book.lists.iter().map(|list| (list.id.as_str(), list)).collect();
        let ids = found.keys().copied().chain(self.0.keys().map(String::as_str));
        let same = |id: &str| match (found.get(id), self.0.get(id)) {
            (Some(found), Some(read)) => found.countries.iter().eq(read),
            _ => false,
        };
        ids.filter(|id| !same(id)).collect()
    }
}

/// Mutants of all lists.
pub(crate) fn mutants(book: &Book) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (at, list) in book.lists.iter().enumerate() {
        let id = |sign: &str, code: &[u8; 2]| {
            format!("list.{}#{sign}{}", list.id, String::from_utf8_lossy(code))
        };
        for (entry, code) in list.countries.iter().enumerate() {
            let change = move |book: &mut Book| {
                book.lists[at].countries.remove(entry);
            };
            all.push(Mutant::new(Kind::List, id("-", code), change));
        }
        let mut codes = book.countries.iter().map(|country| country.code);
        let foreign = codes.find(|code| !list.countries.contains(code)).unwrap();
        let change = move |book: &mut Book| {
            let countries = &mut book.lists[at].countries;
            countries.push(foreign);
            countries.sort_unstable();
        };
        all.push(Mutant::new(Kind::List, id("+", &foreign), change));
    }
    all
}
