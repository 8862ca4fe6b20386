//! The verbs of the house, one folder a room, on the way that a contact takes through it.
//!
//! A verb is load, decide, save, append the event, in one transaction: a plain function over a [`records::Tx`]
//! and an [`Act`]. What follows from an event stands in [`reactions`].

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::wildcard_enum_match_arm)]

mod act;
mod refusal;
mod replay;

pub mod city;
pub mod customers;
pub mod services;

pub mod authority;
pub mod bookings;
pub mod cases;
pub mod codes;
pub mod desk;
pub mod devices;
pub mod feedback;
pub mod followers;
pub mod insight;
pub mod intake;
pub mod jobs;
pub mod knowledge;
pub mod lobby;
pub mod outbox;
pub mod reactions;
pub mod resolution;
pub mod tokens;
pub mod upkeep;

pub use act::{Act, Office};
pub use refusal::{Change, Mistake, Refusal, Verb};
pub use replay::{Key, fingerprint, once};
