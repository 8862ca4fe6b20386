//! Holidays as rules: a fixed day, the n-th weekday of a month, a distance from Easter, or a list of dates.

use crate::easter;
use jiff::Span;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// A holiday of the city: a name and when it falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// As the city calls it.
    pub name: String,
    /// When it falls.
    pub rule: HolidayRule,
    /// What happens when it falls on a day of rest.
    pub observed: Observed,
    /// The first year that keeps it, if it is young.
    pub from_year: Option<i16>,
}

/// When a holiday falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HolidayRule {
    /// The same day each year: month and day.
    Fixed(i8, i8),
    /// The n-th weekday of a month, from 1; from the end when negative.
    Nth(i8, Weekday, i8),
    /// The weekday on or before a day of a month.
    OnOrBefore(Weekday, i8, i8),
    /// Days after western Easter Sunday.
    Easter(i32),
    /// Days after eastern Easter Sunday.
    EasternEaster(i32),
    /// One date.
    Once(Date),
}

/// What happens to a holiday that falls on a weekend.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Observed {
    /// Nothing: it is kept on its day only.
    #[default]
    No,
    /// Saturday's is kept on Friday, Sunday's on Monday.
    Nearest,
    /// Sunday's is kept on Monday; Saturday's is not moved.
    SundayToMonday,
    /// It is kept on the next day that is neither a day of rest nor another holiday.
    NextFree,
}

/// Why a text is not a rule for a holiday.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not a rule for a holiday; write `07-04`, `3rd monday of january`, `last monday of may`, \
     `monday on or before 05-24`, `easter -2`, `eastern easter +1` or `2026-05-08`"
)]
pub struct HolidayError(pub String);

/// The days of some years on which holidays are kept: each on its own day and, where it is moved, on its
/// substitute. `is_rest` says which days are days of rest anyway.
pub fn holiday_days(
    holidays: &[Holiday],
    years: RangeInclusive<i16>,
    is_rest: impl Fn(Date) -> bool,
) -> BTreeSet<Date> {
    let own: Vec<(Date, Observed)> = years
        .flat_map(|year| {
            holidays.iter().filter_map(move |holiday| Some((holiday.in_year(year)?, holiday.observed)))
        })
        .collect();
    let mut days: BTreeSet<Date> = own.iter().map(|(day, _)| *day).collect();
    for (day, observed) in own {
        let substitute = match (observed, day.weekday()) {
            (Observed::Nearest, Weekday::Saturday) => day.yesterday().ok(),
            (Observed::Nearest | Observed::SundayToMonday, Weekday::Sunday) => day.tomorrow().ok(),
            (Observed::NextFree, _) if is_rest(day) => {
                day.series(Span::new().days(1)).take(14).find(|next| !is_rest(*next) && !days.contains(next))
            }
            _ => None,
        };
        days.extend(substitute);
    }
    days
}

impl Holiday {
    /// The day of a year on which it falls, if it does.
    pub fn in_year(&self, year: i16) -> Option<Date> {
        self.rule.in_year(year).filter(|_| self.from_year.is_none_or(|first| year >= first))
    }
}

impl HolidayRule {
    fn in_year(&self, year: i16) -> Option<Date> {
        match *self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(nth, weekday, month) => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::OnOrBefore(weekday, month, day) => {
                let latest = Date::new(year, month, day).ok()?;
                if latest.weekday() == weekday { Some(latest) } else { latest.nth_weekday(-1, weekday).ok() }
            }
            Self::Easter(days) => easter::western(year)?.checked_add(Span::new().days(days)).ok(),
            Self::EasternEaster(days) => easter::eastern(year)?.checked_add(Span::new().days(days)).ok(),
            Self::Once(date) => (date.year() == year).then_some(date),
        }
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn month(word: &str) -> Option<i8> {
    MONTHS.iter().position(|name| *name == word).and_then(|place| i8::try_from(place + 1).ok())
}

fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // 29 February is a rule that some years do not follow.
    Date::new(2024, month, day).ok().map(|_| (month, day))
}

