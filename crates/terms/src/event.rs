//! What happened: the one append-only list that is timeline, audit trail, outbox and source of every measure.
//!
//! Events name things by id and code and never carry anybody's words or addresses: words live in contacts,
//! where they can be erased without breaking the log.

use crate::word::words;
use crate::{
    Actor, AgencyCode, CaseId, CaseKind, Channel, Clocks, ContactId, CustomerId, DistrictCode, EventId,
    FeedbackId, JobId, OfficeCode, OfficerCode, OutcomeCode, Purpose, QueueCode, ServiceCode, Target, TaskId,
    TokenId,
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

/// What an event was, with its particulars.
#[expect(
    clippy::large_enum_variant,
    reason = "every case has an opening, and no list of happenings lives long"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Happening {
    /// A customer asked.
    Opened {
        /// What is known of it.
        opened: Opened,
    },
    /// An officer took it or was given it.
    Assigned {
        /// To whom.
        officer: OfficerCode,
    },
    /// It went back to its queue.
    Unassigned {},
    /// An officer wrote for colleagues.
    Noted {
        /// The note.
        contact: ContactId,
    },
    /// An officer answered the customer.
    Replied {
        /// The answer.
        contact: ContactId,
    },
    /// The customer wrote.
    Heard {
        /// The message.
        contact: ContactId,
    },
    /// The customer is asked something; the clock stands still.
    WaitStarted {
        /// The question.
        contact: ContactId,
    },
    /// The clock runs again.
    WaitEnded {
        /// Why.
        end: WaitEnd,
        /// Completion as it is due from here.
        due_at: Option<Timestamp>,
    },
    /// Another agency is asked to take the case over.
    TransferAsked {
        /// Which.
        to: AgencyCode,
        /// Why, in words.
        contact: ContactId,
    },
    /// It took it over, and with it the clock.
    TransferAccepted {
        /// Which.
        agency: AgencyCode,
        /// Where the case waits there.
        queue: QueueCode,
    },
    /// It sent it back; the clock never left.
    TransferReturned {
        /// Why, in words.
        contact: ContactId,
    },
    /// A partner agency is asked to do a part.
    TaskAsked {
        /// Which part.
        task: TaskId,
        /// Whom.
        agency: AgencyCode,
    },
    /// The partner answered.
    TaskAnswered {
        /// Which part.
        task: TaskId,
        /// Which agency.
        agency: AgencyCode,
        /// What it said.
        answer: TaskAnswer,
    },
    /// It is about the same thing as another case, which now speaks for both.
    MarkedDuplicate {
        /// The case that speaks.
        of: CaseId,
    },
    /// Another report of the same thing joined; its reporters are told too.
    Joined {
        /// The report that joined.
        case: CaseId,
    },
    /// The work ended.
    Resolved {
        /// How.
        outcome: OutcomeCode,
        /// What the customer is told.
        contact: Option<ContactId>,
    },
    /// It was not done after all.
    Reopened {
        /// Why, in words.
        contact: Option<ContactId>,
        /// Completion as it is due from here.
        due_at: Option<Timestamp>,
    },
    /// The customer no longer wants it.
    Withdrawn {
        /// Why, in words.
        contact: Option<ContactId>,
    },
    /// The customer wants to be reached in another way, or no longer.
    ContactChanged {
        /// Who it is now.
        customer: Option<CustomerId>,
    },
    /// A promise was not kept.
    PromiseMissed {
        /// Which.
        target: Target,
    },
    /// The customer was told something by the house itself.
    Told {
        /// What.
        contact: ContactId,
    },
    /// The customer was asked how it went.
    FeedbackInvited {},
    /// The customer said how it went.
    Rated {
        /// The words.
        feedback: FeedbackId,
        /// 1 (bad) to 5 (good).
        score: u8,
    },
    /// Somebody looked at a customer's record.
    Looked {
        /// At the record through which case, if through one.
        case: Option<CaseId>,
    },
    /// A token was made.
    TokenCreated {
        /// Which.
        token: TokenId,
    },
    /// A token was withdrawn.
    TokenRevoked {
        /// Which.
        token: TokenId,
    },
    /// Work that had failed for good was tried again.
    JobReplayed {
        /// Which.
        job: JobId,
    },
    /// An officer signed in.
    SignedIn {},
    /// Somebody tried to sign in, and could not show that they are who they say.
    SignInFailed {
        /// As whom, if there is such an officer.
        officer: Option<OfficerCode>,
    },
    /// An officer's sessions were ended, by them or by whoever may do that.
    SignedOut {
        /// Whose.
        officer: OfficerCode,
    },
    /// An officer has a new password.
    PasswordSet {
        /// Who.
        officer: OfficerCode,
    },
    /// An officer began their shift.
    ShiftBegun {},
    /// An officer ended their shift.
    ShiftEnded {},
}

/// Declares the kinds of events once: the enum and the way from a happening to its kind.
macro_rules! kinds {
    ($($variant:ident = $text:literal),+ $(,)?) => {
        words! {
            /// The kind of an event, without its particulars; see [`Happening`] for what each means.
            EventKind, "kind of event", { $($variant = $text),+ }
        }

        impl Happening {
            /// Its kind.
            pub fn kind(&self) -> EventKind {
                match self { $(Self::$variant { .. } => EventKind::$variant),+ }
            }
        }
    };
}

kinds! {
    Opened = "opened",
    Assigned = "assigned",
    Unassigned = "unassigned",
    Noted = "noted",
    Replied = "replied",
    Heard = "heard",
    WaitStarted = "wait-started",
    WaitEnded = "wait-ended",
    TransferAsked = "transfer-asked",
    TransferAccepted = "transfer-accepted",
    TransferReturned = "transfer-returned",
    TaskAsked = "task-asked",
    TaskAnswered = "task-answered",
    MarkedDuplicate = "marked-duplicate",
    Joined = "joined",
    Resolved = "resolved",
    Reopened = "reopened",
    Withdrawn = "withdrawn",
    ContactChanged = "contact-changed",
    PromiseMissed = "promise-missed",
    Told = "told",
    FeedbackInvited = "feedback-invited",
    Rated = "rated",
    Looked = "looked",
    TokenCreated = "token-created",
    TokenRevoked = "token-revoked",
    JobReplayed = "job-replayed",
    SignedIn = "signed-in",
    SignInFailed = "sign-in-failed",
    SignedOut = "signed-out",
    PasswordSet = "password-set",
    ShiftBegun = "shift-begun",
    ShiftEnded = "shift-ended",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_tag_is_the_kind() {
        for what in
            [Happening::Unassigned {}, Happening::FeedbackInvited {}, Happening::Looked { case: None }]
        {
            let stored = serde_json::to_value(&what).unwrap();
            assert_eq!(stored["kind"], what.kind().as_str());
            assert_eq!(serde_json::from_value::<Happening>(stored).unwrap(), what);
        }
    }
}
