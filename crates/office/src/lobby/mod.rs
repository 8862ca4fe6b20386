//! The lobby: people at an office, their place in its one line, and the counters that call them.

mod ahead;
mod board;
mod calling_back;
mod counters;
mod day;
mod facts;
mod joining;
pub mod kiosk;
mod leading;
mod next;
mod presence;
mod serving;
mod waits;
mod wall;
mod written;

pub use ahead::Breaches;
pub use board::{Board, Call, Changes, LineWaits, Seen, board, changes};
pub use calling_back::{ask_call_back, let_go_home, number, own_number, receive_call};
pub(crate) use calling_back::{tell_missed, try_again};
pub use counters::{Room, Seat, close_counter, free_counter, my_seat, open_counter, room, seats};
pub use day::close_days;
pub use facts::{Days, days as past_days, recount_next};
pub(crate) use facts::{is_to_be_written, next_day_over, recounted};
pub use joining::{
    Joined, LONGEST_DELAY, NewVisit, delay, held, join, join_again, join_once, leave, receive,
};
pub(crate) use joining::{booked_visit, needs};
pub(crate) use leading::is_shut;
pub use leading::{
    LONGEST_ANNOUNCEMENT, announce, close_at_once, close_line, lobby, open_again, open_line, unannounce,
};
pub use next::{call_again, call_one, next, undo};
pub use presence::{be, rest};
pub use records::counters::Counter;
pub use records::lobbies::Lobby;
pub use serving::{PassTo, add_line, begin, finish, no_show, park, pass_on, put_back, raise};
pub use waits::{
    Calibration, LAST as MOST_CALIBRATED, Passing, Place, Range, Why, calibration, passed, place, waits,
};
pub use wall::{CounterNow, HourNow, LineNow, Longest, Wall, wall};
pub use written::{Held, Item, Precedence, in_hand, next_item, order, put_down, take};

use crate::city::Office;
use crate::{Act, Refusal, Verb, jobs, reactions};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Resource, Scope};
use records::{Tx, events, visits};
use terms::{Event, EventId, Happening, OfficeCode, Principal, Step, Subject, Visit, VisitId, VisitStatus};

/// For how long what a press did can be taken back, in the time of whoever presses.
const UNDO: SignedDuration = SignedDuration::from_secs(5);
/// Those at an office whom one page shows.
const MOST_PRESENT: u32 = 500;

/// Everybody who is at an office now, in the order of their places.
pub fn present(tx: &mut Tx<'_>, act: &Act, office: &OfficeCode) -> Verb<Vec<Visit>> {
    let office = served(act, office)?;
    Ok(visits::present(tx, &scope(act, office), (&office.code, today(act, office)), MOST_PRESENT)?)
}

/// A visit, for those who serve at its office.
pub fn visit(tx: &mut Tx<'_>, act: &Act, office: &OfficeCode, id: VisitId) -> Verb<Visit> {
    let office = served(act, office)?;
    let visit = visits::by_id(tx, &scope(act, office), id)?;
    visit.filter(|visit| visit.ticket.office == office.code).ok_or(Refusal::NotFound("visit"))
}

/// The offices with a line where whoever acts may serve.
pub fn offices(act: &Act) -> Vec<&Office> {
    let may = |office: &&Office| act.may(Action::ServeVisits, resource(&act.who, office));
    act.city().offices.values().filter(|office| !office.lines.is_empty()).filter(may).collect()
}

/// The offices whose lobby whoever acts may lead.
pub fn led_offices(act: &Act) -> Vec<&Office> {
    let may = |office: &&Office| act.may(Action::LeadLobby, resource(&act.who, office));
    act.city().offices.values().filter(|office| !office.lines.is_empty()).filter(may).collect()
}

/// The day of an office, by its own clock.
pub fn today(act: &Act, office: &Office) -> Date {
    office.calendar.local(act.at).date()
}

/// An office of the city.
pub(crate) fn office<'a>(act: &'a Act, code: &OfficeCode) -> Verb<&'a Office> {
    act.city().offices.get(code).ok_or(Refusal::NotFound("office"))
}

