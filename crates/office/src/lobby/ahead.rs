//! The next hour of an office, tried by simulation: how many will wait longer than promised, as it is and with one more
//! counter.

use super::counters::Seat;
use super::facts::Days;
use crate::city::{Counter, Office};
use jiff::Timestamp;
use records::shifts::Shift;
use records::visit_facts::{Fact, Hour};
use routing::forecast::{Forecast, Past};
use routing::next::Rule;
use routing::simulate::{Group, Office as Trial, Service, Spread};
use std::collections::BTreeMap;
use terms::{Chance, CounterCode, LineCode, ShiftStatus, Visit, VisitStatus};

/// Steps of the time that is tried.
const STEP_S: f64 = 300.0;
const STEPS: usize = 12;
const STEPS_A_HOUR: f64 = 12.0;
/// Customers who are tried for one answer, and futures of the same office.
const MOST_CUSTOMERS: f64 = 200_000.0;
const MOST_FUTURES: f64 = 100.0;
const FEWEST_FUTURES: f64 = 5.0;
/// So many must have been served before their time says more than what is usual.
const ENOUGH: i64 = 20;
/// Every answer is drawn alike, so that what differs between two of them is the office, and nothing flickers.
const SEED: [u8; 32] = [29; 32];

/// How many of those who wait, or come within the time, will wait longer than promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breaches {
    /// Within the next 30 minutes.
    pub half_hour: u32,
    /// Within the next 60.
    pub hour: u32,
}

/// An office as it stands, to be tried.
pub(super) struct Now<'a> {
    pub(super) office: &'a Office,
    pub(super) at: Timestamp,
    pub(super) hour: i64,
    pub(super) present: &'a [Visit],
    pub(super) seats: &'a [Seat],
    pub(super) shifts: &'a [Shift],
    pub(super) today: &'a BTreeMap<Hour, Fact>,
    pub(super) days: &'a Days,
}

