//! The clocks of the server: the machine's own, and one that runs through another day at another speed.

use jiff::{SignedDuration, Timestamp};
use std::time::Instant;
use terms::Clock;

/// The machine's clock.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is where time comes from")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that started at some instant and runs faster than life.
pub(crate) struct SimulatedClock {
    from: Timestamp,
    began: Instant,
    speed: i32,
}

impl SimulatedClock {
    /// A clock that starts now, at an instant.
    #[expect(clippy::disallowed_methods, reason = "a simulated day passes in real time")]
    pub(crate) fn starting(from: Timestamp, speed: i32) -> Self {
        Self { from, began: Instant::now(), speed }
    }
}

impl Clock for SimulatedClock {
    fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap_or(SignedDuration::ZERO);
        self.from.checked_add(passed.checked_mul(self.speed).unwrap_or(passed)).unwrap_or(Timestamp::MAX)
    }

    fn pace(&self) -> i32 {
        self.speed
    }
}