/// An office, for those who serve there.
pub(crate) fn served<'a>(act: &'a Act, code: &OfficeCode) -> Verb<&'a Office> {
    let office = office(act, code)?;
    act.must(Action::ServeVisits, resource(&act.who, office))?;
    Ok(office)
}

/// An office, for those who lead its lobby.
fn led<'a>(act: &'a Act, code: &OfficeCode) -> Verb<&'a Office> {
    let office = office(act, code)?;
    act.must(Action::LeadLobby, resource(&act.who, office))?;
    Ok(office)
}

pub(crate) fn resource(who: &Principal, office: &Office) -> Resource {
    Resource::Office { agency: office.agency.clone(), own: who.office.as_ref() == Some(&office.code) }
}

pub(crate) fn scope(act: &Act, office: &Office) -> Scope {
    act.office_scope(resource(&act.who, office))
}

/// Lets something happen to a visit: the state that follows is saved, and the event appended.
fn happen(tx: &mut Tx<'_>, act: &Act, visit: Visit, step: Step) -> Verb<Visit> {
    let happened = changed(tx, act, visit, &step)?;
    record(tx, act, &happened, step)?;
    Ok(happened)
}

/// A visit, and what is to happen to it.
type Change = (Visit, Step);

/// The same to two visits at once, each only where there is one: an event of each, appended together.
fn happen_both(
    tx: &mut Tx<'_>,
    act: &Act,
    (one, other): (Option<Change>, Option<Change>),
) -> Verb<(Option<Visit>, Option<Visit>)> {
    let mut steps = Vec::new();
    let mut each = |of: Option<Change>| -> Verb<Option<Visit>> {
        let Some((visit, step)) = of else { return Ok(None) };
        let visit = changed(tx, act, visit, &step)?;
        steps.push((visit.clone(), step));
        Ok(Some(visit))
    };
    let both = (each(one)?, each(other)?);
    record_all(tx, act, steps)?;
    Ok(both)
}

fn changed(tx: &mut Tx<'_>, act: &Act, mut visit: Visit, step: &Step) -> Verb<Visit> {
    let read = visit.revision;
    visit.state.apply(act.at, step);
    visit.revision += 1;
    visits::update(tx, &visit, read)?;
    Ok(visit)
}

fn record(tx: &mut Tx<'_>, act: &Act, visit: &Visit, step: Step) -> Verb<()> {
    record_all(tx, act, vec![(visit.clone(), step)])
}

fn record_all(tx: &mut Tx<'_>, act: &Act, steps: Vec<Change>) -> Verb<()> {
    let mut follows = Vec::new();
    let mut events_of_all = Vec::with_capacity(steps.len());
    for (visit, step) in steps {
        // As long as it can be taken back, nothing follows from it.
        let later = undone_until(act, act.recorded_at).max(reactions::not_before(&step));
        follows.extend(reactions::of_visit(&step, &visit).into_iter().map(|work| (work, later)));
        events_of_all.push(Event {
            id: EventId::new(act.recorded_at, &act.chance),
            subject: Subject::Visit(visit.id, visit.revision),
            at: act.at,
            recorded_at: act.recorded_at,
            actor: act.who.actor.clone(),
            channel: act.over,
            purpose: act.why,
            what: Happening::Visited { step },
        });
    }
    events::append_all(tx, &events_of_all)?;
    follows.iter().try_for_each(|(work, later)| jobs::queue_at(tx, act, work, *later))
}

/// Until when what was pressed at an instant can be taken back.
fn undone_until(act: &Act, pressed_at: Timestamp) -> Timestamp {
    pressed_at.checked_add(undo_span(act)).unwrap_or(pressed_at)
}

/// For how long that is, by the clock of the house.
fn undo_span(act: &Act) -> SignedDuration {
    UNDO.checked_mul(act.pace).unwrap_or(UNDO)
}

/// Refuses what cannot be done to whoever is gone.
fn must_be_here(visit: &Visit) -> Verb<()> {
    match visit.state.status {
        VisitStatus::Waiting | VisitStatus::Called | VisitStatus::Serving | VisitStatus::Parked => Ok(()),
        VisitStatus::Over => Err(Refusal::conflict("this visit is over; take a new ticket")),
    }
}
