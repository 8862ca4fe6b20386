//! The live state played forward: where skills differ, the wait of one ticket is seen in many seeded futures.

use super::{Wait, seconds};
use terms::Chance;

/// A future ends here, and longer waits count as this.
const LONGEST_S: f64 = 8.0 * 3_600.0;
const MOST_FUTURES: u32 = 1_000;
const MOST_WAITING: usize = 2_000;
const MOST_SERVERS: usize = 1_000;
/// More happens in no future that is worth telling, and somebody waits for the answer.
const MOST_EVENTS: u32 = 5_000;

/// What people come for, by its place in [`Live::services`], and how fast more of them come.
#[derive(Clone, Copy, Debug)]
pub struct Stream {
    pub service_s: f64,
    /// None where nobody gives up.
    pub patience_s: Option<f64>,
    pub arrivals_per_s: f64,
    pub head_start_s: i64,
}

/// Somebody at a counter or on the phone, with the services that they can do and the one that they do now.
#[derive(Clone, Debug)]
pub struct Server {
    pub skills: Vec<usize>,
    pub busy_with: Option<usize>,
}

/// An office at an instant: who serves what, who waits in turn, and who is to come.
#[derive(Clone, Debug)]
pub struct Live {
    pub now: i64,
    pub services: Vec<Stream>,
    pub servers: Vec<Server>,
    /// For each ticket its service and since when it waits, with its head start counted in.
    pub waiting: Vec<(usize, i64)>,
}

/// How long the ticket at this place of [`Live::waiting`] still waits if nobody opens or closes a counter.
///
/// A server who is free takes whoever has waited longest of those they can serve. Services and patience are exponential, so
/// what has passed of them does not matter. None where nobody can do it, or most futures do not end.
pub fn forward(live: &Live, ticket: usize, futures: u32, chance: &Chance) -> Option<Wait> {
    let &(service, _) = live.waiting.get(ticket)?;
    let served = live.servers.iter().any(|server| server.skills.contains(&service));
    if !served || !sound(live) {
        return None;
    }
    let waits: Vec<f64> =
        (0..futures.clamp(1, MOST_FUTURES)).map(|_| Future::of(live, ticket, chance).wait()).collect();
    let endless = waits.iter().filter(|wait| **wait >= LONGEST_S).count();
    if endless * 2 > waits.len() { None } else { Wait::of(waits) }
}

fn sound(live: &Live) -> bool {
    let service = |place: &usize| *place < live.services.len();
    let small = live.waiting.len() <= MOST_WAITING && live.servers.len() <= MOST_SERVERS;
    let known = live.waiting.iter().all(|(of, _)| service(of))
        && live.servers.iter().all(|server| server.skills.iter().chain(&server.busy_with).all(service));
    let times = live.services.iter().all(|stream| {
        (1.0..1e6).contains(&stream.service_s)
            && (0.0..100.0).contains(&stream.arrivals_per_s)
            && stream.patience_s.is_none_or(|patience| (1.0..1e9).contains(&patience))
    });
    small && known && times
}

/// Somebody in line, by whose turn it is, until they give up. Instants are seconds from now.
struct Waiting {
    service: usize,
    turn: f64,
    gives_up: f64,
    asks: bool,
}

struct Future<'a> {
    live: &'a Live,
    chance: &'a Chance,
    /// In turn. Whoever asks does not give up.
    line: Vec<Waiting>,
    /// Who serves what, until when.
    busy_until: Vec<f64>,
    next_arrival: Vec<f64>,
}

impl<'a> Future<'a> {
    fn of(live: &'a Live, ticket: usize, chance: &'a Chance) -> Self {
        let after = |mean: f64| -mean * uniform(chance).ln();
        let patience = |service: usize| live.services[service].patience_s.map_or(f64::INFINITY, after);
        let waiting = |(place, &(service, since)): (usize, &(usize, i64))| Waiting {
            service,
            turn: seconds(live.now, since) - seconds(since, live.now),
            gives_up: if place == ticket { f64::INFINITY } else { patience(service) },
            asks: place == ticket,
        };
        let mut line: Vec<Waiting> = live.waiting.iter().enumerate().map(waiting).collect();
        line.sort_by(|one, other| one.turn.total_cmp(&other.turn));
        let left =
            |server: &Server| server.busy_with.map_or(0.0, |service| after(live.services[service].service_s));
        let arrival = |stream: &Stream| after(stream.arrivals_per_s.recip());
        Self {
            live,
            chance,
            line,
            busy_until: live.servers.iter().map(left).collect(),
            next_arrival: live.services.iter().map(arrival).collect(),
        }
    }

    /// When the ticket's service begins.
    fn wait(mut self) -> f64 {
        let mut now = 0.0;
        for _ in 0..MOST_EVENTS {
            if self.serve(now) {
                return now;
            }
            let (server, free) =
                soonest(self.busy_until.iter().map(|&until| if until > now { until } else { f64::INFINITY }));
            let (service, arrival) = soonest(self.next_arrival.iter().copied());
            now = free.min(arrival);
            if now >= LONGEST_S {
                break;
            }
            if arrival <= free { self.arrive(service, now) } else { self.busy_until[server] = now }
        }
        LONGEST_S
    }

    /// Whoever is free takes the first in line whom they can serve; true if that is the ticket.
    fn serve(&mut self, now: f64) -> bool {
        for (server, until) in self.live.servers.iter().zip(&mut self.busy_until) {
            if *until > now {
                continue;
            }
            let Some(next) = self
                .line
                .iter()
                .position(|waiting| waiting.gives_up > now && server.skills.contains(&waiting.service))
            else {
                continue;
            };
            let taken = self.line.remove(next);
            if taken.asks {
                return true;
            }
            *until = now - self.live.services[taken.service].service_s * uniform(self.chance).ln();
        }
        false
    }

