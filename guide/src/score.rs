//! Conditions that are met by enough points.

use crate::{Trace, Truth};
use rules::{Condition, Test};

/// Whether the rows bring enough points: surely, surely not, or as far as is known.
///
/// `points` holds for each row its points and its group; of one group only the best row counts.
pub(crate) fn truth(least: u8, points: &[(u8, u8)], rows: impl Iterator<Item = Truth>) -> Truth {
    let groups = groups(points, rows);
    let sum = |of: fn(&Group) -> u32| groups.iter().map(of).sum::<u32>();
    match u32::from(least) {
        least if sum(|group| group.sure) >= least => Truth::Yes,
        least if sum(Group::best) < least => Truth::No,
        _ => Truth::Unknown,
    }
}

/// The points of a condition that counts some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The fewest that are enough.
    pub least: u8,
    /// Those that are sure.
    pub sure: u32,
    /// Those that are there if every open row is met.
    pub possible: u32,
}

/// The first of these conditions, at any depth, that counts points.
pub fn counting(conditions: &[Condition]) -> Option<&Condition> {
    conditions.iter().find_map(|one| match one.test {
        Test::Score { .. } => Some(one),
        _ => counting(one.parts()),
    })
}

/// How many points a condition has come to; `None` if it counts none.
pub fn score(trace: &Trace) -> Option<Score> {
    let Test::Score { least, points, .. } = &trace.condition.test else { return None };
    let groups = groups(points, truths(&trace.parts));
    let sure = groups.iter().map(|group| group.sure).sum();
    Some(Score { least: *least, sure, possible: groups.iter().map(Group::best).sum() })
}

/// The rows whose missing answer can still decide whether the points are enough.
pub(crate) fn decisive<'a, 'b>(
    least: u8,
    points: &'b [(u8, u8)],
    rows: &'b [Trace<'a>],
) -> impl Iterator<Item = &'b Trace<'a>> {
    let (least, groups) = (u32::from(least), groups(points, truths(rows)));
    rows.iter()
        .zip(points)
        .filter(move |(row, (points, group))| {
            let Some(own) = groups.iter().find(|one| one.number == *group) else { return false };
            // Every total that the other groups can come to, as bits; far more than any score asks for.
            let others =
                groups.iter().filter(|one| one.number != *group).fold(1u128, |sums, group| {
                    let with = |points| sums.checked_shl(points).unwrap_or_default();
                    group.values().fold(0, |all, points| all | with(points))
                });
            let turned = |sum: &u32| sum + own.sure < least && sum + u32::from(*points) >= least;
            row.truth.is_open() && (0..least).filter(turned).any(|sum| others & (1 << sum) != 0)
        })
        .map(|(row, _)| row)
}

/// What the rows of one group can bring.
struct Group {
    number: u8,
    /// Points of the best row that is met.
    sure: u32,
    /// Points of the rows that may still be met and bring more.
    possible: Vec<u32>,
}

impl Group {
    fn best(&self) -> u32 {
        self.values().max().unwrap_or_default()
    }

    fn values(&self) -> impl Iterator<Item = u32> {
        std::iter::once(self.sure).chain(self.possible.iter().copied())
    }
}

fn truths(rows: &[Trace]) -> impl Iterator<Item = Truth> {
    rows.iter().map(|row| row.truth)
}

fn groups(points: &[(u8, u8)], rows: impl Iterator<Item = Truth>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (row, (points, number)) in rows.zip(points) {
        let at = groups.iter().position(|group| group.number == *number).unwrap_or_else(|| {
            groups.push(Group { number: *number, sure: 0, possible: Vec::new() });
            groups.len() - 1
        });
        let Some(group) = groups.get_mut(at) else { continue };
        match row {
            Truth::Yes => group.sure = group.sure.max(u32::from(*points)),
            Truth::No => {}
            _ => group.possible.push(u32::from(*points)),
        }
    }
    for group in &mut groups {
        let sure = group.sure;
        group.possible.retain(|points| *points > sure);
    }
    groups
}
