//! Mutants of the conditions of a pathway and of their parts.

use crate::shared::Home;
use crate::{Kind, Mutant, invert, predicates};
use rules::{Book, Condition, Pathway, Test};

/// Where a condition stands: its place among the pathway's, then among the parts of that one.
type Path = Vec<usize>;

/// The conditions among which the one at this path stands; the book has this pathway alone.
fn siblings<'a>(pathway: &'a mut Pathway, path: &[usize]) -> &'a mut Vec<Condition> {
    let (_, above) = path.split_last().unwrap();
    above.iter().fold(&mut pathway.conditions, |among, at| match &mut among[*at].test {
        Test::All(parts) | Test::Any(parts) | Test::Score { rows: parts, .. } => parts,
        Test::Facts(_) | Test::Authority => unreachable!("a path leads through parts"),
    })
}

fn test_at<'a>(book: &'a mut Book, path: &[usize]) -> &'a mut Test {
    let at = *path.last().unwrap();
    &mut siblings(&mut book.pathways[0], path)[at].test
}

/// Takes the condition at this path away, with its points if it is the row of a score.
fn drop_at(book: &mut Book, path: &[usize]) {
    let (at, above) = path.split_last().unwrap();
    siblings(&mut book.pathways[0], path).remove(*at);
    if let Some(Test::Score { points, .. }) = (!above.is_empty()).then(|| test_at(book, above)) {
        points.remove(*at);
    }
}

/// All mutants of a pathway's conditions. They change the first pathway of the book they are given.
pub(crate) fn mutants(book: &Book, pathway: usize) -> Vec<Mutant> {
    let mut all = Vec::new();
    walk(book, &book.pathways[pathway].conditions, &Path::new(), None, &mut all);
    for mutant in &mut all {
        mutant.pathway = Some(pathway);
    }
    all
}

fn walk(
    book: &Book,
    among: &[Condition],
    above: &Path,
    within: Option<&Home>,
    all: &mut Vec<Mutant>,
) {
    for (at, condition) in among.iter().enumerate() {
        let mut path = above.clone();
        path.push(at);
        let id = |home: Option<&Home>, what: &str| {
            let common = home.map_or_else(|| condition.id.clone(), |one| one.common(&condition.id));
            format!("{common}#{what}")
        };
        if among.len() > 1 {
            let path = path.clone();
            all.push(Mutant::new(Kind::Drop, id(within, "drop"), move |book| drop_at(book, &path)));
        }
        let own = Home::of(&condition.id);
        let home = own.as_ref().or(within);
        let mut put = |kind, what: &str, test: Test| {
            let path = path.clone();
            let change = move |book: &mut Book| *test_at(book, &path) = test.clone();
            // Whether a condition as a whole is the right one is each pathway's own matter.
            let inside = matches!(kind, Kind::Inside | Kind::Value);
            all.push(Mutant::new(kind, id(home.filter(|_| inside), what), change));
        };
        let kind = match condition.test {
            Test::Authority => Kind::Weighing,
            Test::Score { .. } => Kind::Score,
            _ => Kind::Invert,
        };
        for (what, inverted) in invert::tests(&condition.test) {
            put(kind, what, inverted);
        }
        match &condition.test {
            Test::All(parts) if parts.len() > 1 => {
                put(Kind::Swap, "swap", Test::Any(parts.clone()));
            }
            Test::Any(parts) if parts.len() > 1 => {
                put(Kind::Swap, "swap", Test::All(parts.clone()));
            }
            Test::Facts(predicate) => {
                for (kind, what, changed) in predicates::inside(book, predicate) {
                    put(kind, &what, Test::Facts(changed));
                }
            }
            Test::Score { .. } => {
                for (what, changed) in scores(&condition.test) {
                    put(Kind::Score, &what, changed);
                }
            }
            _ => {}
        }
        walk(book, condition.parts(), &path, home, all);
    }
}

/// One point more or less, asked for in all or given for a row.
fn scores(test: &Test) -> Vec<(String, Test)> {
    let Test::Score { least, rows, points } = test else { return Vec::new() };
    let by = |of: u8| [("+1", of.checked_add(1)), ("-1", of.checked_sub(1))];
    let mut all = Vec::new();
    for (sign, least) in by(*least) {
        let Some(least) = least else { continue };
        let changed = Test::Score { least, rows: rows.clone(), points: points.clone() };
        all.push((format!("least{sign}"), changed));
    }
    for (at, row) in rows.iter().enumerate() {
        let name = row.id.rsplit('.').next().unwrap();
        for (sign, number) in by(points[at].0) {
            let Some(number) = number else { continue };
            let mut points = points.clone();
            points[at].0 = number;
            let changed = Test::Score { least: *least, rows: rows.clone(), points };
            all.push((format!("{name}{sign}"), changed));
        }
    }
    all
}
