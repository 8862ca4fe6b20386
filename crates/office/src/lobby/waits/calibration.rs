//! What became of what was said: how often it held, which is published, and what corrects what is said next.

use jiff::SignedDuration;
use records::waits::Outcome;

/// So many of the last visits of an office are looked at.
pub const LAST: u32 = 300;
/// So many must have ended before they correct anything.
const FEWEST: usize = 30;
/// What is added to both sides before they are compared: a minute more or less is no miss.
const GRACE_S: f64 = 60.0;

/// How often what was said of waits held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Calibration {
    /// How many were told a range and were called; at most the last [`LAST`].
    pub told: u32,
    /// How many of them were called within the median; half of them should be.
    pub within_half: u32,
    /// How many were called within the upper end; nine of ten should be.
    pub within_most: u32,
}

impl Calibration {
    pub(super) fn of(outcomes: &[Outcome]) -> Self {
        let many = |within: &dyn Fn(&Outcome) -> bool| {
            u32::try_from(outcomes.iter().filter(|outcome| within(outcome)).count()).unwrap_or(LAST)
        };
        Self {
            told: many(&|_| true),
            within_half: many(&|outcome| outcome.waited_ms <= outcome.told.said.0),
            within_most: many(&|outcome| outcome.waited_ms <= outcome.told.said.1),
        }
    }
}

/// By how much waits were longer than they were reckoned, for either end of the range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Correction {
    half: f64,
    most: f64,
}

impl Correction {
    /// The median of the ratios for one end, and their 90th percentile for the other, by rank as in conformal prediction
    /// (Vovk, Gammerman and Shafer 2005). What was reckoned counts, not what was said, so that a correction does not
    /// correct itself.
    pub(super) fn learnt(outcomes: &[Outcome]) -> Self {
        let ratios = |reckoned: &dyn Fn(&Outcome) -> i64| {
            // Who found a counter free says nothing of how long others wait.
            let mut ratios: Vec<f64> = outcomes
                .iter()
                .filter(|outcome| outcome.told.reckoned.1 > 0)
                .map(|outcome| graced(outcome.waited_ms) / graced(reckoned(outcome)))
                .collect();
            ratios.sort_by(f64::total_cmp);
            ratios
        };
        Self {
            half: ranked(&ratios(&|outcome| outcome.told.reckoned.0), (1, 2)),
            most: ranked(&ratios(&|outcome| outcome.told.reckoned.1), (9, 10)),
        }
    }

    pub(super) fn of(
        &self,
        (half, most): (SignedDuration, SignedDuration),
    ) -> (SignedDuration, SignedDuration) {
        let by = |time: SignedDuration, factor: f64| {
            let seconds = (time.as_secs_f64() + GRACE_S) * factor - GRACE_S;
            SignedDuration::try_from_secs_f64(seconds.ceil().max(0.0)).unwrap_or(time)
        };
        (by(half, self.half), by(most, self.most))
    }
}

fn graced(ms: i64) -> f64 {
    SignedDuration::from_millis(ms.max(0)).as_secs_f64() + GRACE_S
}

/// The ratio that this share of all stays within, counting the next one; 1 while there are few.
fn ranked(ratios: &[f64], (part, of): (usize, usize)) -> f64 {
    if ratios.len() < FEWEST {
        return 1.0;
    }
    let rank = ((ratios.len() + 1) * part).div_ceil(of).clamp(1, ratios.len());
    ratios.get(rank - 1).copied().unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use records::waits::Told;

    fn outcome(reckoned_s: i64, waited_s: i64) -> Outcome {
        let told = (reckoned_s * 1_000, reckoned_s * 2_000);
        Outcome { told: Told { said: told, reckoned: told }, waited_ms: waited_s * 1_000 }
    }

    fn minutes(half: i64, most: i64) -> (SignedDuration, SignedDuration) {
        (SignedDuration::from_mins(half), SignedDuration::from_mins(most))
    }

    #[test]
    fn few_correct_nothing_and_many_who_waited_twice_as_long_double_it() {
        let few = vec![outcome(600, 1_200); 29];
        assert_eq!(Correction::learnt(&few).of(minutes(10, 20)), minutes(10, 20));
        let many = vec![outcome(600, 1_260); 30];
        assert_eq!(Correction::learnt(&many).of(minutes(10, 20)).0, SignedDuration::from_mins(21));
    }

    #[test]
    fn it_is_counted_how_many_were_called_within_what_they_were_told() {
        let outcomes = [outcome(600, 600), outcome(600, 601), outcome(600, 1_201)];
        let known = Calibration { told: 3, within_half: 1, within_most: 2 };
        assert_eq!(Calibration::of(&outcomes), known);
        assert_eq!(Calibration::of(&[]), Calibration::default());
    }

    proptest! {
        #[test]
        fn corrected_the_past_itself_holds_as_it_should(seen in prop::collection::vec((0_i64..4_000, 0_i64..9_000), 30..300)) {
            let outcomes: Vec<Outcome> = seen.iter().map(|&(reckoned, waited)| outcome(reckoned, waited)).collect();
            let correction = Correction::learnt(&outcomes);
            let foretold = outcomes.iter().filter(|outcome| outcome.told.reckoned.1 > 0);
            let many = foretold.clone().count();
            let within = foretold.filter(|outcome| {
                let span = |ms: i64| SignedDuration::from_millis(ms);
                let most = correction.of((span(outcome.told.reckoned.0), span(outcome.told.reckoned.1))).1;
                span(outcome.waited_ms) <= most
            });
            let within = within.count() * 10;
            prop_assert!(many < 30 || within >= many * 9, "{within} of {many}");
        }

        #[test]
        fn longer_is_never_told_as_shorter(
            seen in prop::collection::vec((0_i64..4_000, 0_i64..9_000), 0..100), short in 0_i64..400, more in 0_i64..400,
        ) {
            let correction = Correction::learnt(&seen.iter().map(|&(one, two)| outcome(one, two)).collect::<Vec<_>>());
            let (less, greater) = (correction.of(minutes(short, short)), correction.of(minutes(short + more, short + more)));
            prop_assert!(less.0 <= greater.0 && less.1 <= greater.1);
        }
    }
}
