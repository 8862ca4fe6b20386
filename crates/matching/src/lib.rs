//! Same person, same thing? Addresses and words in one written form, and names that may belong to one customer: pure.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod contact_point;
mod person;
mod redact;
mod words;

pub use contact_point::{email, phone};
pub use person::same_customer;
pub use redact::redact;
pub use words::{folded, folded_to, likeness, parts};
