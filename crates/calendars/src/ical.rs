//! Holidays from an iCalendar feed (RFC 5545), with observances left out.

use crate::{Holiday, HolidayRule, Observed};
use icalendar::parser::{Component, Property, read_calendar, unfold};
use jiff::Span;
use jiff::civil::{Date, Weekday};

/// The longest feed that is read.
const LARGEST_BYTES: usize = 4 * 1024 * 1024;
/// The longest event that can be a holiday.
const LONGEST_DAYS: i32 = 31;

/// Why a feed cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IcalError {
    /// Larger than any list of holidays.
    #[error("the feed is larger than {LARGEST_BYTES} bytes; is it a list of holidays?")]
    Size,
    /// Not iCalendar.
    #[error("not an iCalendar file: {0}")]
    Form(String),
    /// An event without a day.
    #[error("the event {0:?} has no DTSTART with a date; every holiday needs one")]
    NoDate(String),
    /// A recurrence that no holiday follows.
    #[error("the event {0:?} repeats by {1:?}; only yearly rules on a fixed day or an n-th weekday are read")]
    Recurrence(String, String),
}

/// Reads the holidays of a feed. Events that their CATEGORIES, DESCRIPTION or TRANSP mark as observances or
/// as not closing anything are left out: a feed of "holidays" is mostly days on which offices are open.
pub fn holidays_from_ical(text: &str) -> Result<Vec<Holiday>, IcalError> {
    if text.len() > LARGEST_BYTES {
        return Err(IcalError::Size);
    }
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).map_err(IcalError::Form)?;
    let events = calendar.components.iter().filter(|part| part.name.as_str() == "VEVENT");
    let mut holidays = Vec::new();
    for event in events.filter(|event| !is_observance(event)) {
        holidays.extend(holidays_of(event)?);
    }
    Ok(holidays)
}

fn property<'a>(event: &'a Component<'_>, name: &str) -> Option<&'a Property<'a>> {
    event.properties.iter().find(|property| property.name.as_str() == name)
}

fn value(event: &Component<'_>, name: &str) -> Option<String> {
    property(event, name).map(|property| property.val.as_str().trim().to_owned())
}

fn is_observance(event: &Component<'_>) -> bool {
    let says =
        |name: &str, word: &str| value(event, name).is_some_and(|text| text.to_lowercase().contains(word));
    says("CATEGORIES", "observance")
        || says("CATEGORIES", "optional")
        || says("DESCRIPTION", "observance")
        || says("STATUS", "cancelled")
}

fn holidays_of(event: &Component<'_>) -> Result<Vec<Holiday>, IcalError> {
    let name = value(event, "SUMMARY").unwrap_or_default();
    let start =
        value(event, "DTSTART").as_deref().and_then(day).ok_or_else(|| IcalError::NoDate(name.clone()))?;
    let end = value(event, "DTEND").as_deref().and_then(day);
    if let Some(recurrence) = value(event, "RRULE") {
        let rule =
            yearly(&recurrence, start).ok_or_else(|| IcalError::Recurrence(name.clone(), recurrence))?;
        return Ok(vec![Holiday { name, rule, observed: Observed::No, from_year: Some(start.year()) }]);
    }
    // DTEND is the day after the last one; an event without one, or of one day, is one day long.
    let days =
        end.and_then(|end| start.until(end).ok()).map_or(1, |span| span.get_days().clamp(1, LONGEST_DAYS));
    Ok((0..days)
        .filter_map(|offset| start.checked_add(Span::new().days(offset)).ok())
        .map(|day| Holiday {
            name: name.clone(),
            rule: HolidayRule::Once(day),
            observed: Observed::No,
            from_year: None,
        })
        .collect())
}

fn day(text: &str) -> Option<Date> {
    let digits = text.get(..8)?;
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i16>().ok();
    Date::new(part(0..4)?, i8::try_from(part(4..6)?).ok()?, i8::try_from(part(6..8)?).ok()?).ok()
}

