//! What happened, in sentences, for those who may read them.

use crate::city::City;
use terms::{Actor, AgencyCode, Contact, ContactId, Event, EventKind, Happening, OfficerCode};
use wording::{Argument, Language};

/// Who may read of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Everybody.
    Public,
    /// The customer, and those who serve them.
    Customer,
    /// Those who serve.
    Staff,
}

/// One line of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it was.
    pub kind: EventKind,
    /// When.
    pub at: jiff::Timestamp,
    /// The sentence.
    pub sentence: String,
    /// The words that were written, where they may be read.
    pub words: Option<String>,
    /// The contact that holds them.
    pub contact: Option<ContactId>,
    /// Who did it, for staff.
    pub by: Actor,
}

/// Who may read of a kind of event. Closed: a new kind does not compile until someone decides.
pub fn audience(kind: EventKind) -> Audience {
    match kind {
        EventKind::Opened
        | EventKind::Resolved
        | EventKind::Reopened
        | EventKind::Withdrawn
        | EventKind::MarkedDuplicate
        | EventKind::Merged
        | EventKind::Unmerged
        | EventKind::TransferAccepted
        | EventKind::PromiseMissed => Audience::Public,
        EventKind::Replied
        | EventKind::Heard
        | EventKind::WaitStarted
        | EventKind::WaitEnded
        | EventKind::Joined
        | EventKind::TookIn
        | EventKind::GaveBack
        | EventKind::SplitOff
        | EventKind::AnswersCorrected
        | EventKind::PlaceCorrected
        | EventKind::ServiceCorrected
        | EventKind::Offered
        | EventKind::ContactChanged
        | EventKind::Told
        | EventKind::FeedbackInvited
        | EventKind::Rated
        | EventKind::Looked => Audience::Customer,
        EventKind::Assigned
        | EventKind::Unassigned
        | EventKind::Noted
        | EventKind::TransferAsked
        | EventKind::TransferReturned
        | EventKind::TaskAsked
        | EventKind::TaskAnswered
        | EventKind::PutUnder
        | EventKind::TakenOut
        | EventKind::ChildJoined
        | EventKind::ChildLeft
        | EventKind::Snoozed
        | EventKind::Woke
        | EventKind::ApprovalAsked
        | EventKind::ApprovalAnswered
        | EventKind::Escalated
        | EventKind::TokenCreated
        | EventKind::TokenRevoked
        | EventKind::JobReplayed
        | EventKind::SignedIn
        | EventKind::SignInFailed
        | EventKind::SignedOut
        | EventKind::PasswordSet
        | EventKind::ShiftBegun
        | EventKind::ShiftEnded
        | EventKind::Visited
        | EventKind::Booked
        | EventKind::CounterChanged
        | EventKind::LobbyChanged
        | EventKind::PresenceChanged
        | EventKind::DeviceChanged => Audience::Staff,
    }
}

/// The lines that an audience may read, in order, in a language.
pub fn timeline(
    city: &City,
    events: &[Event],
    contacts: &[Contact],
    reader: Audience,
    language: Language,
) -> Vec<Entry> {
    let readable = events.iter().filter(|event| audience(event.what.kind()) <= reader);
    readable
        .map(|event| {
            let kind = event.what.kind();
            let words =
                words_of(&event.what).filter(|_| reader >= Audience::Customer || kind == EventKind::Resolved);
            let body = words.and_then(|id| contacts.iter().find(|contact| contact.id == id));
            Entry {
                kind,
                at: event.at,
                sentence: sentence(city, &event.what, (reader, language)),
                words: body.map(|contact| contact.body.clone()),
                contact: words,
                by: event.actor.clone(),
            }
        })
        .collect()
}

/// The sentence of a happening: the message `event-KIND`, or `your-KIND` for the customer, with the name of whom it
/// names.
fn sentence(city: &City, what: &Happening, (reader, language): (Audience, Language)) -> String {
    let whose = if reader == Audience::Customer { "your" } else { "event" };
    let more_time = if let Happening::Offered { due_at, .. } = what { *due_at } else { None };
    let date = more_time.map(|due| language.date_time(city.calendar.local(due))).unwrap_or_default();
    let key =
        if more_time.is_some() { format!("{whose}-extended") } else { format!("{whose}-{}", what.kind()) };
    let name = named(city, what, language);
    language.say_with(&key, &[("name", Argument::Words(name)), ("date", Argument::Words(&date))])
}

