//! The days and the times that are free, to choose one; for whoever books, and for an officer who books for them.

use crate::portal::control::ErrorLine;
use crate::portal::say::Text;
use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;
use office::bookings::Free;
use office::city::{Line, Office};
use wording::{Argument, Language};

/// The part of a page on which a time is chosen.
#[derive(Template)]
#[template(path = "portal/times_choice.html")]
pub(crate) struct TimeChoice {
    language: Language,
    days: Vec<Day>,
    /// Of which day the times are.
    heading: String,
    times: Vec<Time>,
    /// The same at other offices.
    elsewhere: Vec<(String, Text)>,
    action: String,
    hidden: Vec<(&'static str, String)>,
    token: String,
}

/// A day with free times.
struct Day {
    href: String,
    name: String,
    chosen: bool,
}

/// A free time.
struct Time {
    value: String,
    name: String,
    label: String,
}

/// What the times are for, and what is done with the one that is chosen.
pub(crate) struct Choosing<'a> {
    pub(crate) office: &'a Office,
    pub(crate) line: &'a Line,
    pub(crate) free: Free,
    /// The day that was asked for.
    pub(crate) day: Option<Date>,
    /// Where the page of another day is, but for the day.
    pub(crate) here: String,
    /// Where the times of other offices are, with their names.
    pub(crate) elsewhere: Vec<(String, Text)>,
    /// Where a chosen time goes to.
    pub(crate) action: String,
    pub(crate) hidden: Vec<(&'static str, String)>,
    pub(crate) back: String,
    pub(crate) title: &'static str,
    pub(crate) button: &'static str,
    pub(crate) wrong: Option<&'static str>,
}

impl Choosing<'_> {
    /// What could not be done.
    pub(crate) fn errors(&self, language: Language) -> Vec<ErrorLine> {
        let error = |key: &str| ErrorLine { href: "#times".to_owned(), text: language.say(key) };
        self.wrong.map(error).into_iter().collect()
    }

    /// The days, and the times of the one that was asked for, or else of the first.
    pub(crate) fn choice(self, language: Language, token: String) -> TimeChoice {
        let day = self.day.filter(|day| self.free.contains_key(day));
        let day = day.or_else(|| self.free.keys().next().copied());
        let time = |at: &Timestamp| {
            let name = language.time(self.office.calendar.local(*at).time());
            let label = language.say_with(self.button, &[("time", Argument::Words(&name))]);
            Time { value: at.to_string(), name, label }
        };
        let known = |known: &Date| Day {
            href: format!("{}day={known}", self.here),
            name: language.date(*known),
            chosen: Some(*known) == day,
        };
        let chosen = day.map(|day| language.date(day)).unwrap_or_default();
        TimeChoice {
            language,
            days: self.free.keys().map(known).collect(),
            heading: language.say_with("book-times", &[("date", Argument::Words(&chosen))]),
            times: day.and_then(|day| self.free.get(&day)).into_iter().flatten().map(time).collect(),
            elsewhere: self.elsewhere,
            action: self.action,
            hidden: self.hidden,
            token,
        }
    }
}
