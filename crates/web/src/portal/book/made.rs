//! A booking for whoever has its link: when and where, for their calendar, given up, or earlier.

use super::{clock, moment};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::form::FormPage;
use crate::portal::guest::{Asked, Guest};
use crate::portal::posted::Posted;
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use channels::ics;
use jiff::Timestamp;
use office::bookings::{self, Hold};
use office::city::{BookingRule, Office};
use office::{Act, Refusal, Verb};
use records::Tx;
use serde::Deserialize;
use terms::{Booking, BookingStatus, Purpose, Reference, Secret};
use wording::{Argument, Language};

/// A booking's page.
#[derive(Template)]
#[template(path = "portal/booking.html")]
struct BookingPage {
    layout: Layout,
    language: Language,
    title: String,
    /// What became of it, where it is not ahead any more.
    ended: Option<String>,
    /// That their office is closed then.
    closed: Option<String>,
    /// What could not be done.
    wrong: Option<String>,
    here: String,
    reference: Reference,
    when: String,
    place: Text,
    address: String,
    what: Text,
    name: String,
    arrive: String,
    mailed: Option<String>,
    token: String,
    /// Whether they can be told of earlier times.
    tells: bool,
    earlier: bool,
    offer: Option<Offered>,
}

/// An earlier time that is held.
struct Offered {
    text: String,
    at: String,
}

/// What the page is to say besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct MadeQuery {
    gone: String,
}

/// The secret of an address.
pub(super) fn secret(text: &str) -> Verb<Secret> {
    text.parse().map_err(|_| Refusal::NotFound("booking"))
}

/// The answer, or why there is none.
pub(super) fn answer(app: &App, guest: &Guest, shown: Verb<Response>) -> Response {
    shown.unwrap_or_else(|refusal| refuse(app, &guest.visitor, &refusal.into()))
}

/// `GET /bookings/{secret}`: only a person who presses a button changes anything; programs that look at links do not.
pub(crate) async fn page(
    State(app): State<App>,
    Path(text): Path<String>,
    guest: Guest,
    Asked(query): Asked<MadeQuery>,
) -> Response {
    let wrong = (!query.gone.is_empty()).then(|| guest.language.say("booking-gone"));
    answer(&app, &guest, look(&app, &guest, &text, wrong).await)
}

async fn look(app: &App, guest: &Guest, text: &str, wrong: Option<String>) -> Verb<Response> {
    let secret = secret(text)?;
    let (booking, offer) = opened(app, guest, &secret).await?;
    Ok(show(app, guest, (&booking, offer.as_ref()), (&secret, wrong)))
}

async fn opened(app: &App, guest: &Guest, secret: &Secret) -> Verb<(Booking, Option<Hold>)> {
    let (act, secret) = (guest.act(app, Purpose::Service), secret.clone());
    app.office
        .read(act, move |tx, act| {
            let booking = bookings::opened(tx, &secret)?;
            let offer = bookings::offered(tx, act, booking.id)?;
            Ok((booking, offer))
        })
        .await
}

fn show(
    app: &App,
    guest: &Guest,
    (booking, offer): (&Booking, Option<&Hold>),
    (secret, wrong): (&Secret, Option<String>),
) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let Some(office) = city.offices.get(&booking.office) else {
        return refuse(app, &guest.visitor, &Problem::not_found("booking"));
    };
    let line = office.lines.iter().find(|line| line.code == booking.line);
    let (title, ended) = standing(booking.state.status);
    let title = language.say(title);
    let mails = app.office.mails_links();
    guest.private(render(&BookingPage {
        layout: guest.layout(app, &title),
        language,
        title,
        ended: ended.map(|key| language.say(key)),
        closed: closed(office, language, booking),
        wrong,
        here: format!("/bookings/{secret}"),
        reference: booking.reference,
        when: moment(office, language, booking.state.slot.starts_at),
        place: Text::of(city, &office.name, language),
        address: office.address.clone(),
        what: line.map(|line| Text::of(city, &line.name, language)).unwrap_or_default(),
        name: booking.name.clone(),
        arrive: arrive(office, language, booking.state.slot.starts_at),
        mailed: booking
            .email
            .as_ref()
            .filter(|_| mails)
            .map(|email| language.say_with("booking-mailed", &[("email", Argument::Words(email))])),
        token: guest.token(),
        tells: mails && booking.email.is_some(),
        earlier: booking.state.earlier_since.is_some(),
        offer: offer.map(|offer| offered(office, language, offer)),
    }))
}

