//! How an office's days went: counted when a day is over, by line and hour, with who was overtaken and why.

use super::today;
use crate::city::Office;
use crate::{Act, Refusal, Verb};
use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};
use measures::DurationScale;
use policy::{Action, Resource};
use records::visit_facts::{self, Day, Fact, Hour, Promises, Seen};
use records::{Tx, events, visits};
use std::collections::BTreeMap;
use terms::{LineCode, OfficeCode, VisitEnd, VisitState};

/// Visits of one day at one office that are counted.
const MOST_SEEN: u32 = 100_000;
/// The longest time that is told at once, in days.
const MOST_DAYS: i64 = 400;

/// What is known of days, by day, line and hour.
pub type Days = BTreeMap<Date, BTreeMap<Hour, Fact>>;

/// Writes down the days of an office that are over and not written down yet; how many.
pub(super) fn write_days(tx: &mut Tx<'_>, act: &Act, office: &Office, limit: u32) -> Verb<usize> {
    let mut written = 0;
    while written < limit {
        let Some(day) = unwritten(tx, act, office)? else { break };
        let seen = visit_facts::seen(tx, (&office.code, day), MOST_SEEN)?;
        let promises = promises(office);
        let known = tally(&seen, start_of(office, day)?, &promises);
        visit_facts::write(tx, (&office.code, day), &known, &promises)?;
        written += 1;
    }
    Ok(usize::try_from(written).unwrap_or(0))
}

/// The first day that is not written down, once nothing of it can be taken back any more.
fn unwritten(tx: &mut Tx<'_>, act: &Act, office: &Office) -> Verb<Option<Date>> {
    let settled = act.at.checked_sub(super::undo_span(act)).unwrap_or(act.at);
    Ok(visit_facts::unwritten(tx, (&office.code, office.calendar.local(settled).date()))?)
}

/// What was written down of the last days of an office before today; figures without anybody's name.
pub fn days(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, last: i64) -> Verb<Days> {
    let office = super::office(act, code)?;
    let today = today(act, office);
    let before = |days: i64| today.checked_sub(Span::new().days(days.clamp(1, MOST_DAYS))).unwrap_or(today);
    Ok(visit_facts::between(tx, &office.code, (before(last), before(1)))?)
}

/// Today so far, by line and hour.
pub(super) fn today_so_far(tx: &mut Tx<'_>, act: &Act, office: &Office) -> Verb<BTreeMap<Hour, Fact>> {
    Ok(visit_facts::count(tx, (&office.code, today(act, office)), midnight(act, office)?, &promises(office))?)
}

/// From when on the hours of today are counted at an office.
pub(super) fn midnight(act: &Act, office: &Office) -> Verb<Timestamp> {
    start_of(office, today(act, office))
}

/// Twelve hours before noon: midnight, but for the days on which clocks change, so that the hours on the wall are those that
/// are counted.
fn start_of(office: &Office, day: Date) -> Verb<Timestamp> {
    let noon = office.calendar.zone().to_ambiguous_timestamp(day.at(12, 0, 0, 0)).compatible();
    let start = noon.and_then(|noon| noon.checked_sub(SignedDuration::from_hours(12)));
    start.map_err(|_| Refusal::conflict("this day is beyond the calendar"))
}

fn promises(office: &Office) -> Promises {
    let promise = |line: &crate::city::Line| i64::try_from(line.target.as_millis()).unwrap_or(i64::MAX);
    office.lines.iter().map(|line| (line.code.clone(), promise(line))).collect()
}

/// The next day of an office after one that is over, with nobody left over from it, so that it can be counted.
pub(crate) fn next_day_over(
    tx: &mut Tx<'_>,
    act: &Act,
    office: &Office,
    after: Option<Date>,
) -> Verb<Option<Date>> {
    let today = today(act, office);
    let left = visits::left_over(tx, &super::scope(act, office), (&office.code, today), 1)?;
    let end = left.first().map_or(today, |visit| visit.ticket.day);
    Ok(visit_facts::next_day(tx, &office.code, (after, end))?)
}

