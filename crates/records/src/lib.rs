//! The only SQL of the house: one file a noun, and the two engines end here.
//!
//! A verb is a plain function over a [`Tx`]. [`Db::write`] runs it on the engine's own thread and answers when
//! its commit is durable; [`Db::read`] runs it on a read-only connection.

#![warn(clippy::unwrap_used, clippy::expect_used)]
#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "Row::take by name is bound to one lifetime, a closure is not"
)]

mod broke;
mod db;
mod engine_postgres;
mod engine_sqlite;
mod many;
mod queue;
mod row;
mod sqlite_log;
mod statement;
mod tx;
mod value;

pub mod approvals;
pub mod article_answers;
pub mod articles;
pub mod askings;
pub mod booked_time;
pub mod bookings;
pub mod bulk_acts;
pub mod call_backs;
pub mod cases;
pub mod cities;
pub mod codes;
pub mod compositions;
pub mod contacts;
pub mod copy;
pub mod corrections;
pub mod counters;
pub mod customers;
pub mod desk_choices;
pub mod devices;
pub mod drafts;
pub mod events;
pub mod facts;
pub mod feedback;
pub mod files;
pub mod followers;
pub mod health;
pub mod imports;
pub mod inbox;
pub mod jobs;
pub mod kiosks;
pub mod known_words;
pub mod lanes;
pub mod lobbies;
pub mod macros;
pub mod officer_passwords;
pub mod officer_sessions;
pub mod outbox;
pub mod presence;
pub mod recents;
pub mod replays;
pub mod reporters;
pub mod sessions;
pub mod shifts;
pub mod sign_in_tries;
pub mod tasks;
pub mod tokens;
pub mod views;
pub mod visit_facts;
pub mod visits;
pub mod waits;

pub use broke::Broke;
pub use db::{Address, Db, Engine};
pub use row::{Column, FromColumn, Row};
pub use statement::Statement;
pub use tx::Tx;
pub use value::Value;
