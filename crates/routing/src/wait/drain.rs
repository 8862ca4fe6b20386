//! Abandonment-aware queue length: how long a line takes to empty before somebody who joins it now.

use super::beta::{beta_share, ln_gamma};

/// Beyond this many nobody is told a time anyway, and sums stay short.
const MOST_AHEAD: u32 = 100_000;

/// How fast a line goes when all servers are busy: by service, and by people who give up.
///
/// The wait of whoever finds `ahead` people is a sum of `ahead + 1` exponential steps, which is exact for one skill, first
/// come first served (M/M/s+M). Without patience it is the plain queue length: an Erlang distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drain {
    served_per_s: f64,
    leaving_per_s: f64,
}

impl Drain {
    /// None where the numbers make no line that moves.
    pub fn new(servers: f64, service_s: f64, patience_s: Option<f64>) -> Option<Self> {
        let leaving_per_s = patience_s.map_or(0.0, f64::recip);
        let served_per_s = servers / service_s;
        let sound = |rate: f64| rate.is_finite() && (0.0..1e6).contains(&rate);
        (sound(served_per_s) && served_per_s > 1e-9 && sound(leaving_per_s))
            .then_some(Self { served_per_s, leaving_per_s })
    }

    /// The rate of each step until it is one's turn.
    fn steps(self, ahead: u32) -> impl Iterator<Item = f64> {
        (0..=ahead.min(MOST_AHEAD)).map(move |left| self.served_per_s + f64::from(left) * self.leaving_per_s)
    }

    pub fn mean(self, ahead: u32) -> f64 {
        self.steps(ahead).map(f64::recip).sum()
    }

    pub fn variance(self, ahead: u32) -> f64 {
        self.steps(ahead).map(|rate| (rate * rate).recip()).sum()
    }

    /// How likely the wait is over within so many seconds.
    pub fn within(self, ahead: u32, seconds: f64) -> f64 {
        if seconds.is_nan() || seconds <= 0.0 {
            return 0.0;
        }
        let ahead = ahead.min(MOST_AHEAD);
        // So patient that it makes no difference: the limit is Erlang's.
        if self.leaving_per_s * 1e7 < self.served_per_s {
            return erlang_share(ahead, self.served_per_s * seconds);
        }
        let gone = -(-self.leaving_per_s * seconds).exp_m1();
        beta_share(gone, f64::from(ahead) + 1.0, self.served_per_s / self.leaving_per_s)
    }

    /// The seconds within which the wait is over with this likelihood.
    pub fn quantile(self, ahead: u32, share: f64) -> f64 {
        let share = if share.is_nan() { 0.5 } else { share.clamp(0.0, 0.9999) };
        let (mut low, mut high) = (0.0, self.mean(ahead));
        while self.within(ahead, high) < share && high < 1e12 {
            (low, high) = (high, high * 2.0);
        }
        for _ in 0..80 {
            let middle = f64::midpoint(low, high);
            if self.within(ahead, middle) < share { low = middle } else { high = middle }
        }
        high
    }
}

/// How likely more than `ahead` steps of a Poisson process lie within a span in which `mean` are expected.
fn erlang_share(ahead: u32, mean: f64) -> f64 {
    let fewer: f64 = (0..=ahead)
        .map(f64::from)
        .map(|steps| (steps * mean.ln() - mean - ln_gamma(steps + 1.0)).exp())
        .sum();
    (1.0 - fewer).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(found: f64, known: f64) {
        assert!((found - known).abs() <= 1e-12 * known.abs().max(1.0), "{found} is not {known}");
    }

    /// Computed to forty digits for 20 servers, a service of 1 and a patience of 2.
    #[test]
    fn means_and_variances_are_the_exact_ones() {
        let line = Drain::new(20.0, 1.0, Some(2.0)).unwrap();
        let known = [
            (0, 0.05, 0.0025),
            (5, 0.282_810_153_229_892_34, 0.013_351_865_561_638_686),
            (20, 0.852_654_748_030_723_5, 0.035_146_218_005_733_67),
        ];
        for (ahead, mean, variance) in known {
            near(line.mean(ahead), mean);
            near(line.variance(ahead), variance);
        }
        let patient = Drain::new(20.0, 1.0, None).unwrap();
        near(patient.mean(5), 0.3);
        near(patient.variance(5), 0.015);
    }

    /// Mean and variance follow from the distribution, whose only source here is the incomplete beta function.
    #[test]
    fn the_distribution_has_the_mean_and_variance_that_are_known() {
        for (patience, ahead) in [(Some(2.0), 0), (Some(2.0), 5), (Some(2.0), 20), (None, 5)] {
            let line = Drain::new(20.0, 1.0, patience).unwrap();
            let step = 1e-3;
            let (mut mean, mut square) = (0.0, 0.0);
            for at in 0..4_000 {
                let seconds = (f64::from(at) + 0.5) * step;
                let longer = 1.0 - line.within(ahead, seconds);
                mean += longer * step;
                square += 2.0 * seconds * longer * step;
            }
            assert!((mean - line.mean(ahead)).abs() < 1e-5, "{patience:?} {ahead}: {mean}");
            assert!((square - mean * mean - line.variance(ahead)).abs() < 1e-6);
        }
    }

    #[test]
    fn one_step_is_an_exponential_wait() {
        for patience in [None, Some(300.0)] {
            let line = Drain::new(2.0, 100.0, patience).unwrap();
            assert!((line.quantile(0, 0.5) - 50.0 * std::f64::consts::LN_2).abs() < 1e-6);
            assert!((line.quantile(0, 0.9) - 50.0 * 10_f64.ln()).abs() < 1e-6);
        }
    }

    #[test]
    fn no_line_moves_without_servers() {
        for (servers, service) in [(0.0, 60.0), (-1.0, 60.0), (2.0, 0.0), (f64::NAN, 60.0), (2.0, f64::NAN)] {
            assert_eq!(Drain::new(servers, service, None), None);
        }
        for patience in [0.0, -5.0, f64::NAN] {
            assert_eq!(Drain::new(2.0, 60.0, Some(patience)), None);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn quantiles_rise_and_are_never_negative(
            (servers, service, patience) in (0.1_f64..500.0, 1.0_f64..1e5, proptest::option::of(1.0_f64..1e7)),
            (ahead, low, high) in (0_u32..300, any::<f64>(), any::<f64>()),
        ) {
            let line = Drain::new(servers, service, patience).unwrap();
            let (low, high) = if low <= high { (low, high) } else { (high, low) };
            let (short, long) = (line.quantile(ahead, low), line.quantile(ahead, high));
            prop_assert!(short.is_finite() && long.is_finite() && short >= 0.0);
            if !low.is_nan() && !high.is_nan() {
                prop_assert!(short <= long * (1.0 + 1e-9));
            }
            prop_assert!(line.quantile(ahead, 0.5) <= line.quantile(ahead + 1, 0.5) * (1.0 + 1e-9));
        }
    }
}
