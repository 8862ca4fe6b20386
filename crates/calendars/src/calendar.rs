//! A calendar: opening hours, exceptions and holidays of one zone, compiled into a table of open intervals.
//!
//! The table holds each opening as UTC instants with the working time before it, so that both questions
//! (how much working time lies between two instants, and when has so much gone by) are one binary search.

use crate::holidays::holiday_days;
use crate::{Holiday, Period, Week};
use jiff::civil::{Date, DateTime, Time, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use std::collections::BTreeMap;
use std::fmt;

/// The first year that a compiled calendar knows.
pub const FIRST_YEAR: i16 = 1995;
/// The last year that a compiled calendar knows.
pub const LAST_YEAR: i16 = 2070;

/// What a calendar is made from.
#[derive(Debug, Clone)]
pub struct CalendarSpec {
    /// IANA name of the zone.
    pub zone: String,
    /// Weekly hours with the day from which each applies; the first one also applies to all days before.
    pub weeks: Vec<(Date, Week)>,
    /// Days with hours of their own; none means closed.
    pub exceptions: BTreeMap<Date, Vec<Period>>,
    /// Days on which the week's hours do not apply.
    pub holidays: Vec<Holiday>,
}

/// Why a calendar cannot be compiled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// No such zone.
    #[error("{0:?} is not an IANA time zone; write it like America/New_York")]
    Zone(String),
    /// No week at all.
    #[error("a calendar needs the hours of a week")]
    NoWeek,
    /// Two periods share an instant.
    #[error("on {0} two opening periods overlap; let one end before the next begins")]
    Overlap(Date),
}

/// One opening. All in milliseconds; `before` is the working time of all earlier ones.
#[derive(Debug, Clone, Copy)]
struct Opening {
    start: i64,
    end: i64,
    before: i64,
}

/// A compiled calendar.
#[derive(Clone)]
pub struct Calendar {
    zone: TimeZone,
    openings: Vec<Opening>,
    /// For each day from the first of [`FIRST_YEAR`]: how many openings and how many business days begin before it.
    days: Vec<Before>,
    /// Each business day as an offset into `days`.
    business_days: Vec<usize>,
}

/// Without its table of seventy-five years, which nobody reads in a message.
impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (openings, business_days) = (self.openings.len(), self.business_days.len());
        let mut shown = f.debug_struct("Calendar");
        shown.field("zone", &self.zone.iana_name()).field("openings", &openings);
        shown.field("business_days", &business_days).finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Copy)]
struct Before {
    openings: usize,
    business_days: usize,
}

impl Calendar {
    /// Compiles the years from [`FIRST_YEAR`] to [`LAST_YEAR`].
    pub fn compile(spec: &CalendarSpec) -> Result<Self, CalendarError> {
        let zone = TimeZone::get(&spec.zone).map_err(|_| CalendarError::Zone(spec.zone.clone()))?;
        let mut weeks = spec.weeks.clone();
        weeks.sort_by_key(|(from, _)| *from);
        if weeks.is_empty() {
            return Err(CalendarError::NoWeek);
        }
        let is_rest = |day: Date| week_of(&weeks, day).on(day.weekday()).is_empty();
        let holidays = holiday_days(&spec.holidays, FIRST_YEAR - 1..=LAST_YEAR + 1, is_rest);
        let mut calendar = Self { zone, openings: Vec::new(), days: Vec::new(), business_days: Vec::new() };
        for day in first_day().series(Span::new().days(1)).take_while(|day| day.year() <= LAST_YEAR) {
            let periods = match spec.exceptions.get(&day) {
                Some(periods) => periods.as_slice(),
                None if holidays.contains(&day) => &[],
                None => week_of(&weeks, day).on(day.weekday()),
            };
            calendar.push_day(day, periods)?;
        }
        Ok(calendar)
    }

