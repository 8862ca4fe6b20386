//! Booking a time at an office, page by page, and the page of a booking for whoever has its link.

mod choose;
mod held;
mod made;
mod moving;

pub(crate) use choose::{hold, page as choose_page};
pub(crate) use held::{confirm, page as held_page};
pub(crate) use made::{calendar, cancel, cancel_page, earlier, offer as answer_offer, page as booking_page};
pub(crate) use moving::{change, page as times_page};

use super::control::ErrorLine;
use super::guest::Guest;
use super::say::Text;
use crate::App;
use crate::pages::{Layout, render};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;
use office::bookings::Free;
use office::city::{Line, Office};
use terms::{LineCode, OfficeCode, Secret};
use wording::{Argument, Language};

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
    days: Vec<Day>,
    /// Of which day the times are.
    heading: String,
    times: Vec<Time>,
    /// The same at other offices.
    elsewhere: Vec<(String, Text)>,
    action: String,
    hidden: Vec<(&'static str, String)>,
    token: String,
}

/// A day with free times.
struct Day {
    href: String,
    name: String,
    chosen: bool,
}

/// A free time.
struct Time {
    value: String,
    name: String,
    label: String,
}

/// What the times are for, and what is done with the one that is chosen.
struct Choosing<'a> {
    office: &'a Office,
    line: &'a Line,
    free: Free,
    /// The day that was asked for.
    day: Option<Date>,
    /// Where the page of another day is, but for the day.
    here: String,
    /// Where the times of other offices are, with their names.
    elsewhere: Vec<(String, Text)>,
    /// Where a chosen time goes to.
    action: String,
    hidden: Vec<(&'static str, String)>,
    back: String,
    title: &'static str,
    button: &'static str,
    wrong: Option<&'static str>,
}

fn show_times(app: &App, guest: &Guest, choosing: Choosing<'_>) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let Choosing { office, line, free, .. } = choosing;
    let day = choosing.day.filter(|day| free.contains_key(day)).or_else(|| free.keys().next().copied());
    let time = |at: &Timestamp| {
        let name = language.time(office.calendar.local(*at).time());
        let label = language.say_with(choosing.button, &[("time", Argument::Words(&name))]);
        Time { value: at.to_string(), name, label }
    };
    let mut layout = guest.layout(app, &language.say(choosing.title));
    layout.error = choosing.wrong.is_some();
    let error = |key: &str| ErrorLine { href: "#times".to_owned(), text: language.say(key) };
    let chosen = day.map(|day| language.date(day)).unwrap_or_default();
    let heading = language.say_with("book-times", &[("date", Argument::Words(&chosen))]);
    let page = TimesPage {
        layout,
        language,
        title: language.say(choosing.title),
        what: Text::of(city, &line.name, language),
        place: Text::of(city, &office.name, language),
        address: office.address.clone(),
        errors: choosing.wrong.map(error).into_iter().collect(),
        back: choosing.back,
        heading,
        times: day.and_then(|day| free.get(&day)).into_iter().flatten().map(time).collect(),
        days: free
            .keys()
            .map(|known| Day {
                href: format!("{}day={known}", choosing.here),
                name: language.date(*known),
                chosen: Some(*known) == day,
            })
            .collect(),
        elsewhere: choosing.elsewhere,
        action: choosing.action,
        hidden: choosing.hidden,
        token: guest.token(),
    };
    let mut response = guest.private(render(&page));
    if page.layout.error {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// The office and the line of these codes, if the line can be booked there.
fn known<'a>(app: &'a App, office: &OfficeCode, line: &LineCode) -> Option<(&'a Office, &'a Line)> {
    let office = app.office.city.offices.get(office)?;
    Some((office, office.booked_lines().find(|known| known.code == *line)?))
}

/// An instant as people read it at an office.
fn moment(office: &Office, language: Language, at: Timestamp) -> String {
    language.date_time(office.calendar.local(at))
}

/// The clock of an office at an instant.
fn clock(office: &Office, language: Language, at: Timestamp) -> String {
    language.time(office.calendar.local(at).time())
}

/// The secret of the booking that a browser makes of what it holds; its page can be opened again by it.
fn secret_of(guest: &Guest, id: terms::BookingId) -> Secret {
    Secret::from_bytes(guest.derive(&format!("booking {id}")))
}
