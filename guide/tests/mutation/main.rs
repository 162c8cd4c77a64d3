//! Whether the cases notice when a rule changes: the compiled book is changed in one place at a time,
//! and a case must come out otherwise than it expects. A change that no case notices is a survivor.
//!
//! # The id of a mutant
//!
//! Where it changes something, then `#`, then what it does there.
//!
//! | id | what is changed |
//! |---|---|
//! | `settled.profession#invert` | the condition holds exactly where it did not, by De Morgan |
//! | `…#met`, `…#unmet` | the same where something in it has no opposite (an amount, a weighing, points): that is taken as always met, or never |
//! | `…#swap` | all parts are needed instead of one, or one instead of all |
//! | `…profession.held#drop` | this condition or part is not there |
//! | `…#without promised` | the value is taken from `in (…)` |
//! | `…#2:drop`, `…#2.1:invert`, `…#swap-words` | a part of `facts = "…"`, counted from 1; `and` for `or` |
//! | `…#least+1`, `…#degree-1` | the points asked for; the points of the row `degree` |
//! | `shared.visa.waiver#drop` | a part of a condition of `content/shared`, in all pathways at once |
//! | `fact.licence#no-when` | the fact exists always |
//! | `fact.offer#presumed none` | another value is presumed |
//! | `fact.card-work#no-unless` | the presumption has no limit |
//! | `amount.experienced.2026#-1` | one cent less in that year |
//! | `list.eu#-AT`, `list.eu#+AD` | a state is missing, or is one too many |
//!
//! # What to do about a survivor
//!
//! 1. Let `cargo test -p guide --test mutation -- --ignored --nocapture` look for situations in which the
//!    change makes a difference; it takes minutes. What it finds is a hint, not a case.
//! 2. Read the law at that condition and say what it demands in such a situation: which verdict, and which
//!    conditions decide. Mostly it is the case in which everything fits but what this part asks for; for a
//!    part of `any`, the one in which this part alone is met.
//! 3. Write that case into `cases/<pathway>.toml`, with `because`: a case that says only `no` notices
//!    little. Conditions of `content/shared` are shown for several pathways at once (`cases/visa.toml`,
//!    `cases/bluecard-exclusions.toml`). Where the law does not say what the guide finds, the rule is wrong.
//! 4. If there can be no such case (the answers that would show it contradict each other, or another
//!    condition always decides the same), name the mutant in `survivors.toml` with the reason. A `*` in the
//!    name stands for any text, and all that it means must survive.
//!
//! What is inside a condition of `content/shared` is changed in all pathways that use it at once, as a mistake
//! in the file would change it, and one case of any of them is enough. Whether the condition is there at all,
//! turned round, or asks for all instead of one, is judged in each pathway by itself.
//!
//! A list of states is compared with `lists.toml`, which people write from the law alone: a difference is a
//! mistake in one of the two. Run with `-- --nocapture` for the numbers.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../common/mod.rs"]
mod common;
mod conditions;
mod facts;
mod invert;
mod judge;
mod lists;
mod money;
mod predicates;
mod seek;
mod shared;
mod small;
#[path = "../common/told.rs"]
mod told;

use guide::book;
use rules::Book;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What sort of change a mutant is; for the numbers, and for how it is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// A condition or part, inverted.
    Invert,
    /// All for any, any for all.
    Swap,
    /// A condition or part, dropped.
    Drop,
    /// A weighing, always met or never.
    Weighing,
    /// Points, one more or less.
    Score,
    /// A part of a test of facts.
    Inside,
    /// A value of a test of facts, dropped.
    Value,
    /// Whether a fact exists.
    When,
    /// What is presumed.
    Presumed,
    /// Where nothing is presumed.
    Unless,
    /// An amount, by a cent.
    Amount,
    /// A state of a list.
    List,
}

/// One change of the book.
struct Mutant {
    kind: Kind,
    id: String,
    /// The pathway it is in; `None` where it may touch all.
    pathway: Option<usize>,
    /// The same in other pathways that use the same shared condition.
    twins: Vec<Mutant>,
    /// Makes the change. Where it is in a pathway, in a book of that one alone.
    change: Box<dyn Fn(&mut Book) + Send + Sync>,
}

impl Mutant {
    fn new(kind: Kind, id: String, change: impl Fn(&mut Book) + Send + Sync + 'static) -> Self {
        Self { kind, id, pathway: None, twins: Vec::new(), change: Box::new(change) }
    }
}

