//! Erlang B and C: nobody waits, and everybody waits as long as it takes.

use super::{Demand, Figures, Goal, MOST_OFFICERS, whole};

/// The share that finds all busy and goes away, with so many officers and so many erlangs.
pub fn erlang_b(officers: u32, load: f64) -> f64 {
    inverse(officers, load).recip()
}

/// One over that share: a sum of products above 0, so that nothing cancels and nothing has to be divided.
fn inverse(officers: u32, load: f64) -> f64 {
    let each = load.recip();
    (1..=officers).fold(1.0, |inverse, officer| step(inverse, officer, each))
}

/// From one officer fewer to this one.
fn step(inverse: f64, officer: u32, each: f64) -> f64 {
    1.0 + inverse * (f64::from(officer) * each)
}

/// The fewest officers with whom at most this share finds all busy.
pub fn fewest_without_line(load: f64, most: f64) -> Option<u32> {
    let (mut inverse, each) = (1.0, load.recip());
    (1..=MOST_OFFICERS).find(|officer| {
        inverse = step(inverse, *officer, each);
        inverse.recip() <= most
    })
}

/// A line in which everybody stays: M/M/s.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErlangC {
    demand: Demand,
    officers: u32,
    waits: f64,
}

impl ErlangC {
    /// So many officers; with too few, the line grows without end and everybody waits.
    pub fn new(demand: Demand, officers: u32) -> Self {
        Self::from_inverse(demand, officers, inverse(officers, demand.load()))
    }

    fn from_inverse(demand: Demand, officers: u32, inverse: f64) -> Self {
        let (load, all) = (demand.load(), f64::from(officers));
        let waits = if load < all { all / ((all - load) * inverse + load) } else { 1.0 };
        Self { demand, officers, waits }
    }

    /// The fewest officers who meet a goal.
    pub fn fewest(demand: Demand, goal: Goal) -> Option<Self> {
        let (load, each, late) = (demand.load(), demand.load().recip(), 1.0 - goal.share());
        let first = whole(load).saturating_add(1);
        let ripe = goal.within_s() / demand.handling_s;
        let (mut inverse, mut left) = (inverse(first - 1, load), ((load - f64::from(first)) * ripe).exp());
        let shrinks = (-ripe).exp();
        for officers in first..=MOST_OFFICERS {
            let all = f64::from(officers);
            inverse = step(inverse, officers, each);
            // The share that is too late, without a division; a little is left for the last bits.
            if all * left * (1.0 - 1e-12) <= late * ((all - load) * inverse + load) {
                let line = Self::from_inverse(demand, officers, inverse);
                if line.service_level(goal.within_s()) >= goal.share() {
                    return Some(line);
                }
            }
            left *= shrinks;
        }
        None
    }

    /// How many officers.
    pub fn officers(&self) -> u32 {
        self.officers
    }

    /// The share that has to wait at all.
    pub fn waits(&self) -> f64 {
        self.waits
    }

    /// By how many erlangs the officers are more than the load.
    fn spare(&self) -> f64 {
        (f64::from(self.officers) - self.demand.load()).max(0.0)
    }

    /// The share that is served within so long.
    pub fn service_level(&self, within_s: f64) -> f64 {
        1.0 - self.waits * (-self.spare() * within_s / self.demand.handling_s).exp()
    }

    /// All figures, with the service level for so long.
    pub fn figures(&self, within_s: f64) -> Figures {
        let spare = self.spare();
        let mean_wait_s =
            if spare > 0.0 { self.waits * self.demand.handling_s / spare } else { f64::INFINITY };
        let queue = mean_wait_s * self.demand.arrivals_per_s;
        let occupancy = if spare > 0.0 { self.demand.load() / f64::from(self.officers) } else { 1.0 };
        let service_level = self.service_level(within_s);
        let waits = self.waits;
        Figures {
            waits,
            service_level,
            mean_wait_s,
            answered_wait_s: mean_wait_s,
            abandons: 0.0,
            occupancy,
            queue,
        }
    }
}