/// What is said to whoever booked for a day on which the office is closed.
fn closed(office: &Office, language: Language, booking: &Booking) -> Option<String> {
    booking.state.closed_at.filter(|_| booking.state.status == BookingStatus::Booked)?;
    let name = office.name.text(language.tag());
    Some(language.say_with("booking-closed", &[("office", Argument::Words(name))]))
}

/// The heading of a booking, and what there is to say of one that is not ahead any more.
const fn standing(status: BookingStatus) -> (&'static str, Option<&'static str>) {
    match status {
        BookingStatus::Booked => ("booking-done", None),
        BookingStatus::CheckedIn => ("booking-title", Some("booking-checked-in")),
        BookingStatus::Cancelled => ("booking-cancelled-title", Some("booking-cancelled")),
        BookingStatus::Missed => ("booking-title", Some("booking-missed")),
    }
}

/// When they are let into the line.
fn arrive(office: &Office, language: Language, starts_at: Timestamp) -> String {
    let Some(BookingRule { early, late, .. }) = &office.booking else { return String::new() };
    let from = starts_at.checked_sub(*early).unwrap_or(starts_at);
    // Nobody is let in before the office opens.
    let opening = office.calendar.openings_on(office.calendar.day(starts_at));
    let opens = opening.map(|(opens, _)| opens).take_while(|opens| *opens <= starts_at).last();
    let from = clock(office, language, opens.map_or(from, |opens| opens.max(from)));
    let until = clock(office, language, starts_at.checked_add(*late).unwrap_or(starts_at));
    let words = [("from", Argument::Words(&from)), ("until", Argument::Words(&until))];
    language.say_with("booking-arrive", &words)
}

fn offered(office: &Office, language: Language, offer: &Hold) -> Offered {
    let (when, until) =
        (moment(office, language, offer.slot.starts_at), moment(office, language, offer.until));
    let words = [("when", Argument::Words(&when)), ("until", Argument::Words(&until))];
    Offered { text: language.say_with("booking-offer", &words), at: offer.slot.starts_at.to_string() }
}

/// `GET /bookings/{secret}/cancellation`: a page with one button.
pub(crate) async fn cancel_page(State(app): State<App>, Path(text): Path<String>, guest: Guest) -> Response {
    answer(&app, &guest, ask_to_cancel(&app, &guest, &text).await)
}

async fn ask_to_cancel(app: &App, guest: &Guest, text: &str) -> Verb<Response> {
    let secret = secret(text)?;
    let (booking, offer) = opened(app, guest, &secret).await?;
    if booking.state.status != BookingStatus::Booked {
        return Ok(show(app, guest, (&booking, offer.as_ref()), (&secret, None)));
    }
    let (city, language) = (&app.office.city, guest.language);
    let office = city.offices.get(&booking.office).ok_or(Refusal::NotFound("office"))?;
    let when = moment(office, language, booking.state.slot.starts_at);
    let name = office.name.text(language.tag());
    let words = [("when", Argument::Words(&when)), ("office", Argument::Words(name))];
    let here = format!("/bookings/{secret}");
    Ok(FormPage::new(app, guest, language.say("booking-cancel-title"))
        .saying(language.say_with("booking-cancel-text", &words))
        .from(here.clone())
        .posting(format!("{here}/cancellation"), language.say("booking-cancel-button"))
        .or(&here, language.say("booking-cancel-back"))
        .show(guest))
}

