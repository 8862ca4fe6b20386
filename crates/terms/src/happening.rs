//! What an event was, with its particulars: the closed list of everything that can happen.

use crate::{
    AgencyCode, ApprovalAnswer, ApprovalId, BookingStep, CaseId, ContactId, CorrectionId, CounterCode,
    CustomerId, DeviceId, DistrictCode, FeedbackId, JobId, LobbyChange, OfficeCode, OfficerCode, Opened,
    OutcomeCode, Pressing, QueueCode, Recast, RemedyCode, ShiftStatus, Step, Target, TaskAnswer, TaskId,
    TokenId, WaitEnd,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What an event was, with its particulars.
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
        /// The same, where no more time had been agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        original_due_at: Option<Timestamp>,
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
    /// It goes on as another case of the same customer.
    Merged {
        /// The case that goes on.
        into: CaseId,
    },
    /// It is a case of its own again.
    Unmerged {},
    /// Another case of the same customer goes on in this one.
    TookIn {
        /// The other.
        case: CaseId,
        /// Completion as it is due from here: the earlier of both.
        due_at: Option<Timestamp>,
        /// The same, where no more time had been agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        original_due_at: Option<Timestamp>,
    },
    /// That case is on its own again.
    GaveBack {
        /// The other.
        case: CaseId,
        /// Completion as it is due from here.
        due_at: Option<Timestamp>,
        /// The same, where no more time had been agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        original_due_at: Option<Timestamp>,
    },
    /// Some of its messages became a case of their own.
    SplitOff {
        /// The new case.
        case: CaseId,
    },
    /// A parent case answers for it from now on.
    PutUnder {
        /// The parent.
        parent: CaseId,
    },
    /// It is answered on its own again.
    TakenOut {},
    /// A case of another customer is answered with this one.
    ChildJoined {
        /// The child.
        case: CaseId,
    },
    /// That case is answered on its own again.
    ChildLeft {
        /// The child.
        case: CaseId,
    },
    /// Answers to the form were corrected.
    AnswersCorrected {
        /// From what to what, in words.
        correction: CorrectionId,
    },
    /// The place was corrected.
    PlaceCorrected {
        /// From what to what, in words.
        correction: CorrectionId,
        /// Where in the city it is now.
        district: Option<DistrictCode>,
    },
    /// Another service of the same agency was meant.
    ServiceCorrected {
        /// From what to what, in words.
        correction: CorrectionId,
        /// What the case becomes.
        recast: Recast,
        /// Whether it is promised for later than before.
        later: bool,
    },
    /// The work rests until a day; the clock runs.
    Snoozed {
        /// Until when.
        until: Timestamp,
        /// Why, in words.
        contact: ContactId,
    },
    /// It is worked on again.
    Woke {},
    /// The customer is offered something.
    Offered {
        /// What.
        remedy: RemedyCode,
        /// How much of it, in its unit.
        amount: Option<i64>,
        /// What the customer is told.
        contact: ContactId,
        /// Completion as it is agreed from here, where more time is what is offered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due_at: Option<Timestamp>,
    },
    /// A superior is asked to approve.
    ApprovalAsked {
        /// What.
        approval: ApprovalId,
        /// Who is asked.
        officer: OfficerCode,
        /// Why, in words.
        contact: ContactId,
    },
    /// The superior answered.
    ApprovalAnswered {
        /// What.
        approval: ApprovalId,
        /// How.
        answer: ApprovalAnswer,
        /// In words.
        contact: ContactId,
    },
    /// It was brought before a superior.
    Escalated {
        /// Who.
        officer: OfficerCode,
        /// Why.
        why: Pressing,
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
        /// The same, where no more time had been agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        original_due_at: Option<Timestamp>,
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
    /// Something happened to somebody at an office.
    Visited {
        /// What.
        #[serde(flatten)]
        step: Step,
    },
    /// Something happened to a time that somebody booked.
    Booked {
        /// What.
        #[serde(flatten)]
        step: BookingStep,
    },
    /// An officer sat down at a counter, or left it.
    CounterChanged {
        /// At which office.
        office: OfficeCode,
        /// Which.
        counter: CounterCode,
        /// Whether somebody serves there now.
        open: bool,
    },
    /// A supervisor changed something for everybody who waits at an office.
    LobbyChanged {
        /// Which office.
        office: OfficeCode,
        /// What.
        #[serde(flatten)]
        change: LobbyChange,
    },
    /// An officer is there for customers now, or no longer.
    PresenceChanged {
        /// Whether they are.
        status: ShiftStatus,
        /// When they are back from a break.
        back_at: Option<Timestamp>,
    },
    /// A screen or a kiosk was set up at an office, or switched off for good.
    DeviceChanged {
        /// Which.
        device: DeviceId,
        /// At which office.
        office: OfficeCode,
        /// Whether it is on.
        on: bool,
    },
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
