//! Registering on behalf: an officer writes down what somebody asks for who calls, comes by or writes a letter.

mod beside;
mod done;
mod files;
mod find;
pub(super) mod form;
mod read;
mod said;

use super::officer::Desk;
use super::shift::CHANNELS;
use crate::App;
use crate::portal::ask::Place;
use crate::portal::control::Values;
use crate::problem::Problem;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use office::Refusal;
use office::intake::{self, Writing};
use terms::{AskingId, Channel};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/desk/new", get(find::page).post(find::begin))
        .route("/desk/new/{id}", get(form::page).post(form::write))
        .route("/desk/new/{id}/files/{file}", get(files::thumbnail))
        .route("/desk/new/{id}/check", get(said::page).post(said::send))
        .route("/desk/new/{id}/done", get(done::page))
        .route("/desk/new/{id}/taking", post(done::take))
        .route("/desk/new/{id}/removal", post(find::remove))
}

/// Where a page of what is written down is.
fn address(desk: &Desk, id: AskingId, page: &str) -> String {
    format!("/desk/new/{id}{page}?lang={}", desk.language.tag())
}

/// What an officer wrote down so far; or the way to what became of it.
async fn placed<'a>(app: &'a App, desk: &Desk, id: &str) -> Result<(Place<'a>, Writing), Response> {
    let missing = || desk.refuse(app, &Problem::not_found("request"));
    let id: AskingId = id.parse().map_err(|_| missing())?;
    let read = app.office.read(desk.act(app), move |tx, act| intake::written_for(tx, act, id)).await;
    let writing = read.map_err(|refusal: Refusal| desk.refuse(app, &refusal.into()))?;
    if writing.asking.case.is_some() {
        return Err(Redirect::to(&address(desk, id, "/done")).into_response());
    }
    let service = app.office.city.services.get(&writing.asking.service);
    let service = service.ok_or_else(|| desk.refuse(app, &Problem::not_found("service")))?;
    let today = app.office.city.calendar.day(app.office.now()).to_string();
    Ok((Place { service, draft: writing.draft.clone(), asking: Some(id), today }, writing))
}

/// How somebody came, as it was chosen; or else as this officer serves.
pub(super) fn over(desk: &Desk, chosen: &str) -> Channel {
    let known = chosen.parse().ok().filter(|channel| CHANNELS.contains(channel));
    let served = desk.shift.as_ref().map_or(&[] as &[Channel], |shift| &shift.channels);
    let first = if served.contains(&Channel::Phone) { None } else { served.first().copied() };
    known.or(first).unwrap_or(Channel::Phone)
}

/// The first value of a name; empty where there is none.
fn value<'v>(values: &'v Values, name: &str) -> &'v str {
    values.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
}