/// `POST /bookings/{secret}/cancellation`
pub(crate) async fn cancel(State(app): State<App>, Path(text): Path<String>, posted: Posted) -> Response {
    done(&app, &posted, &text, bookings::cancel).await
}

/// `POST /bookings/{secret}/earlier`
pub(crate) async fn earlier(State(app): State<App>, Path(text): Path<String>, posted: Posted) -> Response {
    let verb = if posted.has("stop") { bookings::want_earlier_no_more } else { bookings::want_earlier };
    done(&app, &posted, &text, verb).await
}

/// `POST /bookings/{secret}/offer`
pub(crate) async fn offer(State(app): State<App>, Path(text): Path<String>, posted: Posted) -> Response {
    if posted.has("refuse") {
        return done(&app, &posted, &text, bookings::refuse_offer).await;
    }
    let Ok(at) = posted.text("at").parse::<Timestamp>() else {
        return refuse(&app, &posted.guest.visitor, &Problem::not_found("page"));
    };
    done(&app, &posted, &text, move |tx, act, secret| bookings::take_offer(tx, act, secret, at)).await
}

/// Does something to a booking and shows it again; where it can no longer be done, with that.
async fn done(
    app: &App,
    posted: &Posted,
    text: &str,
    verb: impl Fn(&mut Tx<'_>, &Act, &Secret) -> Verb<Booking> + Send + 'static,
) -> Response {
    let guest = &posted.guest;
    let Ok(secret) = text.parse::<Secret>() else {
        return refuse(app, &guest.visitor, &Problem::not_found("booking"));
    };
    let (act, asked) = (guest.act(app, Purpose::Service), secret.clone());
    let again = match app.office.write(act, move |tx, act| verb(tx, act, &asked)).await {
        Ok(_) => "",
        Err(Refusal::Conflict(_)) => "?gone=yes",
        Err(refusal) => return refuse(app, &guest.visitor, &refusal.into()),
    };
    guest.private(Redirect::to(&format!("/bookings/{secret}{again}")).into_response())
}

/// `GET /bookings/{secret}/calendar.ics`
pub(crate) async fn calendar(State(app): State<App>, Path(text): Path<String>, guest: Guest) -> Response {
    answer(&app, &guest, file(&app, &guest, &text).await)
}

async fn file(app: &App, guest: &Guest, text: &str) -> Verb<Response> {
    let secret = secret(text)?;
    let (booking, _) = opened(app, guest, &secret).await?;
    let file = ics::render(&event(app, guest, &booking, &secret)).into_response();
    Ok(as_file(guest.private(file), booking.reference))
}

fn as_file(mut response: Response, reference: Reference) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    let name = format!("attachment; filename=\"booking-{reference}.ics\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

fn event(app: &App, guest: &Guest, booking: &Booking, secret: &Secret) -> ics::Event {
    let (city, language, state) = (&app.office.city, guest.language, &booking.state);
    let office = city.offices.get(&booking.office);
    let line = office.and_then(|office| office.lines.iter().find(|line| line.code == booking.line));
    let place = office.map_or("", |office| office.name.text(language.tag()));
    let what = line.map_or("", |line| line.name.text(language.tag()));
    ics::Event {
        uid: format!("{}@{}", booking.reference.as_str(), city.jurisdiction),
        sequence: state.sequence,
        changed_at: state.changed_at,
        starts_at: state.slot.starts_at,
        ends_at: state.slot.ends_at,
        summary: format!("{what}, {place}"),
        description: format!("{}: {}", language.say("booking-reference"), booking.reference),
        location: office.map_or_else(String::new, |office| format!("{place}, {}", office.address)),
        url: Some(format!("{}/bookings/{secret}", guest.origin())),
        cancelled: state.status == BookingStatus::Cancelled,
    }
}
