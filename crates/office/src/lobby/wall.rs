//! What whoever leads a lobby sees of it: six figures with their targets, the counters, and today against what was expected.

use super::ahead::{Breaches, Now};
use super::facts::{days, midnight, today_so_far};
use super::{leading, led, present, seats};
use crate::city::Office;
use crate::{Act, Verb};
use jiff::{SignedDuration, Timestamp};
use records::lobbies::Lobby;
use records::visit_facts::{Fact, Hour};
use records::{Tx, shifts, visit_facts};
use routing::forecast::Work;
use routing::staff::Goal;
use std::collections::BTreeMap;
use terms::{CounterCode, LineCode, OfficeCode, OfficerCode, ShiftStatus, Ticket, Visit, VisitStatus};

/// Days of the past that are looked at.
const PAST: i64 = 56;
/// Shifts that are looked at.
const MOST_SHIFTS: u32 = 1_000;
/// How sure a plan is to be enough.
const SURE: f64 = 0.8;
/// For how long people stay, where nobody knows it yet: a plan that is sure to be enough.
const PATIENCE_S: f64 = 3_600.0;

/// What is seen of a lobby.
#[derive(Debug, Clone)]
pub struct Wall {
    /// What is set for everybody.
    pub lobby: Lobby,
    /// Each line, in the order of the city's data.
    pub lines: Vec<LineNow>,
    /// Who has waited longest of all.
    pub longest: Option<Longest>,
    /// Today so far.
    pub today: Fact,
    /// How many will wait too long, as it is; nothing where it cannot be said.
    pub breaches: Option<Breaches>,
    /// The counter that would help most, and what then.
    pub one_more: Option<(CounterCode, Breaches)>,
    /// The counters at which somebody sits.
    pub counters: Vec<CounterNow>,
    /// The how many-th hour of the day it is, from local midnight.
    pub hour: i64,
    /// The hours of today in which anybody came or is expected.
    pub hours: Vec<HourNow>,
}

/// A line as it is.
#[derive(Debug, Clone)]
pub struct LineNow {
    /// Which.
    pub line: LineCode,
    /// How many wait.
    pub waiting: usize,
    /// How many of them for longer than promised.
    pub over: usize,
    /// How long the first of them has waited.
    pub longest: Option<SignedDuration>,
    /// Whether nobody joins it any more today.
    pub closed: bool,
}

/// Whoever has waited longest.
#[derive(Debug, Clone)]
pub struct Longest {
    /// Their ticket.
    pub ticket: Ticket,
    /// For how long.
    pub waited: SignedDuration,
    /// What is promised in their line.
    pub promised: SignedDuration,
}

/// A counter as it is.
#[derive(Debug, Clone)]
pub struct CounterNow {
    /// Which.
    pub counter: CounterCode,
    /// Who sits there.
    pub officer: OfficerCode,
    /// Whether they are there for customers.
    pub status: ShiftStatus,
    /// When they are back from a break, which may be over.
    pub back_at: Option<Timestamp>,
    /// Whom they have before them, and since when.
    pub with: Option<(Ticket, Timestamp)>,
    /// Whether they work on a case there.
    pub writes: bool,
    /// Since when they have nobody before them.
    pub idle_since: Timestamp,
}

/// An hour of today, from local midnight.
#[derive(Debug, Clone, PartialEq)]
pub struct HourNow {
    /// The how many-th.
    pub hour: i64,
    /// How many were expected, where that is known.
    pub expected: Option<f64>,
    /// How many counters it would take to keep the promise, most likely.
    pub needed: Option<u32>,
    /// How many came.
    pub came: i64,
    /// How many counters called.
    pub counters: i64,
}

impl CounterNow {
    /// Whether they serve, or could.
    pub fn is_there(&self) -> bool {
        matches!(self.status, ShiftStatus::Serving | ShiftStatus::Available)
    }
}

