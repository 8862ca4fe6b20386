//! Dates and times as people read them.

use crate::{Argument, Language};
use jiff::civil::{Date, DateTime};

impl Language {
    /// A day: `Mon 9 March 2015`. Its parts are all in one direction, and are not set apart from each other.
    pub fn date(self, day: Date) -> String {
        let weekday = self.say(&format!("weekday-{}", day.weekday().to_monday_one_offset()));
        self.say_with(
            "date",
            &[
                ("weekday", Argument::Words(&weekday)),
                ("day", Argument::Words(&day.day().to_string())),
                ("month", Argument::Words(&self.month(day))),
                ("year", Argument::Words(&day.year().to_string())),
            ],
        )
        .replace(['\u{2068}', '\u{2069}'], "")
    }

    /// A day and a time: `Mon 9 March 2015, 17:00`.
    pub fn date_time(self, at: DateTime) -> String {
        let time = at.time().strftime("%H:%M").to_string();
        self.say_with(
            "date-time",
            &[("date", Argument::Words(&self.date(at.date()))), ("time", Argument::Words(&time))],
        )
        .replace(['\u{2068}', '\u{2069}'], "")
    }

    /// The name of a day's month.
    pub fn month(self, day: Date) -> String {
        self.say(&format!("month-{}", day.month()))
    }
}