    fn push_day(&mut self, day: Date, periods: &[Period]) -> Result<(), CalendarError> {
        let place = self.days.len();
        self.days.push(Before { openings: self.openings.len(), business_days: self.business_days.len() });
        if periods.is_empty() {
            return Ok(());
        }
        self.business_days.push(place);
        let mut periods = periods.to_vec();
        periods.sort_by_key(|period| period.start_minute());
        for period in periods {
            let (open, (close, days)) = period.local();
            let start = self.instant(day.to_datetime(open));
            let end = self.instant(day.saturating_add(Span::new().days(days)).to_datetime(close));
            let last = self.openings.last().copied().unwrap_or(Opening {
                start: i64::MIN,
                end: i64::MIN,
                before: 0,
            });
            if start < last.end {
                return Err(CalendarError::Overlap(day));
            }
            // An opening that a change to summer time swallows whole leaves nothing to work in.
            if start < end {
                let before = if last.end == i64::MIN { 0 } else { last.before + last.end - last.start };
                self.openings.push(Opening { start, end, before });
            }
        }
        Ok(())
    }

    /// Local times that do not exist move forward by the gap, those that exist twice mean the first.
    fn instant(&self, local: DateTime) -> i64 {
        self.zone.to_ambiguous_timestamp(local).compatible().unwrap_or(Timestamp::MAX).as_millisecond()
    }

