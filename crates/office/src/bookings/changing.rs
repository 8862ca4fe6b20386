//! Changing a booking: whoever has its link moves it or gives it up, and so does an officer for them.

use super::earlier::end_offer;
use super::making::take;
use super::slots::must_be_offered;
use super::{bookable, bookable_line, happen, must_stand, opened};
use crate::{Act, Verb};
use jiff::Timestamp;
use records::{Tx, booked_time};
use terms::{Booking, BookingStatus, BookingStep, OfficeCode, Secret};

/// Moves a booking to another time, at its own office or at another where the same is done. Where that time is taken, it
/// stays as it is.
pub fn move_to(
    tx: &mut Tx<'_>,
    act: &Act,
    secret: &Secret,
    (code, starts_at): (&OfficeCode, Timestamp),
) -> Verb<Booking> {
    let booking = opened(tx, secret)?;
    moved(tx, act, booking, (code, starts_at))
}

pub(super) fn moved(
    tx: &mut Tx<'_>,
    act: &Act,
    booking: Booking,
    (code, starts_at): (&OfficeCode, Timestamp),
) -> Verb<Booking> {
    must_stand(&booking)?;
    if booking.state.slot.starts_at == starts_at && booking.office == *code {
        return Ok(booking);
    }
    let office = bookable(act, code)?;
    let line = bookable_line(office, &booking.line)?;
    must_be_offered(tx, act, (office, line), starts_at)?;
    let booking = end_offer(tx, act, booking)?;
    booked_time::release(tx, booking.id)?;
    let slot = take(tx, act, (office, line), starts_at, (booking.id, None))?;
    let (from, before) = (booking.state.slot.clone(), booking.office.clone());
    let offices = (before != *code).then(|| (before, code.clone()));
    happen(tx, act, Booking { office: code.clone(), ..booking }, BookingStep::Moved { slot, from, offices })
}

/// Gives a booking up. What was given up stays so, however often it is said.
pub fn cancel(tx: &mut Tx<'_>, act: &Act, secret: &Secret) -> Verb<Booking> {
    let booking = opened(tx, secret)?;
    cancelled(tx, act, booking)
}

pub(super) fn cancelled(tx: &mut Tx<'_>, act: &Act, booking: Booking) -> Verb<Booking> {
    if booking.state.status == BookingStatus::Cancelled {
        return Ok(booking);
    }
    must_stand(&booking)?;
    let booking = end_offer(tx, act, booking)?;
    booked_time::release(tx, booking.id)?;
    happen(tx, act, booking, BookingStep::Cancelled {})
}
