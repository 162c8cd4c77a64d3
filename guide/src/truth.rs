//! Four-valued logic: Kleene's three values, and "left to the authority".

/// How far a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// Does not hold.
    No,
    /// Depends on an answer or amount that is missing.
    Unknown,
    /// Depends on a weighing by the authority and on nothing else.
    Authority,
    /// Holds.
    Yes,
}

impl Truth {
    /// Both must hold: one `No` decides, then what is missing, then the weighing.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// One is enough: one `Yes` decides; while something is missing nothing is said about the
    /// weighing, since the answer may make it needless.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Authority, _) | (_, Self::Authority) => Self::Authority,
            (Self::No, Self::No) => Self::No,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, Authority, No, Unknown, Yes};

    const ALL: [Truth; 4] = [No, Unknown, Authority, Yes];

    /// One case per cell, rows and columns in the order No, Unknown, Authority, Yes.
    #[test]
    fn and_table() {
        let table = [
            [No, No, No, No],
            [No, Unknown, Unknown, Unknown],
            [No, Unknown, Authority, Authority],
            [No, Unknown, Authority, Yes],
        ];
        for (left, row) in ALL.into_iter().zip(table) {
            for (right, expected) in ALL.into_iter().zip(row) {
                assert_eq!(left.and(right), expected, "{left:?} and {right:?}");
            }
        }
    }

    #[test]
    fn or_table() {
        let table = [
            [No, Unknown, Authority, Yes],
            [Unknown, Unknown, Unknown, Yes],
            [Authority, Unknown, Authority, Yes],
            [Yes, Yes, Yes, Yes],
        ];
        for (left, row) in ALL.into_iter().zip(table) {
            for (right, expected) in ALL.into_iter().zip(row) {
                assert_eq!(left.or(right), expected, "{left:?} or {right:?}");
            }
        }
    }

    /// Filling in what is missing may only sharpen a result: an unknown input never yields a
    /// definite value that some filling contradicts.
    #[test]
    fn unknown_is_never_guessed() {
        for other in ALL {
            for (name, join) in [("and", Truth::and as fn(_, _) -> _), ("or", Truth::or)] {
                let open = join(Unknown, other);
                if open != Unknown {
                    for filled in [No, Authority, Yes] {
                        assert_eq!(join(filled, other), open, "{name} {other:?} {filled:?}");
                    }
                }
            }
        }
    }
}
