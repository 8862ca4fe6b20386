//! Which goes first, somebody who waits or written work, and why: for the officer whose turn it is.

use super::super::next::ticket;
use super::super::{office, undo_span};
use super::{candidate, foremost, idle, in_hand};
use crate::city::Office;
use crate::lobby::Seat;
use crate::{Act, Verb, services};
use jiff::Timestamp;
use records::Tx;
use records::counters::Counter;
use routing::next::{self as rule, Kind, Needs, Officer, Reason, Rule, Ticket, Turn};
use terms::{Case, PriorityReason, Takes, Visit};

/// As long as a week's work: what written work may take for which nothing was promised.
const UNPROMISED_MS: i64 = 40 * 3_600_000;

/// Why an officer's next item is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Precedence {
    /// Written work waits, as no more officers are free than are kept for whoever comes.
    KeptForLive {
        /// How many are free.
        idle: u32,
        /// How many stay so.
        reserve: u32,
    },
    /// It had waited longer than anything should.
    TooLong,
    /// Somebody goes before others.
    Priority(PriorityReason),
    /// More of the time that is promised was used up, in hundredths.
    NearerPromise {
        /// Of what goes first.
        ahead: i64,
        /// Of the other.
        behind: i64,
    },
    /// It has the earlier place.
    Place,
}

/// Why what an officer has before them went before the other kind of work, and what that other is called; or why none of it
/// is given to them. None where there is nothing to tell.
pub fn order(tx: &mut Tx<'_>, act: &Act, seat: &Seat) -> Verb<Option<(Precedence, String)>> {
    let counter = &seat.counter;
    if counter.takes != Takes::Both {
        return Ok(None);
    }
    // As it was when the button was pressed.
    let pressed = counter.undo_until.and_then(|until| until.checked_sub(undo_span(act)).ok());
    let office = office(act, &counter.office)?;
    let between = Between { act, at: pressed.unwrap_or(act.at), office, counter, idle: idle(tx, counter)? };
    if let Some(case) = in_hand(tx, act, counter)? {
        let other = foremost(tx, act, office, counter)?.filter(|visit| visit.joined_at <= between.at);
        return Ok(other.and_then(|visit| {
            let why = between.why(Some(&visit), &case, Ahead::Case)?;
            Some((why, visit.ticket.to_string()))
        }));
    }
    let Some(case) = candidate(tx, act, counter)? else { return Ok(None) };
    let ahead = if seat.visit.is_some() { Ahead::Visit } else { Ahead::Nobody };
    Ok(between.why(seat.visit.as_ref(), &case, ahead).map(|why| (why, case.reference.to_string())))
}

/// What is ahead.
#[derive(Clone, Copy)]
enum Ahead {
    Visit,
    Case,
    Nobody,
}

/// An officer's turn between somebody who waits and written work.
pub(super) struct Between<'b> {
    pub(super) act: &'b Act,
    pub(super) at: Timestamp,
    pub(super) office: &'b Office,
    pub(super) counter: &'b Counter,
    pub(super) idle: u32,
}

impl Between<'_> {
    /// Whether what goes first is written; none where neither may be taken.
    pub(super) fn written_first(&self, visit: Option<&Visit>, case: Option<&Case>) -> Option<bool> {
        let names = (visit.map(|visit| visit.id.to_string()), case.map(|case| case.id.to_string()));
        let service = case.map_or("", |case| case.state.service.as_str());
        self.turn(service, |turn| {
            let live = visit.zip(names.0.as_deref()).map(|(visit, id)| self.live(visit, id));
            let written = case.zip(names.1.as_deref()).map(|(case, id)| self.written(case, id));
            let tickets: Vec<Ticket<'_>> = live.into_iter().chain(written).collect();
            Some(matches!(turn.next(&tickets)?.kind, Kind::Written { .. }))
        })
    }

    fn why(&self, visit: Option<&Visit>, case: &Case, ahead: Ahead) -> Option<Precedence> {
        let id = case.id.to_string();
        self.turn(case.state.service.as_str(), |turn| {
            let written = self.written(case, &id);
            let live = visit.map(|visit| self.live(visit, "visit"));
            let reason = match (ahead, live) {
                (Ahead::Case, Some(live)) => turn.explain(&written, &live),
                (Ahead::Visit, Some(live)) => turn.explain(&live, &written),
                _ => turn.admits(&written).err(),
            };
            said(&reason?, visit.and_then(|visit| visit.state.reason))
        })
    }

    /// The turn of this officer, who serves what they take at this counter and the case's service.
    fn turn<T>(&self, service: &str, then: impl FnOnce(&Turn<'_>) -> T) -> T {
        let lines = self.office.lines.iter().map(|line| line.code.as_str());
        let services: Vec<&str> = lines.chain([service]).collect();
        let officer = Officer {
            code: self.counter.officer.as_str(),
            counter: self.counter.counter.as_str(),
            services: &services,
            skills: &[],
            takes: match self.counter.takes {
                Takes::Live => rule::Takes::Live,
                Takes::Written => rule::Takes::Written,
                Takes::Both => rule::Takes::Both,
            },
            idle_since_ms: self.counter.idle_since.as_millisecond(),
        };
        let now_ms = self.at.as_millisecond();
        then(&Turn { rule: &Rule::default(), now_ms, officer: &officer, idle: self.idle })
    }

    fn live<'t>(&self, visit: &'t Visit, id: &'t str) -> Ticket<'t> {
        ticket(self.office, (id, visit.joined_at), &visit.state)
    }

    /// A case as the rule sees it: how much is left of what was promised, in working time.
    fn written<'t>(&self, case: &'t Case, id: &'t str) -> Ticket<'t> {
        let promised = services::promised_and_left(self.act.city(), &case.state, self.at);
        let (promised_ms, slack_ms) = promised.map_or((UNPROMISED_MS, UNPROMISED_MS), |(whole, left)| {
            let ms = |time: jiff::SignedDuration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
            (ms(whole), ms(left))
        });
        Ticket {
            id,
            service: case.state.service.as_str(),
            kind: Kind::Written { slack_ms },
            joined_ms: case.state.opened_at.as_millisecond(),
            kept_ms: None,
            target_ms: promised_ms.max(1),
            priority: rule::Priority::Ordinary,
            needs: Needs::default(),
        }
    }
}

fn said(reason: &Reason<'_>, priority: Option<PriorityReason>) -> Option<Precedence> {
    match reason {
        Reason::KeptForLive { idle, reserve } => {
            Some(Precedence::KeptForLive { idle: *idle, reserve: *reserve })
        }
        Reason::OverAge { .. } => Some(Precedence::TooLong),
        Reason::Priority { .. } => priority.map(Precedence::Priority),
        Reason::ShareOfTarget { ahead, behind } => {
            let percent = |share: &rule::Share| i64::try_from(share.percent()).unwrap_or(i64::MAX);
            Some(Precedence::NearerPromise { ahead: percent(ahead), behind: percent(behind) })
        }
        Reason::EarlierPlace { .. } | Reason::Alike => Some(Precedence::Place),
        Reason::OtherOfficer { .. }
        | Reason::OtherCounter { .. }
        | Reason::OtherService { .. }
        | Reason::Skill { .. }
        | Reason::OtherChannel => None,
    }
}
