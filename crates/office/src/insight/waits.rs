//! The waits at the offices against what was promised, by office and line, for the public scorecard.

use super::Quantiles;
use crate::city::City;
use measures::{DurationScale, Share, Times};
use records::facts::Cut;
use records::visit_facts::{self, Fact, Waited};
use records::{Broke, Tx};
use std::collections::BTreeMap;
use terms::{LineCode, OfficeCode};

/// Fewer waits say nothing of nine in ten.
const FEWEST_FOR_P90: u64 = 10;

/// How long people waited at offices, at one, or in one of its lines, and what became of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Waits {
    /// How many joined the line.
    pub joined: u64,
    /// Those called within the time promised, of those of whom it can be judged: who were called, who left after that
    /// time, or on whom the office closed.
    pub kept: Share,
    /// From joining, or from the time booked, to the first call, in seconds. Who left counts for as long as they waited.
    pub wait: Quantiles,
    /// How many were served.
    pub served: u64,
    /// How many were not there when they were called.
    pub no_shows: u64,
    /// How many gave up their place.
    pub gave_up: u64,
    /// How many the office closed on.
    pub unserved: u64,
    /// Of how many somebody was called first who had come later.
    pub overtaken: u64,
    /// Of how many of them those alone who had priority.
    pub overtaken_by_priority: u64,
    /// Of how many of them, of the others, those who wanted another thing.
    pub overtaken_by_line: u64,
}

/// One office.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficeWaits {
    /// Which.
    pub office: OfficeCode,
    /// All of it together.
    pub total: Waits,
    /// By what people came for.
    pub lines: BTreeMap<LineCode, Waits>,
}

/// All offices.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AtOffices {
    /// All of them together.
    pub total: Waits,
    /// Each of them.
    pub offices: Vec<OfficeWaits>,
}

/// What is added up, of one group.
#[derive(Default)]
struct Sum {
    fact: Fact,
    times: Times,
}

impl Sum {
    fn add(&mut self, fact: &Fact, waits: &[(i64, Waited)]) {
        self.fact = self.fact.and(fact);
        for (bucket, waited) in waits {
            self.times.ended(*bucket, count(waited.called));
            self.times.open(*bucket, count(waited.gone));
        }
    }

    fn waits(&self) -> Waits {
        let (fact, survival) = (&self.fact, self.times.survival());
        let within = |share: f64| survival.quantile(share).map(DurationScale::seconds);
        let judged = self.times.count();
        Waits {
            joined: count(fact.joined),
            kept: Share::new(count(fact.in_time), count(fact.called + fact.lost)),
            wait: Quantiles {
                median: within(0.5),
                p90: within(0.9).filter(|_| judged >= FEWEST_FOR_P90),
                count: judged,
            },
            served: count(fact.served),
            no_shows: count(fact.no_shows),
            gave_up: count(fact.gave_up),
            unserved: count(fact.unserved),
            overtaken: count(fact.overtaken),
            overtaken_by_priority: count(fact.overtaken_by_priority),
            overtaken_by_line: count(fact.overtaken_by_line),
        }
    }
}

fn count(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

/// The waits of a period. A visit is of no service, district or channel, so there are none where one of them is asked for;
/// an agency has its own offices.
pub(super) fn at_offices(tx: &mut Tx<'_>, city: &City, cut: &Cut) -> Result<Option<AtOffices>, Broke> {
    if cut.service.is_some() || cut.district.is_some() || cut.channel.is_some() {
        return Ok(None);
    }
    let is_meant = |code: &OfficeCode| match &cut.agency {
        None => true,
        Some(agency) => city.offices.get(code).is_some_and(|office| office.agency == *agency),
    };
    let period = (cut.from.as_str(), cut.to.as_str());
    let mut waits: BTreeMap<(OfficeCode, LineCode), Vec<(i64, Waited)>> = BTreeMap::new();
    for (of, waited) in visit_facts::waits_by_line(tx, period)? {
        waits.entry(of).or_default().push(waited);
    }
    let mut all = Sum::default();
    let mut offices: BTreeMap<OfficeCode, (Sum, BTreeMap<LineCode, Waits>)> = BTreeMap::new();
    for (of, fact) in visit_facts::by_line(tx, period)? {
        if !is_meant(&of.0) {
            continue;
        }
        let waits = waits.remove(&of).unwrap_or_default();
        let (office, lines) = offices.entry(of.0).or_default();
        let mut own = Sum::default();
        [&mut all, office, &mut own].into_iter().for_each(|sum| sum.add(&fact, &waits));
        lines.insert(of.1, own.waits());
    }
    let each = |(office, (sum, lines)): (OfficeCode, (Sum, BTreeMap<LineCode, Waits>))| OfficeWaits {
        office,
        total: sum.waits(),
        lines,
    };
    Ok(Some(AtOffices { total: all.waits(), offices: offices.into_iter().map(each).collect() }))
}
