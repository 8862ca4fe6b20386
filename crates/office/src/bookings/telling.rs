//! What whoever booked is told by mail, each time with a link of its own that opens the booking.

use super::{earlier, slots};
use crate::cases::hash_of;
use crate::outbox::{self, Letter};
use crate::{Act, Verb};
use records::{Tx, bookings};
use serde::{Deserialize, Serialize};
use terms::{Booking, BookingId, BookingStatus, ContactPoint, ContactPointKind, MessageKind, Secret};
use wording::{Argument, Language};

/// What whoever booked is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BookingNotice {
    /// Their time is kept.
    Booked,
    /// It is another one.
    Moved,
    /// It is near.
    Reminder,
    /// An earlier one is held for them.
    Earlier,
    /// It was given up.
    Cancelled,
    /// Their office is closed at their time.
    Closed,
    /// It is open again.
    Open,
}

/// Tells whoever booked something, if it still is so and mail reaches them.
pub(crate) fn tell(tx: &mut Tx<'_>, act: &Act, id: BookingId, notice: BookingNotice) -> Verb<()> {
    let Some(booking) = bookings::by_id(tx, id)? else { return Ok(()) };
    let Some(email) = booking.email.clone().filter(|_| act.city().site.is_some()) else { return Ok(()) };
    let Some(about) = about(tx, act, &booking, notice)? else { return Ok(()) };
    let secret = Secret::new(&act.chance);
    bookings::add_link(tx, &hash_of(&secret), booking.id)?;
    let language = Language::of(&booking.language).unwrap_or(Language::FALLBACK);
    let letter = Letter {
        to: ContactPoint { kind: ContactPointKind::Email, value: email, verified: false },
        language,
        subject: said(act, &booking, language, subject(notice)),
        body: body(act, (&booking, &about), (notice, language), &secret)?,
        kind: MessageKind::Link,
        case: None,
        unsubscribe: None,
    };
    outbox::send(tx, act, &letter)
}

/// What a notice says besides where and what for: an instant in words; nothing where it is so no longer.
fn about(tx: &mut Tx<'_>, act: &Act, booking: &Booking, notice: BookingNotice) -> Verb<Option<Offer>> {
    let status = booking.state.status;
    let ahead = booking.state.slot.starts_at > act.at;
    let stands = match notice {
        BookingNotice::Booked | BookingNotice::Moved | BookingNotice::Reminder | BookingNotice::Open => {
            status == BookingStatus::Booked && ahead && booking.state.closed_at.is_none()
        }
        // It may have opened again before anybody was told.
        BookingNotice::Closed => {
            status == BookingStatus::Booked && ahead && booking.state.closed_at.is_some()
        }
        BookingNotice::Cancelled => status == BookingStatus::Cancelled,
        BookingNotice::Earlier => {
            let offer = earlier::offered(tx, act, booking.id)?;
            return Ok(offer.map(|offer| Offer(Some((offer.slot.starts_at, offer.until)))));
        }
    };
    Ok(stands.then_some(Offer(None)))
}

/// The earlier time that is offered, and until when, where a notice is about one.
struct Offer(Option<(jiff::Timestamp, jiff::Timestamp)>);

fn subject(notice: BookingNotice) -> &'static str {
    match notice {
        BookingNotice::Booked => "mail-booking-booked",
        BookingNotice::Moved => "mail-booking-moved",
        BookingNotice::Reminder => "mail-booking-reminder",
        BookingNotice::Earlier => "mail-booking-earlier",
        BookingNotice::Cancelled => "mail-booking-cancelled",
        BookingNotice::Closed => "mail-booking-closed",
        BookingNotice::Open => "mail-booking-open",
    }
}

fn body(
    act: &Act,
    (booking, about): (&Booking, &Offer),
    (notice, language): (BookingNotice, Language),
    secret: &Secret,
) -> Verb<String> {
    let say = |key: &str| said(act, booking, language, key);
    let link = |below: &str| outbox::link(act, language, &format!("bookings/{secret}{below}"));
    let mut parts = Vec::new();
    match (notice, about.0) {
        (BookingNotice::Earlier, Some((starts_at, until))) => {
            let (when, until) =
                (slots::when(act, booking, language, starts_at), slots::when(act, booking, language, until));
            let words = [("when", Argument::Words(&when)), ("until", Argument::Words(&until))];
            parts.push(language.say_with("mail-booking-earlier-words", &words));
            parts.extend([say("mail-booking-earlier-take"), link("")?, say("mail-booking-earlier-own")]);
        }
        (BookingNotice::Closed, _) => {
            parts.extend([say("mail-booking-closed-words"), say("mail-booking-closed-move")]);
            parts.extend([link("/times")?, say("mail-booking-cancel"), link("/cancellation")?]);
        }
        (BookingNotice::Open, _) => {
            parts.extend([say("mail-booking-open-words"), say("mail-booking-words")]);
        }
        (BookingNotice::Cancelled, _) => {
            parts.extend([say("mail-booking-cancelled-words"), say("mail-booking-again")]);
        }
        _ => parts.push(say("mail-booking-words")),
    }
    parts.push(say("mail-booking-where"));
    match notice {
        BookingNotice::Cancelled => parts.push(outbox::link(act, language, "book")?),
        BookingNotice::Earlier | BookingNotice::Closed => {}
        BookingNotice::Booked | BookingNotice::Moved | BookingNotice::Open => {
            parts.extend([say("mail-booking-change"), link("")?]);
        }
        BookingNotice::Reminder => parts.extend([
            say("mail-booking-cancel"),
            link("/cancellation")?,
            say("mail-booking-change"),
            link("")?,
        ]),
    }
    parts.extend([say("mail-booking-not-you"), outbox::foot(act, language)]);
    Ok(parts.join("\n\n"))
}

/// A sentence about a booking. None of it is what somebody wrote, as nobody has shown whose the address is.
fn said(act: &Act, booking: &Booking, language: Language, key: &str) -> String {
    let office = act.city().offices.get(&booking.office);
    let line = office.and_then(|office| office.lines.iter().find(|line| line.code == booking.line));
    let when = slots::when(act, booking, language, booking.state.slot.starts_at);
    let reference = booking.reference.to_string();
    let words = [
        ("when", when.as_str()),
        ("office", office.map_or("", |office| office.name.text(language.tag()))),
        ("address", office.map_or("", |office| &office.address)),
        ("line", line.map_or("", |line| line.name.text(language.tag()))),
        ("reference", &reference),
    ];
    language.say_with(key, &words.map(|(name, words)| (name, Argument::Words(words))))
}
