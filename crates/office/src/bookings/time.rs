//! What time brings to bookings: reminders, times that nobody came to, and what is held no longer.

use super::closures::follow;
use super::earlier::end_offer;
use super::happen;
use super::making::free_again;
use super::slots::cells;
use crate::city::Office;
use crate::{Act, Verb};
use jiff::{SignedDuration, Timestamp};
use records::{Tx, booked_time, bookings, events};
use terms::{Booking, BookingState, BookingStatus, BookingStep, OfficeCode};

/// How long before their time people are reminded of it.
const REMINDED: [SignedDuration; 2] = [SignedDuration::from_hours(24), SignedDuration::from_hours(2)];
/// For how long it is known whose a time was.
const KEEP: SignedDuration = SignedDuration::from_hours(24 * 7);
/// For how long it is known who booked, so that whoever asks about a visit of last season is still found.
const KEEP_NAMES: SignedDuration = SignedDuration::from_hours(24 * 90);
/// Bookings whose names are forgotten in one transaction.
const FORGOTTEN_AT_ONCE: u32 = 500;

/// Does what time brings; how much of it.
pub(crate) fn keep_time(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    let mut done = end_holds(tx, act, limit)?;
    for office in act.city().offices.values() {
        // Whoever could not come is not noted as somebody who did not.
        done += follow(tx, act, office, limit)?;
        done += miss_overdue(tx, act, office, limit)? + remind(tx, act, office, limit)?;
    }
    Ok(done)
}

/// Frees what was held for nothing.
fn end_holds(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    let lapsed = booked_time::lapsed(tx, act.at, limit)?;
    for hold in &lapsed {
        let booking = match hold.booking {
            Some(id) => bookings::by_id(tx, id)?,
            None => None,
        };
        match booking {
            Some(booking) => drop(end_offer(tx, act, booking)?),
            None => free_again(tx, hold)?,
        }
    }
    Ok(lapsed.len())
}

/// Notes who did not come.
fn miss_overdue(tx: &mut Tx<'_>, act: &Act, office: &Office, limit: u32) -> Verb<usize> {
    let late = office.booking.as_ref().map_or(SignedDuration::ZERO, |rule| rule.late);
    let Ok(before) = act.at.checked_sub(late) else { return Ok(0) };
    let overdue = bookings::overdue(tx, &office.code, before, limit)?;
    let count = overdue.len();
    for booking in overdue {
        let booking = end_offer(tx, act, booking)?;
        happen(tx, act, booking, BookingStep::Missed {})?;
    }
    Ok(count)
}

/// Has those reminded whose time is near.
fn remind(tx: &mut Tx<'_>, act: &Act, office: &Office, limit: u32) -> Verb<usize> {
    // A mail has to lead back here.
    if act.city().site.is_none() {
        return Ok(0);
    }
    let mut count = 0;
    for ahead in REMINDED {
        let ahead = i64::try_from(ahead.as_millis()).unwrap_or(i64::MAX);
        for booking in bookings::to_remind(tx, &office.code, (act.at, ahead), limit)? {
            happen(tx, act, booking, BookingStep::Reminded {})?;
            count += 1;
        }
    }
    Ok(count)
}

/// Forgets whose times were that are long over, and later who booked them. What is counted of them stays.
pub(crate) fn tidy(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    let before = act.at.checked_sub(KEEP).unwrap_or(act.at);
    let long_ago = act.at.checked_sub(KEEP_NAMES).unwrap_or(act.at);
    let names = bookings::forget_names(tx, long_ago, FORGOTTEN_AT_ONCE)?;
    Ok(booked_time::forget(tx, before)? + bookings::forget_refusals(tx, before)? + names)
}

/// What is wrong with a booking: its events lead elsewhere, or its time is not its own.
pub(crate) fn verify(tx: &mut Tx<'_>, act: &Act, booking: &Booking) -> Verb<(usize, Option<String>)> {
    let steps = events::booking_steps(tx, booking.id)?;
    let (count, reference) = (steps.len(), booking.reference);
    let numbered = i64::try_from(count) == Ok(booking.revision);
    let office = office_of(&steps);
    let led_here = office.as_ref() == Some(&booking.office);
    if !numbered || !led_here || BookingState::replay(steps).as_ref() != Some(&booking.state) {
        let fault = format!("booking {reference}: its events lead to another state than is stored");
        return Ok((count, Some(fault)));
    }
    let ahead = booking.state.status == BookingStatus::Booked && booking.state.slot.starts_at > act.at;
    let own = booked_time::count(tx, booking.id)?;
    let wrong = ahead && usize::try_from(own) != Ok(cells(&booking.state.slot).len());
    Ok((count, wrong.then(|| format!("booking {reference}: its time is not its own"))))
}

/// The office that a booking was made or moved to last.
fn office_of(steps: &[(Timestamp, BookingStep)]) -> Option<OfficeCode> {
    steps.iter().rev().find_map(|(_, step)| match step {
        BookingStep::Made { office, .. } | BookingStep::Moved { offices: Some((_, office)), .. } => {
            Some(office.clone())
        }
        BookingStep::Moved { offices: None, .. }
        | BookingStep::Reminded {}
        | BookingStep::EarlierWanted {}
        | BookingStep::EarlierUnwanted {}
        | BookingStep::EarlierOffered { .. }
        | BookingStep::EarlierRefused { .. }
        | BookingStep::OfficeClosed {}
        | BookingStep::OfficeOpen {}
        | BookingStep::Lapsed {}
        | BookingStep::Cancelled {}
        | BookingStep::CheckedIn { .. }
        | BookingStep::Missed {} => None,
    })
}
