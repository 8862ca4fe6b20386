//! Why somebody who came later went first: told to whoever was passed, from what stands in the list.

use super::super::next::ticket;
use super::super::{office, today};
use crate::city::Office;
use crate::{Act, Verb};
use jiff::{SignedDuration, Timestamp};
use records::Tx;
use records::waits::{self as kept, Called};
use routing::next::{Officer, Reason, Rule, Share, Takes, Turn};
use terms::{CounterCode, LineCode, PriorityReason, Visit, VisitStatus};

/// Of those who went first the last are told; more explain nothing better.
const MOST_TOLD: u32 = 5;

/// Somebody who came later and went first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passing {
    /// Their ticket, as boards show it.
    pub ticket: String,
    /// When.
    pub at: Timestamp,
    /// To which counter they were called.
    pub counter: CounterCode,
    /// Whether they were called by phone, and nobody went there.
    pub by_phone: bool,
    /// Why.
    pub why: Why,
}

/// Why somebody went first who came later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They wait for another thing, and that counter does not serve what the other wants.
    OtherThing,
    /// Whoever was passed is kept for another counter or officer.
    KeptForAnother,
    /// They go before others.
    Priority(PriorityReason),
    /// They had used up more of the time that they were promised to wait at most.
    NearerPromise {
        /// How long they had waited, and were promised to at most.
        theirs: (SignedDuration, SignedDuration),
        /// The same of whoever was passed.
        own: (SignedDuration, SignedDuration),
    },
    /// They had waited longer than anybody should.
    TooLong,
    /// An officer called them out of turn.
    Chosen,
}

/// Those who came later than somebody who waits and were called first, the latest first, with why.
pub fn passed(tx: &mut Tx<'_>, act: &Act, visit: &Visit) -> Verb<Vec<Passing>> {
    if visit.state.status != VisitStatus::Waiting {
        return Ok(Vec::new());
    }
    let office = office(act, &visit.ticket.office)?;
    let day = (&office.code, today(act, office));
    let called = kept::called_before(tx, day, (visit.joined_at, visit.state.place_at), MOST_TOLD)?;
    Ok(called.iter().filter_map(|called| passing(office, called, visit)).collect())
}

fn passing(office: &Office, called: &Called, visit: &Visit) -> Option<Passing> {
    let state = &called.stander.state;
    let (counter, at) = (state.counter.clone()?, state.called_at?);
    let why = why(office, called, visit, (&counter, at));
    Some(Passing { ticket: called.ticket.to_string(), at, counter, by_phone: state.call_back.is_some(), why })
}

fn why(office: &Office, called: &Called, visit: &Visit, (counter, at): (&CounterCode, Timestamp)) -> Why {
    let theirs = &called.stander;
    let code = theirs.state.officer.as_ref().map_or("", |officer| officer.as_str());
    let lines = lines_of(office, counter);
    // Whoever is kept for a counter is served there, whatever they wait for.
    let kept = theirs.state.kept_for.as_ref().map(|_| theirs.state.line.as_str());
    let services: Vec<&str> = lines.into_iter().chain(kept).collect();
    let officer = Officer {
        code,
        counter: counter.as_str(),
        services: &services,
        skills: &[],
        takes: Takes::Live,
        idle_since_ms: 0,
    };
    let turn = Turn { rule: &Rule::default(), now_ms: at.as_millisecond(), officer: &officer, idle: 1 };
    let (one, other) = (theirs.id.to_string(), visit.id.to_string());
    let ahead = ticket(office, (&one, theirs.joined_at), &theirs.state);
    let behind = ticket(office, (&other, visit.joined_at), &visit.state);
    let reason = theirs.state.reason;
    turn.explain(&ahead, &behind).map_or(Why::Chosen, |why| said(&why, reason))
}

fn said(why: &Reason<'_>, priority: Option<PriorityReason>) -> Why {
    match why {
        Reason::OtherService { .. }
        | Reason::Skill { .. }
        | Reason::OtherChannel
        | Reason::KeptForLive { .. } => Why::OtherThing,
        Reason::OtherOfficer { .. } | Reason::OtherCounter { .. } => Why::KeptForAnother,
        Reason::Priority { .. } => priority.map_or(Why::Chosen, Why::Priority),
        Reason::ShareOfTarget { ahead, behind } => {
            Why::NearerPromise { theirs: spans(*ahead), own: spans(*behind) }
        }
        Reason::OverAge { .. } => Why::TooLong,
        Reason::EarlierPlace { .. } | Reason::Alike => Why::Chosen,
    }
}

fn spans(share: Share) -> (SignedDuration, SignedDuration) {
    (SignedDuration::from_millis(share.age_ms), SignedDuration::from_millis(share.target_ms))
}

fn lines_of<'o>(office: &'o Office, code: &CounterCode) -> Vec<&'o str> {
    let counter = office.counters.iter().find(|counter| counter.code == *code);
    counter.map(|counter| counter.lines.iter().map(LineCode::as_str).collect()).unwrap_or_default()
}
