//! Who is served next, how long is the wait, and how many staff does it take? Pure: no clock, no I/O.

#![warn(clippy::unwrap_used, clippy::expect_used)]

pub mod forecast;
pub mod next;
pub mod simulate;
pub mod staff;
pub mod wait;

pub use next::{Kind, Line, Needs, Officer, Priority, Reason, Rule, Share, Standing, Takes, Ticket, Turn};
