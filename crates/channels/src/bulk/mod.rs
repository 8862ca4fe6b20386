//! Requests of an earlier system as CSV: a mapping names the columns, rows come out in our own words.

mod mapping;
mod row;
mod time;

pub use mapping::{Mapping, MappingError};
pub use row::{Columns, Reject, SourceRow};
pub use time::{TimeError, local_time};
