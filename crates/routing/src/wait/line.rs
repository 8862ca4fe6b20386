//! A line as it is at this instant: who waits, who is served, and what was seen of both lately.

use super::rules::{Google, LastWaits};
use super::{Drain, count, seconds};
use std::collections::{BTreeMap, VecDeque};

/// More than any line that is worth a prediction; whoever comes on top of it is not looked at.
const MOST_WAITING: usize = 20_000;
/// So many services say how long one takes.
const SERVICES: usize = 100;
/// A service takes three minutes until the line has shown how long, worth as much as ten that were seen.
const USUAL_SERVICE_S: f64 = 180.0;
/// People wait for ten minutes until the line has shown how long, worth as much as ten who gave up.
const USUAL_PATIENCE_S: f64 = 600.0;
const PRIOR: f64 = 10.0;
/// What is left of a wait in the reckoning of patience when the next one ends.
const KEEP: f64 = 0.999;
/// A server who neither began nor ended a service for so long is away.
const AWAY_S: i64 = 1_800;
const LATELY_S: i64 = 600;
const HOUR_S: i64 = 3_600;
/// How many waits say what those of one service are like, and how many services are told apart.
const WAITS_OF_A_SERVICE: usize = 5;
const MOST_SERVICES: usize = 1_000;

/// What somebody waits for. A head start counts as if they had come so much earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub service: u32,
    pub head_start_s: i64,
}

#[derive(Clone, Copy, Debug)]
struct Waiting {
    ticket: Ticket,
    since: i64,
}

impl Waiting {
    fn turn(self) -> i64 {
        self.since.saturating_sub(self.ticket.head_start_s)
    }
}

/// A line with the servers who take from it. Instants are whole seconds since any one of the caller's.
#[derive(Clone, Debug, Default)]
pub struct Line {
    waiting: BTreeMap<u64, Waiting>,
    serving: BTreeMap<u64, (i64, Option<u32>)>,
    /// When each server began or ended a service last.
    seen: BTreeMap<u32, i64>,
    /// When services ended, and how long they took.
    services: VecDeque<(i64, f64)>,
    waits: LastWaits,
    waits_of: BTreeMap<u32, VecDeque<f64>>,
    waited_s: f64,
    gave_up: f64,
}

/// What can be known of a line by somebody who joins it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    pub ahead: u32,
    pub waiting: u32,
    /// Of those who wait: with a head start, and for the same service.
    pub head_starts: u32,
    pub same_service: u32,
    /// Servers seen within half an hour, and within ten minutes.
    pub servers: u32,
    pub servers_lately: u32,
    pub busy: u32,
    pub service_s: f64,
    pub service_last_hour_s: f64,
    pub patience_s: f64,
    pub since_a_service_ended_s: f64,
    /// How long the first in line has waited.
    pub head_of_line_s: f64,
    /// How long whoever entered service last had waited, and how long ago that was.
    pub last_wait_s: f64,
    pub last_wait_age_s: f64,
    pub last_ten_s: Option<f64>,
    pub same_service_s: Option<f64>,
}

impl Sight {
    /// The line by a number of servers, and with people who give up or stay for ever.
    pub fn drain(&self, servers: u32, patience_s: Option<f64>) -> Option<Drain> {
        Drain::new(f64::from(servers.max(1)), self.service_s, patience_s)
    }

    pub fn google(&self) -> Google {
        Google {
            handling_s: self.service_last_hour_s,
            agents: self.servers,
            available: self.servers.saturating_sub(self.busy),
            queued: self.waiting,
        }
    }
}

impl Line {
    /// Somebody joins the line; false where it is too long to be looked at.
    pub fn join(&mut self, who: u64, ticket: Ticket, now: i64) -> bool {
        let fits = self.waiting.len() < MOST_WAITING;
        if fits {
            self.waiting.insert(who, Waiting { ticket, since: now });
        }
        fits
    }

    /// Somebody leaves the line without service: they gave up, or were no real customer.
    pub fn leave(&mut self, who: u64, now: i64, gave_up: bool) {
        if let Some(left) = self.waiting.remove(&who) {
            self.be_patient(seconds(left.since, now), gave_up);
        }
    }

    /// Somebody's service begins; says how long they had waited, if they had to.
    pub fn start(&mut self, who: u64, server: Option<u32>, now: i64) -> Option<f64> {
        self.see(server, now);
        if self.serving.len() < MOST_WAITING {
            self.serving.insert(who, (now, server));
        }
        let called = self.waiting.remove(&who)?;
        let waited_s = seconds(called.since, now);
        self.be_patient(waited_s, false);
        self.waits.push(now, waited_s);
        if self.waits_of.len() < MOST_SERVICES || self.waits_of.contains_key(&called.ticket.service) {
            push(self.waits_of.entry(called.ticket.service).or_default(), waited_s, WAITS_OF_A_SERVICE);
        }
        Some(waited_s)
    }

    pub fn finish(&mut self, who: u64, now: i64) {
        if let Some((since, server)) = self.serving.remove(&who) {
            self.see(server, now);
            push(&mut self.services, (now, seconds(since, now)), SERVICES);
        }
    }

    pub fn waits(&self) -> &LastWaits {
        &self.waits
    }

