//! What a load showed: how much was done in what time, and how long each took.

use std::time::Duration;

/// What a load showed.
#[derive(Debug, Clone, Default)]
pub(super) struct Load {
    took: Duration,
    /// In microseconds, the quickest first.
    latencies: Vec<u64>,
    /// What was not answered, or answered with a refusal.
    pub(super) failed: u64,
}

impl Load {
    pub(super) fn new(took: Duration, latencies: Vec<Duration>, failed: u64) -> Self {
        let micros = |latency: Duration| u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
        let mut latencies: Vec<u64> = latencies.into_iter().map(micros).collect();
        latencies.sort_unstable();
        Self { took, latencies, failed }
    }

    /// How much was done.
    pub(super) fn done(&self) -> usize {
        self.latencies.len()
    }

    /// How much was done a second.
    pub(super) fn rate(&self) -> f64 {
        if self.took.is_zero() { 0.0 } else { real(self.done()) / self.took.as_secs_f64() }
    }

    /// The latency in milliseconds that so many of a thousand do not exceed.
    pub(super) fn at(&self, of_a_thousand: usize) -> f64 {
        let place = (self.done() * of_a_thousand).div_ceil(1_000).saturating_sub(1);
        self.latencies.get(place).map_or(0.0, |micros| Duration::from_micros(*micros).as_secs_f64() * 1e3)
    }
}

/// A count as a real number; no count here is so large that it would lose anything.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(super) fn real(count: usize) -> f64 {
    count as f64
}

/// The run in the middle, by some figure of it.
pub(super) fn median<T>(mut runs: Vec<T>, figure: impl Fn(&T) -> f64) -> Option<T> {
    runs.sort_by(|a, b| figure(a).total_cmp(&figure(b)));
    let middle = runs.len() / 2;
    runs.into_iter().nth(middle)
}

#[cfg(test)]
mod tests {
    use super::{Load, median};
    use std::time::Duration;

    #[test]
    fn latencies_are_told_by_rank() {
        let latencies = (1..=1_000).rev().map(Duration::from_millis).collect();
        let load = Load::new(Duration::from_secs(10), latencies, 0);
        assert_eq!((load.done(), load.rate()), (1_000, 100.0));
        assert_eq!((load.at(500), load.at(990), load.at(999)), (500.0, 990.0, 999.0));
        assert!(Load::default().at(500) < f64::EPSILON);
    }

    #[test]
    fn the_run_in_the_middle_is_taken() {
        assert_eq!(median(vec![3.0, 1.0, 2.0], |run| *run), Some(2.0));
        assert_eq!(median(Vec::<f64>::new(), |run| *run), None);
    }
}
