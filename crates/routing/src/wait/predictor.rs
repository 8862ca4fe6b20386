//! Rotunda's own prediction: the abandonment-aware queue length, corrected by what this line taught, as a distribution.

use super::learner::Learner;
use super::line::{Line, Sight, Ticket};
use super::{Wait, seconds};
use std::collections::{BTreeMap, VecDeque};

/// What is learnt from: one number a line of [`numbers`], and which of them is the one to be corrected.
const NUMBERS: usize = 14;
const BASE: usize = 1;
/// So many waits must have ended before anything is said.
const FEWEST: usize = 30;
/// So many of the last estimates are remembered with what they missed by, and so many of them are like a new one.
const REMEMBERED: usize = 1_000;
const ALIKE: usize = 200;
/// No number is larger than an hour, and a person weighs as much as ten seconds.
const LONGEST_S: f64 = 3_600.0;
const PERSON_S: f64 = 10.0;
/// After so long a wait that ended says little.
const FADES_S: f64 = 600.0;

/// What is predicted for somebody, with what it was predicted from, so that their wait can teach.
#[derive(Clone, Debug)]
pub struct Forecast {
    /// None where there is too little to go on: we can't say.
    pub wait: Option<Wait>,
    numbers: [f64; NUMBERS],
    estimate: f64,
}

/// A line that says how long a wait is, and learns from each wait that ends in service.
///
/// All is reckoned in roots of seconds, where waits of every length miss by about the same.
#[derive(Clone, Debug)]
pub struct Predictor {
    line: Line,
    learner: Learner<NUMBERS>,
    /// Estimates, and how much longer the wait was.
    missed: VecDeque<(f64, f64)>,
    asked: BTreeMap<u64, Forecast>,
}

impl Default for Predictor {
    fn default() -> Self {
        Self {
            line: Line::default(),
            learner: Learner::new(),
            missed: VecDeque::new(),
            asked: BTreeMap::new(),
        }
    }
}

impl Predictor {
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// How long somebody will wait who joins now.
    pub fn predict(&self, ticket: Ticket, now: i64) -> Forecast {
        let sight = self.line.look(ticket, now);
        let numbers = numbers(&sight, ticket);
        let estimate = (numbers[BASE] + self.learner.estimate(&numbers)).clamp(0.0, LONGEST_S.sqrt());
        let known = sight.servers > 0 && self.missed.len() >= FEWEST;
        Forecast { wait: known.then(|| self.around(estimate)).flatten(), numbers, estimate }
    }

    /// The estimate with what the nearest of the last ones missed by: its own distribution, and its mean in seconds
    /// without the bias of the root (Duan 1983).
    fn around(&self, estimate: f64) -> Option<Wait> {
        let mut misses: Vec<(f64, f64)> =
            self.missed.iter().map(|&(then, missed)| ((then - estimate).abs(), missed)).collect();
        if misses.len() > ALIKE {
            misses.select_nth_unstable_by(ALIKE, |one, other| one.0.total_cmp(&other.0));
            misses.truncate(ALIKE);
        }
        Wait::of(misses.into_iter().map(|(_, missed)| (estimate + missed).max(0.0).powi(2)).collect())
    }

    /// Somebody joins the line, for whom this was predicted.
    pub fn join(&mut self, who: u64, ticket: Ticket, now: i64, forecast: Forecast) {
        if self.line.join(who, ticket, now) {
            self.asked.insert(who, forecast);
        }
    }

    /// Somebody leaves the line without service. What their wait would have been is not known, so nothing is learnt.
    pub fn leave(&mut self, who: u64, now: i64, gave_up: bool) {
        self.line.leave(who, now, gave_up);
        self.asked.remove(&who);
    }

    /// Somebody's service begins, and their wait teaches.
    pub fn start(&mut self, who: u64, server: Option<u32>, now: i64) {
        let waited_s = self.line.start(who, server, now);
        let (Some(asked), Some(waited_s)) = (self.asked.remove(&who), waited_s) else { return };
        let wait = waited_s.min(LONGEST_S).sqrt();
        self.learner.learn(&asked.numbers, wait - asked.numbers[BASE]);
        if self.missed.len() == REMEMBERED {
            self.missed.pop_front();
        }
        self.missed.push_back((asked.estimate, wait - asked.estimate));
    }

