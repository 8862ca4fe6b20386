//! Closed offices: whoever booked for a day on which their office is closed is told so at once, and again if it opens.

use super::earlier::end_offer;
use super::happen;
use crate::city::Office;
use crate::{Act, Verb, lobby};
use records::{Tx, booked_time, bookings};
use terms::BookingStep;

/// Brings the bookings of an office in step with whether it is open on their days; how many changed.
pub(crate) fn follow(tx: &mut Tx<'_>, act: &Act, office: &Office, limit: u32) -> Verb<usize> {
    let mut done = 0;
    for (booking, day) in bookings::closed_on(tx, &office.code, limit)? {
        if booking.state.slot.starts_at <= act.at {
            booked_time::release(tx, booking.id)?;
            happen(tx, act, booking, BookingStep::Lapsed {})?;
        } else if lobby::is_shut(tx, act, office, day)? {
            continue;
        } else {
            happen(tx, act, booking, BookingStep::OfficeOpen {})?;
        }
        done += 1;
    }
    for day in bookings::days_ahead(tx, &office.code, act.at)? {
        if !lobby::is_shut(tx, act, office, day)? {
            continue;
        }
        for booking in bookings::unaware(tx, (&office.code, day), act.at, limit)? {
            let booking = end_offer(tx, act, booking)?;
            happen(tx, act, booking, BookingStep::OfficeClosed {})?;
            done += 1;
        }
    }
    Ok(done)
}