fn nth(word: &str) -> Option<i8> {
    match word {
        "last" => Some(-1),
        "1st" | "first" => Some(1),
        "2nd" | "second" => Some(2),
        "3rd" | "third" => Some(3),
        "4th" | "fourth" => Some(4),
        "5th" | "fifth" => Some(5),
        _ => None,
    }
}

fn parse(text: &str) -> Option<HolidayRule> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let days = |word: &str| word.parse::<i32>().ok().filter(|days| days.abs() <= 200);
    match words.as_slice() {
        ["easter"] => Some(HolidayRule::Easter(0)),
        ["easter", offset] => days(offset).map(HolidayRule::Easter),
        ["eastern", "easter"] => Some(HolidayRule::EasternEaster(0)),
        ["eastern", "easter", offset] => days(offset).map(HolidayRule::EasternEaster),
        [which, day, "of", name] => Some(HolidayRule::Nth(nth(which)?, weekday(day)?, month(name)?)),
        [day, "on", "or", "before", latest] => {
            let (month, latest) = month_day(latest)?;
            Some(HolidayRule::OnOrBefore(weekday(day)?, month, latest))
        }
        [date] if date.len() == 10 => date.parse().ok().map(HolidayRule::Once),
        [date] => month_day(date).map(|(month, day)| HolidayRule::Fixed(month, day)),
        _ => None,
    }
}

impl FromStr for HolidayRule {
    type Err = HolidayError;

    fn from_str(text: &str) -> Result<Self, HolidayError> {
        parse(&text.to_ascii_lowercase()).ok_or_else(|| HolidayError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn on(rule: &str, year: i16) -> Option<Date> {
        rule.parse::<HolidayRule>().unwrap().in_year(year)
    }

    #[test]
    fn rules_fall_where_they_should() {
        assert_eq!(on("07-04", 2026), Some(date(2026, 7, 4)));
        assert_eq!(on("02-29", 2026), None);
        assert_eq!(on("3rd Monday of April", 2015), Some(date(2015, 4, 20)));
        assert_eq!(on("last monday of may", 2015), Some(date(2015, 5, 25)));
        assert_eq!(on("monday on or before 05-24", 2021), Some(date(2021, 5, 24)));
        assert_eq!(on("monday on or before 05-24", 2022), Some(date(2022, 5, 23)));
        assert_eq!(on("easter -2", 2026), Some(date(2026, 4, 3)));
        assert_eq!(on("2026-05-08", 2026), Some(date(2026, 5, 8)));
        assert_eq!(on("2026-05-08", 2027), None);
    }

    #[test]
    fn a_holiday_on_a_day_of_rest_moves_as_the_city_says() {
        let fourth = |observed, year| {
            let rule = HolidayRule::Fixed(7, 4);
            let holidays = [Holiday { name: "4 July".into(), rule, observed, from_year: None }];
            let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            holiday_days(&holidays, year..=year, weekend).into_iter().map(Date::day).collect::<Vec<_>>()
        };
        let (saturday, sunday, tuesday) = (2026, 2021, 2023);
        assert_eq!(fourth(Observed::No, saturday), [4]);
        assert_eq!(fourth(Observed::Nearest, saturday), [3, 4]);
        assert_eq!(fourth(Observed::SundayToMonday, saturday), [4]);
        assert_eq!(fourth(Observed::SundayToMonday, sunday), [4, 5]);
        assert_eq!(fourth(Observed::NextFree, saturday), [4, 6]);
        assert_eq!(fourth(Observed::NextFree, tuesday), [4]);
    }

    #[test]
    fn nonsense_is_refused_with_the_forms_that_would_do() {
        for text in
            ["", "13-01", "6th monday of may", "monday", "easter x", "easter 9999", "2026-02-30", "💥"]
        {
            let error = text.parse::<HolidayRule>().unwrap_err().to_string();
            assert!(error.contains("last monday of may"), "{error}");
        }
    }
}
