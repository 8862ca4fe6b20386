//! How many checks passed and how many failed.

use std::fmt;
use std::ops::Add;

/// How many checks passed and how many failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u32,
    pub(super) failed: u32,
}

impl Tally {
    /// One check.
    pub(super) const fn of(good: bool) -> Self {
        if good { Self { passed: 1, failed: 0 } } else { Self { passed: 0, failed: 1 } }
    }

    /// The last `N passed, N failed` that somebody said.
    pub(super) fn last_of(lines: &[String]) -> Option<Self> {
        lines.iter().rev().find_map(|line| {
            let (passed, failed) = line.trim().split_once(" passed, ")?;
            let failed = failed.strip_suffix(" failed")?;
            Some(Self { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
        })
    }

    /// The same, with a failure where whoever counted went wrong without counting one.
    pub(super) fn unless(self, wrong: bool) -> Self {
        if wrong && self.failed == 0 { self + Self::of(false) } else { self }
    }
}

impl Add for Tally {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self { passed: self.passed + more.passed, failed: self.failed + more.failed }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_last_sum_counts() {
        let said = ["1 passed, 0 failed", "well, 2 passed, many failed", "7 passed, 2 failed", "bye"];
        let lines = said.map(ToOwned::to_owned);
        assert_eq!(Tally::last_of(&lines), Some(Tally { passed: 7, failed: 2 }));
        assert_eq!(Tally::last_of(&lines[..0]), None);
    }

    #[test]
    fn whoever_goes_wrong_without_a_failure_is_one() {
        let good = Tally { passed: 3, failed: 0 };
        assert_eq!(good.unless(false), good);
        assert_eq!(good.unless(true), Tally { passed: 3, failed: 1 });
    }
}
