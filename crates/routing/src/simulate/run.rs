//! One day, event by event.

use super::day::{Crewed, Day, Served};
use super::dice::Dice;
use super::{Group, Office, Service};
use crate::next::Standing;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use terms::Chance;

/// No more comes.
const NEVER: i64 = i64::MAX;
/// Ordinary people, and those with priority.
const CLASSES: usize = 2;

/// Somebody in a line.
#[derive(Clone, Copy)]
struct Waiting {
    place: i64,
    leaves: i64,
}

/// A service as it runs: the intensity of arrivals is used up by spans without memory.
struct Stream<'o> {
    service: &'o Service,
    target: i64,
    next: i64,
    /// The same in intervals, so that no two arrivals fall together for good.
    at: f64,
    /// Who does it.
    groups: Vec<usize>,
}

/// A group of officers as it runs.
struct Crew<'o> {
    group: &'o Group,
    open: u32,
    busy: u32,
    /// Since when each of the others is idle, the longest first.
    idle: VecDeque<i64>,
    spent: Crewed,
}

/// A day as it goes by, in microseconds.
pub(super) struct Run<'o> {
    office: &'o Office,
    dice: Dice,
    now: i64,
    interval: usize,
    streams: Vec<Stream<'o>>,
    crews: Vec<Crew<'o>>,
    /// Two to each service.
    lines: Vec<VecDeque<Waiting>>,
    served: Vec<Served>,
    ends: BinaryHeap<Reverse<(i64, usize)>>,
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, as it should here")]
fn us(seconds: f64) -> i64 {
    (seconds * 1e6) as i64
}

impl<'o> Run<'o> {
    pub(super) fn new(office: &'o Office, chance: &Chance) -> Self {
        let streams = office.services.iter().enumerate().map(|(number, service)| {
            let does = |group: &Group| group.services.contains(&number);
            let groups = (0..office.groups.len()).filter(|group| does(&office.groups[*group])).collect();
            Stream { service, target: us(service.target_s), next: NEVER, at: 0.0, groups }
        });
        let crews = office.groups.iter().map(|group| {
            let idle = VecDeque::new();
            Crew { group, open: 0, busy: 0, idle, spent: Crewed::default() }
        });
        let mut run = Self {
            office,
            dice: Dice::new(chance),
            now: 0,
            interval: 0,
            streams: streams.collect(),
            crews: crews.collect(),
            lines: vec![VecDeque::new(); office.services.len() * CLASSES],
            served: vec![Served::new(); office.services.len()],
            ends: BinaryHeap::new(),
        };
        run.begin();
        run
    }

    /// Puts in whoever is there already.
    fn begin(&mut self) {
        for number in 0..self.streams.len() {
            for age in &self.streams[number].service.waiting_s {
                self.served[number].arrived += 1;
                let leaves = self.patience(number);
                self.lines[number * CLASSES].push_back(Waiting { place: -us(*age), leaves });
            }
            self.draw_arrival(number);
        }
        for (number, crew) in self.crews.iter_mut().enumerate() {
            for rest in &crew.group.busy_s {
                crew.busy += 1;
                crew.spent.busy_us += i128::from(us(*rest));
                self.ends.push(Reverse((us(*rest), number)));
            }
        }
        self.change_shift();
    }

    fn patience(&mut self, service: usize) -> i64 {
        let patience = self.streams[service].service.patience;
        patience.map_or(NEVER, |patience| self.now.saturating_add(us(self.dice.draw(patience))))
    }

    /// When somebody comes next.
    fn draw_arrival(&mut self, service: usize) {
        let stream = &mut self.streams[service];
        let mut left = self.dice.exponential();
        let mut interval = whole(stream.at);
        while let Some(rate) = stream.service.arrivals.get(interval) {
            let rest = step(interval + 1) - stream.at;
            if left < rate * rest {
                stream.at += left / rate;
                stream.next = us(stream.at * self.office.interval_s);
                return;
            }
            left -= rate * rest;
            interval += 1;
            stream.at = step(interval);
        }
        stream.next = NEVER;
    }

    /// Lets everything happen, one after the other.
    pub(super) fn day(mut self) -> Day {
        loop {
            let comes = (0..self.streams.len()).min_by_key(|stream| self.streams[*stream].next).unwrap_or(0);
            let arrives = self.streams[comes].next;
            let ends = self.ends.peek().map_or(NEVER, |Reverse((at, _))| *at);
            let turns = self.turn_of_interval();
            let next = arrives.min(ends).min(turns);
            if next == NEVER {
                return self.close();
            }
            self.now = next;
            if turns == next {
                self.interval += 1;
                self.change_shift();
            } else if ends == next {
                self.end();
            } else {
                self.arrive(comes);
            }
        }
    }

