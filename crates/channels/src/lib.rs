//! The wire formats, one folder each: parsing and rendering are pure, transport is thin.

#![warn(clippy::unwrap_used, clippy::expect_used)]

pub mod bulk;
pub mod escpos;
pub mod ics;
pub mod mail;
pub mod open311;
