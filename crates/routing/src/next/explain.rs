//! Why somebody was served first: the figures for a sentence in any language, and the sentence in English.

use super::{Rule, Standing, Ticket};
use std::fmt::{self, Display, Formatter};

/// Why one ticket is served before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason<'a> {
    /// The one that was passed is kept for another officer.
    OtherOfficer {
        /// For whom.
        officer: &'a str,
    },
    /// It is kept for another counter.
    OtherCounter {
        /// For which.
        counter: &'a str,
    },
    /// This counter does not serve what it wants.
    OtherService {
        /// What it wants.
        service: &'a str,
    },
    /// This officer lacks something that it needs.
    Skill {
        /// What is lacking.
        skill: &'a str,
    },
    /// This officer does not take what comes this way.
    OtherChannel,
    /// It is written work, and too few officers are free for visits and calls.
    KeptForLive {
        /// How many are free.
        idle: u32,
        /// How many stay so.
        reserve: u32,
    },
    /// The one ahead is over the bound on age, for longer than the other if that is too.
    OverAge {
        /// By how much.
        over_ms: i64,
        /// The bound.
        bound_ms: i64,
    },
    /// The one ahead has priority.
    Priority {
        /// Why.
        reason: &'a str,
    },
    /// The one ahead has used up more of its target.
    ShareOfTarget {
        /// How much of it.
        ahead: Share,
        /// How much the other has used.
        behind: Share,
    },
    /// The one ahead has the earlier place.
    EarlierPlace {
        /// Its place.
        ahead_ms: i64,
        /// The other's place.
        behind_ms: i64,
    },
    /// Nothing tells them apart but their names.
    Alike,
}

/// An age beside its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The age.
    pub age_ms: i64,
    /// The target.
    pub target_ms: i64,
}

impl Share {
    fn of(standing: &Standing) -> Self {
        Self { age_ms: standing.age_ms, target_ms: standing.target_ms }
    }

    /// In hundredths, rounded down.
    pub fn percent(self) -> i128 {
        (i128::from(self.age_ms) * 100).div_euclid(i128::from(self.target_ms.max(1)))
    }
}

impl Rule {
    /// Why one ticket is served before another where both can be; nothing where it is not.
    pub fn explain<'a>(&self, now_ms: i64, ahead: &Ticket<'a>, behind: &Ticket<'a>) -> Option<Reason<'a>> {
        if self.compare(now_ms, ahead, behind).is_ge() {
            return None;
        }
        let (one, other) = (self.standing(ahead, now_ms), self.standing(behind, now_ms));
        let over = one.over_ms.filter(|_| one.over_ms != other.over_ms);
        let share = || Reason::ShareOfTarget { ahead: Share::of(&one), behind: Share::of(&other) };
        Some(match over {
            Some(over_ms) => Reason::OverAge { over_ms, bound_ms: self.bound_ms(ahead) },
            None if one.class != other.class => Reason::Priority { reason: ahead.priority.reason() },
            None if one.share(&other).is_ne() => share(),
            None if one.place_ms != other.place_ms => {
                Reason::EarlierPlace { ahead_ms: one.place_ms, behind_ms: other.place_ms }
            }
            None => Reason::Alike,
        })
    }
}

impl Display for Reason<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherOfficer { officer } => write!(f, "You are waiting for {officer}."),
            Self::OtherCounter { counter } => write!(f, "You are waiting for counter {counter}."),
            Self::OtherService { service } => write!(f, "This counter does not do {service}."),
            Self::Skill { skill } => write!(f, "You need an officer for {skill}, and this one is not."),
            Self::OtherChannel => write!(f, "This officer does not take what comes this way."),
            Self::KeptForLive { idle, reserve } => {
                write!(f, "Written work waits while no more than {reserve} officers are free; now {idle}.")
            }
            Self::OverAge { over_ms, bound_ms } => {
                write!(f, "They had waited {} longer than the {} ", Span(*over_ms), Span(*bound_ms))?;
                write!(f, "that nobody should wait.")
            }
            Self::Priority { reason } => write!(f, "They go first: {reason}."),
            Self::ShareOfTarget { ahead, behind } => {
                write!(f, "They had waited {} of the {} ", Span(ahead.age_ms), Span(ahead.target_ms))?;
                write!(f, "for their service ({} %); ", ahead.percent())?;
                write!(
                    f,
                    "you {} of {} ({} %).",
                    Span(behind.age_ms),
                    Span(behind.target_ms),
                    behind.percent()
                )
            }
            Self::EarlierPlace { ahead_ms, behind_ms } => {
                write!(f, "Their place is {} before yours.", Span(behind_ms.saturating_sub(*ahead_ms)))
            }
            Self::Alike => write!(f, "You came at the same instant."),
        }
    }
}

/// A span in words, to the second below ten minutes and to the minute from then on.
struct Span(i64);

impl Display for Span {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let seconds = self.0.unsigned_abs() / 1000;
        match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
            (0, 0, seconds) => write!(f, "{sign}{seconds} s"),
            (0, minutes, seconds) if minutes < 10 && seconds > 0 => {
                write!(f, "{sign}{minutes} min {seconds} s")
            }
            (0, minutes, _) => write!(f, "{sign}{minutes} min"),
            (hours, 0, _) => write!(f, "{sign}{hours} h"),
            (hours, minutes, _) => write!(f, "{sign}{hours} h {minutes} min"),
        }
    }
}
