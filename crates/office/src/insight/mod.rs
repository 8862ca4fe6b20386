//! Insight: daily facts from events, and the public scorecard from daily facts.

mod counting;
mod facts;
mod figures;
mod scorecard;
mod waits;

pub(crate) use counting::count_new;
pub use counting::{count_some, recount};
pub use facts::{Measure, facts_of};
pub use figures::{Backlog, Figures, Quantiles};
pub use scorecard::{Group, Point, Scorecard, figures, scorecard};
pub use waits::{AtOffices, OfficeWaits, Waits};
