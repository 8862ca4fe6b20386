//! Who is next: the counter calls whoever the one rule puts first, and can take that back for a moment.

use super::counters::{Seat, my_seat};
use super::written::{self, Held, Item, next_item};
use super::{happen, happen_both, must_be_here, office, scope, today, undone_until, visit};
use crate::city::Office;
use crate::desk::be_there;
use crate::{Act, Refusal, Verb};
use jiff::Timestamp;
use records::counters::{self, Counter};
use records::lanes::{self, Lane};
use records::waits::Stander;
use records::{Tx, shifts};
use routing::next as rule;
use routing::next::{Kind, Needs, Officer, Rule, Takes, Turn};
use terms::{
    CounterCode, KeptFor, LineCode, OfficerCode, Priority, ShiftStatus, Step, Visit, VisitEnd, VisitId,
    VisitState, VisitStatus,
};

/// Finishes with whoever is at the counter, and calls whoever is next; nobody where nobody waits. `closes` is whom the
/// officer saw there: a second press names somebody who is gone, and calls nobody else.
pub fn next(tx: &mut Tx<'_>, act: &Act, closes: Option<VisitId>) -> Verb<Option<Visit>> {
    match next_item(tx, act, closes.map(Held::Visit))? {
        Some(Item::Visit(visit)) => Ok(Some(*visit)),
        Some(Item::Case(_)) | None => Ok(None),
    }
}

/// The same, at a counter that takes no written work.
pub(super) fn next_at(tx: &mut Tx<'_>, act: &Act, seat: Seat) -> Verb<Option<Visit>> {
    let Seat { counter, visit } = seat;
    let before = visit.as_ref().map(|visit| visit.id);
    let ended = visit.map(|visit| (visit, Step::Ended { end: VisitEnd::Served, outcome: None }));
    let called = first(tx, act, &counter)?.map(|visit| (visit, to_counter(&counter)));
    let (_, called) = happen_both(tx, act, (ended, called))?;
    if before.is_none() {
        back_from_break(tx, act, &counter)?;
    }
    save(tx, act, &counter, (called.as_ref().map(|visit| visit.id), before))?;
    Ok(called)
}

/// Whoever calls is there again, whatever they said before.
pub(super) fn back_from_break(tx: &mut Tx<'_>, act: &Act, counter: &Counter) -> Verb<()> {
    let shift = shifts::now(tx, &counter.officer)?;
    if shift.is_some_and(|shift| matches!(shift.status, ShiftStatus::Break | ShiftStatus::Away)) {
        be_there(tx, act, (ShiftStatus::Available, 0))?;
    }
    Ok(())
}

