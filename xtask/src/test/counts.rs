//! How many tests passed and failed, read from what the test programs print at their end.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Passed.
    pub(crate) passed: u32,
    /// Failed.
    pub(crate) failed: u32,
}

impl Counts {
    /// Reads the last lines of cargo (one per test program) and Playwright. A program that counts
    /// nothing is one test; one that failed without naming a failed test has one more that failed.
    pub(crate) fn of(text: &str, ok: bool) -> Self {
        let mut counts = Self::default();
        for line in text.lines() {
            counts += cargo(line).or_else(|| playwright(line)).unwrap_or_default();
        }
        if ok && counts.passed == 0 {
            counts.passed = 1;
        }
        if !ok && counts.failed == 0 {
            counts.failed = 1;
        }
        counts
    }

    /// One check that either holds or does not.
    pub(crate) fn single(ok: bool) -> Self {
        Self { passed: ok.into(), failed: (!ok).into() }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; …`
fn cargo(line: &str) -> Option<Counts> {
    let rest = line.strip_prefix("test result: ")?;
    let (_, rest) = rest.split_once(". ")?;
    let number = |word: &str| {
        let part = rest.split(';').map(str::trim).find_map(|part| part.strip_suffix(word))?;
        part.trim().parse().ok()
    };
    Some(Counts { passed: number("passed")?, failed: number("failed")? })
}

/// `  12 passed (3.4s)`, `  1 failed`; one that passed at the second try has not passed.
fn playwright(line: &str) -> Option<Counts> {
    let (number, word) = line.strip_prefix("  ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    match word.split(' ').next()? {
        "passed" => Some(Counts { passed: number, failed: 0 }),
        "failed" | "flaky" | "interrupted" => Some(Counts { passed: 0, failed: number }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_programs_add_up() {
        let text = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
            test result: FAILED. 4 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(Counts::of(text, false), Counts { passed: 7, failed: 2 });
    }

    #[test]
    fn playwrights_lines() {
        let text = "Running 9 tests\n  1 failed\n    [desktop] a\n  1 flaky\n  7 passed (12.0s)\n";
        assert_eq!(Counts::of(text, false), Counts { passed: 7, failed: 2 });
    }

    #[test]
    fn programs_that_count_nothing() {
        assert_eq!(Counts::of("", true), Counts { passed: 1, failed: 0 });
        assert_eq!(
            Counts::of("error: it does not compile", false),
            Counts { passed: 0, failed: 1 }
        );
        let stopped = "test result: ok. 2 passed; 0 failed; 0 ignored;";
        assert_eq!(Counts::of(stopped, false), Counts { passed: 2, failed: 1 });
    }
}
