//! Coming earlier: when a time becomes free, the first who wants it is offered it for a while, and then the next.

use super::making::free_again;
use super::slots::{cells, slot};
use super::{happen, must_stand, opened};
use crate::city::Office;
use crate::{Act, Refusal, Verb, lobby};
use jiff::{SignedDuration, Timestamp};
use records::booked_time::{self, Hold};
use records::{Tx, bookings};
use terms::{Booking, BookingId, BookingStep, OfficeCode, Secret, Slot};

/// For how long an earlier time is held for whom it is offered to.
const OFFERED_FOR: SignedDuration = SignedDuration::from_hours(2);
/// The shortest time in which anybody can be expected to read a mail and answer.
const SHORTEST_OFFER: SignedDuration = SignedDuration::from_mins(15);
/// Those who are looked at for one time that became free.
const MOST_ASKED: u32 = 100;

/// Notes that somebody would rather come earlier. They are told by mail, so they need an address.
pub fn want_earlier(tx: &mut Tx<'_>, act: &Act, secret: &Secret) -> Verb<Booking> {
    let booking = opened(tx, secret)?;
    must_stand(&booking)?;
    if booking.email.is_none() {
        return Err(Refusal::conflict("we tell of earlier times by mail, and this booking has no address"));
    }
    if booking.state.earlier_since.is_some() {
        return Ok(booking);
    }
    happen(tx, act, booking, BookingStep::EarlierWanted {})
}

/// Notes that they want that no more.
pub fn want_earlier_no_more(tx: &mut Tx<'_>, act: &Act, secret: &Secret) -> Verb<Booking> {
    let booking = opened(tx, secret)?;
    if booking.state.earlier_since.is_none() {
        return Ok(booking);
    }
    let booking = end_offer(tx, act, booking)?;
    happen(tx, act, booking, BookingStep::EarlierUnwanted {})
}

/// The earlier time that a booking is offered now, if any.
pub fn offered(tx: &mut Tx<'_>, act: &Act, booking: BookingId) -> Verb<Option<Hold>> {
    Ok(booked_time::offered(tx, booking)?.filter(|offer| offer.until > act.at))
}

/// Takes the earlier time that was offered. Whoever says so twice has it once.
pub fn take_offer(tx: &mut Tx<'_>, act: &Act, secret: &Secret, starts_at: Timestamp) -> Verb<Booking> {
    let booking = opened(tx, secret)?;
    must_stand(&booking)?;
    if booking.state.slot.starts_at == starts_at {
        return Ok(booking);
    }
    let offer = offered(tx, act, booking.id)?.filter(|offer| offer.slot.starts_at == starts_at);
    let gone = || Refusal::conflict("this time is no longer held for you; your own is as it was");
    let offer = offer.ok_or_else(gone)?;
    booked_time::release(tx, booking.id)?;
    let all = cells(&offer.slot).len();
    if booked_time::give(tx, offer.id, booking.id)? != u64::try_from(all).unwrap_or(u64::MAX) {
        return Err(gone());
    }
    booked_time::end_hold(tx, offer.id)?;
    let from = booking.state.slot.clone();
    happen(tx, act, booking, BookingStep::Moved { slot: offer.slot, from, offices: None })
}

/// Lets the earlier time pass; the next who wants it is asked.
pub fn refuse_offer(tx: &mut Tx<'_>, act: &Act, secret: &Secret) -> Verb<Booking> {
    let booking = opened(tx, secret)?;
    end_offer(tx, act, booking)
}

/// Ends what a booking is offered, if anything; whoever else wants it is asked.
pub(super) fn end_offer(tx: &mut Tx<'_>, act: &Act, booking: Booking) -> Verb<Booking> {
    let Some(offer) = booked_time::offered(tx, booking.id)? else { return Ok(booking) };
    free_again(tx, &offer)?;
    bookings::refuse(tx, booking.id, offer.slot.starts_at)?;
    happen(tx, act, booking, BookingStep::EarlierRefused { slot: offer.slot })
}

/// Offers a time that became free to the first who wants it and whom it suits.
pub(crate) fn offer(tx: &mut Tx<'_>, act: &Act, office: &OfficeCode, free: &Slot) -> Verb<()> {
    let Some(office) = act.city().offices.get(office) else { return Ok(()) };
    let Some(until) = answer_by(office, act.at, free.starts_at) else { return Ok(()) };
    if lobby::is_shut(tx, act, office, office.calendar.day(free.starts_at))? {
        return Ok(());
    }
    for booking in bookings::wanting_earlier(tx, &office.code, free.starts_at, MOST_ASKED)? {
        let Some(slot) = suits(office, &booking, free) else { continue };
        let id = BookingId::new(act.at, &act.chance);
        if !booked_time::take(tx, (&office.code, &slot.counter, &cells(&slot)), id, Some(until), act.at)? {
            continue;
        }
        let hold = Hold {
            id,
            session: None,
            booking: Some(booking.id),
            office: office.code.clone(),
            line: booking.line.clone(),
            slot: slot.clone(),
            until,
        };
        booked_time::hold(tx, &hold)?;
        happen(tx, act, booking, BookingStep::EarlierOffered { slot, until })?;
        return Ok(());
    }
    Ok(())
}

/// Until when whoever is offered a time has to answer; never, where it is too near.
fn answer_by(office: &Office, now: Timestamp, starts_at: Timestamp) -> Option<Timestamp> {
    let last = starts_at.checked_sub(office.booking.as_ref()?.notice).ok()?;
    let until = now.checked_add(OFFERED_FOR).ok()?.min(last);
    (until >= now.checked_add(SHORTEST_OFFER).ok()?).then_some(until)
}

/// The part of a free time that a booking would take, if its counter serves it and it is long enough.
fn suits(office: &Office, booking: &Booking, free: &Slot) -> Option<Slot> {
    let line = office.booked_lines().find(|line| line.code == booking.line)?;
    office.booked_counters(line).find(|counter| counter.code == free.counter)?;
    slot(&free.counter, free.starts_at, line.slot).filter(|slot| slot.ends_at <= free.ends_at)
}
