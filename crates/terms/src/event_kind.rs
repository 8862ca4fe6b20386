//! The kinds of events: what happened, without its particulars.

use crate::Happening;
use crate::word::words;

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
    Merged = "merged",
    Unmerged = "unmerged",
    TookIn = "took-in",
    GaveBack = "gave-back",
    SplitOff = "split-off",
    PutUnder = "put-under",
    TakenOut = "taken-out",
    ChildJoined = "child-joined",
    ChildLeft = "child-left",
    AnswersCorrected = "answers-corrected",
    PlaceCorrected = "place-corrected",
    ServiceCorrected = "service-corrected",
    Snoozed = "snoozed",
    Woke = "woke",
    Offered = "offered",
    ApprovalAsked = "approval-asked",
    ApprovalAnswered = "approval-answered",
    Escalated = "escalated",
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
    Visited = "visited",
    Booked = "booked",
    CounterChanged = "counter-changed",
    LobbyChanged = "lobby-changed",
    PresenceChanged = "presence-changed",
    DeviceChanged = "device-changed",
}
