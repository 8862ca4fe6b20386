//! Weekly opening hours: several periods a day, written as `08:30-12:00`.

use jiff::civil::{Time, Weekday};
use std::str::FromStr;

const MINUTES_A_DAY: u16 = 24 * 60;

/// One opening, in minutes after local midnight. An end beyond 24:00 lies on the next morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    start: u16,
    end: u16,
}

/// Why a text is not a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// Not of the form `HH:MM-HH:MM`.
    #[error("{0:?} is not a period; write it like 08:30-17:00")]
    Form(String),
    /// Opens and closes at the same instant.
    #[error("the period {0:?} is empty; for a whole day write 00:00-24:00")]
    Empty(String),
}

impl Period {
    /// The whole day.
    pub const ALL_DAY: Self = Self { start: 0, end: MINUTES_A_DAY };

    /// Local time of opening, and of closing with the days to add.
    pub(crate) fn local(self) -> (Time, (Time, i8)) {
        let end =
            if self.end >= MINUTES_A_DAY { (time(self.end - MINUTES_A_DAY), 1) } else { (time(self.end), 0) };
        (time(self.start), end)
    }

    pub(crate) fn start_minute(self) -> u16 {
        self.start
    }
}

fn time(minute: u16) -> Time {
    let part = |value: u16| i8::try_from(value).unwrap_or(0);
    Time::new(part(minute / 60), part(minute % 60), 0, 0).unwrap_or(Time::midnight())
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let digits = |part: &str| (part.len() == 2).then(|| part.parse::<u16>().ok()).flatten();
    let (hour, minute) = (digits(hour)?, digits(minute)?);
    (minute < 60 && hour * 60 + minute <= MINUTES_A_DAY).then_some(hour * 60 + minute)
}

impl FromStr for Period {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, HoursError> {
        let form = || HoursError::Form(text.to_owned());
        let (start, end) = text.split_once('-').ok_or_else(form)?;
        let (start, end) = (minute(start).ok_or_else(form)?, minute(end).ok_or_else(form)?);
        if start == end || start == MINUTES_A_DAY {
            return Err(HoursError::Empty(text.to_owned()));
        }
        Ok(Self { start, end: if end < start { end + MINUTES_A_DAY } else { end } })
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let end = if self.end > MINUTES_A_DAY { self.end - MINUTES_A_DAY } else { self.end };
        write!(f, "{:02}:{:02}-{:02}:{:02}", self.start / 60, self.start % 60, end / 60, end % 60)
    }
}

/// The opening hours of a week, Monday first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Week([Vec<Period>; 7]);

impl Week {
    /// A week from its days, Monday first.
    pub fn new(days: [Vec<Period>; 7]) -> Self {
        Self(days)
    }

    /// The same periods from Monday to Friday.
    pub fn weekdays(periods: &[Period]) -> Self {
        Self(std::array::from_fn(|day| if day < 5 { periods.to_vec() } else { Vec::new() }))
    }

    /// Open without end.
    pub fn always() -> Self {
        Self(std::array::from_fn(|_| vec![Period::ALL_DAY]))
    }

    /// The periods of one day of the week.
    pub fn on(&self, day: Weekday) -> &[Period] {
        &self.0[usize::try_from(day.to_monday_zero_offset()).unwrap_or(0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_back() {
        for text in ["08:30-17:00", "00:00-24:00", "22:00-06:00", "13:00-13:01"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_period_is_refused_in_words() {
        for text in [
            "",
            "8:30-17:00",
            "08:30",
            "08:30-25:00",
            "08:60-09:00",
            "24:00-24:00",
            "09:00-09:00",
            "٠٨:٠٠-٠٩:٠٠",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
