//! Booking a time at an office, page by page, and the page of a booking for whoever has its link.

mod choose;
mod held;
mod made;
mod moving;
mod times;

pub(crate) use choose::{hold, page as choose_page};
pub(crate) use held::{confirm, page as held_page};
pub(crate) use made::{calendar, cancel, cancel_page, earlier, offer as answer_offer, page as booking_page};
pub(crate) use moving::{change, page as times_page};
pub(crate) use times::{Choosing, TimeChoice};

use super::control::ErrorLine;
use super::guest::Guest;
use super::say::Text;
use crate::App;
use crate::pages::{Layout, render};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use office::city::{Line, Office};
use terms::{LineCode, OfficeCode, Secret};
use wording::Language;

/// A page of the times that are free.
#[derive(Template)]
#[template(path = "portal/times.html")]
struct TimesPage {
    layout: Layout,
    language: Language,
    title: String,
    what: Text,
    place: Text,
    address: String,
    errors: Vec<ErrorLine>,
    back: String,
    choice: TimeChoice,
}

fn show_times(app: &App, guest: &Guest, choosing: Choosing<'_>) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let (office, line) = (choosing.office, choosing.line);
    let mut layout = guest.layout(app, &language.say(choosing.title));
    layout.error = choosing.wrong.is_some();
    let page = TimesPage {
        layout,
        language,
        title: language.say(choosing.title),
        what: Text::of(city, &line.name, language),
        place: Text::of(city, &office.name, language),
        address: office.address.clone(),
        errors: choosing.errors(language),
        back: choosing.back.clone(),
        choice: choosing.choice(language, guest.token()),
    };
    let mut response = guest.private(render(&page));
    if page.layout.error {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// The office and the line of these codes, if the line can be booked there.
pub(crate) fn known<'a>(
    app: &'a App,
    office: &OfficeCode,
    line: &LineCode,
) -> Option<(&'a Office, &'a Line)> {
    let office = app.office.city.offices.get(office)?;
    Some((office, office.booked_lines().find(|known| known.code == *line)?))
}

/// An instant as people read it at an office.
pub(crate) fn moment(office: &Office, language: Language, at: Timestamp) -> String {
    language.date_time(office.calendar.local(at))
}

/// The clock of an office at an instant.
pub(crate) fn clock(office: &Office, language: Language, at: Timestamp) -> String {
    language.time(office.calendar.local(at).time())
}

/// The secret of the booking that a browser makes of what it holds; its page can be opened again by it.
fn secret_of(guest: &Guest, id: terms::BookingId) -> Secret {
    Secret::from_bytes(guest.derive(&format!("booking {id}")))
}
