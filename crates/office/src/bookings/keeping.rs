//! Bookings that officers keep for whoever calls or stands before them, by the same steps as those who book for themselves.

use super::changing::{cancelled, moved};
use super::making::{book_with, hold};
use super::{Wanted, bookable};
use crate::city::Office;
use crate::customers::{Person, Session};
use crate::{Act, Refusal, Verb, lobby};
use jiff::Timestamp;
use policy::Action;
use records::booked_time::Hold;
use records::{Tx, bookings, events};
use terms::{Actor, Booking, BookingId, Channel, Needs, OfficeCode, Reference, Secret};

/// The offices whose bookings whoever acts may keep.
pub fn kept_offices(act: &Act) -> Vec<&Office> {
    act.city().offices.values().filter(|office| office.booking.is_some() && may_keep(act, office)).collect()
}

fn may_keep(act: &Act, office: &Office) -> bool {
    act.may(Action::KeepBookings, lobby::resource(&act.who, office))
}

/// An office, for those who keep its bookings.
fn office<'a>(act: &'a Act, code: &OfficeCode) -> Verb<&'a Office> {
    let office = bookable(act, code)?;
    act.must(Action::KeepBookings, lobby::resource(&act.who, office))?;
    Ok(office)
}

/// A booking, for those who keep the bookings of its office; anybody else's is not found.
pub fn kept(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Booking> {
    let booking = bookings::by_reference(tx, reference)?.ok_or(Refusal::NotFound("booking"))?;
    let office = act.city().offices.get(&booking.office);
    if office.is_some_and(|office| may_keep(act, office)) {
        return Ok(booking);
    }
    Err(Refusal::NotFound("booking"))
}

/// Who made a booking, and over what; for those who keep it.
pub fn maker(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Option<(Actor, Channel)>> {
    let booking = kept(tx, act, reference)?;
    Ok(events::maker_of_booking(tx, booking.id)?)
}

/// [`hold`], for somebody.
pub fn hold_for(tx: &mut Tx<'_>, act: &Act, session: &Session, wanted: &Wanted) -> Verb<Hold> {
    office(act, &wanted.office)?;
    hold(tx, act, session, wanted)
}

/// [`book`](super::book), for somebody, with what they need at the office. Whoever gave an address is known by it, as if
/// they had booked themselves, and is told there.
pub fn book_for(
    tx: &mut Tx<'_>,
    act: &Act,
    (session, id): (&Session, BookingId),
    (person, needs): (&Person, &Needs),
    secret: &Secret,
) -> Verb<Booking> {
    let needs = lobby::needs(needs)?;
    let booking = book_with(tx, act, (session, id), (person, needs), secret)?;
    office(act, &booking.office)?;
    Ok(booking)
}

/// [`move_to`](super::move_to), for whoever told an officer its reference.
pub fn move_for(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    (code, starts_at): (&OfficeCode, Timestamp),
) -> Verb<Booking> {
    let booking = kept(tx, act, reference)?;
    office(act, code)?;
    moved(tx, act, booking, (code, starts_at))
}

/// [`cancel`](super::cancel), for whoever told an officer its reference.
pub fn cancel_for(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Booking> {
    let booking = kept(tx, act, reference)?;
    cancelled(tx, act, booking)
}