/// Whether a day is still to be written down by the house as it keeps time.
pub(crate) fn is_to_be_written(tx: &mut Tx<'_>, act: &Act, office: &Office, day: Date) -> Verb<bool> {
    Ok(visit_facts::unwritten(tx, (&office.code, today(act, office)))?.is_some_and(|first| first <= day))
}

/// Counts a day that is over again, from what happened to each of its visits. It is judged by what was promised then, as
/// far as that is written down.
pub(crate) fn recounted(tx: &mut Tx<'_>, office: &Office, day: Date) -> Verb<(Day, Promises)> {
    let mut promises = promises(office);
    promises.extend(visit_facts::promised(tx, (&office.code, day))?);
    let mut seen = Vec::new();
    for (id, joined_at) in visit_facts::joined(tx, (&office.code, day), MOST_SEEN)? {
        let state = VisitState::replay(events::steps(tx, id)?);
        seen.extend(state.map(|state| Seen::of(joined_at, &state)));
    }
    Ok((tally(&seen, start_of(office, day)?, &promises), promises))
}

/// Counts the next day of an office after one again, and writes it down in place of what was written of it; which.
pub fn recount_next(
    tx: &mut Tx<'_>,
    act: &Act,
    code: &OfficeCode,
    after: Option<Date>,
) -> Verb<Option<Date>> {
    act.must(Action::RunJobs, Resource::Installation)?;
    let office = super::office(act, code)?;
    let Some(day) = next_day_over(tx, act, office, after)? else { return Ok(None) };
    let (known, promises) = recounted(tx, office, day)?;
    visit_facts::write(tx, (&office.code, day), &known, &promises)?;
    Ok(Some(day))
}

/// What a day was, by those who joined on it.
fn tally(seen: &[Seen], midnight: Timestamp, promises: &Promises) -> Day {
    let mut day = Day::default();
    for one in seen {
        let promise = promises.get(&one.line).copied().unwrap_or(0);
        let fact = day.hours.entry(hour(one, midnight)).or_default();
        *fact = fact.and(&told(one, promise));
        if let Some(until) = one.called_at.or(one.ended.map(|(at, _)| at)) {
            let bucket = DurationScale::bucket(waited(one, until).as_secs());
            let waits = day.waits.entry((one.line.clone(), bucket)).or_default();
            let until = if one.called_at.is_some() { &mut waits.called } else { &mut waits.gone };
            *until += 1;
        }
    }
    for (one, why) in overtaken(seen) {
        let fact = day.hours.entry(hour(one, midnight)).or_default();
        fact.overtaken += 1;
        fact.overtaken_by_priority += i64::from(why == By::Priority);
        fact.overtaken_by_line += i64::from(why == By::OtherLine);
    }
    day
}

/// The line and the hour of a day that somebody is counted in.
fn hour(seen: &Seen, midnight: Timestamp) -> Hour {
    (seen.line.clone(), seen.joined_at.duration_since(midnight).as_hours())
}

/// How long somebody had waited by an instant. Whoever is booked for later does not wait before that.
fn waited(seen: &Seen, until: Timestamp) -> SignedDuration {
    until.duration_since(seen.joined_at.max(seen.place_at)).max(SignedDuration::ZERO)
}

/// One visit as a fact, but for who was overtaken.
fn told(seen: &Seen, promise: i64) -> Fact {
    let millis = |span: SignedDuration| i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
    let wait = seen.called_at.map(|at| millis(waited(seen, at)));
    let end = seen.ended.map(|(_, end)| end);
    let kept = seen.called_at.zip(seen.called_until).is_some_and(|(at, until)| at <= until);
    let closed = matches!(end, Some(VisitEnd::DayOver | VisitEnd::Emergency));
    let too_late = |(at, end)| end == VisitEnd::Left && millis(waited(seen, at)) > promise;
    let served = seen.ended.filter(|(_, end)| *end == VisitEnd::Served);
    let took = served.zip(seen.served_at).map(|((at, _), since)| millis(at.duration_since(since)));
    Fact {
        joined: 1,
        called: i64::from(wait.is_some()),
        in_time: i64::from(wait.is_some_and(|wait| wait <= promise)),
        waited_ms: wait.unwrap_or(0),
        served: i64::from(served.is_some()),
        served_ms: took.unwrap_or(0),
        no_shows: i64::from(end == Some(VisitEnd::NoShow)),
        gave_up: i64::from(end == Some(VisitEnd::Left)),
        unserved: i64::from(closed && seen.served_at.is_none()),
        lost: i64::from(wait.is_none() && (closed || seen.ended.is_some_and(too_late))),
        windows: i64::from(seen.called_until.is_some() && (wait.is_some() || closed)),
        windows_kept: i64::from(kept),
        ..Fact::default()
    }
}

