//! Which times there are: as the office is open, as long as a booking of the line takes, in pieces of five minutes.

use super::{bookable, bookable_line};
use crate::city::{BookingRule, CELL_MINUTES, Line, Office};
use crate::{Act, Refusal, Verb, lobby};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use records::{Tx, booked_time};
use std::collections::{BTreeMap, HashSet};
use terms::{Booking, CounterCode, LineCode, OfficeCode, Slot};
use wording::Language;

const CELL: SignedDuration = SignedDuration::from_mins(CELL_MINUTES as i64);

/// A time that somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Where.
    pub office: OfficeCode,
    /// For what.
    pub line: LineCode,
    /// When.
    pub starts_at: Timestamp,
}

/// The times that are free, in order, by the days of the office.
pub type Free = BTreeMap<Date, Vec<Timestamp>>;

/// The times of a line that can be booked at an office now.
pub fn free(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, line: &LineCode) -> Verb<Free> {
    let office = bookable(act, code)?;
    let line = bookable_line(office, line)?;
    let days = days(office, act.at);
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Ok(Free::new()) };
    let (Some(from), Some(to)) = (office.calendar.start_of(*first), office.calendar.start_of(after(*last)))
    else {
        return Ok(Free::new());
    };
    let taken: HashSet<(CounterCode, Timestamp)> =
        booked_time::taken(tx, &office.code, (from, to), act.at)?.into_iter().collect();
    let is_free = |start: &Timestamp| {
        office.booked_counters(line).any(|counter| {
            let slot = slot(&counter.code, *start, line.slot);
            slot.is_some_and(|slot| {
                cells(&slot).into_iter().all(|cell| !taken.contains(&(counter.code.clone(), cell)))
            })
        })
    };
    let mut free = Free::new();
    for day in days {
        if lobby::is_shut(tx, act, office, day)? {
            continue;
        }
        let starts: Vec<Timestamp> = offered(office, line, day, act.at).filter(is_free).collect();
        if !starts.is_empty() {
            free.insert(day, starts);
        }
    }
    Ok(free)
}

/// Refuses a time that does not exist, or that comes too soon or too late to be booked.
pub(super) fn must_be_offered(
    tx: &mut Tx<'_>,
    act: &Act,
    (office, line): (&Office, &Line),
    at: Timestamp,
) -> Verb<()> {
    let day = office.calendar.day(at);
    let known = days(office, act.at).contains(&day) && !lobby::is_shut(tx, act, office, day)?;
    if known && offered(office, line, day, act.at).any(|start| start == at) {
        return Ok(());
    }
    Err(Refusal::conflict("this time cannot be booked, or can no longer be; choose another"))
}

/// The times of a day that are far enough ahead, whether they are free or not.
fn offered(office: &Office, line: &Line, day: Date, now: Timestamp) -> impl Iterator<Item = Timestamp> {
    let notice = office.booking.as_ref().map_or(SignedDuration::ZERO, |rule| rule.notice);
    let earliest = now.checked_add(notice).unwrap_or(Timestamp::MAX);
    starts(office, line.slot, day).filter(move |start| *start >= earliest)
}

/// The days on which times can be booked.
fn days(office: &Office, now: Timestamp) -> Vec<Date> {
    let ahead = office.booking.as_ref().map_or(0, |BookingRule { days_ahead, .. }| *days_ahead);
    let today = office.calendar.day(now);
    (0..=i64::from(ahead)).filter_map(|days| today.checked_add(days.days()).ok()).collect()
}

/// The times of a day: one after the other from each opening on, as many as are over when it closes.
fn starts(office: &Office, length: SignedDuration, day: Date) -> impl Iterator<Item = Timestamp> {
    let openings: Vec<_> = office.calendar.openings_on(day).collect();
    openings.into_iter().flat_map(move |(opens, closes)| {
        let fits = move |start: &Timestamp| start.checked_add(length).is_ok_and(|end| end <= closes);
        let next = move |start: &Timestamp| start.checked_add(length).ok();
        std::iter::successors(whole(opens), next).take_while(fits)
    })
}

/// The pieces of time that a slot is made of.
pub(super) fn cells(slot: &Slot) -> Vec<Timestamp> {
    let next = |cell: &Timestamp| cell.checked_add(CELL).ok();
    std::iter::successors(Some(slot.starts_at), next).take_while(|cell| *cell < slot.ends_at).collect()
}

/// The time of a counter from an instant on.
pub(super) fn slot(counter: &CounterCode, starts_at: Timestamp, length: SignedDuration) -> Option<Slot> {
    let ends_at = starts_at.checked_add(length).ok()?;
    Some(Slot { counter: counter.clone(), starts_at, ends_at })
}

/// The first full piece of time at or after an instant. Every zone is a quarter of an hour's multiple away from UTC, so
/// these are full five minutes on any wall.
fn whole(at: Timestamp) -> Option<Timestamp> {
    let cell = i64::try_from(CELL.as_millis()).ok()?;
    let ms = at.as_millisecond();
    Timestamp::from_millisecond(ms.checked_add((cell - ms.rem_euclid(cell)) % cell)?).ok()
}

fn after(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

/// An instant as people read it at the office of a booking.
pub(super) fn when(act: &Act, booking: &Booking, language: Language, at: Timestamp) -> String {
    let city = act.city();
    let calendar = city.offices.get(&booking.office).map_or(&city.calendar, |office| &office.calendar);
    language.date_time(calendar.local(at))
}
