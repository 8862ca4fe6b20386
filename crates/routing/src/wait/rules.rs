//! The rules that others publish for saying how long a wait is; each knows only what is known at the instant.

use std::collections::VecDeque;

const TEN: usize = 10;
/// How old a wait may be for Salesforce's rule, in seconds.
const RECENT_S: i64 = 600;

/// The last ten waits that ended in service, the latest last.
#[derive(Clone, Debug, Default)]
pub struct LastWaits {
    ended: VecDeque<(i64, f64)>,
}

impl LastWaits {
    pub fn push(&mut self, at: i64, waited_s: f64) {
        if self.ended.len() == TEN {
            self.ended.pop_front();
        }
        self.ended.push_back((at, waited_s));
    }

    /// The wait of whoever entered service last, and when that was.
    pub fn last(&self) -> Option<(i64, f64)> {
        self.ended.back().copied()
    }

    /// Ivanti Voice: the plain mean of the last ten.
    pub fn mean(&self) -> Option<f64> {
        weighted(self.ended.iter().map(|&(_, waited)| (1.0, waited)))
    }

    /// Salesforce Omni-Channel without its window: weights from ten for the latest wait down to one.
    pub fn weighted(&self) -> Option<f64> {
        self.weighted_since(i64::MIN)
    }

    /// Salesforce Omni-Channel as it is documented: the same, of waits that ended within the last ten minutes.
    pub fn weighted_lately(&self, now: i64) -> Option<f64> {
        self.weighted_since(now.saturating_sub(RECENT_S))
    }

    fn weighted_since(&self, since: i64) -> Option<f64> {
        let latest = self.ended.iter().rev().filter(|&&(at, _)| at >= since);
        weighted(latest.zip(0_u8..).map(|(&(_, waited), age)| (10.0 - f64::from(age), waited)))
    }
}

fn weighted(waits: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (mut weights, mut sum) = (0.0, 0.0);
    for (weight, waited) in waits {
        weights += weight;
        sum += weight * waited;
    }
    (weights > 0.0).then(|| sum / weights)
}

/// What Google's rule asks for, where every agent serves the one queue.
#[derive(Clone, Copy, Debug)]
pub struct Google {
    /// Mean time of a service within the last hour.
    pub handling_s: f64,
    pub agents: u32,
    pub available: u32,
    pub queued: u32,
}

impl Google {
    /// Google Contact Center: handling time by agent, times those who cannot be taken at once, and ten seconds.
    pub fn wait_s(self) -> f64 {
        let blocked = f64::from(self.queued.saturating_sub(self.available));
        self.handling_s / f64::from(self.agents.max(1)) * blocked + 10.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ten_count_and_the_latest_most() {
        let mut waits = LastWaits::default();
        assert_eq!((waits.mean(), waits.weighted(), waits.last()), (None, None, None));
        waits.push(0, 500.0);
        for at in 1..=10 {
            waits.push(i64::from(at) * 100, f64::from(at));
        }
        assert_eq!(waits.last(), Some((1_000, 10.0)));
        assert_eq!(waits.mean(), Some(5.5));
        assert_eq!(waits.weighted(), Some(7.0), "1² + … + 10² by 55");
        // Those at 500 to 1,000 are young enough: 10·10 + 9·9 + … + 5·5 by 45.
        assert_eq!(waits.weighted_lately(1_100), Some(355.0 / 45.0));
        assert_eq!(waits.weighted_lately(1_601), None);
    }

    #[test]
    fn google_counts_those_who_cannot_be_taken() {
        let rule = Google { handling_s: 180.0, agents: 6, available: 1, queued: 4 };
        assert!((rule.wait_s() - 100.0).abs() < 1e-12);
        assert!((Google { queued: 0, ..rule }.wait_s() - 10.0).abs() < 1e-12);
        assert!(Google { agents: 0, ..rule }.wait_s().is_finite());
    }
}
