//! A booking: a time at an office that somebody has for themselves, and the state that follows from what happened to it.

use crate::word::words;
use crate::{BookingId, CounterCode, CustomerId, LineCode, Needs, OfficeCode, Reference, VisitId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

words! {
    /// Where a booking stands.
    BookingStatus, "status of a booking", {
        /// Their time is kept for them.
        Booked = "booked",
        /// They are at the office, and in its line.
        CheckedIn = "checked-in",
        /// It was given up.
        Cancelled = "cancelled",
        /// They did not come.
        Missed = "missed",
    }
}

/// A stretch of the time of one counter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// Whose time it is.
    pub counter: CounterCode,
    /// From when.
    pub starts_at: Timestamp,
    /// Until when.
    pub ends_at: Timestamp,
}

/// A time at an office that somebody has for themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// Its id.
    pub id: BookingId,
    /// Its public name.
    pub reference: Reference,
    /// The number of its last event; a write that names another is refused.
    pub revision: i64,
    /// Where.
    pub office: OfficeCode,
    /// For what.
    pub line: LineCode,
    /// In which language they are spoken to, as a BCP 47 tag.
    pub language: String,
    /// Who comes, in their own words.
    pub name: String,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// Where calls reach them.
    pub phone: Option<String>,
    /// What they need at the office.
    pub needs: Needs,
    /// Who they are, where they gave an address to know them by.
    pub customer: Option<CustomerId>,
    /// When it was made.
    pub made_at: Timestamp,
    /// What its events made of it.
    pub state: BookingState,
}

/// What its events made of a booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingState {
    /// Where it stands.
    pub status: BookingStatus,
    /// Which time.
    pub slot: Slot,
    /// Since when it stands at that time.
    pub fixed_at: Timestamp,
    /// When something last happened to it that changes a calendar.
    pub changed_at: Timestamp,
    /// How often something did, as calendars count (RFC 5545).
    pub sequence: u32,
    /// When they were last reminded of that time.
    pub reminded_at: Option<Timestamp>,
    /// Since when they would rather come earlier.
    pub earlier_since: Option<Timestamp>,
    /// Since when their office is closed at that time.
    pub closed_at: Option<Timestamp>,
    /// What it became at the office.
    pub visit: Option<VisitId>,
}

/// What happened to a booking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum BookingStep {
    /// Somebody booked.
    Made {
        /// Where.
        office: OfficeCode,
        /// For what.
        line: LineCode,
        /// Which time.
        slot: Slot,
    },
    /// It stands at another time.
    Moved {
        /// Which.
        slot: Slot,
        /// The one that is free again.
        from: Slot,
        /// From which office to which, where it is another one now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offices: Option<(OfficeCode, OfficeCode)>,
    },
    /// Their office is closed at that time.
    OfficeClosed {},
    /// It is open again.
    OfficeOpen {},
    /// Their office was closed until their time was over; nobody had to come.
    Lapsed {},
    /// They were reminded of it.
    Reminded {},
    /// They would rather come earlier.
    EarlierWanted {},
    /// They want that no more.
    EarlierUnwanted {},
    /// An earlier time became free, and is held for them.
    EarlierOffered {
        /// Which.
        slot: Slot,
        /// Until when.
        until: Timestamp,
    },
    /// They did not take it; whoever else wants it is asked.
    EarlierRefused {
        /// Which.
        slot: Slot,
    },
    /// It was given up.
    Cancelled {},
    /// They came, and joined the line.
    CheckedIn {
        /// As which visit.
        visit: VisitId,
    },
    /// They did not come.
    Missed {},
}

impl BookingState {
    /// The state of a booking that was just made.
    pub fn made(slot: Slot, at: Timestamp) -> Self {
        Self {
            status: BookingStatus::Booked,
            slot,
            fixed_at: at,
            changed_at: at,
            sequence: 0,
            reminded_at: None,
            earlier_since: None,
            closed_at: None,
            visit: None,
        }
    }

    /// The state that follows from all that happened to a booking, in order; none where it was never made.
    pub fn replay(steps: impl IntoIterator<Item = (Timestamp, BookingStep)>) -> Option<Self> {
        let mut steps = steps.into_iter();
        let (at, BookingStep::Made { slot, .. }) = steps.next()? else { return None };
        let mut state = Self::made(slot, at);
        steps.for_each(|(at, step)| state.apply(at, &step));
        Some(state)
    }

    /// What a step makes of it.
    pub fn apply(&mut self, at: Timestamp, step: &BookingStep) {
        match step {
            BookingStep::Made { slot, .. } => *self = Self::made(slot.clone(), at),
            BookingStep::Moved { slot, .. } => {
                self.slot = slot.clone();
                (self.fixed_at, self.reminded_at, self.earlier_since) = (at, None, None);
                self.closed_at = None;
                self.change(at);
            }
            BookingStep::OfficeClosed {} => self.closed_at = Some(at),
            BookingStep::OfficeOpen {} => self.closed_at = None,
            BookingStep::Reminded {} => self.reminded_at = Some(at),
            BookingStep::EarlierWanted {} => self.earlier_since = Some(at),
            BookingStep::EarlierUnwanted {} => self.earlier_since = None,
            BookingStep::EarlierOffered { .. } => {}
            // Whoever let one pass waits behind the others.
            BookingStep::EarlierRefused { .. } => self.earlier_since = self.earlier_since.map(|_| at),
            BookingStep::Cancelled {} | BookingStep::Lapsed {} => {
                self.end(BookingStatus::Cancelled);
                self.change(at);
            }
            BookingStep::CheckedIn { visit } => {
                self.end(BookingStatus::CheckedIn);
                self.visit = Some(*visit);
            }
            BookingStep::Missed {} => self.end(BookingStatus::Missed),
        }
    }

    fn end(&mut self, status: BookingStatus) {
        (self.status, self.earlier_since) = (status, None);
    }

    fn change(&mut self, at: Timestamp) {
        (self.changed_at, self.sequence) = (at, self.sequence + 1);
    }
}
