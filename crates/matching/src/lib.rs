//! Same person? Addresses in one written form, and names that may belong to one customer: pure.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod contact_point;
mod person;
mod redact;

pub use contact_point::{email, phone};
pub use person::same_customer;
pub use redact::redact;