/// Why somebody was overtaken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    /// By those alone who had priority.
    Priority,
    /// By those as well who wanted another thing, and by nobody ordinary who wanted the same.
    OtherLine,
    /// By somebody ordinary who wanted the same.
    Other,
}

/// When the first were called of those whose place is behind.
struct Behind<'s> {
    raised: Timestamp,
    by_line: BTreeMap<&'s LineCode, Timestamp>,
}

/// Those of whom somebody was called first whose place was behind theirs, with why.
fn overtaken(seen: &[Seen]) -> Vec<(&Seen, By)> {
    let mut by_place: Vec<(&Seen, Timestamp)> =
        seen.iter().filter_map(|one| Some((one, one.called_at?))).collect();
    by_place.sort_by_key(|(one, _)| std::cmp::Reverse(one.place_at));
    let mut behind = Behind { raised: Timestamp::MAX, by_line: BTreeMap::new() };
    let mut found = Vec::new();
    for these in by_place.chunk_by(|(one, _), (other, _)| one.place_at == other.place_at) {
        found.extend(these.iter().filter_map(|(one, called)| Some((*one, behind.why(one, *called)?))));
        these.iter().for_each(|(one, called)| behind.add(one, *called));
    }
    found
}

impl<'s> Behind<'s> {
    fn why(&self, one: &Seen, called: Timestamp) -> Option<By> {
        let before =
            |line: &LineCode, at: &Timestamp, same: bool| *at < called && (*line == one.line) == same;
        let ordinary = |same: bool| self.by_line.iter().any(|(line, at)| before(line, at, same));
        match () {
            () if ordinary(true) => Some(By::Other),
            () if ordinary(false) => Some(By::OtherLine),
            () => (self.raised < called).then_some(By::Priority),
        }
    }

    fn add(&mut self, one: &'s Seen, called: Timestamp) {
        let first = if one.raised {
            &mut self.raised
        } else {
            self.by_line.entry(&one.line).or_insert(Timestamp::MAX)
        };
        *first = called.min(*first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seen((place, called, raised, line): (i64, i64, bool, bool)) -> Seen {
        let at = |second| Timestamp::from_second(second).unwrap_or_default();
        Seen {
            line: LineCode::new(if line { "permits" } else { "payments" }),
            joined_at: at(place),
            place_at: at(place),
            raised,
            called_at: Some(at(place + called)),
            served_at: None,
            ended: None,
            called_until: None,
        }
    }

    fn plainly(all: &[Seen], one: &Seen) -> Option<By> {
        let passes = |other: &&Seen| other.place_at > one.place_at && other.called_at < one.called_at;
        let why = |other: &Seen| match other.raised {
            true => By::Priority,
            false if other.line != one.line => By::OtherLine,
            false => By::Other,
        };
        all.iter().filter(passes).map(why).max()
    }

    proptest! {
        #[test]
        fn whoever_was_passed_is_found_as_by_comparing_everybody_with_everybody(
            all in prop::collection::vec((0..40_i64, 0..40_i64, any::<bool>(), any::<bool>()), 0..40)
        ) {
            let all: Vec<Seen> = all.into_iter().map(seen).collect();
            let mut expected: Vec<(Seen, By)> =
                all.iter().filter_map(|one| Some((one.clone(), plainly(&all, one)?))).collect();
            let mut found: Vec<(Seen, By)> = overtaken(&all).into_iter().map(|(one, why)| (one.clone(), why)).collect();
            let key = |(one, why): &(Seen, By)| (one.place_at, one.called_at, one.raised, one.line.clone(), *why);
            expected.sort_by_key(key);
            found.sort_by_key(key);
            prop_assert_eq!(found, expected);
        }
    }
}