/// The name of whom or what a happening names; empty where it names nothing.
fn named<'n>(city: &'n City, what: &'n Happening, language: Language) -> &'n str {
    match what {
        // Whoever has left is known by their code.
        Happening::Assigned { officer }
        | Happening::ApprovalAsked { officer, .. }
        | Happening::Escalated { officer, .. } => officer_name(city, officer),
        Happening::TransferAsked { to: agency, .. }
        | Happening::TransferAccepted { agency, .. }
        | Happening::TaskAsked { agency, .. }
        | Happening::TaskAnswered { agency, .. } => agency_name(city, agency, language),
        Happening::ServiceCorrected { recast, .. } => city
            .services
            .get(&recast.service)
            .map_or(recast.service.as_str(), |service| service.name.text(language.tag())),
        Happening::Offered { remedy, .. } => city
            .authority
            .remedies
            .get(remedy)
            .map_or(remedy.as_str(), |remedy| remedy.name.text(language.tag())),
        Happening::Resolved { .. }
        | Happening::PromiseMissed { .. }
        | Happening::Opened { .. }
        | Happening::Unassigned {}
        | Happening::Noted { .. }
        | Happening::Replied { .. }
        | Happening::Heard { .. }
        | Happening::WaitStarted { .. }
        | Happening::WaitEnded { .. }
        | Happening::TransferReturned { .. }
        | Happening::MarkedDuplicate { .. }
        | Happening::Joined { .. }
        | Happening::Merged { .. }
        | Happening::Unmerged {}
        | Happening::TookIn { .. }
        | Happening::GaveBack { .. }
        | Happening::SplitOff { .. }
        | Happening::PutUnder { .. }
        | Happening::TakenOut {}
        | Happening::ChildJoined { .. }
        | Happening::ChildLeft { .. }
        | Happening::AnswersCorrected { .. }
        | Happening::PlaceCorrected { .. }
        | Happening::Snoozed { .. }
        | Happening::Woke {}
        | Happening::ApprovalAnswered { .. }
        | Happening::Reopened { .. }
        | Happening::Withdrawn { .. }
        | Happening::Told { .. }
        | Happening::ContactChanged { .. }
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
        | Happening::DeviceChanged { .. } => "",
    }
}

fn officer_name<'n>(city: &'n City, officer: &'n OfficerCode) -> &'n str {
    city.officers.get(officer).map_or(officer.as_str(), |officer| officer.name.as_str())
}

fn agency_name<'n>(city: &'n City, agency: &'n AgencyCode, language: Language) -> &'n str {
    city.agencies.get(agency).map_or(agency.as_str(), |agency| agency.name.text(language.tag()))
}

/// The contact that holds a happening's words.
fn words_of(what: &Happening) -> Option<ContactId> {
    match what {
        Happening::Noted { contact }
        | Happening::Replied { contact }
        | Happening::Heard { contact }
        | Happening::WaitStarted { contact }
        | Happening::TransferAsked { contact, .. }
        | Happening::TransferReturned { contact }
        | Happening::Snoozed { contact, .. }
        | Happening::Offered { contact, .. }
        | Happening::ApprovalAsked { contact, .. }
        | Happening::ApprovalAnswered { contact, .. }
        | Happening::Told { contact } => Some(*contact),
        Happening::Resolved { contact, .. }
        | Happening::Reopened { contact, .. }
        | Happening::Withdrawn { contact } => *contact,
        Happening::Opened { .. }
        | Happening::Assigned { .. }
        | Happening::Unassigned {}
        | Happening::WaitEnded { .. }
        | Happening::TransferAccepted { .. }
        | Happening::TaskAsked { .. }
        | Happening::TaskAnswered { .. }
        | Happening::MarkedDuplicate { .. }
        | Happening::Joined { .. }
        | Happening::Merged { .. }
        | Happening::Unmerged {}
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
        | Happening::Woke {}
        | Happening::Escalated { .. }
        | Happening::ContactChanged { .. }
        | Happening::PromiseMissed { .. }
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
        | Happening::DeviceChanged { .. } => None,
    }
}
