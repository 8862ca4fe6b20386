//! Moving a booking to another time at its office.

use super::made::{answer, secret};
use super::{Choosing, known, show_times};
use crate::App;
use crate::pages::refuse;
use crate::portal::guest::{Asked, Guest};
use crate::portal::posted::Posted;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use office::bookings;
use office::{Refusal, Verb};
use serde::Deserialize;
use terms::{Purpose, Secret};

/// The day that is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayQuery {
    day: String,
}

/// `GET /bookings/{secret}/times`
pub(crate) async fn page(
    State(app): State<App>,
    Path(text): Path<String>,
    guest: Guest,
    Asked(query): Asked<DayQuery>,
) -> Response {
    let shown = match secret(&text) {
        Ok(secret) => times(&app, &guest, &secret, (&query.day, None)).await,
        Err(refusal) => Err(refusal),
    };
    answer(&app, &guest, shown)
}

async fn times(
    app: &App,
    guest: &Guest,
    secret: &Secret,
    (day, wrong): (&str, Option<&'static str>),
) -> Verb<Response> {
    let (act, asked) = (guest.act(app, Purpose::Service), secret.clone());
    let (booking, free) = app
        .office
        .read(act, move |tx, act| {
            let booking = bookings::opened(tx, &asked)?;
            let free = bookings::free(tx, act, &booking.office, &booking.line)?;
            Ok((booking, free))
        })
        .await?;
    let (office, line) = known(app, &booking.office, &booking.line).ok_or(Refusal::NotFound("office"))?;
    let own = office.calendar.day(booking.state.slot.starts_at);
    let choosing = Choosing {
        office,
        line,
        free,
        day: day.parse().ok().or(Some(own)),
        here: format!("/bookings/{secret}/times?"),
        action: format!("/bookings/{secret}/times"),
        hidden: Vec::new(),
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
    let moved = app.office.write(act, move |tx, act| bookings::move_to(tx, act, &asked, starts_at)).await;
    let again = match moved {
        Ok(_) => return guest.private(Redirect::to(&format!("/bookings/{secret}")).into_response()),
        Err(Refusal::Conflict(_)) => times(&app, guest, &secret, ("", Some("book-taken"))).await,
        Err(refusal) => Err(refusal),
    };
    answer(&app, guest, again)
}
