//! Days, times and spans of time as people read them.

use crate::{Argument, Language};
use jiff::civil::{Date, DateTime, Time};

const MINUTE: f64 = 60.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;
/// A month and a year of the Gregorian calendar, on average.
const MONTH: f64 = YEAR / 12.0;
const YEAR: f64 = 365.2425 * DAY;

impl Language {
    /// A day: `Mon 9 March 2015`. Its parts are all in one direction, and are not set apart from each other.
    pub fn date(self, day: Date) -> String {
        let weekday = self.say(&format!("weekday-{}", day.weekday().to_monday_one_offset()));
        self.say_with(
            "date",
            &[
                ("weekday", Argument::Words(&weekday)),
                // French has a word of its own for the first.
                ("day", Argument::Count(day.day().into())),
                ("month", Argument::Words(&self.month(day))),
                ("year", Argument::Words(&day.year().to_string())),
            ],
        )
        .replace(['\u{2068}', '\u{2069}'], "")
    }

    /// A time of the day: `17:00`. All our languages know the 24-hour clock, and nobody takes it for another hour.
    pub fn time(self, time: Time) -> String {
        time.strftime("%H:%M").to_string()
    }

    /// A day and a time: `Mon 9 March 2015, 17:00`.
    pub fn date_time(self, at: DateTime) -> String {
        let (date, time) = (self.date(at.date()), self.time(at.time()));
        self.say_with("date-time", &[("date", Argument::Words(&date)), ("time", Argument::Words(&time))])
            .replace(['\u{2068}', '\u{2069}'], "")
    }

    /// The name of a day's month.
    pub fn month(self, day: Date) -> String {
        self.say(&format!("month-{}", day.month()))
    }

    /// A duration in the unit in which people would say it: `one minute`, `2 hours`, `10 days`.
    pub fn duration(self, seconds: f64) -> String {
        let (unit, length) = match seconds {
            s if s < 90.0 * MINUTE => ("time-minutes", MINUTE),
            s if s < 2.0 * DAY => ("time-hours", HOUR),
            _ => ("time-days", DAY),
        };
        self.span(unit, seconds / length)
    }

    /// How long ago, in seconds below zero, or how soon, above: `3 days ago`, `now`, `in 2 hours`. It does not say
    /// *today* or *yesterday*, for which it would have to know the hour.
    #[expect(clippy::cast_precision_loss, reason = "what is so far away is said in years")]
    pub fn relative(self, seconds: i64) -> String {
        let length = seconds.unsigned_abs() as f64;
        let (past, future, unit) = match length {
            s if s < MINUTE => return self.say("time-now"),
            s if s < 90.0 * MINUTE => ("ago-minutes", "in-minutes", MINUTE),
            s if s < 2.0 * DAY => ("ago-hours", "in-hours", HOUR),
            s if s < 2.0 * MONTH => ("ago-days", "in-days", DAY),
            s if s < 2.0 * YEAR => ("ago-months", "in-months", MONTH),
            _ => ("ago-years", "in-years", YEAR),
        };
        self.span(if seconds < 0 { past } else { future }, length / unit)
    }

    #[expect(clippy::cast_possible_truncation, reason = "no span has 2^63 minutes")]
    fn span(self, key: &str, length: f64) -> String {
        self.say_with(key, &[("count", Argument::Count(length.round().max(1.0) as i64))])
    }
}

#[cfg(test)]
mod tests {
    use crate::Language;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn of(tag: &str) -> Language {
        Language::of(tag).unwrap()
    }

    #[test]
    fn days_and_times_are_written_as_each_language_does() {
        let due = date(2015, 3, 9).at(17, 0, 0, 0);
        for (tag, text) in [
            ("en", "Mon 9 March 2015, 17:00"),
            ("es", "lunes 9 de marzo de 2015, a las 17:00"),
            ("ar", "الاثنين 9 مارس 2015، الساعة 17:00"),
            ("ta", "திங்கள், 9 மார்ச் 2015, 17:00"),
            ("hi", "सोमवार, 9 मार्च 2015, 17:00 बजे"),
            ("fr", "lundi 9 mars 2015 à 17:00"),
        ] {
            assert_eq!(of(tag).date_time(due), text);
        }
        assert_eq!(of("fr").date(date(2015, 3, 1)), "dimanche 1er mars 2015");
        assert_eq!(of("en").time(date(2015, 3, 9).at(7, 5, 59, 0).time()), "07:05");
    }

    #[test]
    fn durations_have_the_unit_in_which_people_would_say_them() {
        let said = |tag, seconds| of(tag).duration(seconds).replace(['\u{2068}', '\u{2069}'], "");
        for (tag, minute, hours, days) in [
            ("en", "one minute", "2 hours", "10 days"),
            ("es", "un minuto", "2 horas", "10 días"),
            // Arabic has a dual.
            ("ar", "دقيقة واحدة", "ساعتين", "10 أيام"),
            ("ta", "ஒரு நிமிடம்", "2 மணிநேரம்", "10 நாட்கள்"),
            ("hi", "1 मिनट", "2 घंटे", "10 दिन"),
            ("fr", "1 minute", "2 heures", "10 jours"),
        ] {
            let found = (said(tag, 20.0), said(tag, 7_200.0), said(tag, 86_400.0 * 10.2));
            assert_eq!(found, (minute.into(), hours.into(), days.into()), "{tag}");
        }
    }

    #[test]
    fn what_was_and_what_will_be_is_told_from_now() {
        let en = of("en");
        for (seconds, text) in [
            (-59, "now"),
            (59, "now"),
            (60, "in one minute"),
            (-5_400, "2 hours ago"),
            (7_200, "in 2 hours"),
            (-86_400 * 3, "3 days ago"),
            (86_400 * 2, "in 2 days"),
            (-86_400 * 60, "60 days ago"),
            (86_400 * 61, "in 2 months"),
            (-86_400 * 729, "24 months ago"),
            (86_400 * 3_653, "in 10 years"),
        ] {
            assert_eq!(en.relative(seconds), text);
        }
        assert_eq!(of("es").relative(-86_400 * 3), "hace 3 días");
        assert_eq!(of("ta").relative(-86_400 * 3), "3 நாட்களுக்கு முன்");
        assert_eq!(of("hi").relative(86_400 * 3), "3 दिन में");
        assert_eq!(of("fr").relative(-86_400 * 365), "il y a 12 mois");
        let ar = |days: i64| of("ar").relative(days * 86_400).replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(
            (ar(-2).as_str(), ar(5).as_str(), ar(-12).as_str()),
            ("قبل يومين", "خلال 5 أيام", "قبل 12 يومًا")
        );
    }

    proptest! {
        #[test]
        fn any_span_can_be_said(seconds: i64, fraction: f64) {
            let unfilled = |said: &str| said.contains(['{', '$']);
            for language in Language::all() {
                prop_assert!(!unfilled(&language.relative(seconds)));
                prop_assert!(!unfilled(&language.duration(fraction)));
            }
        }
    }
}
