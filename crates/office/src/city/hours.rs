//! `calendars.toml`: when the city's offices are open.

use super::fault::Sheet;
use super::read::Reader;
use calendars::{Calendar, CalendarSpec, Holiday, HolidayRule, Observed, Period, Week, holidays_from_ical};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use terms::Localized;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarsToml {
    calendar: Vec<CalendarToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarToml {
    code: Spanned<String>,
    zone: Option<Spanned<String>>,
    #[serde(default)]
    week: Vec<WeekToml>,
    #[serde(default)]
    holiday: Vec<HolidayToml>,
    #[serde(default)]
    exception: Vec<ExceptionToml>,
    #[serde(default)]
    ical: Vec<Spanned<String>>,
}

type Hours = Vec<Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeekToml {
    from: Option<Spanned<String>>,
    #[serde(default)]
    monday: Hours,
    #[serde(default)]
    tuesday: Hours,
    #[serde(default)]
    wednesday: Hours,
    #[serde(default)]
    thursday: Hours,
    #[serde(default)]
    friday: Hours,
    #[serde(default)]
    saturday: Hours,
    #[serde(default)]
    sunday: Hours,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayToml {
    name: Localized,
    rule: Spanned<String>,
    observed: Option<Spanned<String>>,
    from_year: Option<i16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExceptionToml {
    date: Spanned<String>,
    #[serde(default)]
    hours: Hours,
    #[serde(rename = "name")]
    _name: Option<Localized>,
}

pub(crate) type Calendars = BTreeMap<String, Arc<Calendar>>;

/// Reads and compiles the calendars; each is in the city's zone unless it names its own.
pub(crate) fn read(reader: &mut Reader<'_>, city: &Sheet, zone: &Spanned<String>) -> Calendars {
    let mut compiled = Calendars::new();
    let Some((sheet, file)) = reader.required::<CalendarsToml>("calendars.toml") else { return compiled };
    for entry in file.calendar {
        if !reader.code(&sheet, "calendar.code", &entry.code, compiled.contains_key(entry.code.get_ref())) {
            continue;
        }
        let (zone_sheet, zone) = entry.zone.as_ref().map_or((city, zone), |own| (&sheet, own));
        let spec = spec(reader, &sheet, &entry, zone.get_ref());
        match Calendar::compile(&spec) {
            Ok(calendar) => {
                compiled.insert(entry.code.into_inner(), Arc::new(calendar));
            }
            Err(error @ calendars::CalendarError::Zone(_)) => {
                report(reader, zone_sheet, zone, "zone", &error);
            }
            Err(error) => report(reader, &sheet, &entry.code, "calendar", &error),
        }
    }
    compiled
}

fn report(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    at: &Spanned<String>,
    key: &str,
    error: &calendars::CalendarError,
) {
    let message = error.to_string();
    let (problem, mend) = message.split_once("; ").unwrap_or((&message, "add [[calendar.week]] with hours"));
    reader.fault(&sheet.at(at.span(), key), problem, mend);
}

fn spec(reader: &mut Reader<'_>, sheet: &Sheet, entry: &CalendarToml, zone: &str) -> CalendarSpec {
    let mut weeks = Vec::new();
    for week in &entry.week {
        let from = match &week.from {
            Some(from) => date(reader, sheet, "calendar.week.from", from).unwrap_or(Date::MIN),
            None => Date::MIN,
        };
        let days = [
            &week.monday,
            &week.tuesday,
            &week.wednesday,
            &week.thursday,
            &week.friday,
            &week.saturday,
            &week.sunday,
        ];
        weeks.push((from, Week::new(days.map(|hours| periods(reader, sheet, "calendar.week", hours)))));
    }
    let mut exceptions = BTreeMap::new();
    for exception in &entry.exception {
        let hours = periods(reader, sheet, "calendar.exception.hours", &exception.hours);
        if let Some(day) = date(reader, sheet, "calendar.exception.date", &exception.date) {
            exceptions.insert(day, hours);
        }
    }
    let mut holidays: Vec<Holiday> =
        entry.holiday.iter().filter_map(|holiday| read_holiday(reader, sheet, holiday)).collect();
    for feed in &entry.ical {
        holidays.extend(read_feed(reader, sheet, feed));
    }
    CalendarSpec { zone: zone.to_owned(), weeks, exceptions, holidays }
}

fn periods(reader: &mut Reader<'_>, sheet: &Sheet, key: &str, hours: &Hours) -> Vec<Period> {
    hours.iter().filter_map(|text| reader.parsed(sheet, key, text)).collect()
}

/// A date as configuration writes it.
pub(crate) fn date(
    reader: &mut Reader<'_>,
    sheet: &Sheet,
    key: &str,
    text: &Spanned<String>,
) -> Option<Date> {
    let parsed = text.get_ref().parse().ok();
    if parsed.is_none() {
        reader.fault(
            &sheet.at(text.span(), key),
            format!("{:?} is no date", text.get_ref()),
            "write it like 2026-03-29",
        );
    }
    parsed
}

fn read_holiday(reader: &mut Reader<'_>, sheet: &Sheet, holiday: &HolidayToml) -> Option<Holiday> {
    let rule = reader.parsed::<HolidayRule>(sheet, "calendar.holiday.rule", &holiday.rule)?;
    let observed = match holiday.observed.as_ref().map(|text| (text, text.get_ref().as_str())) {
        None | Some((_, "no")) => Observed::No,
        Some((_, "nearest")) => Observed::Nearest,
        Some((_, "sunday-to-monday")) => Observed::SundayToMonday,
        Some((_, "next-free")) => Observed::NextFree,
        Some((text, other)) => {
            let mend = "use no, nearest, sunday-to-monday or next-free";
            reader.fault(
                &sheet.at(text.span(), "calendar.holiday.observed"),
                format!("{other:?} is not known"),
                mend,
            );
            return None;
        }
    };
    Some(Holiday { name: holiday.name.text("").to_owned(), rule, observed, from_year: holiday.from_year })
}

fn read_feed(reader: &mut Reader<'_>, sheet: &Sheet, path: &Spanned<String>) -> Vec<Holiday> {
    let Some((_, text)) = reader.text(path.get_ref()) else {
        let problem = format!("the file {:?} is missing", path.get_ref());
        reader.fault(
            &sheet.at(path.span(), "calendar.ical"),
            problem,
            "put it beside city.toml or take the line away",
        );
        return Vec::new();
    };
    holidays_from_ical(text).unwrap_or_else(|error| {
        let message = error.to_string();
        let (problem, mend) = message.split_once("; ").unwrap_or((&message, "save the feed again as .ics"));
        reader.fault(&sheet.at(path.span(), "calendar.ical"), problem, mend);
        Vec::new()
    })
}
