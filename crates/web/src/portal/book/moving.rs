//! Moving a booking to another time, at its own office or at another one.

use super::choose::places;
use super::made::{answer, secret};
use super::{Choosing, known, show_times};
use crate::App;
use crate::pages::refuse;
use crate::portal::guest::{Asked, Guest};
use crate::portal::posted::Posted;
use crate::portal::say::Text;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use office::bookings;
use office::{Act, Refusal, Verb};
use records::Tx;
use serde::Deserialize;
use terms::{OfficeCode, Purpose, Secret};

/// The day that is looked at, and at which office, where not at the booking's own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayQuery {
    day: String,
    office: String,
}

/// `GET /bookings/{secret}/times`
pub(crate) async fn page(
    State(app): State<App>,
    Path(text): Path<String>,
    guest: Guest,
    Asked(query): Asked<DayQuery>,
) -> Response {
    let shown = match secret(&text) {
        Ok(secret) => times(&app, &guest, &secret, (&query, None)).await,
        Err(refusal) => Err(refusal),
    };
    answer(&app, &guest, shown)
}

async fn times(
    app: &App,
    guest: &Guest,
    secret: &Secret,
    (query, wrong): (&DayQuery, Option<&'static str>),
) -> Verb<Response> {
    let (act, asked) = (guest.act(app, Purpose::Service), secret.clone());
    let there = (!query.office.is_empty()).then(|| OfficeCode::new(&query.office));
    let (booking, at, free) = app
        .office
        .read(act, move |tx, act| {
            let booking = bookings::opened(tx, &asked)?;
            let at = there.clone().unwrap_or_else(|| booking.office.clone());
            let free = bookings::free(tx, act, &at, &booking.line)?;
            Ok((booking, at, free))
        })
        .await?;
    let (office, line) = known(app, &at, &booking.line).ok_or(Refusal::NotFound("office"))?;
    let own = office.calendar.day(booking.state.slot.starts_at);
    let here = |code: &OfficeCode| {
        format!("/bookings/{secret}/times?office={}&", crate::pages::escaped(code.as_str()))
    };
    let choosing = Choosing {
        office,
        line,
        free,
        day: query.day.parse().ok().or(Some(own)),
        here: here(&at),
        elsewhere: places(app, &line.code)
            .into_iter()
            .filter(|(other, _)| other.code != at)
            .map(|(other, _)| (here(&other.code), Text::of(&app.office.city, &other.name, guest.language)))
            .collect(),
        action: format!("/bookings/{secret}/times"),
        hidden: vec![("office", at.to_string())],
        back: format!("/bookings/{secret}"),
        title: "book-move-title",
        button: "book-time-move",
        wrong,
    };
    Ok(show_times(app, guest, choosing))
}

/// `POST /bookings/{secret}/times`
pub(crate) async fn change(State(app): State<App>, Path(text): Path<String>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let (Ok(secret), Ok(starts_at)) = (secret(&text), posted.text("at").parse::<Timestamp>()) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    let (act, asked) = (guest.act(&app, Purpose::Service), secret.clone());
    let query = DayQuery { office: posted.text("office").to_owned(), ..DayQuery::default() };
    let there = (!query.office.is_empty()).then(|| OfficeCode::new(&query.office));
    let verb = move |tx: &mut Tx<'_>, act: &Act| {
        let at = there.clone().map_or_else(|| bookings::opened(tx, &asked).map(|own| own.office), Ok)?;
        bookings::move_to(tx, act, &asked, (&at, starts_at))
    };
    let moved = app.office.write(act, verb).await;
    let again = match moved {
        Ok(_) => return guest.private(Redirect::to(&format!("/bookings/{secret}")).into_response()),
        Err(Refusal::Conflict(_)) => times(&app, guest, &secret, (&query, Some("book-taken"))).await,
        Err(refusal) => Err(refusal),
    };
    answer(&app, guest, again)
}
