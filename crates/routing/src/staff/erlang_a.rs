//! Erlang A: everybody leaves whose patience ends first, M/M/s+M.
//!
//! Sources: Garnett, Mandelbaum and Reiman, "Designing a call center with impatient customers", MSOM 4 (2002); the share
//! that is served in time follows from the death process ahead of somebody who waits, whose law is a beta integral.

use super::erlang_c::erlang_b;
use super::{Demand, Figures, Goal, MOST_OFFICERS, Unsound, span, whole};

/// What a sum may leave out.
const NEGLIGIBLE: f64 = 1e-17;
/// So many places of a line are looked at on either side of the likeliest, and no more.
const MOST_PLACES: u32 = 5_000_000;

/// A line that impatient people leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErlangA {
    demand: Demand,
    patience_s: f64,
    officers: u32,
    /// The shortest line that matters, and how likely it is.
    shortest: f64,
    likely: f64,
    waits: f64,
    queue: f64,
}

/// A sum over the lengths of a line, and the same weighted by them.
struct Sum {
    plain: f64,
    weighted: f64,
}

impl Sum {
    fn add(&mut self, length: f64, weight: f64) {
        self.plain += weight;
        self.weighted += length * weight;
    }
}

impl ErlangA {
    /// So many officers, and people who wait so long on average.
    pub fn new(demand: Demand, patience_s: f64, officers: u32) -> Result<Self, Unsound> {
        let mut line = Self {
            demand,
            patience_s: span(patience_s)?,
            officers,
            shortest: 0.0,
            likely: 0.0,
            waits: 0.0,
            queue: 0.0,
        };
        line.settle();
        Ok(line)
    }

    /// At which rate a line of this length is left, to an officer or out of the door.
    fn drain(&self, length: f64) -> f64 {
        f64::from(self.officers) / self.demand.handling_s + length / self.patience_s
    }

    /// Finds how likely each length is, from the likeliest on in both directions, so that nothing grows over 1.
    fn settle(&mut self) {
        let comes = self.demand.arrivals_per_s;
        let top = ((comes - self.drain(0.0)) * self.patience_s).floor().max(0.0);
        let mut sum = Sum { plain: 1.0, weighted: top };
        let (mut length, mut weight) = (top, 1.0);
        for _ in 0..MOST_PLACES {
            length += 1.0;
            let ratio = comes / self.drain(length);
            weight *= ratio;
            sum.add(length, weight);
            // What is left out is less than a geometric sum.
            if weight * ratio <= NEGLIGIBLE * (1.0 - ratio) * sum.plain {
                break;
            }
        }
        (length, weight) = (top, 1.0);
        while length > 0.0 && top - length < f64::from(MOST_PLACES) && weight > NEGLIGIBLE * NEGLIGIBLE {
            weight *= self.drain(length) / comes;
            length -= 1.0;
            sum.add(length, weight);
        }
        let empty = if length > 0.0 { 0.0 } else { weight * self.somebody_free() };
        let all = sum.plain + empty;
        (self.shortest, self.likely) = (length, weight / all);
        (self.waits, self.queue) = (sum.plain / all, sum.weighted / all);
    }

    /// How much likelier it is that an officer is free than that all are busy and nobody waits.
    fn somebody_free(&self) -> f64 {
        erlang_b(self.officers, self.demand.load()).recip() - 1.0
    }

    /// The fewest officers who meet a goal.
    pub fn fewest(demand: Demand, patience_s: f64, goal: Goal) -> Result<Option<Self>, Unsound> {
        let with = |officers| Self::new(demand, patience_s, officers);
        let meets = |line: &Self| line.service_level(goal.within_s()) >= goal.share();
        let (mut fails, mut officers) = (0, whole(demand.load().ceil()).max(1));
        let mut stride = whole(demand.load().sqrt()).max(1);
        let mut best = with(officers)?;
        while !meets(&best) {
            if officers == MOST_OFFICERS {
                return Ok(None);
            }
            fails = officers;
            officers = officers.saturating_add(stride).min(MOST_OFFICERS);
            stride = stride.saturating_mul(2);
            best = with(officers)?;
        }
        while officers - fails > 1 {
            let middle = with(fails + (officers - fails) / 2)?;
            if meets(&middle) {
                (officers, best) = (middle.officers, middle);
            } else {
                fails = middle.officers;
            }
        }
        Ok(Some(best))
    }

