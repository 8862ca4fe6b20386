//! Bookings: times that people have for themselves at an office, kept, moved and given up without an account.
//!
//! No time of a counter is given twice: `records::booked_time` keeps it in pieces, each with one holder by a constraint.

mod arriving;
mod changing;
mod closures;
mod earlier;
mod keeping;
mod making;
mod slots;
mod telling;
mod time;

pub use arriving::{CheckedIn, check_in};
pub use changing::{cancel, move_to};
pub use earlier::{offered, refuse_offer, take_offer, want_earlier, want_earlier_no_more};
pub use keeping::{book_for, cancel_for, hold_for, kept, kept_offices, maker, move_for};
pub use making::{HELD_FOR, book, held, hold, let_go};
pub use records::booked_time::Hold;
pub use slots::{Free, Wanted, free};
pub use telling::BookingNotice;

pub(crate) use arriving::miss;
pub(crate) use closures::follow as follow_closures;
pub(crate) use earlier::offer;
pub(crate) use telling::tell;
pub(crate) use time::{keep_time, tidy, verify};

use crate::cases::hash_of;
use crate::city::{Line, Office};
use crate::{Act, Refusal, Verb, jobs, lobby, reactions};
use jiff::civil::Date;
use records::{Tx, bookings, events};
use terms::{
    Booking, BookingStatus, BookingStep, Event, EventId, Happening, LineCode, OfficeCode, Reference, Secret,
    Subject,
};

/// Bookings of a day that one page shows.
const MOST_OF_A_DAY: u32 = 500;

/// The booking that a link opens.
pub fn opened(tx: &mut Tx<'_>, secret: &Secret) -> Verb<Booking> {
    bookings::by_link(tx, &hash_of(secret))?.ok_or(Refusal::NotFound("booking"))
}

/// The bookings of an office on a day in the order of their times, for those who serve there.
pub fn of_day(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode, day: Date) -> Verb<Vec<Booking>> {
    let office = lobby::served(act, code)?;
    Ok(bookings::of_day(tx, &lobby::scope(act, office), (&office.code, day), MOST_OF_A_DAY)?)
}

/// Those of an office on a day that somebody asks for by their reference or a part of their name.
pub fn found(
    tx: &mut Tx<'_>,
    act: &Act,
    (code, day): (&OfficeCode, Date),
    words: &str,
) -> Verb<Vec<Booking>> {
    let reference = words.parse::<Reference>().ok();
    let asked = matching::folded(words);
    let named = |booking: &Booking| {
        let name = matching::folded(&booking.name);
        let is_part = |word: &String| name.iter().any(|own| own.starts_with(word.as_str()));
        !asked.is_empty() && asked.iter().all(is_part)
    };
    let mut all = of_day(tx, act, code, day)?;
    all.retain(|booking| reference.map_or_else(|| named(booking), |found| found == booking.reference));
    Ok(all)
}

/// An office at which times can be booked.
fn bookable<'a>(act: &'a Act, code: &OfficeCode) -> Verb<&'a Office> {
    let office = lobby::office(act, code)?;
    if office.booking.is_none() {
        return Err(Refusal::conflict("no times are booked at this office; come when it is open"));
    }
    Ok(office)
}

/// A line that can be booked at an office.
fn bookable_line<'o>(office: &'o Office, code: &LineCode) -> Verb<&'o Line> {
    let line = office.booked_lines().find(|line| line.code == *code);
    line.ok_or_else(|| Refusal::invalid("line", "no times are booked for that here; choose another"))
}

/// Lets something happen to a booking: the state that follows is saved, and the event appended.
fn happen(tx: &mut Tx<'_>, act: &Act, mut booking: Booking, step: BookingStep) -> Verb<Booking> {
    let read = booking.revision;
    booking.state.apply(act.at, &step);
    booking.revision += 1;
    bookings::update(tx, &booking, read, day_of(act, &booking))?;
    record(tx, act, &booking, step)?;
    Ok(booking)
}

fn record(tx: &mut Tx<'_>, act: &Act, booking: &Booking, step: BookingStep) -> Verb<()> {
    let follows = reactions::of_booking(&step, booking);
    let event = Event {
        id: EventId::new(act.recorded_at, &act.chance),
        subject: Subject::Booking(booking.id, booking.revision),
        at: act.at,
        recorded_at: act.recorded_at,
        actor: act.who.actor.clone(),
        channel: act.over,
        purpose: act.why,
        what: Happening::Booked { step },
    };
    events::append(tx, &event)?;
    follows.iter().try_for_each(|work| jobs::queue(tx, act, work))
}

/// The day of a booking by the clock of its office; the city's, where the office is no more.
fn day_of(act: &Act, booking: &Booking) -> Date {
    let city = act.city();
    let calendar = city.offices.get(&booking.office).map_or(&city.calendar, |office| &office.calendar);
    calendar.day(booking.state.slot.starts_at)
}

/// Refuses what can be done to a time that is still ahead, and to no other.
fn must_stand(booking: &Booking) -> Verb<()> {
    match booking.state.status {
        BookingStatus::Booked => Ok(()),
        BookingStatus::CheckedIn => Err(Refusal::conflict("you are in the line already")),
        BookingStatus::Cancelled => Err(Refusal::conflict("this booking was cancelled; book another time")),
        BookingStatus::Missed => Err(Refusal::conflict("this time is over; book another, or take a ticket")),
    }
}
