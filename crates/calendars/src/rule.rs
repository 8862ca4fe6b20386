//! Promises: how long a service allows itself, and when that is over.

use crate::Calendar;
use jiff::{SignedDuration, Span, Timestamp};
use std::fmt;
use std::str::FromStr;

/// The longest promise that can be given, in days: nobody plans further.
const LONGEST_DAYS: u32 = 3_660;

/// How long a service allows itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// At the same time of day N business days after the next opening.
    BusinessDays(u32),
    /// At the same time of day N days later, open or not.
    CalendarDays(u32),
    /// When the office has been open for so long.
    WorkingTime(SignedDuration),
    /// Received in hours: by the end of the day. Otherwise: 24 hours later.
    SameDayOr24Hours(PreOpen),
}

/// What "received after hours" means for the hours before the opening of a working day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PreOpen {
    /// They are after hours like any other: 24 hours.
    #[default]
    Plus24Hours,
    /// They belong to the day that is about to begin.
    SameDay,
}

/// When a promise is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// What the customer is told.
    pub promised: Timestamp,
    /// The last moment at which somebody is there to keep the promise; never later than it unless it cannot
    /// be kept in office hours at all.
    pub operational: Timestamp,
    /// Whether the promise can be kept within office hours. If not, somebody must be on call, or the end of
    /// the next working day is the best that can be done.
    pub reachable: bool,
}

impl Due {
    fn at(instant: Timestamp) -> Self {
        Self { promised: instant, operational: instant, reachable: true }
    }
}

impl Rule {
    /// When a promise made at `received` is over; nothing beyond the calendar's last year.
    pub fn due(&self, calendar: &Calendar, received: Timestamp) -> Option<Due> {
        match *self {
            Self::BusinessDays(days) => calendar
                .business_days_after(received, days)
                .map(|promised| Self::with_last_open_moment(calendar, received, promised)),
            Self::CalendarDays(days) => calendar
                .days_after(received, days)
                .map(|promised| Self::with_last_open_moment(calendar, received, promised)),
            Self::WorkingTime(time) => calendar.add(received, time).map(Due::at),
            Self::SameDayOr24Hours(pre_open) => Self::same_day(calendar, received, pre_open),
        }
    }

    /// A deadline moved by the time for which the clock stood still. Rules of working time and business days
    /// move by the working time between `from` and `to`, rules of calendar days by all of it. A pause that
    /// begins after the deadline moves nothing: the promise was already broken.
    pub fn resume(
        &self,
        calendar: &Calendar,
        due: Timestamp,
        from: Timestamp,
        to: Timestamp,
    ) -> Option<Timestamp> {
        if from >= due || to <= from {
            return Some(due);
        }
        match self {
            Self::BusinessDays(_) | Self::WorkingTime(_) => calendar.add(due, calendar.worked(from, to)),
            Self::CalendarDays(_) | Self::SameDayOr24Hours(_) => {
                due.checked_add(to.duration_since(from)).ok()
            }
        }
    }

    fn same_day(calendar: &Calendar, received: Timestamp, pre_open: PreOpen) -> Option<Due> {
        if let Some(close) = calendar.closes_today(received, pre_open == PreOpen::SameDay) {
            return Some(Due::at(close));
        }
        let promised = received.checked_add(Span::new().hours(24)).ok()?;
        Some(Self::with_last_open_moment(calendar, received, promised))
    }

    fn with_last_open_moment(calendar: &Calendar, received: Timestamp, promised: Timestamp) -> Due {
        match calendar.last_open_moment(received, promised) {
            Some(operational) => Due { promised, operational, reachable: true },
            None => Due {
                promised,
                operational: calendar.next_close(promised).unwrap_or(promised),
                reachable: false,
            },
        }
    }
}

/// Why a text is not a rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// None of the forms.
    #[error(
        "{0:?} is not a promise; write `10 business days`, `30 calendar days`, `8 working hours`, \
         `90 working minutes`, `same working day, or within 24 hours when received after hours` or the same \
         with `; before opening counts as the same day`"
    )]
    Form(String),
    /// Zero, or further than anybody plans.
    #[error("{0:?} promises nothing, or more than {LONGEST_DAYS} days; use a number in between")]
    Size(String),
}

const SAME_DAY: &str = "same working day, or within 24 hours when received after hours";
const SAME_DAY_EARLY: &str =
    "same working day, or within 24 hours when received after hours; before opening counts as the same day";

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        match text {
            SAME_DAY => return Ok(Self::SameDayOr24Hours(PreOpen::Plus24Hours)),
            SAME_DAY_EARLY => return Ok(Self::SameDayOr24Hours(PreOpen::SameDay)),
            _ => {}
        }
        let form = || RuleError::Form(text.to_owned());
        let (number, unit) = text.split_once(' ').ok_or_else(form)?;
        let number: u32 = number.parse().map_err(|_| form())?;
        let limit = |most: u32| {
            (1..=most).contains(&number).then_some(number).ok_or_else(|| RuleError::Size(text.to_owned()))
        };
        match unit.strip_suffix('s').unwrap_or(unit) {
            "business day" => limit(LONGEST_DAYS).map(Self::BusinessDays),
            "calendar day" => limit(LONGEST_DAYS).map(Self::CalendarDays),
            "working hour" => {
                Ok(Self::WorkingTime(SignedDuration::from_hours(i64::from(limit(LONGEST_DAYS * 24)?))))
            }
            "working minute" => {
                Ok(Self::WorkingTime(SignedDuration::from_mins(i64::from(limit(LONGEST_DAYS * 1440)?))))
            }
            _ => Err(form()),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |f: &mut fmt::Formatter<'_>, number: i64, unit: &str| {
            write!(f, "{number} {unit}{}", if number == 1 { "" } else { "s" })
        };
        match self {
            Self::BusinessDays(days) => count(f, i64::from(*days), "business day"),
            Self::CalendarDays(days) => count(f, i64::from(*days), "calendar day"),
            Self::WorkingTime(time) if time.as_mins() % 60 == 0 => count(f, time.as_hours(), "working hour"),
            Self::WorkingTime(time) => count(f, time.as_mins(), "working minute"),
            Self::SameDayOr24Hours(PreOpen::Plus24Hours) => f.write_str(SAME_DAY),
            Self::SameDayOr24Hours(PreOpen::SameDay) => f.write_str(SAME_DAY_EARLY),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_read_back() {
        for text in [
            "1 business day",
            "10 business days",
            "365 calendar days",
            "8 working hours",
            "90 working minutes",
            SAME_DAY,
            SAME_DAY_EARLY,
        ] {
            assert_eq!(text.parse::<Rule>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_promise_is_refused_in_words() {
        for text in ["", "soon", "ten business days", "10 days", "-1 business days", "10  business days"] {
            assert!(matches!(text.parse::<Rule>(), Err(RuleError::Form(_))), "{text}");
        }
        for text in ["0 business days", "99999 calendar days", "0 working minutes"] {
            assert!(matches!(text.parse::<Rule>(), Err(RuleError::Size(_))), "{text}");
        }
    }
}