    fn arrive(&mut self, service: usize, now: f64) {
        let stream = &self.live.services[service];
        self.next_arrival[service] = now - stream.arrivals_per_s.recip() * uniform(self.chance).ln();
        if self.line.len() >= MOST_WAITING {
            self.line.retain(|waiting| waiting.gives_up > now);
        }
        if self.line.len() >= MOST_WAITING {
            return;
        }
        let turn = now - seconds(0, stream.head_start_s);
        let gives_up = stream.patience_s.map_or(f64::INFINITY, |mean| now - mean * uniform(self.chance).ln());
        let place = self.line.partition_point(|waiting| waiting.turn <= turn);
        self.line.insert(place, Waiting { service, turn, gives_up, asks: false });
    }
}

/// A number above 0 and below 1.
fn uniform(chance: &Chance) -> f64 {
    (f64::from(u32::from_le_bytes(chance.bytes())) + 0.5) / (f64::from(u32::MAX) + 1.0)
}

/// The place and the instant of what happens first.
fn soonest(instants: impl Iterator<Item = f64>) -> (usize, f64) {
    instants.enumerate().min_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or((0, f64::INFINITY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wait::Drain;

    fn stream(patience_s: Option<f64>) -> Stream {
        Stream { service_s: 180.0, patience_s, arrivals_per_s: 0.01, head_start_s: 0 }
    }

    fn busy(skills: &[usize]) -> Server {
        Server { skills: skills.to_vec(), busy_with: skills.first().copied() }
    }

    fn chance() -> Chance {
        Chance::from_seed([7; 32])
    }

    /// With one skill the exact distribution is known, so that this is the judge.
    #[test]
    fn with_one_skill_futures_are_as_the_exact_distribution() {
        for patience in [None, Some(300.0)] {
            let servers = vec![busy(&[0]); 5];
            let waiting = (0..11).map(|place| (0, place)).collect();
            let live = Live { now: 100, services: vec![stream(patience)], servers, waiting };
            let wait = forward(&live, 10, 1_000, &chance()).unwrap();
            let exact = Drain::new(5.0, 180.0, patience).unwrap();
            let error = (exact.variance(10) / 1_000.0).sqrt();
            assert!(
                (wait.mean_s() - exact.mean(10)).abs() < 4.0 * error,
                "{} {}",
                wait.mean_s(),
                exact.mean(10)
            );
            for share in [0.5, 0.9] {
                let within = exact.within(10, wait.quantile_s(share));
                assert!((within - share).abs() < 0.05, "{share}: {within}");
            }
        }
    }

    #[test]
    fn who_can_be_served_by_few_waits_longer() {
        let services = vec![stream(None), stream(None)];
        let servers = vec![busy(&[0]), busy(&[0]), busy(&[0]), busy(&[0, 1])];
        let live =
            Live { now: 1_000, services, servers, waiting: vec![(0, 900), (1, 900), (0, 950), (1, 950)] };
        let common = forward(&live, 2, 400, &chance()).unwrap().range();
        let rare = forward(&live, 3, 400, &chance()).unwrap().range();
        assert!(rare.p50_s > 1.5 * common.p50_s && rare.p90_s > common.p90_s, "{rare:?} {common:?}");
    }

    #[test]
    fn those_with_a_head_start_overtake() {
        let plain = stream(None);
        let urgent = Stream { arrivals_per_s: 0.02, head_start_s: 3_600, ..plain };
        let live =
            |services| Live { now: 0, services, servers: vec![busy(&[0, 1]); 3], waiting: vec![(0, 0); 4] };
        let before = forward(&live(vec![plain, plain]), 3, 400, &chance()).unwrap();
        let after = forward(&live(vec![plain, urgent]), 3, 400, &chance()).unwrap();
        assert!(after.mean_s() > 1.3 * before.mean_s());
    }

    #[test]
    fn a_free_server_serves_at_once_and_the_same_seed_says_the_same() {
        let free = Server { skills: vec![0], busy_with: None };
        let mut live =
            Live { now: 5, services: vec![stream(None)], servers: vec![free], waiting: vec![(0, 5); 3] };
        assert!(forward(&live, 0, 200, &chance()).unwrap().mean_s().abs() < 1e-12);
        assert_eq!(forward(&live, 2, 200, &chance()), forward(&live, 2, 200, &chance()));
        live.waiting[1].1 = i64::MAX;
        live.services[0].arrivals_per_s = 0.0;
        assert!(forward(&live, 1, 200, &chance()).is_some(), "a clock that jumped");
    }

    #[test]
    fn we_cannot_say_what_nobody_serves_or_what_makes_no_sense() {
        let live = Live {
            now: 0,
            services: vec![stream(None); 2],
            servers: vec![busy(&[0])],
            waiting: vec![(1, 0), (0, 0)],
        };
        assert_eq!(forward(&live, 0, 200, &chance()), None);
        assert_eq!(forward(&live, 9, 200, &chance()), None);
        assert!(forward(&live, 1, 0, &chance()).is_some());
        for service_s in [f64::NAN, 0.0, -1.0, f64::INFINITY] {
            let services = vec![Stream { service_s, ..stream(None) }; 2];
            assert_eq!(forward(&Live { services, ..live.clone() }, 1, 200, &chance()), None);
        }
        assert_eq!(forward(&Live { waiting: vec![(0, 0), (7, 0)], ..live.clone() }, 0, 200, &chance()), None);
        let flooded = Stream { arrivals_per_s: 1.0, head_start_s: 1_000_000, ..stream(None) };
        assert_eq!(
            forward(&Live { services: vec![flooded; 2], ..live }, 1, 20, &chance()),
            None,
            "never one's turn"
        );
    }
}
