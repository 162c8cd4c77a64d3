//! What has not been judged yet: survivors that are neither killed by a case nor shown to be equal to the rule.

use crate::{Kind, Mutant, stands_for};
use serde::Deserialize;
use std::collections::BTreeSet;

/// `open.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Open {
    /// Ids of pathways: their survivors that change a part only.
    pathways: Vec<String>,
    /// Names of other mutants, with one `*` for any text.
    mutants: Vec<String>,
}

/// A survivor that is not listed with a reason.
pub(crate) struct Left<'a> {
    pub(crate) id: &'a str,
    pub(crate) kind: Kind,
}

impl<'a> Left<'a> {
    pub(crate) fn of(mutant: &'a Mutant) -> Self {
        Self { id: &mutant.id, kind: mutant.kind }
    }

    fn is_part_of(&self, pathway: &str) -> bool {
        let part = matches!(self.kind, Kind::Drop | Kind::Inside | Kind::Value);
        part && self.id.strip_prefix(pathway).is_some_and(|rest| rest.starts_with('.'))
    }
}

impl Open {
    /// Which of these survivors are open, and a line for each entry that none of them is meant by.
    pub(crate) fn of<'a>(&self, left: &[Left<'a>]) -> (BTreeSet<&'a str>, Vec<String>) {
        let (mut open, mut stale) = (BTreeSet::new(), Vec::new());
        let mut take = |name: &String, meant: &dyn Fn(&Left) -> bool| {
            let found: Vec<_> = left.iter().filter(|one| meant(one)).map(|one| one.id).collect();
            if found.is_empty() {
                stale.push(format!("{name} is listed as open and has no survivor left"));
            }
            open.extend(found);
        };
        for pathway in &self.pathways {
            take(pathway, &|one| one.is_part_of(pathway));
        }
        for name in &self.mutants {
            take(name, &|one| stands_for(name, one.id));
        }
        (open, stale)
    }
}

#[test]
fn an_open_list_covers_parts_and_names_and_gets_shorter() {
    let list = Open { pathways: vec!["a".into(), "b".into()], mutants: vec!["*.c#met".into()] };
    let left = |id, kind| Left { id, kind };
    let here = [
        left("a.x#drop", Kind::Drop),
        left("a.x#1:drop", Kind::Inside),
        left("a.x#without y", Kind::Value),
        left("a.x#invert", Kind::Invert),
        left("ab.x#drop", Kind::Drop),
        left("b.c#met", Kind::Weighing),
    ];
    let (open, stale) = list.of(&here);
    assert_eq!(open, BTreeSet::from(["a.x#drop", "a.x#1:drop", "a.x#without y", "b.c#met"]));
    assert_eq!(stale, ["b is listed as open and has no survivor left"]);
    assert_eq!(list.of(&here[..5]).1.len(), 2);
}
