//! How long things take when some have not ended yet: they count for as long as they have lasted.
//!
//! Source: Kaplan and Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958), 457-481.

use std::collections::BTreeMap;

/// Times at which things ended, and ages of those that have not, on any whole-number scale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times {
    ended: BTreeMap<i64, u64>,
    open: BTreeMap<i64, u64>,
}

/// The share that is not over after each time.
#[derive(Debug, Clone, PartialEq)]
pub struct Survival {
    steps: Vec<(i64, f64)>,
}

impl Times {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// So many ended after this time.
    pub fn ended(&mut self, after: i64, count: u64) {
        *self.ended.entry(after).or_default() += count;
    }

    /// So many have lasted this long and go on, or left for another reason.
    pub fn open(&mut self, lasted: i64, count: u64) {
        *self.open.entry(lasted).or_default() += count;
    }

    /// How many there are, ended or not.
    pub fn count(&self) -> u64 {
        self.ended.values().chain(self.open.values()).sum()
    }

    /// The product-limit estimate. Of those that end and those that leave at the same time, the latter still
    /// count as being there.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn survival(&self) -> Survival {
        let mut at_risk = self.count();
        let mut left = self.open.iter().peekable();
        let mut remaining = 1.0;
        let steps = self.ended.iter().filter(|(_, count)| **count > 0).map(|(time, count)| {
            while let Some((_, gone)) = left.next_if(|(lasted, _)| *lasted < time) {
                at_risk -= gone;
            }
            remaining *= 1.0 - *count as f64 / at_risk as f64;
            at_risk -= count;
            (*time, remaining)
        });
        Survival { steps: steps.collect() }
    }
}

impl Survival {
    /// The time by which a share (0 to 1) was over; nothing while too many are still open to say.
    pub fn quantile(&self, share: f64) -> Option<i64> {
        let rest = 1.0 - share;
        self.steps.iter().find(|(_, remaining)| *remaining <= rest + 1e-12).map(|(time, _)| *time)
    }

    /// The share that is not over after a time.
    pub fn remaining(&self, time: i64) -> f64 {
        let passed = self.steps.partition_point(|(step, _)| *step <= time);
        passed.checked_sub(1).map_or(1.0, |last| self.steps[last].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn remission_of_leukaemia() {
        // Freireich et al., Blood 21 (1963), the group given 6-mercaptopurine; estimates as in Collett, "Modelling
        // Survival Data in Medical Research", and most textbooks since.
        let mut times = Times::new();
        for week in [6, 6, 6, 7, 10, 13, 16, 22, 23] {
            times.ended(week, 1);
        }
        for week in [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35] {
            times.open(week, 1);
        }
        let survival = times.survival();
        for (week, remaining) in [
            (5, 1.0),
            (6, 0.857_143),
            (7, 0.806_723),
            (10, 0.752_941),
            (13, 0.690_196),
            (16, 0.627_451),
            (22, 0.537_815),
            (23, 0.448_179),
            (40, 0.448_179),
        ] {
            assert!((survival.remaining(week) - remaining).abs() < 1e-6, "week {week}");
        }
        assert_eq!(survival.quantile(0.5), Some(23));
        assert_eq!(survival.quantile(0.9), None, "most are still in remission");
    }

    proptest! {
        #[test]
        fn without_open_ones_it_is_the_plain_quantile(mut times in prop::collection::vec(0_i64..1000, 1..200)) {
            let mut counted = Times::new();
            times.iter().for_each(|time| counted.ended(*time, 1));
            times.sort_unstable();
            prop_assert_eq!(counted.survival().quantile(0.5), Some(times[(times.len() - 1) / 2]));
        }

        #[test]
        fn open_ones_never_make_it_look_quicker(
            times in prop::collection::vec(0_i64..1000, 1..100), open in prop::collection::vec(0_i64..1000, 1..100)
        ) {
            let mut ended = Times::new();
            times.iter().for_each(|time| ended.ended(*time, 1));
            let alone = ended.survival().quantile(0.5);
            open.iter().for_each(|age| ended.open(*age, 1));
            let honest = ended.survival().quantile(0.5);
            prop_assert!(honest.is_none() || honest >= alone);
        }
    }
}
