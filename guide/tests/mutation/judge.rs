//! Whether the cases notice what was changed.

use crate::lists::Read;
use crate::told::{Told, all, because, comes_out};
use crate::{Kind, Mutant};
use guide::{Case, book, evaluate, situation};
use rules::{Book, Expectation};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A case and what it expects of one pathway.
pub(crate) struct Expecting<'a> {
    pub(crate) told: &'a Told,
    expected: &'a Expectation,
    because: BTreeSet<&'static str>,
}

/// The book with one pathway, and the cases that expect something of it.
pub(crate) struct Room<'a> {
    /// Only what verdicts rest on: it is copied for each mutant.
    pub(crate) book: Book,
    pub(crate) cases: Vec<Expecting<'a>>,
}

/// A room for each pathway.
pub(crate) fn rooms(told: &[Told]) -> Vec<Room<'_>> {
    let room = |(at, pathway): (u8, &rules::Pathway)| {
        let expecting = told.iter().filter_map(|told| {
            let expected = told.case.expect.iter().find(|one| one.pathway == at)?;
            Some(Expecting { told, expected, because: because(expected) })
        });
        let Book { lists, series, amounts, facts, conflicts, .. } = book().clone();
        let pathways = vec![pathway.clone()];
        let book = Book { lists, series, amounts, facts, conflicts, pathways, ..Book::default() };
        Room { book, cases: expecting.collect() }
    };
    (0u8..).zip(&book().pathways).map(room).collect()
}

/// Whether a case finds something else than it expects in this book of one pathway.
fn notices(book: &Book, case: &Expecting, facts_differ: bool) -> bool {
    let told = case.told;
    let pruned;
    let answers = if facts_differ {
        pruned = situation(book, told.case).0;
        &pruned
    } else {
        &told.answers
    };
    let findings = evaluate(&Case { book, answers, filing: told.filing });
    !comes_out(case.expected, &findings[0])
}

/// Whether a case of this pathway notices the mutant.
fn dies_in(room: &Room, mutant: &Mutant) -> bool {
    let mut book = room.book.clone();
    (mutant.change)(&mut book);
    let facts_differ = matches!(mutant.kind, Kind::When | Kind::Presumed | Kind::Unless);
    // The cases that name the changed condition are the likeliest to notice: first them.
    let (condition, _) = mutant.id.split_once('#').unwrap_or_default();
    let names = |case: &&Expecting| case.because.iter().any(|id| condition.starts_with(id));
    let (likely, others): (Vec<_>, Vec<_>) = room.cases.iter().partition(names);
    likely.into_iter().chain(others).any(|case| notices(&book, case, facts_differ))
}

fn dies(rooms: &[Room], lists: &Read, mutant: &Mutant) -> bool {
    if mutant.kind == Kind::List {
        let mut changed = book().clone();
        (mutant.change)(&mut changed);
        return !lists.differing(&changed).is_empty();
    }
    match mutant.pathway {
        Some(pathway) => {
            dies_in(&rooms[pathway], mutant)
                || mutant.twins.iter().any(|twin| dies(rooms, lists, twin))
        }
        None => rooms.iter().any(|room| dies_in(room, mutant)),
    }
}

/// The mutants that neither a case nor a list of the laws notices.
pub(crate) fn survivors(mutants: &[Mutant]) -> BTreeSet<&str> {
    let (told, lists) = (all(), Read::new());
    let rooms = rooms(&told);
    let alive = side_by_side(mutants, |mutant| (!dies(&rooms, &lists, mutant)).then_some(mutant));
    alive.into_iter().map(|mutant| mutant.id.as_str()).collect()
}

/// What the work finds for each of these, on all processors, in no order.
pub(crate) fn side_by_side<'a, T: Send>(
    mutants: &'a [Mutant],
    work: impl Fn(&'a Mutant) -> Option<T> + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let one_by_one = || {
        let mut found = Vec::new();
        while let Some(mutant) = mutants.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.extend(work(mutant));
        }
        found
    };
    let many = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..many).map(|_| scope.spawn(one_by_one)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}