impl Now<'_> {
    /// As it is; nothing where it cannot be tried.
    pub(super) fn breaches(&self) -> Option<Breaches> {
        self.tried(None)
    }

    /// The counter that helps most if it is opened now, of those at which nobody sits.
    pub(super) fn with_one_more(&self) -> Option<(CounterCode, Breaches)> {
        let free = |counter: &&Counter| !self.seats.iter().any(|seat| seat.counter.counter == counter.code);
        let mut tried: Vec<(&[LineCode], CounterCode, Breaches)> = Vec::new();
        for counter in self.office.counters.iter().filter(free) {
            if tried.iter().all(|(lines, _, _)| *lines != counter.lines)
                && let Some(breaches) = self.tried(Some(counter))
            {
                tried.push((&counter.lines, counter.code.clone(), breaches));
            }
        }
        let best = tried.into_iter().min_by_key(|(_, _, breaches)| (breaches.hour, breaches.half_hour))?;
        Some((best.1, best.2))
    }

    fn tried(&self, more: Option<&Counter>) -> Option<Breaches> {
        Some(Breaches { half_hour: self.late(STEPS / 2, more)?, hour: self.late(STEPS, more)? })
    }

    /// How many will wait too long of those who are there or come in so many steps: the mean of many futures.
    fn late(&self, steps: usize, more: Option<&Counter>) -> Option<u32> {
        let trial = self.trial(steps, more);
        let comes = |service: &Service| service.arrivals.iter().sum::<f64>() + size(service.waiting_s.len());
        let customers: f64 = trial.services.iter().map(comes).sum();
        let futures = (MOST_CUSTOMERS / customers.max(1.0)).clamp(FEWEST_FUTURES, MOST_FUTURES).floor();
        let chance = Chance::from_seed(SEED);
        let mut late = 0.0;
        let mut left = futures;
        while left > 0.0 {
            let day = trial.simulate(&chance).ok()?;
            late += day.services.iter().map(|served| size64(served.arrived - served.in_time)).sum::<f64>();
            left -= 1.0;
        }
        whole(late / futures)
    }

    fn trial(&self, steps: usize, more: Option<&Counter>) -> Trial {
        let services = self.office.lines.iter().map(|line| {
            let rate = self.expected(&line.code) / STEPS_A_HOUR;
            let waits =
                |visit: &&Visit| visit.state.line == line.code && visit.state.status == VisitStatus::Waiting;
            let mut waiting_s: Vec<f64> =
                self.present.iter().filter(waits).map(|visit| self.waited_s(visit)).collect();
            waiting_s.sort_by(|one, other| other.total_cmp(one));
            Service {
                arrivals: vec![rate; steps],
                handling: Spread::Exponential(self.handling_s(&line.code)),
                patience: None,
                target_s: line.target.as_secs_f64(),
                raised: 0.0,
                waiting_s,
            }
        });
        let mut groups: Vec<Group> = self.seats.iter().filter_map(|seat| self.crew(seat, steps)).collect();
        groups.extend(more.map(|counter| self.group(counter, vec![1; steps])));
        Trial { interval_s: STEP_S, services: services.collect(), groups, rule: Rule::default() }
    }

    fn waited_s(&self, visit: &Visit) -> f64 {
        self.at.duration_since(visit.joined_at.max(visit.state.place_at)).as_secs_f64().max(0.0)
    }

    /// A counter at which somebody sits who takes visits: whoever rests is back when they said, whoever is away is not.
    fn crew(&self, seat: &Seat, steps: usize) -> Option<Group> {
        if !seat.counter.takes.live() {
            return None;
        }
        let counter = self.office.counters.iter().find(|known| known.code == seat.counter.counter)?;
        let shift = self.shifts.iter().find(|shift| shift.officer == seat.counter.officer);
        let gone = match shift.map(|shift| (shift.status, shift.back_at)) {
            Some((ShiftStatus::Away, _)) => steps,
            Some((ShiftStatus::Break, back_at)) => {
                let back_s = back_at.map_or(0.0, |back| back.duration_since(self.at).as_secs_f64());
                (0..steps).take_while(|step| size(*step) * STEP_S < back_s).count()
            }
            _ => 0,
        };
        let mut group = self.group(counter, (0..steps).map(|step| u32::from(step >= gone)).collect());
        group.busy_s = seat.visit.iter().map(|visit| self.handling_s(&visit.state.line)).collect();
        Some(group)
    }

    fn group(&self, counter: &Counter, open: Vec<u32>) -> Group {
        let place = |line: &LineCode| self.office.lines.iter().position(|known| known.code == *line);
        Group { services: counter.lines.iter().filter_map(place).collect(), open, busy_s: Vec::new() }
    }

    /// How long a visit takes: as those did of the last days, or what is usual.
    pub(super) fn handling_s(&self, code: &LineCode) -> f64 {
        let usual = || self.office.lines.iter().find(|line| line.code == *code).map(|line| line.usual);
        let of_line = |hours: &BTreeMap<Hour, Fact>| {
            let own = hours.iter().filter(|((line, _), _)| line == code);
            own.fold((0, 0), |(served, ms), (_, fact)| (served + fact.served, ms + fact.served_ms))
        };
        let all = self.days.values().chain([self.today]).map(of_line);
        let (served, ms) = all.fold((0, 0), |(n, ms), (more, longer)| (n + more, ms + longer));
        if served >= ENOUGH && ms > 0 {
            return (size_i(ms) / size_i(served) / 1_000.0).max(1.0);
        }
        usual().map_or(300.0, |usual| usual.as_secs_f64())
    }

    /// How many are expected for a line in an hour from now: as it was on such days, corrected by today; or as many as
    /// came within this hour and the one before.
    fn expected(&self, line: &LineCode) -> f64 {
        let came = |hours: &BTreeMap<Hour, Fact>, hour: i64| {
            hours.get(&(line.clone(), hour)).map_or(0, |fact| u32::try_from(fact.joined).unwrap_or(u32::MAX))
        };
        let share = self.share_of_hour();
        let Some(forecast) = self.forecast(|hours| (0..24).map(|hour| came(hours, hour)).collect()) else {
            let lately = came(self.today, self.hour) + came(self.today, self.hour - 1);
            return f64::from(lately) / (share + 1.0);
        };
        let seen: Vec<u32> = (0..self.hour).map(|hour| came(self.today, hour)).collect();
        let forecast = forecast.after(&seen);
        let of = |hour: usize| forecast.expected.get(hour).copied().unwrap_or(0.0);
        of(seen.len()) * (1.0 - share) + of(seen.len() + 1) * share
    }

    /// What was expected of each hour of today as it began, by what is counted of hours.
    pub(super) fn forecast(&self, counts: impl Fn(&BTreeMap<Hour, Fact>) -> Vec<u32>) -> Option<Forecast> {
        let calendar = &self.office.calendar;
        let weekday =
            |day: jiff::civil::Date| u8::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        let past: Vec<Past> = self
            .days
            .iter()
            .map(|(day, hours)| Past { weekday: weekday(*day), holiday: false, counts: counts(hours) })
            .collect();
        Forecast::new(&past, weekday(calendar.day(self.at)), false)
    }

    fn share_of_hour(&self) -> f64 {
        let local = self.office.calendar.local(self.at);
        f64::from(i32::from(local.minute())) / 60.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "an office has far fewer")]
fn size(number: usize) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "an office has far fewer")]
fn size64(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "told to a few digits")]
fn size_i(number: i64) -> f64 {
    number as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, as it should here"
)]
fn whole(number: f64) -> Option<u32> {
    number.is_finite().then_some(number.round() as u32)
}
