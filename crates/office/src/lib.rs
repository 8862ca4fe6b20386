//! The verbs of the house, one folder a room, on the way that a contact takes through it.

#![warn(clippy::unwrap_used, clippy::expect_used)]

pub mod city;
