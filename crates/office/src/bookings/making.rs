//! Booking: a time is held while its form is filled in, and becomes a booking once.

use super::slots::{cells, must_be_offered, slot};
use super::{Wanted, bookable, bookable_line, day_of, record};
use crate::cases::hash_of;
use crate::city::{Line, Office};
use crate::customers::{Person, Session, meet};
use crate::{Act, Refusal, Verb, lobby};
use jiff::{SignedDuration, Timestamp};
use policy::Action;
use records::booked_time::{self, Hold};
use records::{Tx, bookings};
use terms::{
    Booking, BookingId, BookingState, BookingStep, ContactPoint, ContactPointKind, Needs, Reference, Secret,
    Slot,
};

/// For how long a time is held while its form is filled in.
pub const HELD_FOR: SignedDuration = SignedDuration::from_mins(10);
/// Times that one customer may have ahead, so that nobody takes them all.
const MOST_AHEAD: i64 = 6;

/// Holds a time for a browser while its form is filled in. A browser holds one: what it held before is free again.
pub fn hold(tx: &mut Tx<'_>, act: &Act, session: &Session, wanted: &Wanted) -> Verb<Hold> {
    let office = bookable(act, &wanted.office)?;
    act.must(Action::JoinLine, lobby::resource(&act.who, office))?;
    let line = bookable_line(office, &wanted.line)?;
    must_be_offered(tx, act, (office, line), wanted.starts_at)?;
    if let Some(before) = booked_time::held_by(tx, session.as_str())? {
        let same = (&before.office, &before.line, before.slot.starts_at)
            == (&wanted.office, &wanted.line, wanted.starts_at);
        if same && before.until > act.at {
            return Ok(before);
        }
        free_again(tx, &before)?;
    }
    let id = BookingId::new(act.at, &act.chance);
    let until = act.at.checked_add(HELD_FOR).unwrap_or(act.at);
    let slot = take(tx, act, (office, line), wanted.starts_at, (id, Some(until)))?;
    let hold = Hold {
        id,
        session: Some(session.as_str().to_owned()),
        booking: None,
        office: office.code.clone(),
        line: line.code.clone(),
        slot,
        until,
    };
    booked_time::hold(tx, &hold)?;
    Ok(hold)
}

/// Takes a time at the first counter that is free then; whoever comes too late is told so.
pub(super) fn take(
    tx: &mut Tx<'_>,
    act: &Act,
    (office, line): (&Office, &Line),
    starts_at: Timestamp,
    (holder, until): (BookingId, Option<Timestamp>),
) -> Verb<Slot> {
    for counter in office.booked_counters(line) {
        let Some(slot) = slot(&counter.code, starts_at, line.slot) else { continue };
        let cells = cells(&slot);
        if booked_time::take(tx, (&office.code, &counter.code, &cells), holder, until, act.at)? {
            return Ok(slot);
        }
    }
    Err(Refusal::conflict("somebody else has just taken this time; choose another"))
}

/// What a browser holds under an id, if it still does.
pub fn held(tx: &mut Tx<'_>, session: &Session, id: BookingId) -> Verb<Option<Hold>> {
    let hold = booked_time::held(tx, id)?;
    Ok(hold.filter(|hold| hold.session.as_deref() == Some(session.as_str())))
}

/// Gives up what a browser holds. It may be given up again.
pub fn let_go(tx: &mut Tx<'_>, session: &Session, id: BookingId) -> Verb<()> {
    held(tx, session, id)?.map_or(Ok(()), |hold| free_again(tx, &hold))
}

/// Frees what was held.
pub(super) fn free_again(tx: &mut Tx<'_>, hold: &Hold) -> Verb<()> {
    booked_time::release(tx, hold.id)?;
    booked_time::end_hold(tx, hold.id)?;
    Ok(())
}

/// Books the time that a browser holds. The secret opens the booking from then on; sent once more with it, the form is
/// answered with the same booking.
pub fn book(
    tx: &mut Tx<'_>,
    act: &Act,
    (session, id): (&Session, BookingId),
    person: &Person,
    secret: &Secret,
) -> Verb<Booking> {
    book_with(tx, act, (session, id), (person, Needs::default()), secret)
}

/// [`book`], with what they need at the office.
pub(super) fn book_with(
    tx: &mut Tx<'_>,
    act: &Act,
    (session, id): (&Session, BookingId),
    (person, needs): (&Person, Needs),
    secret: &Secret,
) -> Verb<Booking> {
    let made = bookings::by_link(tx, &hash_of(secret))?.filter(|made| made.id == id);
    if let Some(made) = made {
        return Ok(made);
    }
    let hold = held(tx, session, id)?.ok_or_else(too_late)?;
    let office = bookable(act, &hold.office)?;
    if lobby::is_shut(tx, act, office, office.calendar.day(hold.slot.starts_at))? {
        return Err(Refusal::conflict("the office is closed on this day; choose another time"));
    }
    let points = person.contact_points().map_err(Refusal::Invalid)?;
    let name = person.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = name.ok_or_else(|| Refusal::invalid("name", "say under which name you come"))?;
    let customer = meet(tx, act, person)?;
    if let Some(customer) = customer
        && bookings::ahead(tx, customer)? >= MOST_AHEAD
    {
        return Err(Refusal::invalid(
            "ahead",
            "this address has enough times ahead; cancel one of them first",
        ));
    }
    let all = cells(&hold.slot).len();
    if booked_time::give(tx, id, id)? != u64::try_from(all).unwrap_or(u64::MAX) {
        return Err(too_late());
    }
    let booking = Booking {
        id,
        reference: Reference::new(&act.chance),
        revision: 1,
        office: hold.office.clone(),
        line: hold.line.clone(),
        language: person.language.clone().unwrap_or_else(|| act.city().language().to_owned()),
        name: name.to_owned(),
        email: reached(&points, ContactPointKind::Email),
        phone: reached(&points, ContactPointKind::Phone),
        needs,
        customer,
        made_at: act.at,
        state: BookingState::made(hold.slot.clone(), act.at),
    };
    keep(tx, act, &booking, secret)
}

fn keep(tx: &mut Tx<'_>, act: &Act, booking: &Booking, secret: &Secret) -> Verb<Booking> {
    bookings::insert(tx, booking, day_of(act, booking))?;
    bookings::add_link(tx, &hash_of(secret), booking.id)?;
    booked_time::end_hold(tx, booking.id)?;
    let (office, line) = (booking.office.clone(), booking.line.clone());
    record(tx, act, booking, BookingStep::Made { office, line, slot: booking.state.slot.clone() })?;
    Ok(booking.clone())
}

fn reached(points: &[ContactPoint], kind: ContactPointKind) -> Option<String> {
    points.iter().find(|point| point.kind == kind).map(|point| point.value.clone())
}

fn too_late() -> Refusal {
    Refusal::conflict("the time is held no longer; choose one again")
}
