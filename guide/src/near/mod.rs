//! Near misses: the smallest sets of changes with which a pathway that does not fit would.
//!
//! Only changes that the book names as steps are proposed: what the firm, the person or an office can
//! do, and waiting. A nationality, an age or a status is never one of them.

mod steps;

pub use steps::Change;

use crate::{Answers, Case, Finding, Truth, Verdict};
use rules::Pathway;

/// Changes that belong together, and what the pathway comes to with all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// One change, or two that help only together; in the order of who can act.
    pub changes: Vec<Change>,
    /// What the pathway comes to then; never `No`.
    pub verdict: Verdict,
}

/// The smallest sets of changes that turn a pathway's `No` into the best verdict within reach.
///
/// First come single changes, of those the ones with the best verdict. Pairs follow where they come to
/// a better one than every single change. Sorted by who can act: firm, person, office, time. Empty if
/// the pathway does not say no, or if nothing that can be changed helps.
pub fn near_misses(case: &Case, finding: &Finding) -> Vec<NearMiss> {
    if finding.verdict != Verdict::No {
        return Vec::new();
    }
    let mut found = Found::default();
    let mut tried: Vec<(Change, Answers)> = Vec::new();
    for change in next_changes(case, finding) {
        let answers = change.made(case.answers);
        found.add(vec![change.clone()], verdict(case, finding.pathway, &answers));
        tried.push((change, answers));
    }
    let best = found.best;
    for (one, answers) in &tried {
        let case = Case { answers, ..*case };
        let changed = crate::evaluate::finding(&case, finding.pathway);
        for other in next_changes(&case, &changed) {
            let verdict = verdict(&case, finding.pathway, &other.made(answers));
            if other.fact != one.fact && verdict < best {
                found.add(vec![one.clone(), other], verdict);
            }
        }
    }
    found.smallest(case).sorted()
}

/// Changes for the failing condition that offers fewest: one of them is in every set that helps. Where
/// none fails, the changes for all that is open or left to the authority.
fn next_changes(case: &Case, finding: &Finding) -> Vec<Change> {
    let failing = finding.conditions.iter().filter(|one| one.truth == Truth::No);
    let fewest = failing.map(|trace| steps::offered(case, [trace])).min_by_key(Vec::len);
    fewest.unwrap_or_else(|| steps::offered(case, &finding.conditions))
}

fn verdict(case: &Case, pathway: &Pathway, answers: &Answers) -> Verdict {
    crate::evaluate::verdict(&Case { answers, ..*case }, pathway)
}

/// The best sets of each size so far.
struct Found {
    sets: Vec<NearMiss>,
    /// The best verdict; `No` while there is no set.
    best: Verdict,
}

impl Default for Found {
    fn default() -> Self {
        Self { sets: Vec::new(), best: Verdict::No }
    }
}

impl Found {
    /// Keeps a set, in the order of who can act, that turns the verdict, and of one size only the best ones.
    fn add(&mut self, changes: Vec<Change>, verdict: Verdict) {
        let size = changes.len();
        let worse = self.sets.iter().any(|set| set.changes.len() == size && set.verdict < verdict);
        let mut changes = changes;
        changes.sort_by_key(|change| (change.by, change.fact));
        let known = self.sets.iter().any(|set| set.changes == changes);
        if verdict == Verdict::No || worse || known {
            return;
        }
        self.sets.retain(|set| set.changes.len() != size || set.verdict == verdict);
        self.best = self.best.min(verdict);
        self.sets.push(NearMiss { changes, verdict });
    }

    /// Without sets that go further than another one on the same way: B1 where A2 is enough.
    fn smallest(mut self, case: &Case) -> Self {
        let all = self.sets.clone();
        let further = |set: &NearMiss, other: &NearMiss| {
            let pairs = || set.changes.iter().zip(&other.changes);
            let passed =
                |(one, other): &(&Change, &Change)| one == other || one.passes(case, other);
            set != other
                && set.changes.len() == other.changes.len()
                && pairs().all(|pair| passed(&pair))
        };
        self.sets.retain(|set| !all.iter().any(|other| further(set, other)));
        self
    }

    fn sorted(mut self) -> Vec<NearMiss> {
        let actors = |set: &NearMiss| set.changes.iter().map(|one| one.by).max();
        self.sets.sort_by_key(|set| (set.changes.len(), actors(set)));
        self.sets
    }
}
