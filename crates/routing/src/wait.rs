//! How long is the wait? Published rules, a predictor that learns as the line goes, and futures played forward.

mod beta;
mod drain;
mod forward;
mod learner;
mod line;
mod predictor;
mod replay;
mod rules;

pub use drain::Drain;
pub use forward::{Live, Server, Stream, forward};
pub use line::{Line, Sight, Ticket};
pub use predictor::{Forecast, Predictor};
pub use replay::{Call, End, Prediction, Report, predictions, report};
pub use rules::{Google, LastWaits};

/// What is said of a wait: as likely as not it is over within `p50`, and nine times out of ten within `p90`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub p50_s: f64,
    pub p90_s: f64,
}

/// How long a wait may be: equally likely seconds, the shortest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Wait {
    seconds: Vec<f64>,
}

impl Wait {
    /// None of nothing, and of what is no time.
    fn of(mut seconds: Vec<f64>) -> Option<Self> {
        seconds.sort_by(f64::total_cmp);
        let sound = seconds.iter().all(|wait| wait.is_finite() && *wait >= 0.0);
        (sound && !seconds.is_empty()).then_some(Self { seconds })
    }

    pub fn mean_s(&self) -> f64 {
        self.seconds.iter().sum::<f64>() / count(self.seconds.len())
    }

    /// The seconds within which this share of such waits is over. One more is counted than there are, as the next wait
    /// is as likely to fall into each gap between them (Vovk, Gammerman and Shafer 2005).
    pub fn quantile_s(&self, share: f64) -> f64 {
        let below = share * (count(self.seconds.len()) + 1.0);
        let shorter = (1_u32..).zip(&self.seconds).find(|&(place, _)| f64::from(place) >= below);
        shorter.map_or_else(|| self.seconds.last().copied().unwrap_or_default(), |(_, &seconds)| seconds)
    }

    pub fn range(&self) -> Range {
        Range { p50_s: self.quantile_s(0.5), p90_s: self.quantile_s(0.9) }
    }
}

/// A number of things that are few, to reckon with.
fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}

/// Seconds from one instant to a later one.
fn seconds(from: i64, to: i64) -> f64 {
    // More than a year is a clock that jumped.
    let span = to.saturating_sub(from).clamp(0, 366 * 86_400);
    f64::from(u32::try_from(span).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_no_wait() {
        assert_eq!(Wait::of(Vec::new()), None);
        assert_eq!(Wait::of(vec![1.0, f64::NAN]), None);
        assert_eq!(Wait::of(vec![-1.0]), None);
    }

    proptest! {
        #[test]
        fn quantiles_rise_within_what_was_seen(seen in prop::collection::vec(0.0_f64..1e6, 1..300), a: f64, b: f64) {
            let wait = Wait::of(seen).unwrap();
            let Range { p50_s, p90_s } = wait.range();
            prop_assert!(0.0 <= p50_s && p50_s <= p90_s && wait.mean_s().is_finite());
            prop_assert!(wait.quantile_s(a.min(b)) <= wait.quantile_s(a.max(b)));
        }
    }
}