    fn turn_of_interval(&self) -> i64 {
        let next = self.interval + 1;
        if next < self.office.intervals() { us(step(next) * self.office.interval_s) } else { NEVER }
    }

    /// Officers come and go; who serves goes on until the end.
    fn change_shift(&mut self) {
        let now = self.now;
        for number in 0..self.crews.len() {
            let crew = &mut self.crews[number];
            crew.open = crew.group.open.get(self.interval).copied().unwrap_or(0);
            while crew.there() > crew.open && crew.rest(now) {}
            while self.crews[number].there() < self.crews[number].open {
                self.take_next(number);
            }
        }
    }

    fn end(&mut self) {
        let Some(Reverse((_, group))) = self.ends.pop() else { return };
        let crew = &mut self.crews[group];
        crew.busy -= 1;
        if crew.there() < crew.open {
            self.take_next(group);
        }
    }

    fn arrive(&mut self, service: usize) {
        self.served[service].arrived += 1;
        let raised = self.streams[service].service.raised;
        let class = usize::from(raised > 0.0 && self.dice.share() <= raised);
        let since = |group: &usize| self.crews[*group].idle.front().map(|since| (*since, *group));
        let free = self.streams[service].groups.iter().filter_map(since).min();
        if let Some((_, group)) = free {
            self.crews[group].rest(self.now);
            self.serve(group, service, self.now);
        } else {
            let leaves = self.patience(service);
            self.lines[service * CLASSES + class].push_back(Waiting { place: self.now, leaves });
        }
        self.draw_arrival(service);
    }

    /// An officer who is free takes whoever is next, or is idle.
    fn take_next(&mut self, group: usize) {
        let group_of = self.crews[group].group;
        let bound = self.office.rule.live_bound_ms.saturating_mul(1_000);
        let mut first: Option<(Standing, usize, i64)> = None;
        let lines =
            group_of.services.iter().flat_map(|service| (0..CLASSES).map(move |class| (*service, class)));
        for (service, class) in lines {
            let line = service * CLASSES + class;
            self.see_off(line, service);
            let Some(head) = self.lines[line].front() else { continue };
            let (class, target) = (u8::from(class > 0), self.streams[service].target);
            let standing = Standing::new(self.now - head.place, bound, class, target, head.place);
            if first.is_none_or(|(best, _, _)| standing > best) {
                first = Some((standing, line, head.place));
            }
        }
        match first {
            Some((_, line, place)) => {
                self.lines[line].pop_front();
                self.serve(group, line / CLASSES, place);
            }
            None => self.crews[group].idle.push_back(self.now),
        }
    }

    /// Whoever has left stood in the line until somebody looked.
    fn see_off(&mut self, line: usize, service: usize) {
        while self.lines[line].front().is_some_and(|head| head.leaves <= self.now) {
            self.lines[line].pop_front();
            self.served[service].abandoned += 1;
        }
    }

    fn serve(&mut self, group: usize, service: usize, place: i64) {
        let stream = &self.streams[service];
        let takes = us(self.dice.draw(stream.service.handling));
        self.served[service].serve(self.now - place, stream.target);
        let crew = &mut self.crews[group];
        crew.busy += 1;
        crew.spent.served += 1;
        crew.spent.busy_us += i128::from(takes);
        self.ends.push(Reverse((self.now.saturating_add(takes), group)));
    }

    /// The last officer has gone: who can leave does, and the others were not served.
    fn close(mut self) -> Day {
        for (line, waiting) in self.lines.iter().enumerate() {
            let served = &mut self.served[line / CLASSES];
            for waiting in waiting {
                if waiting.leaves == NEVER { served.unserved += 1 } else { served.abandoned += 1 }
            }
        }
        let end = self.now.max(us(step(self.office.intervals()) * self.office.interval_s));
        let groups = self.crews.iter_mut().map(|crew| {
            let idle: i128 = crew.idle.drain(..).map(|since| i128::from(end - since)).sum();
            Crewed { idle_us: crew.spent.idle_us + idle, ..crew.spent }
        });
        Day { groups: groups.collect(), services: self.served }
    }
}

impl Crew<'_> {
    fn there(&self) -> u32 {
        self.busy.saturating_add(u32::try_from(self.idle.len()).unwrap_or(u32::MAX))
    }

    /// Ends the idleness of whoever is idle for longest; false if nobody is.
    fn rest(&mut self, now: i64) -> bool {
        let since = self.idle.pop_front();
        self.spent.idle_us += since.map_or(0, |since| i128::from(now - since));
        since.is_some()
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are at most 50,000 intervals")]
fn step(interval: usize) -> f64 {
    interval as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, as it should here"
)]
fn whole(number: f64) -> usize {
    number as usize
}
