//! What waits: a visit, a call, or written work, with all that decides when it is served.

use std::cmp::Ordering;

/// A place in the line of an office, over whichever channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket<'a> {
    /// Tells it from all others.
    pub id: &'a str,
    /// What is wanted.
    pub service: &'a str,
    /// Whether somebody waits for an officer, or a text waits to be answered.
    pub kind: Kind,
    /// When it joined the line.
    pub joined_ms: i64,
    /// The place that it keeps: a booking its slot, a call-back the place of the call.
    pub kept_ms: Option<i64>,
    /// How long it may wait; for written work the promise, in working time.
    pub target_ms: i64,
    /// Whether it goes before others, and why.
    pub priority: Priority<'a>,
    /// Who can serve it.
    pub needs: Needs<'a>,
}

/// How a ticket waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody waits for an officer: a visit, a call, a call-back.
    Live,
    /// A text waits to be answered.
    Written {
        /// How much working time is left until the promise is over; less than nothing when it is.
        slack_ms: i64,
    },
}

/// Whether a ticket goes before others, with the reason that whoever is passed is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Priority<'a> {
    /// Like everybody.
    #[default]
    Ordinary,
    /// Before everybody ordinary.
    Raised(&'a str),
    /// Before all others.
    Urgent(&'a str),
}

impl<'a> Priority<'a> {
    /// Its rank, from 0 up.
    pub fn class(self) -> u8 {
        match self {
            Self::Ordinary => 0,
            Self::Raised(_) => 1,
            Self::Urgent(_) => 2,
        }
    }

    /// Why it goes before others.
    pub fn reason(self) -> &'a str {
        match self {
            Self::Ordinary => "",
            Self::Raised(reason) | Self::Urgent(reason) => reason,
        }
    }
}

/// Who can serve a ticket.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Needs<'a> {
    /// What the officer must be able to do.
    pub skills: &'a [&'a str],
    /// The counter that it was given to.
    pub counter: Option<&'a str>,
    /// The officer whom it was given to.
    pub officer: Option<&'a str>,
}

/// Tickets that differ in age and place alone; the first of them stands for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<'a> {
    service: &'a str,
    written: bool,
    class: u8,
    target_ms: i64,
    needs: Needs<'a>,
}

impl<'a> Ticket<'a> {
    /// Its place in time: the one that it keeps, or else when it joined.
    pub fn place_ms(&self) -> i64 {
        self.kept_ms.unwrap_or(self.joined_ms)
    }

    /// How long it has waited: since its place, or in working time as much of the promise as is used up.
    pub fn age_ms(&self, now_ms: i64) -> i64 {
        match self.kind {
            Kind::Live => now_ms.saturating_sub(self.place_ms()),
            Kind::Written { slack_ms } => self.target_ms.max(1).saturating_sub(slack_ms),
        }
    }

    /// The line in which it stands.
    pub fn line(&self) -> Line<'a> {
        Line {
            service: self.service,
            written: matches!(self.kind, Kind::Written { .. }),
            class: self.priority.class(),
            target_ms: self.target_ms,
            needs: self.needs,
        }
    }

    /// The order within one line, which no instant changes: whoever is served earlier is less.
    pub fn in_line(&self, other: &Self) -> Ordering {
        let older = match (self.kind, other.kind) {
            (Kind::Written { .. }, Kind::Written { .. }) => other.age_ms(0).cmp(&self.age_ms(0)),
            _ => Ordering::Equal,
        };
        older.then(self.place_ms().cmp(&other.place_ms())).then_with(|| self.id.cmp(other.id))
    }
}
