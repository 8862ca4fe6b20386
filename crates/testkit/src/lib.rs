//! Stories for tests: an office with its people and a clock that stands still until it is told to go, on both engines.

#![expect(clippy::missing_panics_doc, reason = "a test that cannot go on panics")]
#![expect(clippy::print_stderr, reason = "tests speak to whoever runs them")]

mod clock;
mod engines;
pub mod hall;
mod mailbag;
mod office;
mod people;

pub use clock::FakeClock;
pub use engines::{
    TestDatabase, both_engines, both_engines_changed, both_engines_of, on_postgres, on_sqlite, set_public,
};
pub use mailbag::Mailbag;
pub use office::{BOSTON, QAMAR, TestOffice, city_files};
pub use people::{CaseHandle, Desk, Resident};
