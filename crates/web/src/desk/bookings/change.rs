//! Another time for whoever calls about their booking, or none: by its reference.

use super::show::reference;
use super::{address, answer, goes_to, places, show_times};
use crate::App;
use crate::desk::form::DeskForm;
use crate::desk::officer::{Desk, Posted};
use crate::portal::book::{Choosing, known, moment};
use crate::portal::control::Wrong;
use crate::portal::guest::Asked;
use crate::portal::say::Text;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::Timestamp;
use office::bookings;
use office::{Act, Refusal, Verb};
use records::Tx;
use serde::Deserialize;
use terms::{BookingStatus, OfficeCode, Reference};
use wording::Argument;

/// The day that is looked at, and at which office, where not at the booking's own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DayQuery {
    day: String,
    office: String,
}

/// `GET /desk/bookings/{reference}/times`
pub(super) async fn times(
    State(app): State<App>,
    Path(text): Path<String>,
    desk: Desk,
    Asked(query): Asked<DayQuery>,
) -> Response {
    let shown = match reference(&text) {
        Ok(reference) => free(&app, &desk, reference, (&query, None)).await,
        Err(refusal) => Err(refusal),
    };
    answer(&app, &desk, shown)
}

async fn free(
    app: &App,
    desk: &Desk,
    reference: Reference,
    (query, wrong): (&DayQuery, Option<&'static str>),
) -> Verb<Response> {
    let there = (!query.office.is_empty()).then(|| OfficeCode::new(&query.office));
    let read = move |tx: &mut Tx<'_>, act: &Act| {
        let booking = bookings::kept(tx, act, &reference)?;
        let at = there.clone().unwrap_or_else(|| booking.office.clone());
        let free = bookings::free(tx, act, &at, &booking.line)?;
        Ok((booking, at, free))
    };
    let (booking, at, free) = app.office.read(desk.act(app), read).await?;
    let (office, line) = known(app, &at, &booking.line).ok_or(Refusal::NotFound("office"))?;
    let own = office.calendar.day(booking.state.slot.starts_at);
    let here = |code: &OfficeCode| {
        let office = crate::pages::escaped(code.as_str());
        format!("{}&office={office}&", address(desk.language, reference, "/times"))
    };
    let others = places(app, desk, &line.code).into_iter().filter(|(other, _)| other.code != at);
    let choosing = Choosing {
        office,
        line,
        free,
        day: query.day.parse().ok().or(Some(own)),
        here: here(&at),
        elsewhere: others
            .map(|(other, _)| (here(&other.code), Text::of(&app.office.city, &other.name, desk.language)))
            .collect(),
        action: address(desk.language, reference, "/times"),
        hidden: vec![("office", at.to_string())],
        back: address(desk.language, reference, ""),
        title: "book-move-title",
        button: "book-time-move",
        wrong,
    };
    Ok(show_times(app, desk, choosing))
}

/// `POST /desk/bookings/{reference}/times`
pub(super) async fn change(State(app): State<App>, Path(text): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let shown = match reference(&text) {
        Ok(reference) => moved(&app, &posted, reference).await,
        Err(refusal) => Err(refusal),
    };
    answer(&app, desk, shown)
}

async fn moved(app: &App, posted: &Posted, reference: Reference) -> Verb<Response> {
    let desk = &posted.desk;
    let query = DayQuery { office: posted.text("office").to_owned(), ..DayQuery::default() };
    let at = OfficeCode::new(&query.office);
    let moved = match posted.text("at").parse::<Timestamp>() {
        Ok(starts_at) => {
            let verb =
                move |tx: &mut Tx<'_>, act: &Act| bookings::move_for(tx, act, &reference, (&at, starts_at));
            app.office.write(desk.act(app), verb).await
        }
        Err(_) => Err(Refusal::conflict("this is no time; choose one")),
    };
    match moved {
        Ok(_) => Ok(goes_to(&address(desk.language, reference, ""))),
        Err(Refusal::Conflict(_)) => free(app, desk, reference, (&query, Some("book-taken"))).await,
        Err(refusal) => Err(refusal),
    }
}

/// `GET /desk/bookings/{reference}/cancellation`: a page with one button.
pub(super) async fn ask(State(app): State<App>, Path(text): Path<String>, desk: Desk) -> Response {
    answer(&app, &desk, ask_to_cancel(&app, &desk, &text).await)
}

async fn ask_to_cancel(app: &App, desk: &Desk, text: &str) -> Verb<Response> {
    let (reference, language) = (reference(text)?, desk.language);
    let read = move |tx: &mut Tx<'_>, act: &Act| bookings::kept(tx, act, &reference);
    let booking = app.office.read(desk.act(app), read).await?;
    let back = address(language, reference, "");
    if booking.state.status != BookingStatus::Booked {
        return Ok(goes_to(&back));
    }
    let office = app.office.city.offices.get(&booking.office).ok_or(Refusal::NotFound("office"))?;
    let when = moment(office, language, booking.state.slot.starts_at);
    let words = [
        ("name", Argument::Words(&booking.name)),
        ("when", Argument::Words(&when)),
        ("office", Argument::Words(office.name.text(language.tag()))),
    ];
    let action = address(language, reference, "/cancellation");
    let says = ("booking-cancel-title", action.as_str(), "booking-cancel-button");
    let mut page = DeskForm::new(app, desk, says, Vec::new(), &Wrong::new());
    page.text = language.say_with("desk-booking-cancel", &words);
    page.other = Some((back, language.say("desk-booking-cancel-back")));
    Ok(page.show())
}

/// `POST /desk/bookings/{reference}/cancellation`
pub(super) async fn cancel(State(app): State<App>, Path(text): Path<String>, posted: Posted) -> Response {
    answer(&app, &posted.desk, give_up(&app, &posted.desk, &text).await)
}

async fn give_up(app: &App, desk: &Desk, text: &str) -> Verb<Response> {
    let reference = reference(text)?;
    let verb = move |tx: &mut Tx<'_>, act: &Act| bookings::cancel_for(tx, act, &reference);
    app.office.write(desk.act(app), verb).await?;
    Ok(goes_to(&address(desk.language, reference, "")))
}