    /// How many officers.
    pub fn officers(&self) -> u32 {
        self.officers
    }

    /// The share that has to wait at all.
    pub fn waits(&self) -> f64 {
        self.waits
    }

    /// The share that leaves before it is served.
    pub fn abandons(&self) -> f64 {
        (self.queue / self.patience_s / self.demand.arrivals_per_s).min(1.0)
    }

    /// The share of all who come that is served within so long.
    ///
    /// Behind `j` others it is the beta integral I(x; j + 1, c + 1) · c ÷ (c + j + 1), with x = 1 − e^(−t ÷ patience) and
    /// c = officers · patience ÷ handling; the integral goes from one `j` to the next by taking one term away.
    pub fn service_level(&self, within_s: f64) -> f64 {
        let (c, ripe) = (self.drain(0.0) * self.patience_s, within_s / self.patience_s);
        let x = -(-ripe).exp_m1();
        let mut reached = -(-ripe * (c + 1.0)).exp_m1();
        let mut term = Scaled::from_log(x.ln() + (c + 1.0).ln() - ripe * (c + 1.0));
        let (mut ahead, mut likely, mut served) = (0.0, self.likely, 0.0);
        for _ in 0..MOST_PLACES {
            if ahead >= self.shortest {
                served += likely * reached * c / (c + ahead + 1.0);
                let ratio = self.demand.arrivals_per_s / self.drain(ahead + 1.0);
                likely *= ratio;
                if ratio < 1.0 && likely <= NEGLIGIBLE * (1.0 - ratio) {
                    break;
                }
            }
            reached -= term.value();
            if reached <= NEGLIGIBLE {
                break;
            }
            term.times(x * (ahead + c + 2.0) / (ahead + 2.0));
            ahead += 1.0;
        }
        (1.0 - self.waits + served).clamp(0.0, 1.0)
    }

    /// The mean wait of those who are served. Behind `j` others one is served with c ÷ (c + j + 1), after the sum of
    /// 1 ÷ (c + i) patiences for i from 1 to j + 1.
    fn answered_wait_s(&self) -> f64 {
        let c = self.drain(0.0) * self.patience_s;
        // Far down a line, the sum is as good as its integral.
        let skipped = (self.shortest - f64::from(MOST_PLACES)).max(0.0);
        let mut sum = ((c + skipped + 0.5) / (c + 0.5)).ln();
        let (mut ahead, mut likely, mut waited) = (skipped, self.likely, 0.0);
        for _ in 0..2 * MOST_PLACES {
            sum += (c + ahead + 1.0).recip();
            if ahead >= self.shortest {
                waited += likely * sum * c / (c + ahead + 1.0);
                let ratio = self.demand.arrivals_per_s / self.drain(ahead + 1.0);
                likely *= ratio;
                if ratio < 1.0 && likely <= NEGLIGIBLE * (1.0 - ratio) {
                    break;
                }
            }
            ahead += 1.0;
        }
        let served = 1.0 - self.abandons();
        if served > 0.0 { waited * self.patience_s / served } else { f64::INFINITY }
    }

    /// All figures, with the service level for so long.
    pub fn figures(&self, within_s: f64) -> Figures {
        let (abandons, officers) = (self.abandons(), f64::from(self.officers.max(1)));
        Figures {
            waits: self.waits,
            service_level: self.service_level(within_s),
            mean_wait_s: self.queue / self.demand.arrivals_per_s,
            answered_wait_s: self.answered_wait_s(),
            abandons,
            occupancy: (self.demand.load() * (1.0 - abandons) / officers).min(1.0),
            queue: self.queue,
        }
    }
}

/// A number that may be far too small for a float at first, and grows.
struct Scaled {
    number: f64,
    log: f64,
    scale: f64,
}

impl Scaled {
    const LARGE: f64 = 1e200;

    fn from_log(log: f64) -> Self {
        Self { number: 1.0, log, scale: log.exp() }
    }

    fn value(&self) -> f64 {
        self.number * self.scale
    }

    fn times(&mut self, factor: f64) {
        self.number *= factor;
        if self.number > Self::LARGE {
            self.number /= Self::LARGE;
            self.log += Self::LARGE.ln();
            self.scale = self.log.exp();
        }
    }
}
