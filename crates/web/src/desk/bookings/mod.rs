//! Bookings at the desk: an officer books a time for whoever calls or stands there, finds it again, moves it and gives it up.

mod change;
mod choose;
mod find;
mod show;
mod who;

use super::frame::Frame;
use super::officer::Desk;
use crate::App;
use crate::pages::render;
use crate::portal::book::{Choosing, TimeChoice, known};
use crate::portal::control::ErrorLine;
use crate::portal::say::Text;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use office::Verb;
use office::bookings;
use office::city::{Line, Office};
use terms::{LineCode, Reference};
use wording::Language;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/desk/bookings", get(find::page))
        .route("/desk/bookings/new", get(choose::page).post(choose::hold))
        .route("/desk/bookings/new/{id}", get(who::page).post(who::confirm))
        .route("/desk/bookings/{reference}", get(show::page))
        .route("/desk/bookings/{reference}/times", get(change::times).post(change::change))
        .route("/desk/bookings/{reference}/cancellation", get(change::ask).post(change::cancel))
}

/// A page of the times that are free.
#[derive(Template)]
#[template(path = "desk/booking_times.html")]
struct TimesPage {
    frame: Frame,
    title: String,
    what: Text,
    place: Text,
    address: String,
    errors: Vec<ErrorLine>,
    back: String,
    choice: TimeChoice,
}

fn show_times(app: &App, desk: &Desk, choosing: Choosing<'_>) -> Response {
    let (city, language) = (&app.office.city, desk.language);
    let title = language.say(choosing.title);
    let mut frame = Frame::new(app, desk, &title);
    frame.layout.error = choosing.wrong.is_some();
    let page = TimesPage {
        frame,
        title,
        what: Text::of(city, &choosing.line.name, language),
        place: Text::of(city, &choosing.office.name, language),
        address: choosing.office.address.clone(),
        errors: choosing.errors(language),
        back: choosing.back.clone(),
        choice: choosing.choice(language, desk.token()),
    };
    let mut response = Desk::private(render(&page));
    if page.frame.layout.error {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// The offices where an officer books times for a line, their own first.
fn places<'a>(app: &'a App, desk: &Desk, line: &LineCode) -> Vec<(&'a Office, &'a Line)> {
    let act = desk.act(app);
    let kept = bookings::kept_offices(&act);
    let mut places: Vec<_> = kept.iter().filter_map(|office| known(app, &office.code, line)).collect();
    places.sort_by_key(|(office, _)| desk.who.office.as_ref() != Some(&office.code));
    places
}

/// The answer, or why there is none.
fn answer(app: &App, desk: &Desk, shown: Verb<Response>) -> Response {
    shown.unwrap_or_else(|refusal| desk.refuse(app, &refusal.into()))
}

/// Where the page of a booking is, or one below it.
fn address(language: Language, reference: Reference, below: &str) -> String {
    format!("/desk/bookings/{reference}{below}?lang={}", language.tag())
}

fn goes_to(at: &str) -> Response {
    Redirect::to(at).into_response()
}
