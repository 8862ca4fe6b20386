//! Those who booked: found by what they say, and let into the line in the place of their time.

use crate::portal::say::Text;
use office::bookings;
use office::city::{City, Office};
use office::lobby;
use office::{Act, Refusal, Verb};
use records::Tx;
use terms::{Booking, BookingStatus, OfficeCode};
use wording::Language;

/// Bookings that are listed at once.
const MOST_LISTED: usize = 8;

/// What came of what somebody said.
pub(super) enum Arrival {
    /// Their ticket.
    In(String),
    /// Those of today whom it may be.
    Found(Vec<Booking>),
}

/// Somebody who booked, in a line.
pub(super) struct Booked {
    pub(super) time: String,
    pub(super) name: String,
    pub(super) line: Text,
    pub(super) reference: String,
    /// What became of it; none while they are expected.
    pub(super) state: Option<String>,
}

/// Lets in whoever says a reference or shows a code; a name finds those of today.
pub(super) fn arrive(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, said: &str) -> Verb<Arrival> {
    let offices = lobby::offices(act);
    let office =
        offices.into_iter().find(|office| office.code == *code).ok_or(Refusal::NotFound("office"))?;
    match bookings::check_in(tx, act, code, said) {
        Ok(arrived) => Ok(Arrival::In(arrived.visit.ticket.to_string())),
        Err(Refusal::NotFound(_)) => {
            let found = bookings::found(tx, act, (code, lobby::today(act, office)), said)?;
            Ok(Arrival::Found(found.into_iter().take(MOST_LISTED).collect()))
        }
        Err(refusal) => Err(refusal),
    }
}

/// Those who are expected next today.
pub(super) fn expected(tx: &mut Tx<'_>, act: &Act, office: &Office) -> Verb<Vec<Booking>> {
    if office.booking.is_none() {
        return Ok(Vec::new());
    }
    let all = bookings::of_day(tx, act, &office.code, lobby::today(act, office))?;
    let expected = all.into_iter().filter(|booking| booking.state.status == BookingStatus::Booked);
    Ok(expected.take(MOST_LISTED).collect())
}

pub(super) fn view(city: &City, language: Language, office: &Office, booking: &Booking) -> Booked {
    let line = office.lines.iter().find(|line| line.code == booking.line);
    let status = booking.state.status;
    let state =
        (status != BookingStatus::Booked).then(|| language.say(&format!("reception-booked-{status}")));
    Booked {
        time: language.time(office.calendar.local(booking.state.slot.starts_at).time()),
        name: booking.name.clone(),
        line: line.map(|line| Text::of(city, &line.name, language)).unwrap_or_default(),
        reference: booking.reference.to_string(),
        state,
    }
}