fn yearly(recurrence: &str, start: Date) -> Option<HolidayRule> {
    let mut month = start.month();
    let mut weekday = None;
    for part in recurrence.split(';').filter(|part| !part.is_empty()) {
        match part.split_once('=')? {
            ("FREQ", "YEARLY") | ("INTERVAL", "1") | ("WKST", _) => {}
            ("BYMONTH", text) => month = text.parse().ok()?,
            ("BYMONTHDAY", text) if text.parse() == Ok(start.day()) => {}
            ("BYDAY", text) => weekday = Some(nth_weekday(text)?),
            _ => return None,
        }
    }
    match weekday {
        Some((nth, weekday)) => Some(HolidayRule::Nth(nth, weekday, month)),
        None if month == start.month() => Some(HolidayRule::Fixed(month, start.day())),
        None => None,
    }
}

fn nth_weekday(text: &str) -> Option<(i8, Weekday)> {
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let nth: i8 = nth.parse().ok()?;
    ((1..=5).contains(&nth) || nth == -1).then_some((nth, weekday))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn feed(events: &str) -> String {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n")
    }

    fn event(lines: &str) -> String {
        feed(&format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}END:VEVENT\r\n"))
    }

    #[test]
    fn zammad_390_observances_in_a_feed_are_no_holidays() {
        let feed = feed(
            "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20150525\r\nDTEND;VALUE=DATE:20150526\r\nSUMMARY:Memorial Day\r\nCATEGORIES:Public holiday\r\nEND:VEVENT\r\n\
             BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20150214\r\nSUMMARY:Valentine's Day\r\nCATEGORIES:Observance\r\nEND:VEVENT\r\n\
             BEGIN:VEVENT\r\nUID:3\r\nDTSTART;VALUE=DATE:20150415\r\nSUMMARY:Tax Day\r\nDESCRIPTION:Observance\\nTo hide observances\\, go to settings\r\nEND:VEVENT\r\n",
        );
        let holidays = holidays_from_ical(&feed).unwrap();
        assert_eq!(holidays.len(), 1);
        assert_eq!(holidays[0].in_year(2015), Some(date(2015, 5, 25)));
    }

    #[test]
    fn yearly_rules_and_long_feasts_are_read() {
        let fourth =
            event("DTSTART;VALUE=DATE:20100704\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Independence\r\n Day\r\n");
        let holiday = &holidays_from_ical(&fourth).unwrap()[0];
        assert_eq!(holiday.name, "IndependenceDay");
        assert_eq!((holiday.in_year(2030), holiday.in_year(2009)), (Some(date(2030, 7, 4)), None));

        let thanks =
            event("DTSTART;VALUE=DATE:20151126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\nSUMMARY:T\r\n");
        assert_eq!(holidays_from_ical(&thanks).unwrap()[0].in_year(2026), Some(date(2026, 11, 26)));

        let eid = event("DTSTART;VALUE=DATE:20260320\r\nDTEND;VALUE=DATE:20260323\r\nSUMMARY:عيد الفطر\r\n");
        assert_eq!(holidays_from_ical(&eid).unwrap().len(), 3);
    }

    #[test]
    fn hostile_feeds_are_refused_in_words() {
        let weekly = event("DTSTART;VALUE=DATE:20150101\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:W\r\n");
        assert!(matches!(holidays_from_ical(&weekly), Err(IcalError::Recurrence(..))));
        assert!(matches!(holidays_from_ical(&event("SUMMARY:No day\r\n")), Err(IcalError::NoDate(_))));
        assert!(matches!(holidays_from_ical(&event("DTSTART:2015é0101\r\n")), Err(IcalError::NoDate(_))));
        assert!(matches!(holidays_from_ical("<html>"), Err(IcalError::Form(_))));
        assert_eq!(holidays_from_ical(&"x".repeat(LARGEST_BYTES + 1)), Err(IcalError::Size));
    }
}