/// What is seen of a lobby by those who lead it.
pub fn wall(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Wall> {
    let office = led(act, code)?;
    let (present, seats) = (present(tx, act, code)?, seats(tx, act, code)?);
    let (today, days) = (today_so_far(tx, act, office)?, days(tx, act, code, PAST)?);
    let (lobby, shifts) = (leading::of(tx, act, office)?, shifts::going_on(tx, MOST_SHIFTS)?);
    let called = visit_facts::counters(tx, (code, super::today(act, office)), midnight(act, office)?)?;
    let hour = act.at.duration_since(midnight(act, office)?).as_hours();
    let now = Now {
        office,
        at: act.at,
        hour,
        present: &present,
        seats: &seats,
        shifts: &shifts,
        today: &today,
        days: &days,
    };
    let open = office.calendar.is_open(act.at) && lobby.emergency_at.is_none();
    Ok(Wall {
        lines: lines(act, office, &lobby, &present),
        longest: longest(act, office, &present),
        today: today.values().fold(Fact::default(), |all, fact| all.and(fact)),
        breaches: now.breaches().filter(|_| open),
        one_more: now.with_one_more().filter(|_| open),
        counters: counters(&now),
        hour,
        hours: hours(&now, &called),
        lobby,
    })
}

fn waiting(present: &[Visit]) -> impl Iterator<Item = &Visit> {
    present.iter().filter(|visit| visit.state.status == VisitStatus::Waiting)
}

/// How long somebody has waited; who is booked for later does not wait yet.
fn waited(act: &Act, visit: &Visit) -> SignedDuration {
    act.at.duration_since(visit.joined_at.max(visit.state.place_at)).max(SignedDuration::ZERO)
}

fn lines(act: &Act, office: &Office, lobby: &Lobby, present: &[Visit]) -> Vec<LineNow> {
    let now = |line: &crate::city::Line| {
        let waits: Vec<SignedDuration> = waiting(present)
            .filter(|visit| visit.state.line == line.code)
            .map(|visit| waited(act, visit))
            .collect();
        LineNow {
            line: line.code.clone(),
            waiting: waits.len(),
            over: waits.iter().filter(|waits| **waits > line.target).count(),
            longest: waits.iter().max().copied(),
            closed: lobby.closed_lines.contains(&line.code),
        }
    };
    office.lines.iter().map(now).collect()
}

fn longest(act: &Act, office: &Office, present: &[Visit]) -> Option<Longest> {
    let visit = waiting(present).max_by_key(|visit| waited(act, visit))?;
    let line = office.lines.iter().find(|line| line.code == visit.state.line)?;
    Some(Longest { ticket: visit.ticket.clone(), waited: waited(act, visit), promised: line.target })
}

fn counters(now: &Now<'_>) -> Vec<CounterNow> {
    let counter = |seat: &super::Seat| {
        let shift = now.shifts.iter().find(|shift| shift.officer == seat.counter.officer);
        let with = seat.visit.as_ref();
        let free = if seat.counter.is_free() { ShiftStatus::Available } else { ShiftStatus::Serving };
        let status = shift.map_or(free, |shift| match shift.status {
            // Whoever has somebody before them serves, whatever they said before.
            ShiftStatus::Break | ShiftStatus::Away if seat.counter.is_free() => shift.status,
            ShiftStatus::Break | ShiftStatus::Away | ShiftStatus::Serving | ShiftStatus::Available => free,
        });
        CounterNow {
            counter: seat.counter.counter.clone(),
            officer: seat.counter.officer.clone(),
            back_at: shift.and_then(|shift| shift.back_at).filter(|_| status == ShiftStatus::Break),
            status,
            with: with.map(|visit| {
                let since = visit.state.served_at.or(visit.state.called_at).unwrap_or(now.at);
                (visit.ticket.clone(), since)
            }),
            writes: seat.counter.case.is_some(),
            idle_since: seat.counter.idle_since,
        }
    };
    now.seats.iter().map(counter).collect()
}

/// Each hour with what was expected of it as the day began, and what came.
fn hours(now: &Now<'_>, called: &BTreeMap<i64, i64>) -> Vec<HourNow> {
    let joined = |hours: &BTreeMap<Hour, Fact>, hour: i64| {
        hours.iter().filter(|((_, of), _)| *of == hour).fold(Fact::default(), |all, (_, fact)| all.and(fact))
    };
    let expected = now.plan(|hours| {
        (0..24).map(|hour| u32::try_from(joined(hours, hour).joined).unwrap_or(u32::MAX)).collect()
    });
    let each = |hour: i64| {
        let (fact, place) = (joined(now.today, hour), usize::try_from(hour).unwrap_or(0));
        let planned = expected.as_ref().and_then(|plan| plan.get(place)).copied();
        HourNow {
            hour,
            expected: planned.map(|(expected, _)| expected),
            needed: planned.map(|(_, needed)| needed),
            came: fact.joined,
            counters: called.get(&hour).copied().unwrap_or(0),
        }
    };
    let counts = |hour: &HourNow| hour.came > 0 || hour.expected.is_some_and(|expected| expected >= 0.5);
    (0..24).map(each).filter(counts).collect()
}

impl Now<'_> {
    /// How many are expected in each hour, and how many counters that takes.
    fn plan(&self, counts: impl Fn(&BTreeMap<Hour, Fact>) -> Vec<u32>) -> Option<Vec<(f64, u32)>> {
        let forecast = self.forecast(counts)?;
        let lines = &self.office.lines;
        let many = f64::from(u32::try_from(lines.len().max(1)).unwrap_or(u32::MAX));
        let handling_s = lines.iter().map(|line| self.handling_s(&line.code)).sum::<f64>() / many;
        let within_s = lines.iter().map(|line| line.target.as_secs_f64()).sum::<f64>() / many;
        let goal = Goal::new(f64::from(self.office.in_time_percent) / 100.0, within_s).ok()?;
        let work = Work {
            interval_s: 3_600.0,
            handling_s,
            patience_s: PATIENCE_S,
            goal,
            sure: SURE,
            shrinkage: 0.0,
        };
        let planned = forecast.plan(&work).ok()?;
        Some(planned.into_iter().map(|planned| (planned.expected, planned.officers)).collect())
    }
}
