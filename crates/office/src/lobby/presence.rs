//! Whether those at the counters are there for customers, and when a counter opens again whose officer rests.

use super::counters::my_seat;
use crate::desk::{Shift, be_there};
use crate::{Act, Refusal, Verb};
use records::Tx;
use terms::ShiftStatus;

/// The officer who acts rests for so many minutes, up to what their office allows; their counter says when it opens again.
pub fn rest(tx: &mut Tx<'_>, act: &Act, minutes: u32) -> Verb<Shift> {
    let seat = my_seat(tx, act)?;
    if seat.visit.is_some() {
        return Err(Refusal::conflict("somebody is at your counter; finish with them or pass them on first"));
    }
    let allowed = act.city().offices.get(&seat.counter.office).map_or(0, |office| office.break_minutes);
    if !(1..=allowed).contains(&minutes) {
        return Err(Refusal::invalid("minutes", format!("a break takes from 1 to {allowed} minutes here")));
    }
    be_there(tx, act, (ShiftStatus::Break, minutes))
}

/// The officer who acts is back, or is called to something else.
pub fn be(tx: &mut Tx<'_>, act: &Act, status: ShiftStatus) -> Verb<Shift> {
    my_seat(tx, act)?;
    if status == ShiftStatus::Break {
        return Err(Refusal::invalid("minutes", "say how long the break takes"));
    }
    be_there(tx, act, (status, 0))
}
