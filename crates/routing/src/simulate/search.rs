//! How many officers of each group does it take, where services share them? By the smallest step that helps most.
//!
//! There is no formula for skills that overlap. Each step adds one officer where the simulated day gains most for the
//! cost; at the end, whoever is not needed goes again. Every try meets the same chance, so that only officers differ.
//! Source of the idea: Wallace and Whitt, "A staffing algorithm for call centers with skill-based routing", MSOM 7 (2005).

use super::{Impossible, Office};
use terms::Chance;

/// So many officers are tried in all.
const MOST_STEPS: u32 = 2_000;

/// What the search is for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'w> {
    /// Which share of those who come for each service is to be served within its target.
    pub levels: &'w [f64],
    /// What an officer of each group costs.
    pub costs: &'w [f64],
}

/// How many officers of each group are enough.
#[derive(Debug, Clone, PartialEq)]
pub struct Mix {
    /// How many of each.
    pub officers: Vec<u32>,
    /// What they cost together.
    pub cost: f64,
    /// Which share each service then serves in time.
    pub levels: Vec<f64>,
}

/// An office in which numbers of officers are tried.
struct Search<'s> {
    office: Office,
    wanted: Wanted<'s>,
    seed: [u8; 32],
}

impl Office {
    /// The cheapest mix of officers found that serves all services as wanted, all day long; nothing where none does. How
    /// many are open in this office does not matter.
    pub fn mix(&self, wanted: Wanted<'_>, chance: &Chance) -> Result<Option<Mix>, Impossible> {
        let sound = |number: &f64| number.is_finite() && *number > 0.0;
        if wanted.levels.len() != self.services.len() || wanted.costs.len() != self.groups.len() {
            return Err(Impossible::Intervals);
        }
        if !wanted.costs.iter().all(sound) || !wanted.levels.iter().all(|level| sound(level) && *level < 1.0)
        {
            return Err(Impossible::Number);
        }
        Search { office: self.clone(), wanted, seed: chance.bytes() }.run()
    }
}

impl Search<'_> {
    fn run(mut self) -> Result<Option<Mix>, Impossible> {
        let mut officers = vec![0; self.office.groups.len()];
        for _ in 0..MOST_STEPS {
            let levels = self.levels(&officers)?;
            if self.short(&levels) == 0.0 {
                let officers = self.without_spare(officers)?;
                let levels = self.levels(&officers)?;
                let cost =
                    officers.iter().zip(self.wanted.costs).map(|(many, cost)| f64::from(*many) * cost).sum();
                return Ok(Some(Mix { officers, cost, levels }));
            }
            let Some(group) = self.best_step(&officers, &levels)? else { return Ok(None) };
            officers[group] += 1;
        }
        Ok(None)
    }

    /// Which share of each service is served in time.
    fn levels(&mut self, officers: &[u32]) -> Result<Vec<f64>, Impossible> {
        let intervals = self.office.intervals();
        for (group, many) in self.office.groups.iter_mut().zip(officers) {
            group.open = vec![*many; intervals];
        }
        let day = self.office.simulate(&Chance::from_seed(self.seed))?;
        Ok(day.services.iter().map(|served| served.service_level().unwrap_or(1.0)).collect())
    }

    /// By how much all services together fall short.
    fn short(&self, levels: &[f64]) -> f64 {
        levels.iter().zip(self.wanted.levels).map(|(level, wanted)| (wanted - level).max(0.0)).sum()
    }

    /// Whose next officer helps most for the cost; while nobody's helps, the cheapest who does a service that falls short.
    fn best_step(&mut self, officers: &[u32], levels: &[f64]) -> Result<Option<usize>, Impossible> {
        let short = self.short(levels);
        let mut best: Option<(f64, usize)> = None;
        for group in 0..officers.len() {
            let falls = |service: &usize| levels[*service] < self.wanted.levels[*service];
            if !self.office.groups[group].services.iter().any(falls) {
                continue;
            }
            let mut more = officers.to_vec();
            more[group] += 1;
            let after = self.levels(&more)?;
            // Where nothing is gained yet, whoever costs less comes first.
            let gain = (short - self.short(&after)).max(f64::EPSILON) / self.wanted.costs[group];
            if best.is_none_or(|(most, _)| gain > most) {
                best = Some((gain, group));
            }
        }
        Ok(best.map(|(_, group)| group))
    }

    /// Lets go whoever is not needed, and puts one who costs less in the place of one who costs more.
    fn without_spare(&mut self, mut officers: Vec<u32>) -> Result<Vec<u32>, Impossible> {
        let costs = self.wanted.costs;
        loop {
            let gone = (0..officers.len()).filter(|group| officers[*group] > 0);
            let mut changes: Vec<(f64, usize, Option<usize>)> = gone
                .flat_map(|group| {
                    let instead = (0..costs.len()).filter(move |other| costs[*other] < costs[group]);
                    let swaps = instead.map(move |other| (costs[group] - costs[other], group, Some(other)));
                    swaps.chain([(costs[group], group, None)])
                })
                .collect();
            changes.sort_by(|one, other| other.0.total_cmp(&one.0));
            let mut changed = false;
            for (_, from, to) in changes {
                let mut fewer = officers.clone();
                fewer[from] -= 1;
                if let Some(to) = to {
                    fewer[to] += 1;
                }
                let levels = self.levels(&fewer)?;
                if self.short(&levels) == 0.0 {
                    (officers, changed) = (fewer, true);
                    break;
                }
            }
            if !changed {
                return Ok(officers);
            }
        }
    }
}
