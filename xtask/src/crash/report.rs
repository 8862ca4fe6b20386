//! What a trial of one engine showed, in a few lines.

use super::again::Again;
use super::reconcile::Verdict;
use std::fmt;
use std::time::Duration;

/// Faults of a kind that are shown; more help nobody.
const MOST_SHOWN: usize = 10;

/// What a trial of one engine showed.
pub(super) struct Report {
    pub(super) engine: &'static str,
    pub(super) kills: u32,
    /// How long each start after a kill took that was not cut short by the next one.
    pub(super) restarts: Vec<Duration>,
    pub(super) verdict: Verdict,
    pub(super) again: Again,
    /// What `rotunda verify` found not as it should be.
    pub(super) half_states: Vec<String>,
    pub(super) took: Duration,
}

impl Report {
    /// Whether nothing acknowledged was lost, doubled or left half done.
    pub(super) fn is_good(&self) -> bool {
        self.verdict.is_good() && self.half_states.is_empty() && self.again.otherwise.is_empty()
    }

    /// Whether something acknowledged was lost.
    pub(super) fn caught_a_loss(&self) -> bool {
        !self.verdict.lost.is_empty()
    }

    fn faults(&self) -> [(&'static str, &[String]); 5] {
        [
            ("LOST", &self.verdict.lost),
            ("DUPLICATED", &self.verdict.duplicated),
            ("REFUSED", &self.verdict.refused),
            ("ANSWERED OTHERWISE", &self.again.otherwise),
            ("HALF STATE", &self.half_states),
        ]
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { verdict, again, restarts, .. } = self;
        let slowest = restarts.iter().max().copied().unwrap_or_default();
        let mut sorted = restarts.clone();
        sorted.sort_unstable();
        let median = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
        writeln!(f, "{}: {} kills in {} s", self.engine, self.kills, self.took.as_secs())?;
        writeln!(f, "  acknowledged {}, found {}", verdict.acknowledged, verdict.found)?;
        writeln!(f, "  lost {}, duplicated {}", verdict.lost.len(), verdict.duplicated.len())?;
        writeln!(
            f,
            "  broken off: {} retried to their answer, {} given up, of which {} are there",
            verdict.retried, verdict.given_up, verdict.given_up_kept
        )?;
        writeln!(f, "  refused without a reason {}", verdict.refused.len())?;
        writeln!(f, "  asked again {}, answered otherwise {}", again.asked, again.otherwise.len())?;
        writeln!(f, "  half states {}", self.half_states.len())?;
        writeln!(
            f,
            "  restarts: slowest {} ms, median {} ms, {} measured",
            slowest.as_millis(),
            median.as_millis(),
            restarts.len()
        )?;
        for (kind, faults) in self.faults() {
            for fault in faults.iter().take(MOST_SHOWN) {
                writeln!(f, "  {kind} {fault}")?;
            }
        }
        Ok(())
    }
}
