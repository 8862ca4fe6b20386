//! Who held the clock of a case, and for how long: read from its events.

use jiff::{SignedDuration, Timestamp};
use terms::{AgencyCode, Event, Happening};

/// A time for which one agency held a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which agency.
    pub agency: AgencyCode,
    /// Since when.
    pub from: Timestamp,
    /// Until when; none while it still does.
    pub to: Option<Timestamp>,
    /// How much of it the clock stood still, for the customer.
    pub waited: SignedDuration,
}

/// The agencies that held a case, in order. A closed case is held by nobody.
pub fn custody(events: &[Event], now: Timestamp) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    let mut waiting_since = None;
    for event in events {
        pass(&mut held, &mut waiting_since, event);
    }
    wait_until(&mut held, &mut waiting_since, now);
    held
}

/// Passes the case on, or lets its clock stand still, as an event says.
fn pass(held: &mut Vec<Held>, waiting_since: &mut Option<Timestamp>, event: &Event) {
    match &event.what {
        Happening::Opened { opened } => start(held, opened.agency.clone(), event.at),
        Happening::TransferAccepted { agency, .. } => {
            wait_until(held, waiting_since, event.at);
            end(held, event.at);
            start(held, agency.clone(), event.at);
        }
        Happening::Resolved { .. }
        | Happening::Withdrawn { .. }
        | Happening::MarkedDuplicate { .. }
        | Happening::Merged { .. } => {
            wait_ends(held, waiting_since, event.at);
            end(held, event.at);
        }
        Happening::Reopened { .. } | Happening::Unmerged {} => start_again(held, event.at),
        Happening::WaitStarted { .. } => *waiting_since = Some(event.at),
        Happening::WaitEnded { .. } => wait_ends(held, waiting_since, event.at),
        Happening::Assigned { .. }
        | Happening::Unassigned {}
        | Happening::Noted { .. }
        | Happening::Replied { .. }
        | Happening::Heard { .. }
        | Happening::TransferAsked { .. }
        | Happening::TransferReturned { .. }
        | Happening::TaskAsked { .. }
        | Happening::TaskAnswered { .. }
        | Happening::Joined { .. }
        | Happening::TookIn { .. }
        | Happening::GaveBack { .. }
        | Happening::SplitOff { .. }
        | Happening::PutUnder { .. }
        | Happening::TakenOut {}
        | Happening::ChildJoined { .. }
        | Happening::ChildLeft { .. }
        | Happening::AnswersCorrected { .. }
        | Happening::PlaceCorrected { .. }
        | Happening::ServiceCorrected { .. }
        | Happening::Snoozed { .. }
        | Happening::Woke {}
        | Happening::Offered { .. }
        | Happening::ApprovalAsked { .. }
        | Happening::ApprovalAnswered { .. }
        | Happening::Escalated { .. }
        | Happening::ContactChanged { .. }
        | Happening::PromiseMissed { .. }
        | Happening::Told { .. }
        | Happening::FeedbackInvited {}
        | Happening::Rated { .. }
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
        | Happening::DeviceChanged { .. } => {}
    }
}

fn start(held: &mut Vec<Held>, agency: AgencyCode, from: Timestamp) {
    held.push(Held { agency, from, to: None, waited: SignedDuration::ZERO });
}

/// Whoever held it last holds it again.
fn start_again(held: &mut Vec<Held>, from: Timestamp) {
    let last = held.last().map(|last| last.agency.clone());
    last.into_iter().for_each(|agency| start(held, agency, from));
}

fn end(held: &mut [Held], at: Timestamp) {
    if let Some(last) = held.last_mut() {
        last.to.get_or_insert(at);
    }
}

fn wait_ends(held: &mut [Held], waiting_since: &mut Option<Timestamp>, at: Timestamp) {
    wait_until(held, waiting_since, at);
    *waiting_since = None;
}

/// Counts the time for which the clock has stood still so far to whoever holds the case.
fn wait_until(held: &mut [Held], waiting_since: &mut Option<Timestamp>, at: Timestamp) {
    if let (Some(last), Some(since)) = (held.last_mut(), waiting_since.replace(at)) {
        last.waited += at.duration_since(since);
    } else {
        *waiting_since = None;
    }
}
