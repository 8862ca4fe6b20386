//! The words of the house: typed ids, references, channels, actors, cases, events and the clock; no I/O.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod actor;
mod article;
mod booking;
mod case;
mod casework;
mod chance;
mod channel;
mod clock;
mod codes;
mod composition;
mod contact;
mod device;
mod digits;
mod event;
mod event_kind;
mod happening;
mod ids;
mod kiosk;
mod lobby;
mod localized;
mod message;
mod place;
mod promise;
mod reference;
mod secret;
mod shift;
mod visit;
mod visit_state;
mod word;

pub use actor::{Actor, Principal, Purpose, Role, ScopeName};
pub use article::{ArticleAudience, ArticleChange, ArticleState};
pub use booking::{Booking, BookingState, BookingStatus, BookingStep, Slot};
pub use case::{Answer, Case, CaseKind, Closure, Ratings, State, Status, Told};
pub use casework::{ApprovalAnswer, Pressing, Recast};
pub use chance::Chance;
pub use channel::Channel;
pub use clock::Clock;
pub use codes::{
    AgencyCode, CounterCode, DistrictCode, LineCode, OfficeCode, OfficerCode, OutcomeCode, QueueCode,
    RemedyCode, ServiceCode, TrainingCode,
};
pub use composition::{CompositionKind, CompositionState};
pub use contact::{Contact, ContactKind, ContactPoint, ContactPointKind, Customer, CustomerKind, Direction};
pub use device::DeviceKind;
pub use digits::ascii_digit;
pub use event::{About, Event, Flag, Opened, Subject, TaskAnswer, WaitEnd};
pub use event_kind::EventKind;
pub use happening::Happening;
pub use ids::{
    ApprovalId, ArticleId, AskingId, BookingId, BulkActId, CaseId, CodeId, CompositionId, ContactId,
    ContactPointId, CorrectionId, CustomerId, DeviceId, DraftId, EventId, FeedbackId, FileId, InboxId, JobId,
    MacroId, MessageId, ShiftId, TaskId, TokenId, ViewId, VisitId,
};
pub use kiosk::{LateAnswer, PrintState};
pub use lobby::{Announcement, LobbyChange};
pub use localized::Localized;
pub use message::{CodePurpose, MessageKind, MessageState};
pub use place::{Place, Position};
pub use promise::{Clocks, Target};
pub use reference::{Reference, ReferenceError};
pub use secret::{NoSecret, Secret};
pub use shift::ShiftStatus;
pub use visit::{
    Entry, KeptFor, Need, Needs, Priority, PriorityReason, Takes, Ticket, Visit, VisitEnd, VisitStatus,
};
pub use visit_state::{CallBack, Step, VisitState, Window};
pub use word::UnknownWord;
