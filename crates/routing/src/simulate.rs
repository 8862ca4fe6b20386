//! An office, or all of a country's, as events: who comes, who waits, who leaves, and who is served by whom.
//!
//! The same seed gives the same day. Who is next is [`Rule`]'s order over the first of each line, so that what is tried
//! here is what will happen at the counters.

mod day;
mod dice;
mod run;
mod search;

pub use day::{Crewed, Day, Served};
pub use dice::Spread;
pub use search::{Mix, Wanted};

use crate::next::Rule;
use std::fmt::{self, Display, Formatter};
use terms::Chance;

/// So many groups of officers and kinds of service, and no more.
pub const MOST_LINES: usize = 1_000;
/// So many intervals, and no more.
pub const MOST_INTERVALS: usize = 50_000;
/// So many customers, expected, and no more.
const MOST_CUSTOMERS: f64 = 20_000_000.0;
/// So many officers in a group at once.
const MOST_OPEN: u32 = 200_000;
/// Ten years.
const LONGEST_S: f64 = 316_000_000.0;

/// What is to be tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// How long an interval is.
    pub interval_s: f64,
    /// What people come for.
    pub services: Vec<Service>,
    /// Who serves them.
    pub groups: Vec<Group>,
    /// Who is next.
    pub rule: Rule,
}

/// One kind of service.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// How many are expected in each interval; nobody comes after the last.
    pub arrivals: Vec<f64>,
    /// How long an officer takes for each.
    pub handling: Spread,
    /// How long people wait before they leave; nothing where everybody stays.
    pub patience: Option<Spread>,
    /// How long they may wait.
    pub target_s: f64,
    /// The share that has priority.
    pub raised: f64,
    /// How long those have waited who are there already, the longest first.
    pub waiting_s: Vec<f64>,
}

/// Officers who can do the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Which of the services they do.
    pub services: Vec<usize>,
    /// How many are there in each interval; those of the last stay until nobody waits.
    pub open: Vec<u32>,
    /// How long those who serve already will go on.
    pub busy_s: Vec<f64>,
}

/// When an officer works, in seconds from the start of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// From when.
    pub from_s: f64,
    /// Until when.
    pub to_s: f64,
    /// Breaks in it: from when, until when.
    pub breaks_s: Vec<(f64, f64)>,
}

/// How many officers of these shifts are there in the middle of each interval.
pub fn open(shifts: &[Shift], interval_s: f64, intervals: u32) -> Vec<u32> {
    let within = |at: f64, (from, to): (f64, f64)| from <= at && at < to;
    let there = |at: f64| {
        let works = shifts.iter().filter(|shift| within(at, (shift.from_s, shift.to_s)));
        let works = works.filter(|shift| !shift.breaks_s.iter().any(|rest| within(at, *rest)));
        u32::try_from(works.count()).unwrap_or(MOST_OPEN)
    };
    (0..intervals).map(|number| there((f64::from(number) + 0.5) * interval_s)).collect()
}

/// Why an office cannot be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// There is no service or no interval, or there are too many.
    Size,
    /// A service or a group does not say something for each interval.
    Intervals,
    /// A group does a service that is not there.
    Skill,
    /// A time, a share or a rate that is no number, or out of all bounds.
    Number,
}

impl Display for Impossible {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Size => "there is nothing to try, or too much; give 1 to 1,000 services and groups",
            Self::Intervals => {
                "something is not said of every interval; give as many numbers as there are intervals"
            }
            Self::Skill => "a group does a service that is not there; name one that is",
            Self::Number => "a time, a share or a rate cannot be; give numbers from 0 up, and shares up to 1",
        })
    }
}

impl std::error::Error for Impossible {}

impl Office {
    /// Lets a day go by.
    pub fn simulate(&self, chance: &Chance) -> Result<Day, Impossible> {
        self.check()?;
        Ok(run::Run::new(self, chance).day())
    }

    /// How many intervals a day has.
    pub fn intervals(&self) -> usize {
        self.services.first().map_or(0, |service| service.arrivals.len())
    }

    fn check(&self) -> Result<(), Impossible> {
        let (intervals, sizes) = (self.intervals(), [self.services.len(), self.groups.len()]);
        if sizes.iter().any(|size| !(1..=MOST_LINES).contains(size))
            || !(1..=MOST_INTERVALS).contains(&intervals)
        {
            return Err(Impossible::Size);
        }
        let expected: f64 = self.services.iter().flat_map(|service| &service.arrivals).sum();
        let sound = span(self.interval_s) && self.interval_s > 0.0 && expected <= MOST_CUSTOMERS;
        if !sound || !self.services.iter().all(Service::sound) || !self.groups.iter().all(Group::sound) {
            return Err(Impossible::Number);
        }
        let lengths = self.services.iter().map(|service| service.arrivals.len());
        if lengths.chain(self.groups.iter().map(|group| group.open.len())).any(|length| length != intervals) {
            return Err(Impossible::Intervals);
        }
        let skills = self.groups.iter().flat_map(|group| &group.services);
        if skills.into_iter().any(|skill| *skill >= self.services.len()) {
            Err(Impossible::Skill)
        } else {
            Ok(())
        }
    }
}

fn span(seconds: f64) -> bool {
    (0.0..=LONGEST_S).contains(&seconds)
}

impl Service {
    fn sound(&self) -> bool {
        self.arrivals.iter().all(|rate| (0.0..=MOST_CUSTOMERS).contains(rate))
            && self.handling.sound()
            && self.patience.is_none_or(Spread::sound)
            && span(self.target_s)
            && (0.0..=1.0).contains(&self.raised)
            && self.waiting_s.iter().all(|age| span(*age))
    }
}

impl Group {
    fn sound(&self) -> bool {
        self.open.iter().all(|open| *open <= MOST_OPEN) && self.busy_s.iter().all(|rest| span(*rest))
    }
}
