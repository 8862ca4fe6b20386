//! The only place of the harness that reads the clock.

use std::time::{Duration, Instant, SystemTime};

/// Measures how long something takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts to measure.
    #[expect(clippy::disallowed_methods, reason = "the harness measures real restarts and bounds real waits")]
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub(super) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// A seed for those who gave none; it is printed, so that the run can be repeated.
#[expect(clippy::disallowed_methods, reason = "any number serves that differs from run to run")]
pub(super) fn seed() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::from(since.subsec_nanos()) ^ (since.as_secs() << 30)
}
