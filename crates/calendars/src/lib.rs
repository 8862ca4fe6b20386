//! When is it due? Working hours, holidays and promises in the office's own zone: pure, no clock, no I/O.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod calendar;
mod easter;
mod holidays;
mod hours;
mod ical;
mod rule;

pub use calendar::{Calendar, CalendarError, CalendarSpec, FIRST_YEAR, LAST_YEAR};
pub use holidays::{Holiday, HolidayError, HolidayRule, Observed, holiday_days};
pub use hours::{HoursError, Period, Week};
pub use ical::{IcalError, holidays_from_ical};
pub use rule::{Due, PreOpen, Rule, RuleError};