/// Calls somebody out of turn: whom the officer set aside, or whom they have a reason for.
pub fn call_one(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<Visit> {
    let seat = my_seat(tx, act)?;
    if seat.counter.visit == Some(id) {
        return seat.visit.ok_or(Refusal::NotFound("visit"));
    }
    if seat.counter.visit.is_some() {
        return Err(Refusal::conflict("somebody is at your counter; finish with them or pass them on first"));
    }
    let visit = visit(tx, act, &seat.counter.office, id)?;
    must_be_here(&visit)?;
    match visit.state.status {
        VisitStatus::Waiting | VisitStatus::Parked => {}
        VisitStatus::Called | VisitStatus::Serving | VisitStatus::Over => {
            return Err(Refusal::conflict("another counter has called them meanwhile"));
        }
    }
    let visit = call(tx, act, visit, &seat.counter)?;
    save(tx, act, &seat.counter, (Some(visit.id), None))?;
    Ok(visit)
}

/// Calls whoever was called once more.
pub fn call_again(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<Visit> {
    let visit = at_my_counter(tx, act, id)?.1;
    if visit.state.call_back.is_some() {
        return Err(Refusal::conflict("they are called by phone; say whether they answered"));
    }
    if visit.state.status == VisitStatus::Called {
        return happen(tx, act, visit, Step::CalledAgain {});
    }
    Err(Refusal::conflict("they are at the counter already"))
}

/// Takes back what the last press did: whoever was called waits again in their place, and whoever was before is at the
/// counter again.
pub fn undo(tx: &mut Tx<'_>, act: &Act) -> Verb<Option<Visit>> {
    let Seat { counter, visit: current } = my_seat(tx, act)?;
    if counter.undo_until.is_none_or(|until| until < act.at) {
        return Err(Refusal::conflict("that can no longer be taken back"));
    }
    if let Some(current) = current {
        happen(tx, act, current, Step::TakenBack { status: VisitStatus::Waiting })?;
    }
    written::give_back(tx, act, &counter)?;
    let before = match counter.last {
        Some(id) => Some(again(tx, act, &counter, id)?),
        None => None,
    };
    let after = Counter {
        visit: before.as_ref().map(|visit| visit.id),
        case: written::before(tx, act, &counter)?,
        last: None,
        last_case: None,
        case_given: false,
        undo_until: None,
        revision: counter.revision + 1,
        ..counter.clone()
    };
    counters::update(tx, &after, counter.revision)?;
    Ok(before)
}

/// Whoever was at the counter is there again.
fn again(tx: &mut Tx<'_>, act: &Act, counter: &Counter, id: VisitId) -> Verb<Visit> {
    let before = visit(tx, act, &counter.office, id)?;
    if matches!(before.state.status, VisitStatus::Called | VisitStatus::Serving) {
        return Err(Refusal::conflict("another counter has called them meanwhile"));
    }
    let status = if before.state.served_at.is_some() { VisitStatus::Serving } else { VisitStatus::Called };
    happen(tx, act, before, Step::TakenBack { status })
}

/// The visit at the counter of the officer who acts, which they name as they saw it.
pub(super) fn at_my_counter(tx: &mut Tx<'_>, act: &Act, id: VisitId) -> Verb<(Counter, Visit)> {
    let Seat { counter, visit } = my_seat(tx, act)?;
    let visit = visit.filter(|visit| visit.id == id);
    let visit = visit.ok_or_else(|| Refusal::conflict("they are no longer at your counter"))?;
    Ok((counter, visit))
}

/// Saves whom a counter has before it, and whom it had.
pub(super) fn save(
    tx: &mut Tx<'_>,
    act: &Act,
    counter: &Counter,
    (now, before): (Option<VisitId>, Option<VisitId>),
) -> Verb<()> {
    let after = Counter {
        visit: now,
        last: before,
        case: None,
        last_case: counter.case,
        case_given: false,
        undo_until: Some(undone_until(act, act.at)),
        revision: counter.revision + 1,
        idle_since: if now.is_none() { act.at } else { counter.idle_since },
        ..counter.clone()
    };
    Ok(counters::update(tx, &after, counter.revision)?)
}

pub(super) fn call(tx: &mut Tx<'_>, act: &Act, visit: Visit, counter: &Counter) -> Verb<Visit> {
    happen(tx, act, visit, to_counter(counter))
}

fn to_counter(counter: &Counter) -> Step {
    Step::Called { officer: counter.officer.clone(), counter: counter.counter.clone() }
}

/// Whoever is next for a counter. The first of each lane stand for all who wait; of those, by the rule, the first whom no
/// other counter takes at this instant.
pub(super) fn first(tx: &mut Tx<'_>, act: &Act, counter: &Counter) -> Verb<Option<Visit>> {
    let office = office(act, &counter.office)?;
    let (scope, today) = (scope(act, office), (&office.code, today(act, office)));
    let firsts = lanes::firsts(tx, &scope, today, &lanes(office, &counter.counter, &counter.officer))?;
    let in_turn = in_turn(act, office, counter, &firsts);
    if in_turn.is_empty() {
        return Ok(None);
    }
    let taken = lanes::claim(tx, &scope, &in_turn)?;
    taken.map_or_else(|| Err(Refusal::Broke(tx.contend())), |taken| Ok(Some(taken)))
}

/// The lanes that a counter serves: of its own lines, and of whoever was kept for it or for its officer.
pub(super) fn lanes(office: &Office, code: &CounterCode, officer: &OfficerCode) -> Vec<Lane> {
    let served = office.counters.iter().find(|known| known.code == *code);
    let open = served.map(|known| known.lines.as_slice()).unwrap_or_default();
    let kept = [KeptFor::Counter(code.clone()), KeptFor::Officer(officer.clone())];
    let open = open.iter().map(|line| (Some(line.clone()), None));
    let all = open.chain(kept.into_iter().map(|kept| (None, Some(kept))));
    let each = |(line, kept_for): (Option<LineCode>, Option<KeptFor>)| {
        Priority::ALL.iter().map(move |priority| Lane {
            line: line.clone(),
            priority: *priority,
            kept_for: kept_for.clone(),
        })
    };
    all.flat_map(each).collect()
}

/// Those whom a counter serves, as the one rule puts them.
pub(super) fn in_turn<'v>(
    act: &Act,
    office: &Office,
    counter: &Counter,
    firsts: &'v [Stander],
) -> Vec<&'v Stander> {
    let ids: Vec<String> = firsts.iter().map(|stander| stander.id.to_string()).collect();
    // Whoever is kept for a counter is served there, whatever they wait for.
    let lines: Vec<&str> = office.lines.iter().map(|line| line.code.as_str()).collect();
    let officer = Officer {
        code: counter.officer.as_str(),
        counter: counter.counter.as_str(),
        services: &lines,
        skills: &[],
        takes: Takes::Live,
        idle_since_ms: counter.idle_since.as_millisecond(),
    };
    let turn = Turn { rule: &Rule::default(), now_ms: act.at.as_millisecond(), officer: &officer, idle: 1 };
    let tickets: Vec<rule::Ticket<'_>> = firsts
        .iter()
        .zip(&ids)
        .map(|(stander, id)| ticket(office, (id, stander.joined_at), &stander.state))
        .collect();
    let found =
        |id: &str| firsts.iter().zip(&ids).find(|(_, known)| *known == id).map(|(stander, _)| stander);
    turn.in_order(&tickets).into_iter().filter_map(|ticket| found(ticket.id)).collect()
}

/// A visit as the rule sees it.
pub(super) fn ticket<'v>(
    office: &Office,
    (id, joined_at): (&'v str, Timestamp),
    state: &'v VisitState,
) -> rule::Ticket<'v> {
    let target = office.lines.iter().find(|line| line.code == state.line).map(|line| line.target);
    let reason = state.reason.map_or("", terms::PriorityReason::as_str);
    let (counter, officer) = match &state.kept_for {
        Some(KeptFor::Counter(code)) => (Some(code.as_str()), None),
        Some(KeptFor::Officer(code)) => (None, Some(code.as_str())),
        None => (None, None),
    };
    rule::Ticket {
        id,
        service: state.line.as_str(),
        kind: Kind::Live,
        joined_ms: joined_at.as_millisecond(),
        kept_ms: Some(state.place_at.as_millisecond()),
        target_ms: target.map_or(1, |target| i64::try_from(target.as_millis()).unwrap_or(i64::MAX)),
        priority: match state.priority {
            Priority::Ordinary => rule::Priority::Ordinary,
            Priority::Raised => rule::Priority::Raised(reason),
            Priority::Urgent => rule::Priority::Urgent(reason),
        },
        needs: Needs { skills: &[], counter, officer },
    }
}
