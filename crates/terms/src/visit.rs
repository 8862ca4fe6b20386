//! A visit: somebody at an office, their place in its line, and the state that follows from what happened to them.

use crate::word::words;
use crate::{CaseId, CounterCode, CustomerId, LineCode, OfficeCode, OfficerCode, OutcomeCode, VisitId};
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

/// What its events made of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitState {
    /// Where it stands.
    pub status: VisitStatus,
    /// What they want.
    pub line: LineCode,
    /// Whether they go before others.
    pub priority: Priority,
    /// Why they do.
    pub reason: Option<PriorityReason>,
    /// For whom they are kept.
    pub kept_for: Option<KeptFor>,
    /// Their place in time: when they joined, or for when they had booked.
    pub place_at: Timestamp,
    /// The counter that called last.
    pub counter: Option<CounterCode>,
    /// The officer who called last.
    pub officer: Option<OfficerCode>,
    /// When they were called first, which ended their wait.
    pub called_at: Option<Timestamp>,
    /// When they were called last.
    pub last_called_at: Option<Timestamp>,
    /// How often they were called.
    pub calls: u32,
    /// Since when they are at the counter.
    pub served_at: Option<Timestamp>,
    /// Since when they are gone.
    pub ended_at: Option<Timestamp>,
    /// How it ended.
    pub end: Option<VisitEnd>,
    /// What came of it, in the service's own words.
    pub outcome: Option<OutcomeCode>,
}

/// What happened to a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// They joined the line.
    Joined {
        /// For what.
        line: LineCode,
        /// In which place in time.
        place_at: Timestamp,
        /// How.
        entry: Entry,
    },
    /// An officer called them to a counter.
    Called {
        /// Who.
        officer: OfficerCode,
        /// To which.
        counter: CounterCode,
    },
    /// They were called once more.
    CalledAgain {},
    /// They came to the counter.
    Begun {},
    /// The officer set them aside.
    Parked {},
    /// They are in the line again, in the place that they had.
    PutBack {},
    /// They wait for somebody else, in the place that they had.
    PassedOn {
        /// For what.
        line: LineCode,
        /// For whom, where not for whoever is next.
        kept_for: Option<KeptFor>,
    },
    /// They want something else too, and stay at the counter for it.
    ServiceAdded {
        /// What.
        line: LineCode,
    },
    /// They go before others, or no longer.
    Raised {
        /// How far.
        priority: Priority,
        /// Why.
        reason: Option<PriorityReason>,
    },
    /// They said that they come later.
    Delayed {
        /// Their place from now on.
        place_at: Timestamp,
    },
    /// They are gone.
    Ended {
        /// How.
        end: VisitEnd,
        /// What came of it.
        outcome: Option<OutcomeCode>,
    },
    /// What was just done to them was taken back.
    TakenBack {
        /// Where they stand again.
        status: VisitStatus,
    },
}

impl VisitState {
    /// The state of somebody who joins the line.
    pub fn joined(line: LineCode, place_at: Timestamp) -> Self {
        Self {
            status: VisitStatus::Waiting,
            line,
            priority: Priority::Ordinary,
            reason: None,
            kept_for: None,
            place_at,
            counter: None,
            officer: None,
            called_at: None,
            last_called_at: None,
            calls: 0,
            served_at: None,
            ended_at: None,
            end: None,
            outcome: None,
        }
    }

    /// The state that follows from all that happened to a visit, in order; none where it does not begin with a ticket.
    pub fn replay(steps: impl IntoIterator<Item = (Timestamp, Step)>) -> Option<Self> {
        let mut steps = steps.into_iter();
        let (_, Step::Joined { line, place_at, .. }) = steps.next()? else { return None };
        let mut state = Self::joined(line, place_at);
        steps.for_each(|(at, step)| state.apply(at, &step));
        Some(state)
    }

    /// What a step makes of it.
    pub fn apply(&mut self, at: Timestamp, step: &Step) {
        match step {
            Step::Joined { line, place_at, .. } => *self = Self::joined(line.clone(), *place_at),
            Step::Called { officer, counter } => {
                self.status = VisitStatus::Called;
                (self.officer, self.counter) = (Some(officer.clone()), Some(counter.clone()));
                self.called_at.get_or_insert(at);
                self.called(at);
            }
            Step::CalledAgain {} => self.called(at),
            Step::Begun {} => {
                self.status = VisitStatus::Serving;
                self.served_at.get_or_insert(at);
            }
            Step::Parked {} => self.status = VisitStatus::Parked,
            Step::PutBack {} => self.wait_again(),
            Step::PassedOn { line, kept_for } => {
                self.line = line.clone();
                self.kept_for.clone_from(kept_for);
                self.wait_again();
            }
            Step::ServiceAdded { line } => self.line = line.clone(),
            Step::Raised { priority, reason } => (self.priority, self.reason) = (*priority, *reason),
            Step::Delayed { place_at } => self.place_at = *place_at,
            Step::Ended { end, outcome } => {
                self.status = VisitStatus::Over;
                (self.end, self.ended_at) = (Some(*end), Some(at));
                self.outcome.clone_from(outcome);
            }
            Step::TakenBack { status } => self.take_back(*status),
        }
    }

    fn called(&mut self, at: Timestamp) {
        self.last_called_at = Some(at);
        self.calls += 1;
    }

    fn wait_again(&mut self) {
        self.status = VisitStatus::Waiting;
        self.served_at = None;
    }

    /// Whoever waits again was not called; whoever is at the counter again has not gone.
    fn take_back(&mut self, status: VisitStatus) {
        self.status = status;
        (self.end, self.ended_at, self.outcome) = (None, None, None);
        if status == VisitStatus::Waiting {
            self.calls = self.calls.saturating_sub(1);
            (self.counter, self.officer, self.served_at) = (None, None, None);
            if self.calls == 0 {
                (self.called_at, self.last_called_at) = (None, None);
            }
        }
    }
}
