//! A booking as an officer sees it: what to read out, who comes, what they need, and who booked it.

use super::{address, answer};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::desk::who::{name_of, tongue};
use crate::pages::render;
use crate::portal::book::moment;
use crate::portal::say::Text;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use office::bookings;
use office::city::Office;
use office::{Act, Refusal, Verb};
use records::Tx;
use terms::{Actor, Booking, BookingStatus, Channel, Reference};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/booking.html")]
struct BookingPage {
    frame: Frame,
    reference: Reference,
    /// What became of it, where it is not ahead any more; or that the office is closed then.
    state: Option<String>,
    /// Whether it can still be changed.
    ahead: bool,
    when: String,
    place: Text,
    address: String,
    what: Text,
    name: String,
    phone: Option<String>,
    email: Option<String>,
    speaks: Text,
    needs: Vec<String>,
    /// Who booked it, when and over what.
    by: String,
    /// Whether they are told by mail.
    told: String,
    times: String,
    cancellation: String,
    again: String,
}

/// `GET /desk/bookings/{reference}`
pub(super) async fn page(State(app): State<App>, Path(text): Path<String>, desk: Desk) -> Response {
    answer(&app, &desk, look(&app, &desk, &text).await)
}

/// The reference of an address.
pub(super) fn reference(text: &str) -> Verb<Reference> {
    text.parse().map_err(|_| Refusal::NotFound("booking"))
}

async fn look(app: &App, desk: &Desk, text: &str) -> Verb<Response> {
    let reference = reference(text)?;
    let read = move |tx: &mut Tx<'_>, act: &Act| {
        Ok((bookings::kept(tx, act, &reference)?, bookings::maker(tx, act, &reference)?))
    };
    let (booking, maker) = app.office.read(desk.act(app), read).await?;
    let office = app.office.city.offices.get(&booking.office).ok_or(Refusal::NotFound("office"))?;
    Ok(show(app, desk, office, (&booking, maker)))
}

fn show(
    app: &App,
    desk: &Desk,
    office: &Office,
    (booking, maker): (&Booking, Option<(Actor, Channel)>),
) -> Response {
    let (city, language) = (&app.office.city, desk.language);
    let line = office.lines.iter().find(|line| line.code == booking.line);
    let (reference, state) = (booking.reference, &booking.state);
    let code = reference.to_string();
    let title = language.say_with("desk-booking-one", &[("reference", Argument::Words(&code))]);
    Desk::private(render(&BookingPage {
        frame: Frame::new(app, desk, &title),
        reference,
        state: standing(office, language, booking),
        ahead: state.status == BookingStatus::Booked && state.slot.starts_at > app.office.now(),
        when: moment(office, language, state.slot.starts_at),
        place: Text::of(city, &office.name, language),
        address: office.address.clone(),
        what: line.map(|line| Text::of(city, &line.name, language)).unwrap_or_default(),
        name: booking.name.clone(),
        phone: booking.phone.clone(),
        email: booking.email.clone(),
        speaks: tongue(&booking.language, language),
        needs: needs(language, booking),
        by: by(app, language, office, (booking, maker)),
        told: told(app, language, booking),
        times: address(language, reference, "/times"),
        cancellation: address(language, reference, "/cancellation"),
        again: format!("/desk/bookings?lang={}", language.tag()),
    }))
}

/// What became of it, and whether the office is closed at its time.
fn standing(office: &Office, language: Language, booking: &Booking) -> Option<String> {
    match booking.state.status {
        BookingStatus::Booked => booking.state.closed_at.map(|_| {
            let name = office.name.text(language.tag());
            language.say_with("booking-closed", &[("office", Argument::Words(name))])
        }),
        over => Some(language.say(&format!("desk-booking-{over}"))),
    }
}

fn needs(language: Language, booking: &Booking) -> Vec<String> {
    let words = booking.needs.words.iter().map(|need| language.say(&format!("need-{need}")));
    let wanted = booking.needs.interpreter.as_ref().map(|tag| {
        let spoken = tongue(tag, language).text;
        language.say_with("desk-booking-interpreter", &[("language", Argument::Words(&spoken))])
    });
    words.chain(wanted).collect()
}

fn by(
    app: &App,
    language: Language,
    office: &Office,
    (booking, maker): (&Booking, Option<(Actor, Channel)>),
) -> String {
    let when = moment(office, language, booking.made_at);
    let Some((Actor::Officer(officer), over)) = maker else {
        return language.say_with("desk-booking-own", &[("when", Argument::Words(&when))]);
    };
    let (name, over) = (name_of(&app.office.city, &officer), language.say(&format!("channel-{over}")));
    let words = [
        ("name", Argument::Words(name.as_str())),
        ("over", Argument::Words(&over)),
        ("when", Argument::Words(&when)),
    ];
    language.say_with("desk-booking-by", &words)
}

fn told(app: &App, language: Language, booking: &Booking) -> String {
    match booking.email.as_ref().filter(|_| app.office.mails_links()) {
        Some(email) => language.say_with("desk-booking-mailed", &[("email", Argument::Words(email))]),
        None => language.say("desk-booking-not-mailed"),
    }
}
