//! How are we doing? Shares with their uncertainty, and times that count what is still open: pure.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod duration;
mod share;
mod survival;

pub use duration::DurationScale;
pub use share::{Interval, Share};
pub use survival::{Survival, Times};
