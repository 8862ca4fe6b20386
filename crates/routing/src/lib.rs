//! Who is served next, how long is the wait, and how many staff does it take? Pure: no clock, no I/O.

#![warn(clippy::unwrap_used, clippy::expect_used)]

pub mod next;
pub mod wait;
