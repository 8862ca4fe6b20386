//! Arriving: a booking becomes a visit in the line, once, and whoever does not come is noted.

use super::earlier::end_offer;
use super::{bookable, happen, must_stand};
use crate::cases::hash_of;
use crate::city::{BookingRule, Office};
use crate::lobby::{self, NewVisit};
use crate::{Act, Refusal, Verb};
use records::{Tx, bookings};
use terms::{
    Booking, BookingStatus, BookingStep, Entry, OfficeCode, Reference, Secret, Visit, VisitEnd, VisitId,
};

/// The longest text that is read as what opens a booking: a link as a camera reads it.
const LONGEST_SAID: usize = 300;

/// What whoever came is given.
#[derive(Debug, Clone)]
pub struct CheckedIn {
    /// Their booking.
    pub booking: Booking,
    /// Their place in the line.
    pub visit: Visit,
    /// What opens the visit to them; told once.
    pub secret: Option<Secret>,
}

/// Lets somebody who has booked into the line of an office: by the reference, the secret, or the link of the booking as
/// somebody types or scans it. Whoever says it again gets the same ticket.
pub fn check_in(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, said: &str) -> Verb<CheckedIn> {
    let office = bookable(act, code)?;
    let booking = said_booking(tx, said)?.ok_or(Refusal::NotFound("booking"))?;
    if booking.office != *code {
        let there = act.city().offices.get(&booking.office);
        let there = there.map_or("another office", |office| office.name.text(act.city().language()));
        return Err(Refusal::conflict(format!("this booking is for {there}; go there")));
    }
    if let (BookingStatus::CheckedIn, Some(visit)) = (booking.state.status, booking.state.visit) {
        let visit = lobby::booked_visit(tx, act, office, visit)?;
        return Ok(CheckedIn { booking, visit, secret: None });
    }
    must_stand(&booking)?;
    must_be_in_time(act, office, &booking)?;
    let new = NewVisit {
        customer: booking.customer,
        needs: booking.needs.clone(),
        booked_for: Some(booking.state.slot.starts_at),
        ..NewVisit::new(booking.line.clone(), Entry::Booking, &booking.language)
    };
    let joined = lobby::join(tx, act, code, &new)?;
    let booking = end_offer(tx, act, booking)?;
    let booking = happen(tx, act, booking, BookingStep::CheckedIn { visit: joined.visit.id })?;
    Ok(CheckedIn { booking, visit: joined.visit, secret: Some(joined.secret) })
}

/// The booking that a reference, a secret or a link names.
fn said_booking(tx: &mut Tx<'_>, said: &str) -> Verb<Option<Booking>> {
    if said.len() > LONGEST_SAID {
        return Ok(None);
    }
    let path = said.trim().split(['?', '#']).next().unwrap_or_default();
    let name = path.split_once("/bookings/").map_or(path, |(_, name)| name);
    let name = name.split('/').next().unwrap_or_default();
    if let Ok(reference) = name.parse::<Reference>() {
        return Ok(bookings::by_reference(tx, &reference)?);
    }
    let Ok(secret) = name.parse::<Secret>() else { return Ok(None) };
    Ok(bookings::by_link(tx, &hash_of(&secret))?)
}

fn must_be_in_time(act: &Act, office: &Office, booking: &Booking) -> Verb<()> {
    let Some(BookingRule { early, late, .. }) = &office.booking else { return Ok(()) };
    let starts_at = booking.state.slot.starts_at;
    let calendar = &office.calendar;
    if calendar.day(act.at) != calendar.day(starts_at) && starts_at > act.at {
        return Err(Refusal::conflict(format!("this booking is for {}; come then", calendar.day(starts_at))));
    }
    if act.at.checked_add(*early).is_ok_and(|at| at < starts_at) {
        let from = starts_at.checked_sub(*early).unwrap_or(starts_at);
        let from = calendar.local(from).time().strftime("%H:%M");
        return Err(Refusal::conflict(format!("you are early; check in from {from} on")));
    }
    if starts_at.checked_add(*late).is_ok_and(|last| last < act.at) {
        return Err(Refusal::conflict("you are too late for your time; take a ticket instead"));
    }
    Ok(())
}

/// Notes that somebody was called and did not come, if that still stands.
pub(crate) fn miss(tx: &mut Tx<'_>, act: &Act, visit: VisitId) -> Verb<()> {
    let Some(booking) = bookings::by_visit(tx, visit)? else { return Ok(()) };
    let Some(office) = act.city().offices.get(&booking.office) else { return Ok(()) };
    let missed = lobby::booked_visit(tx, act, office, visit)?.state.end == Some(VisitEnd::NoShow);
    if missed && booking.state.status == BookingStatus::CheckedIn {
        happen(tx, act, booking, BookingStep::Missed {})?;
    }
    Ok(())
}