fn mutants(book: &Book) -> Vec<Mutant> {
    let conditions = (0..book.pathways.len()).flat_map(|at| conditions::mutants(book, at));
    let rest = [facts::mutants(book), money::mutants(book), lists::mutants(book)];
    shared::merged(conditions.chain(rest.into_iter().flatten()).collect())
}

/// Mutants that no case can notice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    mutants: Vec<String>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Survivors {
    #[serde(default)]
    survivor: Vec<Listed>,
}

/// Whether a name of the list means this mutant: it is its id, or holds one `*` for any text.
fn stands_for(name: &str, id: &str) -> bool {
    let Some((start, end)) = name.split_once('*') else { return name == id };
    id.strip_prefix(start).is_some_and(|rest| rest.ends_with(end))
}

/// What is wrong with the list of survivors, a line each.
fn mistakes(survivors: &Survivors, all: &BTreeSet<&str>, alive: &BTreeSet<&str>) -> Vec<String> {
    let mut mistakes = Vec::new();
    let mut listed = BTreeSet::new();
    for Listed { mutants, reason } in &survivors.survivor {
        if reason.trim().is_empty() {
            mistakes.push(format!("{mutants:?} have no reason"));
        }
        for name in mutants {
            let meant: BTreeSet<&str> =
                all.iter().copied().filter(|id| stands_for(name, id)).collect();
            if meant.is_empty() {
                mistakes.push(format!("{name} is listed and there is no such mutant"));
            }
            for id in meant {
                if !listed.insert(id) {
                    mistakes.push(format!("{id} is listed twice"));
                }
                if !alive.contains(id) {
                    mistakes.push(format!("{id} is listed as {name}, but a case notices it"));
                }
            }
        }
    }
    mistakes.extend(alive.difference(&listed).map(|id| format!("{id} survives")));
    mistakes
}

#[test]
fn every_mutant_is_killed_or_listed() {
    let mutants = mutants(book());
    let ids: BTreeSet<_> = mutants.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), mutants.len(), "two mutants have one id");
    let alive = judge::survivors(&mutants);
    let mut numbers = BTreeMap::new();
    for mutant in &mutants {
        let (all, left) = numbers.entry(mutant.kind).or_insert((0, 0));
        *all += 1;
        *left += usize::from(alive.contains(mutant.id.as_str()));
    }
    println!("{} mutants, {} survive; by kind: {numbers:?}", mutants.len(), alive.len());
    let survivors: Survivors = toml::from_str(include_str!("survivors.toml")).unwrap();
    let mistakes = mistakes(&survivors, &ids, &alive);
    assert!(mistakes.is_empty(), "{} mistakes:\n{}", mistakes.len(), mistakes.join("\n"));
}

/// For whoever writes the missing cases: `cargo test -p guide --test mutation -- --ignored --nocapture`.
#[test]
#[ignore = "looks for situations that tell survivors apart; minutes"]
fn show_what_tells_survivors_apart() {
    let mut mutants = mutants(book());
    let alive: BTreeSet<String> =
        judge::survivors(&mutants).into_iter().map(ToOwned::to_owned).collect();
    mutants.retain(|mutant| alive.contains(&mutant.id));
    let told = told::all();
    let rooms = judge::rooms(&told);
    let found = judge::side_by_side(&mutants, |mutant| {
        let mut sites = std::iter::once(mutant).chain(&mutant.twins);
        let difference = sites.find_map(|one| seek::difference(rooms.get(one.pathway?)?, one))?;
        Some((mutant.id.as_str(), difference))
    });
    for (id, difference) in BTreeMap::from_iter(found) {
        println!("{id}\n  {difference}");
    }
}

#[test]
fn lists_of_states_are_those_of_the_laws() {
    assert_eq!(lists::Read::new().differing(book()), BTreeSet::new());
}

#[test]
fn a_list_of_survivors_is_checked() {
    let (all, alive) = (BTreeSet::from(["a", "b", "c"]), BTreeSet::from(["a", "b"]));
    let check = |text: &str| mistakes(&toml::from_str(text).unwrap(), &all, &alive);
    let right = "[[survivor]]\nmutants = [\"a\", \"b\"]\nreason = \"equal\"";
    assert_eq!(check(right), [""; 0]);
    for (old, new, expected) in [
        ("\"a\", ", "", "a survives"),
        ("\"b\"", "\"b\", \"c\"", "c is listed as c, but a case notices it"),
        ("\"b\"", "\"b\", \"d\"", "d is listed and there is no such mutant"),
        ("\"b\"", "\"b\", \"a\"", "a is listed twice"),
        ("equal", " ", "[\"a\", \"b\"] have no reason"),
    ] {
        assert_eq!(check(&right.replace(old, new)), [expected], "{new}");
    }
}
