//! A day's plan: how many officers in each interval, and how likely it is that they are enough.

use super::Forecast;
use crate::next::Rule;
use crate::simulate::{Group, Impossible, Office, Service, Spread};
use crate::staff::{Demand, ErlangA, Goal, Unsound, rostered};
use terms::Chance;

/// What is to be planned for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Work {
    /// How long an interval is.
    pub interval_s: f64,
    /// How long an officer takes for each.
    pub handling_s: f64,
    /// How long people wait before they leave.
    pub patience_s: f64,
    /// What is aimed at in each interval.
    pub goal: Goal,
    /// With which probability.
    pub sure: f64,
    /// Which share of their time officers on the roster do not serve.
    pub shrinkage: f64,
}

/// One interval of a plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Planned {
    /// How many are expected.
    pub expected: f64,
    /// How many officers serve.
    pub officers: u32,
    /// How many have to be on the roster.
    pub rostered: u32,
    /// How likely it is that the goal is met.
    pub likely: f64,
}

impl Forecast {
    /// The fewest officers in each interval who meet the goal with the probability that is wanted.
    pub fn plan(&self, work: &Work) -> Result<Vec<Planned>, Unsound> {
        Goal::new(work.sure, 0.0)?;
        let worst = self.at_most(work.sure);
        self.expected.iter().map(|expected| self.interval(work, *expected, worst)).collect()
    }

    fn interval(&self, work: &Work, expected: f64, worst: f64) -> Result<Planned, Unsound> {
        if expected <= 0.0 {
            return Ok(Planned { expected: 0.0, officers: 0, rostered: 0, likely: 1.0 });
        }
        let demand = Demand::new(expected, work.interval_s, work.handling_s)?;
        // The more come, the worse they are served: so enough for the worst day is enough for all better ones.
        let fewest =
            ErlangA::fewest(demand.times(worst)?, work.patience_s, work.goal)?.ok_or(Unsound::Load)?;
        let officers = fewest.officers();
        let likely = self.likely(most_times(demand, work, officers));
        Ok(Planned { expected, officers, rostered: rostered(officers, work.shrinkage)?, likely })
    }

    /// On which share of so many simulated days the goal is met over the whole day, all factors of the day being tried
    /// in equal steps.
    pub fn tried(
        &self,
        work: &Work,
        plan: &[Planned],
        days: u32,
        chance: &Chance,
    ) -> Result<f64, Impossible> {
        let mut office = Office {
            interval_s: work.interval_s,
            services: vec![Service {
                arrivals: Vec::new(),
                handling: Spread::Exponential(work.handling_s),
                patience: Some(Spread::Exponential(work.patience_s)),
                target_s: work.goal.within_s(),
                raised: 0.0,
                waiting_s: Vec::new(),
            }],
            groups: vec![Group {
                services: vec![0],
                open: plan.iter().map(|planned| planned.officers).collect(),
                busy_s: Vec::new(),
            }],
            rule: Rule::default(),
        };
        let mut met = 0;
        for day in 0..days {
            let times = self.at_most((f64::from(day) + 0.5) / f64::from(days));
            office.services[0].arrivals = self.expected.iter().map(|expected| expected * times).collect();
            let level = office.simulate(chance)?.services[0].service_level();
            met += u32::from(level.is_none_or(|level| level >= work.goal.share()));
        }
        Ok(f64::from(met) / f64::from(days.max(1)))
    }
}

/// How many times as many may come until these officers miss the goal.
fn most_times(demand: Demand, work: &Work, officers: u32) -> f64 {
    let meets = |times| {
        let line = demand.times(times).and_then(|demand| ErlangA::new(demand, work.patience_s, officers));
        line.is_ok_and(|line| line.service_level(work.goal.within_s()) >= work.goal.share())
    };
    let (mut low, mut high) = (1e-6, 20.0);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if meets(middle) { low = middle } else { high = middle }
    }
    low
}
