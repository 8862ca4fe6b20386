//! Everything that happens because something happened. Read it from top to bottom.

use crate::bookings::BookingNotice;
use crate::jobs::{Notice, Work};
use crate::{Act, Verb, insight};
use jiff::Timestamp;
use records::Tx;
use terms::{Booking, BookingStep, Case, Entry, Happening, OfficeCode, Slot, Step, Target, Visit, VisitEnd};

/// The work that follows from the last thing that happened to a case. A new kind of event does not compile until someone has
/// decided what follows from it.
pub fn reactions(what: &Happening, case: &Case) -> Vec<Work> {
    match what {
        Happening::Opened { .. } => tell(case, Notice::Received),
        Happening::Resolved { .. } => {
            [tell(case, Notice::Resolved), vec![Work::TellReporters { case: case.id }], children(case), followers(case)].concat()
        }
        Happening::Merged { .. } => [tell(case, Notice::Merged), followers(case)].concat(),
        Happening::Unmerged {} => [tell(case, Notice::Unmerged), followers(case)].concat(),
        Happening::ServiceCorrected { later, .. } => tell(case, corrected(*later)),
        Happening::Offered { .. } => tell(case, Notice::Answered),
        Happening::MarkedDuplicate { .. } => [tell(case, Notice::Joined), followers(case)].concat(),
        Happening::Reopened { .. } => [tell(case, Notice::Reopened), followers(case)].concat(),
        Happening::TransferAccepted { .. } => [tell(case, Notice::PassedOn), followers(case)].concat(),
        Happening::PromiseMissed { target: Target::Completion } => [tell(case, Notice::Late), followers(case)].concat(),
        Happening::Replied { .. } => [tell(case, Notice::Answered), children(case)].concat(),
        Happening::WaitStarted { .. } => tell(case, Notice::Asked),
        // The customer knows; those who follow do not.
        Happening::Withdrawn { .. } => followers(case),
        // Seen by those who serve when they look; the desk will show it by itself.
        Happening::Heard { .. }
        | Happening::WaitEnded { .. }
        | Happening::Assigned { .. }
        | Happening::Unassigned {}
        | Happening::Noted { .. }
        | Happening::TransferAsked { .. }
        | Happening::TransferReturned { .. }
        | Happening::TaskAsked { .. }
        | Happening::TaskAnswered { .. }
        | Happening::TookIn { .. }
        | Happening::GaveBack { .. }
        | Happening::SplitOff { .. }
        | Happening::PutUnder { .. }
        | Happening::TakenOut {}
        | Happening::ChildJoined { .. }
        | Happening::ChildLeft { .. }
        | Happening::Snoozed { .. }
        | Happening::Woke {}
        | Happening::ApprovalAsked { .. }
        | Happening::ApprovalAnswered { .. }
        | Happening::Escalated { .. }
        | Happening::PromiseMissed { target: Target::FirstReply }
        // Read by the customer where they follow the case, said by them, or told to them by one of these reactions.
        | Happening::AnswersCorrected { .. }
        | Happening::PlaceCorrected { .. }
        | Happening::Joined { .. }
        | Happening::Rated { .. }
        | Happening::ContactChanged { .. }
        | Happening::Told { .. }
        | Happening::FeedbackInvited {}
        // Kept for those who check.
        | Happening::Looked { .. }
        | Happening::TokenCreated { .. }
        | Happening::TokenRevoked { .. }
        | Happening::JobReplayed { .. }
        | Happening::SignedIn {}
        | Happening::SignInFailed { .. }
        | Happening::SignedOut { .. }
        | Happening::PasswordSet { .. }
        | Happening::ShiftBegun {}
        | Happening::ShiftEnded {}
        | Happening::Visited { .. }
        | Happening::Booked { .. }
        | Happening::CounterChanged { .. }
        | Happening::LobbyChanged { .. }
        | Happening::PresenceChanged { .. }
        | Happening::DeviceChanged { .. } => Vec::new(),
    }
}

