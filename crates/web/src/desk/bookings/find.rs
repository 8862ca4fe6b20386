//! Where an officer begins: a booking is found by its reference, and what can be booked is listed.

use super::{address, goes_to};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::pages::render;
use crate::portal::guest::Asked;
use crate::portal::say::Text;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use office::Refusal;
use office::bookings;
use office::city::Office;
use serde::Deserialize;
use terms::Reference;
use wording::Language;

/// What an officer looks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FindQuery {
    reference: String,
    late: String,
}

#[derive(Template)]
#[template(path = "desk/bookings.html")]
struct BookingsPage {
    frame: Frame,
    wrong: Option<String>,
    asked: String,
    /// Whether they keep any bookings at all.
    keeps: bool,
    /// What can be booked, and where its times are.
    lines: Vec<(String, Text)>,
}

/// `GET /desk/bookings`
pub(super) async fn page(State(app): State<App>, desk: Desk, Asked(query): Asked<FindQuery>) -> Response {
    let asked = query.reference.trim();
    if asked.is_empty() {
        let late = (!query.late.is_empty()).then_some("desk-booking-late");
        return show(&app, &desk, ("", late));
    }
    let Ok(reference) = asked.parse::<Reference>() else {
        return show(&app, &desk, (asked, Some("desk-booking-unknown")));
    };
    match app.office.read(desk.act(&app), move |tx, act| bookings::kept(tx, act, &reference)).await {
        Ok(found) => goes_to(&address(desk.language, found.reference, "")),
        Err(Refusal::NotFound(_)) => show(&app, &desk, (asked, Some("desk-booking-unknown"))),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

fn show(app: &App, desk: &Desk, (asked, wrong): (&str, Option<&str>)) -> Response {
    let language = desk.language;
    let title = language.say("desk-bookings");
    let heading = wrong.map(|_| Frame::titled(language, &language.say("desk-not-done"), &title));
    let act = desk.act(app);
    let offices = bookings::kept_offices(&act);
    Desk::private(render(&BookingsPage {
        frame: Frame::new(app, desk, &heading.unwrap_or(title)),
        wrong: wrong.map(|key| language.say(key)),
        asked: asked.to_owned(),
        keeps: !offices.is_empty(),
        lines: lines(app, language, &offices),
    }))
}

/// What can be booked at these offices. Lines of one code are the same at each.
fn lines(app: &App, language: Language, offices: &[&Office]) -> Vec<(String, Text)> {
    let mut lines: Vec<(String, Text)> = Vec::new();
    for line in offices.iter().flat_map(|office| office.booked_lines()) {
        let href = format!("/desk/bookings/new?line={}&lang={}", line.code, language.tag());
        if lines.iter().all(|(known, _)| *known != href) {
            lines.push((href, Text::of(&app.office.city, &line.name, language)));
        }
    }
    lines
}
