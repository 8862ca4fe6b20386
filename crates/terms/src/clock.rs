//! Where `now` comes from: the machine's clock in the server, a simulated one in the demo and in tests.

use jiff::Timestamp;

/// Tells the time. Verbs never ask it: they are given `at`, read once where the act begins.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;

    /// How much faster than life it goes, for what somebody has to do in their own time.
    fn pace(&self) -> i32 {
        1
    }
}