    pub fn finish(&mut self, who: u64, now: i64) {
        self.line.finish(who, now);
    }
}

fn queue_length(sight: &Sight, servers: u32) -> f64 {
    let line = sight.drain(servers, Some(sight.patience_s));
    line.map_or(LONGEST_S, |line| line.mean(sight.ahead)).min(LONGEST_S)
}

/// What the estimate depends on, in roots of seconds.
fn numbers(sight: &Sight, ticket: Ticket) -> [f64; NUMBERS] {
    let people = |number: u32| PERSON_S * f64::from(number);
    let whole = Sight { ahead: sight.waiting, ..*sight };
    let last_ten_s = sight.last_ten_s.unwrap_or_else(|| queue_length(sight, sight.servers));
    [
        1.0,
        queue_length(sight, sight.servers),
        queue_length(sight, sight.servers_lately),
        queue_length(&whole, sight.servers),
        sight.service_s / f64::from(sight.servers_lately.max(1)),
        people(sight.servers_lately),
        sight.since_a_service_ended_s.min(FADES_S),
        sight.head_of_line_s,
        sight.last_wait_s * (-sight.last_wait_age_s / FADES_S).exp(),
        last_ten_s,
        sight.same_service_s.unwrap_or(last_ten_s),
        seconds(0, ticket.head_start_s),
        people(sight.head_starts),
        people(sight.same_service),
    ]
    .map(|number| number.clamp(0.0, LONGEST_S).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CALLER: Ticket = Ticket { service: 0, head_start_s: 0 };

    /// Three waits of a minute each, whose tickets are `who` to `who + 2`, at a time of their own.
    fn some_waits(predictor: &mut Predictor, who: u64, at: i64) {
        for who in who..who + 3 {
            let forecast = predictor.predict(CALLER, at);
            predictor.join(who, CALLER, at, forecast);
        }
        for who in who..who + 3 {
            predictor.start(who, u32::try_from(who % 3).ok(), at + 60);
            predictor.finish(who, at + 200);
        }
    }

    #[test]
    fn nothing_is_said_before_there_is_something_to_go_on() {
        let mut predictor = Predictor::default();
        for round in 0..10_u32 {
            assert_eq!(predictor.predict(CALLER, i64::from(round) * 300).wait, None);
            some_waits(&mut predictor, u64::from(round) * 3, i64::from(round) * 300);
        }
        let wait = predictor.predict(CALLER, 3_000).wait.unwrap();
        assert!((30.0..90.0).contains(&wait.mean_s()), "{wait:?}");
        assert_eq!(predictor.predict(CALLER, 100_000).wait, None, "nobody serves any more");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Clocks that jump, tickets that were never drawn, services that end twice.
        #[test]
        fn whatever_happens_a_range_is_a_range(
            steps in prop::collection::vec((0_u8..5, 0_u64..40, any::<i64>(), any::<i64>(), any::<u32>()), 0..400),
            early in 0_i64..100_000,
        ) {
            let mut predictor = Predictor::default();
            for round in 0..12_u32 {
                some_waits(&mut predictor, u64::from(round) * 3, i64::from(round) * 300);
            }
            for (kind, who, wild, head_start_s, service) in steps {
                let now = if kind == 4 { wild } else { wild.rem_euclid(100_000) };
                let ticket = Ticket { service, head_start_s };
                match who % 4 {
                    0 => {
                        let forecast = predictor.predict(ticket, now);
                        predictor.join(who, ticket, now, forecast);
                    }
                    1 => predictor.start(who - 1, Some(service % 9), now),
                    2 => predictor.leave(who - 2, now, kind == 0),
                    _ => predictor.finish(who - 3, now),
                }
                for now in [now, early] {
                    if let Some(wait) = predictor.predict(ticket, now).wait {
                        let range = wait.range();
                        prop_assert!(wait.mean_s().is_finite() && range.p50_s >= 0.0 && range.p50_s <= range.p90_s);
                    }
                }
            }
        }
    }
}