    /// What somebody with this ticket sees who joins now.
    pub fn look(&self, ticket: Ticket, now: i64) -> Sight {
        let turn = now.saturating_sub(ticket.head_start_s);
        let (last_at, last_wait_s) = self.waits.last().unwrap_or((i64::MIN, 0.0));
        let first = self.waiting.values().map(|waiting| waiting.since).min();
        let same = self.waits_of.get(&ticket.service);
        Sight {
            ahead: self.those(|waiting| waiting.turn() <= turn),
            waiting: self.those(|_| true),
            head_starts: self.those(|waiting| waiting.ticket.head_start_s > 0),
            same_service: self.those(|waiting| waiting.ticket.service == ticket.service),
            servers: self.seen_within(AWAY_S, now),
            servers_lately: self.seen_within(LATELY_S, now),
            busy: u32::try_from(self.serving.len()).unwrap_or(u32::MAX),
            service_s: shrunk(self.services.iter().map(|&(_, took)| took)),
            service_last_hour_s: shrunk(
                self.services
                    .iter()
                    .filter(|(at, _)| now.saturating_sub(*at) <= HOUR_S)
                    .map(|&(_, took)| took),
            ),
            patience_s: (self.waited_s + PRIOR * USUAL_PATIENCE_S) / (self.gave_up + PRIOR),
            since_a_service_ended_s: seconds(self.services.back().map_or(i64::MIN, |&(at, _)| at), now),
            head_of_line_s: first.map_or(0.0, |since| seconds(since, now)),
            last_wait_s,
            last_wait_age_s: seconds(last_at, now),
            last_ten_s: self.waits.mean(),
            same_service_s: same.map(|waits| waits.iter().sum::<f64>() / count(waits.len())),
        }
    }

    fn those(&self, which: impl Fn(&Waiting) -> bool) -> u32 {
        u32::try_from(self.waiting.values().filter(|waiting| which(waiting)).count()).unwrap_or(u32::MAX)
    }

    fn seen_within(&self, span_s: i64, now: i64) -> u32 {
        let there = self.seen.values().filter(|&&at| now.saturating_sub(at) < span_s).count();
        u32::try_from(there).unwrap_or(u32::MAX)
    }

    fn see(&mut self, server: Option<u32>, now: i64) {
        self.seen.retain(|_, at| now.saturating_sub(*at) < AWAY_S);
        if let Some(server) = server {
            self.seen.insert(server, now);
        }
    }

    /// Time waited by those who give up (Aalen's estimate of a constant rate, with the served as censored).
    fn be_patient(&mut self, waited_s: f64, gave_up: bool) {
        self.waited_s = self.waited_s * KEEP + waited_s;
        self.gave_up = self.gave_up * KEEP + f64::from(u8::from(gave_up));
    }
}

/// The mean of what was seen, drawn to the usual where little was.
fn shrunk(took: impl Iterator<Item = f64>) -> f64 {
    let (sum, number) = took.fold((0.0, 0.0), |(sum, number), took| (sum + took, number + 1.0));
    (sum + PRIOR * USUAL_SERVICE_S) / (number + PRIOR)
}

fn push<T>(into: &mut VecDeque<T>, what: T, most: usize) {
    if into.len() == most {
        into.pop_front();
    }
    into.push_back(what);
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALLER: Ticket = Ticket { service: 1, head_start_s: 0 };
    const PRIORITY: Ticket = Ticket { service: 2, head_start_s: 90 };

    #[test]
    fn a_head_start_overtakes_those_who_came_a_little_earlier() {
        let mut line = Line::default();
        line.join(1, CALLER, 0);
        line.join(2, CALLER, 50);
        line.join(3, PRIORITY, 60);
        let (priority, caller) = (line.look(PRIORITY, 100), line.look(CALLER, 100));
        assert_eq!((priority.ahead, caller.ahead, caller.waiting), (2, 3, 3));
        assert_eq!((caller.head_starts, caller.same_service, priority.same_service), (1, 2, 1));
        assert!((caller.head_of_line_s - 100.0).abs() < 1e-12);
    }

    #[test]
    fn servers_are_those_who_were_seen() {
        let mut line = Line::default();
        assert_eq!(line.look(CALLER, 0).servers, 0);
        assert_eq!(line.start(1, Some(7), 100), None, "nobody waited");
        line.finish(1, 400);
        line.join(2, CALLER, 420);
        assert_eq!(line.start(2, Some(8), 450), Some(30.0));
        let sight = line.look(CALLER, 1_020);
        assert_eq!((sight.servers, sight.servers_lately, sight.busy), (2, 1, 1));
        assert_eq!((sight.last_ten_s, sight.same_service_s), (Some(30.0), Some(30.0)));
        assert!((sight.service_s - (10.0 * 180.0 + 300.0) / 11.0).abs() < 1e-9);
        assert_eq!(line.look(CALLER, 10_000).servers, 0);
        assert_eq!(line.look(PRIORITY, 1_020).same_service_s, None);
    }

    #[test]
    fn those_who_give_up_say_how_patient_people_are() {
        let mut line = Line::default();
        let usual = line.look(CALLER, 0).patience_s;
        for who in 0..500 {
            line.join(who, CALLER, 0);
            line.leave(who, 60, true);
        }
        let patience = line.look(CALLER, 60).patience_s;
        assert!((usual - 600.0).abs() < 1e-9 && (60.0..90.0).contains(&patience), "{patience}");
    }
}
