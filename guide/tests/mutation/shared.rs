//! Conditions that pathways take over from `content/shared`. A mistake in one of them is a mistake in every
//! pathway that uses it, so what is inside is changed in all of them at once.

use crate::Mutant;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use toml::{Table, Value};

type Ids = BTreeSet<String>;

/// Which shared conditions each pathway uses, by their ids.
static USED: LazyLock<BTreeMap<String, Ids>> = LazyLock::new(|| {
    let mut takes_over = BTreeMap::new();
    for file in files("shared") {
        for one in file["condition"].as_array().unwrap().iter().filter_map(Value::as_table) {
            takes_over.insert(id(one), uses(one));
        }
    }
    let used = |file: &Table| {
        let mut all = uses(file);
        while let Some(new) =
            all.iter().flat_map(|id| &takes_over[id]).find(|id| !all.contains(*id))
        {
            all.insert(new.clone());
        }
        (id(file), all)
    };
    files("pathways").iter().map(used).collect()
});

fn id(table: &Table) -> String {
    table["id"].as_str().unwrap().to_owned()
}

fn files(folder: &str) -> Vec<Table> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| fs::read_to_string(path).unwrap().parse().unwrap()).collect()
}

/// Every `use = "…"`, however deep.
fn uses(table: &Table) -> Ids {
    let mut ids = Ids::new();
    for (key, value) in table {
        match value {
            Value::String(id) if key == "use" => {
                ids.insert(id.clone());
            }
            Value::Table(inner) => ids.extend(uses(inner)),
            Value::Array(all) => {
                ids.extend(all.iter().filter_map(Value::as_table).flat_map(uses));
            }
            _ => {}
        }
    }
    ids
}

/// The shared condition that a condition stands in, or is: how its own id begins, and what the ids of its
/// mutants begin with.
#[derive(Clone)]
pub(crate) struct Home {
    start: String,
    name: String,
}

impl Home {
    /// The shared condition with this id within a pathway, if it is one.
    pub(crate) fn of(id: &str) -> Option<Self> {
        let (pathway, own) = (id.split('.').next()?, id.rsplit('.').next()?);
        let shared = USED.get(pathway).is_some_and(|used| used.contains(own));
        shared.then(|| Self { start: id.to_owned(), name: format!("shared.{own}") })
    }

    /// An id within it as it is for all pathways.
    pub(crate) fn common(&self, id: &str) -> String {
        format!("{}{}", self.name, id.strip_prefix(&self.start).unwrap())
    }
}

/// Mutants of one id become one, which is noticed where any of them is.
pub(crate) fn merged(mutants: Vec<Mutant>) -> Vec<Mutant> {
    let mut all: Vec<Mutant> = Vec::new();
    let mut places = BTreeMap::new();
    for mutant in mutants {
        match places.get(&mutant.id) {
            Some(at) => {
                let first: &mut Mutant = &mut all[*at];
                assert!(first.id.starts_with("shared."), "two mutants are called {}", first.id);
                first.twins.push(mutant);
            }
            None => {
                places.insert(mutant.id.clone(), all.len());
                all.push(mutant);
            }
        }
    }
    all
}
