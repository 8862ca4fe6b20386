//! What happened: the one append-only list that is timeline, audit trail, outbox and source of every measure.
//!
//! Events name things by id and code and never carry anybody's words or addresses: words live in contacts,
//! where they can be erased without breaking the log.

use crate::word::words;
use crate::{
    Actor, AgencyCode, BookingId, CaseId, CaseKind, Channel, Clocks, CustomerId, DistrictCode, EventId,
    Happening, OfficeCode, OfficerCode, Purpose, QueueCode, ServiceCode, VisitId,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What it happened to.
    pub subject: Subject,
    /// When it happened.
    pub at: Timestamp,
    /// When the house learnt of it; later than `at` for what was imported.
    pub recorded_at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// Over which channel.
    pub channel: Channel,
    /// Why.
    pub purpose: Purpose,
    /// What it was.
    pub what: Happening,
}

/// What an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A case; events of one case are numbered from 1 without a gap, and the number is the case's revision.
    Case(CaseId, i64),
    /// A customer's record.
    Customer(CustomerId),
    /// A visit; its events are numbered like those of a case.
    Visit(VisitId, i64),
    /// A booking; its events are numbered like those of a case.
    Booking(BookingId, i64),
    /// The installation.
    House,
}

words! {
    /// What is odd about a case that came from another system.
    Flag, "flag", {
        /// It is said to have been closed before it was opened.
        ClosedBeforeOpened = "closed-before-opened",
        /// Its service is not in the catalogue under the name given.
        UnknownService = "unknown-service",
        /// It lies in no district that is known.
        UnknownDistrict = "unknown-district",
    }
}

words! {
    /// Why a case no longer waits for its customer.
    WaitEnd, "end of waiting", {
        /// The customer answered.
        Answered = "answered",
        /// An officer went on without an answer.
        WentOn = "went-on",
    }
}

words! {
    /// How a partner agency answers a task.
    TaskAnswer, "answer to a task", {
        /// It will do it.
        Accepted = "accepted",
        /// It is not for that agency.
        Returned = "returned",
        /// It is done.
        Done = "done",
    }
}

/// Whom a complaint, a compliment or an appeal is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// A department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyCode>,
    /// A place where people are received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeCode>,
    /// A member of staff, who never gets to see the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<OfficerCode>,
    /// The case from which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
}

impl About {
    /// Whether it is about nobody in particular.
    pub fn is_nobody(&self) -> bool {
        *self == Self::default()
    }
}

/// What is known of a case the moment it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Enquiry, report, complaint, ….
    pub kind: CaseKind,
    /// The service asked for.
    pub service: ServiceCode,
    /// Whether anybody may see it, without names.
    pub public: bool,
    /// The agency that answers for it.
    pub agency: AgencyCode,
    /// Where it waits.
    pub queue: QueueCode,
    /// Where in the city.
    pub district: Option<DistrictCode>,
    /// How it came in.
    pub channel: Channel,
    /// Whose it is.
    pub customer: Option<CustomerId>,
    /// What was promised.
    pub clocks: Clocks,
    /// What is odd about it.
    pub flags: Vec<Flag>,
    /// Whom it is about.
    #[serde(default, skip_serializing_if = "About::is_nobody")]
    pub about: About,
}
