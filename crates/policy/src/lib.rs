//! Who may see and do what: the rules stand in `policies/`, and what they do not permit is denied.
//!
//! A [`Scope`] can be made here only. Reads of `records` that can return somebody's data ask for one, so that
//! a list, an export or an attachment without a decision does not compile.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod action;
mod decide;
mod question;
mod scope;

pub use action::Action;
pub use decide::{BadPolicy, Policy};
pub use question::{Question, Resource};
pub use scope::{Reach, Scope};