/// Whoever gave no name cannot be told.
fn tell(case: &Case, notice: Notice) -> Vec<Work> {
    some(case.state.customer.is_some(), Work::Tell { case: case.id, notice })
}

fn followers(case: &Case) -> Vec<Work> {
    let (id, number) = (case.id, case.revision);
    some(case.state.public, Work::TellFollowers { case: id, number, after: String::new() })
}

fn children(case: &Case) -> Vec<Work> {
    let (id, number) = (case.id, case.revision);
    some(case.state.children > 0, Work::AnswerChildren { case: id, number, after: None })
}

/// The work that follows from what happened to a time that somebody booked.
pub fn of_booking(step: &BookingStep, booking: &Booking) -> Vec<Work> {
    let tell = |notice| Work::TellBooking { booking: booking.id, notice };
    let offer_at =
        |office: &OfficeCode, slot: &Slot| Work::OfferEarlier { office: office.clone(), slot: slot.clone() };
    let offer = |slot: &Slot| offer_at(&booking.office, slot);
    match step {
        BookingStep::Made { .. } => vec![tell(BookingNotice::Booked)],
        BookingStep::Moved { from, offices, .. } => {
            let before = offices.as_ref().map_or(&booking.office, |(before, _)| before);
            vec![tell(BookingNotice::Moved), offer_at(before, from)]
        }
        BookingStep::OfficeClosed {} => vec![tell(BookingNotice::Closed)],
        BookingStep::OfficeOpen {} => vec![tell(BookingNotice::Open)],
        BookingStep::Reminded {} => vec![tell(BookingNotice::Reminder)],
        BookingStep::EarlierOffered { .. } => vec![tell(BookingNotice::Earlier)],
        BookingStep::EarlierRefused { slot } => vec![offer(slot)],
        BookingStep::Cancelled {} => vec![tell(BookingNotice::Cancelled), offer(&booking.state.slot)],
        // Said by whoever booked, or seen by those who serve.
        BookingStep::EarlierWanted {}
        | BookingStep::EarlierUnwanted {}
        | BookingStep::CheckedIn { .. }
        | BookingStep::Missed {}
        | BookingStep::Lapsed {} => Vec::new(),
    }
}

/// The work that follows from what happened to a visit, once it can no longer be taken back.
pub fn of_visit(step: &Step, visit: &Visit) -> Vec<Work> {
    match step {
        Step::Ended { end: VisitEnd::NoShow, .. } => {
            let mut follows = some(visit.entry == Entry::Booking, Work::MissBooking { visit: visit.id });
            follows.extend(some(visit.state.call_back.is_some(), Work::TellMissed { visit: visit.id }));
            follows
        }
        Step::Unanswered { .. } => vec![Work::TryAgain { visit: visit.id }],
        Step::Joined { .. }
        | Step::Called { .. }
        | Step::CalledAgain {}
        | Step::Begun {}
        | Step::Parked {}
        | Step::PutBack {}
        | Step::PassedOn { .. }
        | Step::ServiceAdded { .. }
        | Step::Raised { .. }
        | Step::Delayed { .. }
        | Step::ToCallBack { .. }
        | Step::Ended { .. }
        | Step::TakenBack { .. } => Vec::new(),
    }
}

/// Before when nothing follows from what happened to a visit.
pub fn not_before(step: &Step) -> Timestamp {
    if let Step::Unanswered { again_at } = step { *again_at } else { Timestamp::MIN }
}

/// Another service may promise the same for later.
const fn corrected(later: bool) -> Notice {
    if later { Notice::PromisedLater } else { Notice::ServiceCorrected }
}

/// The work, if something is so.
fn some(is: bool, work: Work) -> Vec<Work> {
    is.then_some(work).into_iter().collect()
}

/// What follows from the history of an earlier system: nobody is told again, and the figures count it at once.
pub(crate) fn of_history(tx: &mut Tx<'_>, act: &Act, cases: &[Case]) -> Verb<()> {
    insight::count_new(tx, act.city(), cases)
}
