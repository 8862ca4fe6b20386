//! Counters: an officer sits down at one, and leaves it.

use super::{happen, led, office, present, scope, served};
use crate::tokens::house_event;
use crate::{Act, Refusal, Verb};
use records::counters::{self, Counter};
use records::{Tx, visits};
use terms::{CounterCode, Happening, OfficeCode, Step, Takes, Visit};

/// A counter with whoever is before it.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The counter.
    pub counter: Counter,
    /// Whom its officer called or serves.
    pub visit: Option<Visit>,
}

/// What an officer sees from their counter.
#[derive(Debug, Clone)]
pub struct Room {
    /// Their own counter.
    pub seat: Seat,
    /// The counters at which somebody sits.
    pub open: Vec<Counter>,
    /// Everybody who is at the office, in the order of their places.
    pub present: Vec<Visit>,
}

/// The room of the officer who acts; none while they sit at no counter.
pub fn room(tx: &mut Tx<'_>, act: &Act) -> Verb<Option<Room>> {
    let Some(counter) = counters::of_officer(tx, &crate::desk::me(act)?)? else { return Ok(None) };
    let code = counter.office.clone();
    let present = present(tx, act, &code)?;
    Ok(Some(Room { seat: with_visit(tx, act, counter)?, open: counters::open(tx, &code)?, present }))
}

/// Seats the officer who acts at a counter; where they sit there already, nothing changes.
pub fn open_counter(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, counter: &CounterCode) -> Verb<Counter> {
    let office = served(act, code)?;
    let me = crate::desk::me(act)?;
    if !office.counters.iter().any(|known| known.code == *counter) {
        return Err(Refusal::NotFound("counter"));
    }
    if let Some(own) = counters::of_officer(tx, &me)? {
        if own.office == *code && own.counter == *counter {
            return Ok(own);
        }
        let words = format!("you sit at counter {} already; leave it first", own.counter);
        return Err(Refusal::conflict(words));
    }
    let seat = Counter {
        office: code.clone(),
        counter: counter.clone(),
        officer: me,
        visit: None,
        takes: Takes::Live,
        case: None,
        last_case: None,
        case_given: false,
        last: None,
        undo_until: None,
        revision: 1,
        opened_at: act.at,
        idle_since: act.at,
    };
    if !counters::insert(tx, &seat)? {
        return Err(Refusal::conflict("somebody else sits at this counter; choose another"));
    }
    house_event(
        tx,
        act,
        Happening::CounterChanged { office: code.clone(), counter: counter.clone(), open: true },
    )?;
    Ok(seat)
}

/// Leaves the counter of the officer who acts, once nobody is before it.
pub fn close_counter(tx: &mut Tx<'_>, act: &Act) -> Verb<()> {
    let seat = my_seat(tx, act)?;
    if seat.visit.is_some() {
        return Err(Refusal::conflict("somebody is at your counter; finish with them or pass them on first"));
    }
    remove(tx, act, &seat.counter)
}

/// Frees a counter whose officer is gone; whoever was before it waits again, in the place that they had.
pub fn free_counter(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, counter: &CounterCode) -> Verb<()> {
    led(act, code)?;
    let seat = counters::at(tx, code, counter)?.ok_or(Refusal::NotFound("counter"))?;
    let seat = with_visit(tx, act, seat)?;
    if let Some(visit) = seat.visit {
        happen(tx, act, visit, Step::PutBack {})?;
    }
    remove(tx, act, &seat.counter)
}

fn remove(tx: &mut Tx<'_>, act: &Act, seat: &Counter) -> Verb<()> {
    counters::remove(tx, &seat.office, &seat.counter, seat.revision)?;
    let (office, counter) = (seat.office.clone(), seat.counter.clone());
    house_event(tx, act, Happening::CounterChanged { office, counter, open: false })
}

/// The counter of the officer who acts.
pub fn my_seat(tx: &mut Tx<'_>, act: &Act) -> Verb<Seat> {
    let me = crate::desk::me(act)?;
    let seat = counters::of_officer(tx, &me)?;
    let seat = seat.ok_or_else(|| Refusal::conflict("you sit at no counter; choose one first"))?;
    served(act, &seat.office)?;
    with_visit(tx, act, seat)
}

/// The counters of an office at which an officer sits.
pub fn seats(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<Vec<Seat>> {
    served(act, code)?;
    counters::open(tx, code)?.into_iter().map(|seat| with_visit(tx, act, seat)).collect()
}

fn with_visit(tx: &mut Tx<'_>, act: &Act, counter: Counter) -> Verb<Seat> {
    let office = office(act, &counter.office)?;
    let visit = match counter.visit {
        Some(id) => visits::by_id(tx, &scope(act, office), id)?,
        None => None,
    };
    Ok(Seat { counter, visit })
}
