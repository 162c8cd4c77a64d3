//! Kleene's three values, and "left to the authority".

/// How far a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// Does not hold.
    No,
    /// Depends on an answer or amount that is missing.
    Unknown,
    /// Depends on a weighing by the authority and on nothing else.
    Authority,
    /// Holds or is left to the authority, whatever the missing answer: it cannot fail any more.
    Favourable,
    /// Holds.
    Yes,
}

impl Truth {
    /// Whether an answer or amount is missing that decides.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::Favourable)
    }

    /// Both must hold: one `No` decides, then what is missing, then the weighing. A part that cannot
    /// fail any more changes nothing beside a weighing.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// One is enough: one `Yes` decides. Beside a weighing, what is missing can only make it
    /// needless.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::Favourable, _)
            | (_, Self::Favourable)
            | (Self::Unknown, Self::Authority)
            | (Self::Authority, Self::Unknown) => Self::Favourable,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Authority, _) | (_, Self::Authority) => Self::Authority,
            (Self::No, Self::No) => Self::No,
        }
    }
}

impl Truth {
    /// All must hold; nothing is asked for after a `No`.
    #[must_use]
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut sum = Self::Yes;
        for part in parts {
            sum = sum.and(part);
            if sum == Self::No {
                break;
            }
        }
        sum
    }

    /// One is enough; nothing is asked for after a `Yes`.
    #[must_use]
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut sum = Self::No;
        for part in parts {
            sum = sum.or(part);
            if sum == Self::Yes {
                break;
            }
        }
        sum
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, Authority, Favourable, No, Unknown, Yes};

    const ALL: [Truth; 5] = [No, Unknown, Authority, Favourable, Yes];

    fn holds(name: &str, join: fn(Truth, Truth) -> Truth, table: [[Truth; 5]; 5]) {
        for (left, row) in ALL.into_iter().zip(table) {
            for (right, expected) in ALL.into_iter().zip(row) {
                assert_eq!(join(left, right), expected, "{left:?} {name} {right:?}");
            }
        }
    }

    /// One case per cell, rows and columns in the order of `ALL`.
    #[test]
    fn and_table() {
        let table = [
            [No, No, No, No, No],
            [No, Unknown, Unknown, Unknown, Unknown],
            [No, Unknown, Authority, Authority, Authority],
            [No, Unknown, Authority, Favourable, Favourable],
            [No, Unknown, Authority, Favourable, Yes],
        ];
        holds("and", Truth::and, table);
    }

    #[test]
    fn or_table() {
        let table = [
            [No, Unknown, Authority, Favourable, Yes],
            [Unknown, Unknown, Favourable, Favourable, Yes],
            [Authority, Favourable, Authority, Favourable, Yes],
            [Favourable, Favourable, Favourable, Favourable, Yes],
            [Yes, Yes, Yes, Yes, Yes],
        ];
        holds("or", Truth::or, table);
    }

    #[test]
    fn several_join_as_two_by_two() {
        assert_eq!((Truth::all([]), Truth::any([])), (Yes, No));
        for left in ALL {
            for right in ALL {
                assert_eq!(Truth::all([left, right]), left.and(right));
                assert_eq!(Truth::any([left, right]), left.or(right));
                assert_eq!(Truth::all([left, No, right]), No);
                assert_eq!(Truth::any([left, Yes, right]), Yes);
            }
        }
    }

    /// What a value can become once everything is answered.
    fn outcomes(truth: Truth) -> Vec<Truth> {
        match truth {
            Unknown => vec![No, Authority, Yes],
            Favourable => vec![Authority, Yes],
            settled => vec![settled],
        }
    }

    /// Nothing is guessed: whatever the open parts become, the result allows for it.
    #[test]
    fn unknown_is_never_guessed() {
        for (name, join) in [("and", Truth::and as fn(_, _) -> _), ("or", Truth::or)] {
            for left in ALL {
                for right in ALL {
                    let allowed = outcomes(join(left, right));
                    for one in outcomes(left) {
                        for other in outcomes(right) {
                            let settled = join(one, other);
                            assert!(allowed.contains(&settled), "{left:?} {name} {right:?}");
                        }
                    }
                }
            }
        }
    }
}
