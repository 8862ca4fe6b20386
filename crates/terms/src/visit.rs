//! A visit: somebody at an office, and their place in its line.

use crate::word::words;
use crate::{CaseId, CounterCode, CustomerId, OfficeCode, OfficerCode, VisitId, VisitState};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

words! {
    /// Where a visit stands.
    VisitStatus, "status of a visit", {
        /// In the line.
        Waiting = "waiting",
        /// Asked to come to a counter.
        Called = "called",
        /// At a counter.
        Serving = "serving",
        /// Set aside by an officer, who will call again.
        Parked = "parked",
        /// Gone.
        Over = "over",
    }
}

words! {
    /// How a visit ended.
    VisitEnd, "end of a visit", {
        /// An officer served them.
        Served = "served",
        /// They did not come when they were called.
        NoShow = "no-show",
        /// They gave up their place.
        Left = "left",
        /// The office closed for the day before they were served.
        DayOver = "day-over",
        /// The office had to close at once.
        Emergency = "emergency",
    }
}

words! {
    /// How somebody came into the line.
    Entry, "way into the line", {
        /// They took a ticket at a kiosk.
        Kiosk = "kiosk",
        /// Somebody at the reception, or an officer, let them in.
        Reception = "reception",
        /// From home, over the web.
        Home = "home",
        /// They had booked.
        Booking = "booking",
        /// They are called back by phone.
        CallBack = "call-back",
    }
}

words! {
    /// Whether somebody goes before others.
    Priority, "priority", {
        /// Like everybody.
        Ordinary = "ordinary",
        /// Before everybody ordinary.
        Raised = "raised",
        /// Before all others.
        Urgent = "urgent",
    }
}

words! {
    /// What an officer takes at a counter.
    Takes, "choice of work", {
        /// Visits and calls.
        Live = "live",
        /// Written work.
        Written = "written",
        /// Whatever is next.
        Both = "both",
    }
}

impl Takes {
    /// Whether visits and calls are taken.
    pub const fn live(self) -> bool {
        matches!(self, Self::Live | Self::Both)
    }

    /// Whether written work is.
    pub const fn written(self) -> bool {
        matches!(self, Self::Written | Self::Both)
    }
}

words! {
    /// Why somebody goes before others; whoever is passed may read it.
    PriorityReason, "reason for priority", {
        /// They cannot stand or wait for long.
        Health = "health",
        /// A disability.
        Disability = "disability",
        /// They come with an infant, or expect one.
        Infant = "infant",
        /// They were sent to the wrong place, or sent away by mistake.
        OurMistake = "our-mistake",
        /// Somebody is in danger.
        Danger = "danger",
    }
}

words! {
    /// What somebody needs at an office. Never why they need it.
    Need, "need", {
        /// A way without steps, and a counter that can be reached sitting.
        StepFree = "step-free",
        /// A seat while they wait.
        Seat = "seat",
        /// A quiet place.
        Quiet = "quiet",
        /// Somebody who comes to them instead of calling.
        FetchMe = "fetch-me",
        /// A hearing loop.
        HearingLoop = "hearing-loop",
        /// Sign language.
        SignLanguage = "sign-language",
        /// What is written, in large print.
        LargePrint = "large-print",
        /// Somebody who reads and writes for them.
        ReadWithMe = "read-with-me",
        /// Room for somebody who comes along and may speak for them.
        Companion = "companion",
    }
}

/// What somebody needs at an office.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// Each of them once, in the order of the list.
    pub words: Vec<Need>,
    /// The language that an interpreter is wanted for, as a BCP 47 tag.
    pub interpreter: Option<String>,
}

impl Needs {
    /// Whether there is nothing to see to.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.interpreter.is_none()
    }
}

/// A place in the line of an office as people read it, such as `A17`: a letter for what it is about, and a number of
/// that day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ticket {
    /// Where.
    pub office: OfficeCode,
    /// On which day of that office.
    pub day: Date,
    /// For what.
    pub letter: String,
    /// The how many-th of that letter.
    pub number: u32,
}

impl Ticket {
    /// How a letter and a number are read together.
    pub fn code(letter: &str, number: u32) -> String {
        format!("{letter}{number:02}")
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Self::code(&self.letter, self.number))
    }
}

/// For whom somebody in the line is kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptFor {
    /// Whoever sits at this counter.
    Counter(CounterCode),
    /// This officer.
    Officer(OfficerCode),
}

/// Attendance at an office, booked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Its id.
    pub id: VisitId,
    /// The number of its last event; a write that names another is refused.
    pub revision: i64,
    /// Its place in the line, as people read it.
    pub ticket: Ticket,
    /// How they came into the line.
    pub entry: Entry,
    /// In which language they are spoken to, as a BCP 47 tag.
    pub language: String,
    /// What they need at the counter.
    pub needs: Needs,
    /// Who they are, where that is known.
    pub customer: Option<CustomerId>,
    /// What it is about, where that is known.
    pub case: Option<CaseId>,
    /// When they joined the line.
    pub joined_at: Timestamp,
    /// What its events made of it.
    pub state: VisitState,
}