    /// The zone in which the calendar's hours are told.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The local date and time of an instant.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        self.zone.to_datetime(instant)
    }

    /// Whether somebody is there: from the opening up to, but not including, the closing.
    pub fn is_open(&self, instant: Timestamp) -> bool {
        let at = instant.as_millisecond();
        self.opening_at_or_before(at).is_some_and(|opening| at < opening.end)
    }

    /// The instant itself when open, otherwise the next opening.
    pub fn next_open(&self, instant: Timestamp) -> Option<Timestamp> {
        if self.is_open(instant) {
            return Some(instant);
        }
        let at = instant.as_millisecond();
        let next = self.openings.partition_point(|opening| opening.start < at);
        self.openings.get(next).and_then(|opening| timestamp(opening.start))
    }

    /// The first closing after an instant.
    pub fn next_close(&self, instant: Timestamp) -> Option<Timestamp> {
        let at = instant.as_millisecond();
        let next = self.openings.partition_point(|opening| opening.end <= at);
        let day = self.day_of(self.openings.get(next)?.start)?;
        self.last_opening_of(day).and_then(|opening| timestamp(opening.end))
    }

    /// The working time between two instants; negative when `to` is before `from`.
    pub fn worked(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        SignedDuration::from_millis(self.total(to.as_millisecond()) - self.total(from.as_millisecond()))
    }

    /// The instant at which `time` of working time has gone by since `from`. A deadline that falls on a
    /// closing is that closing, not the next opening. Nothing beyond [`LAST_YEAR`] or for a negative time.
    pub fn add(&self, from: Timestamp, time: SignedDuration) -> Option<Timestamp> {
        if time.is_zero() {
            return self.next_open(from);
        }
        let wanted = self.total(from.as_millisecond()).checked_add(i64::try_from(time.as_millis()).ok()?)?;
        let place = self.openings.partition_point(|opening| opening.before < wanted).checked_sub(1)?;
        let opening = self.openings.get(place).filter(|_| !time.is_negative())?;
        let end = opening.start + (wanted - opening.before);
        (end <= opening.end).then(|| timestamp(end)).flatten()
    }

    /// The same time of day, `days` business days after the next opening. On a day with other hours, the
    /// nearest moment at which it is open.
    pub fn business_days_after(&self, from: Timestamp, days: u32) -> Option<Timestamp> {
        let start = self.next_open(from)?;
        let local = self.local(start);
        let index = self.days.get(self.offset(local.date())?)?.business_days;
        let day = *self.business_days.get(index + usize::try_from(days).ok()?)?;
        let wanted = self.instant(Self::date(day)?.to_datetime(local.time()));
        self.nearest_open(day, wanted)
    }

    /// How many business days it took from one instant to another: the fewest after which, by
    /// [`Self::business_days_after`], the second has come. Nothing beyond the calendar's years.
    pub fn business_days(&self, from: Timestamp, to: Timestamp) -> Option<u32> {
        let before = |at: Timestamp| {
            self.days.get(self.offset(self.local(at).date())?).map(|before| before.business_days)
        };
        let between = before(to)?.saturating_sub(before(self.next_open(from)?)?);
        // An opening may reach past midnight: the count by days is right or one off to either side.
        let fewest = u32::try_from(between).ok()?.saturating_sub(1);
        (fewest..=fewest + 3).find(|days| self.business_days_after(from, *days).is_some_and(|end| end >= to))
    }

    /// The same time of day, `days` days later, open or not.
    pub fn days_after(&self, from: Timestamp, days: u32) -> Option<Timestamp> {
        let local = self.local(from).checked_add(Span::new().days(i64::from(days))).ok()?;
        timestamp(self.instant(local))
    }

    /// The last closing of the working day that an instant falls into, between its openings included; with
    /// `early` also before the first opening. Nothing outside, and nothing at or after the closing.
    pub(crate) fn closes_today(&self, instant: Timestamp, early: bool) -> Option<Timestamp> {
        let at = instant.as_millisecond();
        let day = self.offset(self.local(instant).date())?;
        let first = self.openings_of(day).first()?;
        let last = self.last_opening_of(day)?;
        (at < last.end && (early || at >= first.start)).then(|| timestamp(last.end)).flatten()
    }

    /// The last moment after `after` and not later than `until` at which it is open.
    pub(crate) fn last_open_moment(&self, after: Timestamp, until: Timestamp) -> Option<Timestamp> {
        let (after, until) = (after.as_millisecond(), until.as_millisecond());
        let place = self.openings.partition_point(|opening| opening.start < until).checked_sub(1)?;
        let last = self.openings[place].end.min(until);
        (last > after).then(|| timestamp(last)).flatten()
    }

    /// The local day of an instant.
    pub fn day(&self, instant: Timestamp) -> Date {
        self.local(instant).date()
    }

    /// The instant at which a local day begins.
    pub fn start_of(&self, day: Date) -> Option<Timestamp> {
        timestamp(self.instant(day.to_datetime(Time::midnight())))
    }

    /// When it is open on a local day: each opening that begins on it, with its closing.
    pub fn openings_on(&self, day: Date) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let openings = self.offset(day).map_or(&[][..], |day| self.openings_of(day));
        openings.iter().filter_map(|opening| Some((timestamp(opening.start)?, timestamp(opening.end)?)))
    }

    fn total(&self, at: i64) -> i64 {
        self.opening_at_or_before(at)
            .map_or(0, |opening| opening.before + at.min(opening.end) - opening.start)
    }

    fn opening_at_or_before(&self, at: i64) -> Option<Opening> {
        let place = self.openings.partition_point(|opening| opening.start <= at).checked_sub(1)?;
        self.openings.get(place).copied()
    }

    fn openings_of(&self, day: usize) -> &[Opening] {
        let begin = self.days[day].openings;
        let end = self.days.get(day + 1).map_or(self.openings.len(), |next| next.openings);
        &self.openings[begin..end]
    }

    fn last_opening_of(&self, day: usize) -> Option<&Opening> {
        self.openings_of(day).last()
    }

    fn nearest_open(&self, day: usize, wanted: i64) -> Option<Timestamp> {
        let openings = self.openings_of(day);
        let first = openings.first()?;
        let reached = openings.iter().rev().find(|opening| opening.start <= wanted).unwrap_or(first);
        timestamp(wanted.clamp(reached.start, reached.end))
    }

    fn day_of(&self, at: i64) -> Option<usize> {
        self.offset(self.local(timestamp(at)?).date())
    }

    fn offset(&self, day: Date) -> Option<usize> {
        let days = first_day().until(day).ok()?.get_days();
        usize::try_from(days).ok().filter(|offset| *offset < self.days.len())
    }

    fn date(offset: usize) -> Option<Date> {
        first_day().checked_add(Span::new().days(i64::try_from(offset).ok()?)).ok()
    }
}

/// The week in force on a day: the latest that began, or the first one before any did.
fn week_of(weeks: &[(Date, Week)], day: Date) -> &Week {
    let begun = weeks.partition_point(|(from, _)| *from <= day);
    &weeks[begun.saturating_sub(1)].1
}

fn first_day() -> Date {
    date(FIRST_YEAR, 1, 1)
}

fn timestamp(ms: i64) -> Option<Timestamp> {
    Timestamp::from_millisecond(ms).ok()
}
