//! Asking for a service: one thing a page, kept from the first page on, sent once.

mod after;
pub(crate) mod check;
pub(crate) mod files;
pub(crate) mod pages;
pub(crate) mod read;
pub(crate) mod view;

pub(crate) use after::{done, later, offline_draft, resume, resume_page, save_for_later};
pub(crate) use files::attachment;

use self::files::Brought;
use self::read::Typed;
use super::control::{Values, Wrong};
use super::guest::Guest;
use super::posted::Posted;
use crate::App;
use crate::pages::refuse;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::city::Service;
use office::intake::{self, Draft, Step, Writing};
use office::{Refusal, Verb};
use std::slice;
use terms::{AskingId, Channel, Purpose, Secret, ServiceCode};

/// The page that says whom a service is not for.
const STOP: &str = "stop";

/// Where a request stands for which a page is shown: not begun yet, or begun.
pub(crate) struct Place<'s> {
    pub(crate) service: &'s Service,
    pub(crate) draft: Draft,
    pub(crate) asking: Option<AskingId>,
    pub(crate) today: String,
}

impl<'s> Place<'s> {
    fn first(app: &'s App, service: &'s Service) -> Self {
        let today = app.office.city.calendar.day(app.office.now()).to_string();
        Self { service, draft: Draft::default(), asking: None, today }
    }

    /// Nothing, where the service cannot be asked for here any more.
    fn of(app: &'s App, writing: Writing) -> Option<Self> {
        let service = offered(app, writing.asking.service.as_str())?;
        Some(Self { draft: writing.draft, asking: Some(writing.asking.id), ..Self::first(app, service) })
    }

    fn step(&self, name: &str) -> Option<Step> {
        self.draft.steps(self.service, &self.today).into_iter().find(|step| step.name() == name)
    }
}

/// A service that can be asked for here.
fn offered<'a>(app: &'a App, code: &str) -> Option<&'a Service> {
    app.office.city.services.get(code).filter(|service| service.open_to(Channel::Web))
}

/// `GET /ask/{service}`: the first page; nothing is kept yet.
pub(crate) async fn start(State(app): State<App>, Path(code): Path<String>, guest: Guest) -> Response {
    let Some(service) = offered(&app, &code) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("service"));
    };
    let place = Place::first(&app, service);
    let step = place.draft.next(service, &place.today);
    let values = read::values(&app, &place, &step);
    view::page(&app, &guest, &place, (&step, &values, &Wrong::new())).await
}

/// `POST /ask/{service}`: the first page was filled in; from now on the request is kept.
pub(crate) async fn begin(State(app): State<App>, Path(code): Path<String>, posted: Posted) -> Response {
    let Some(service) = offered(&app, &code) else {
        return refuse(&app, &posted.guest.visitor, &Problem::not_found("service"));
    };
    let place = Place::first(&app, service);
    let step = place.draft.next(service, &place.today);
    filled(&app, &posted, place, &step).await
}

/// `GET /asking/{id}`: goes on where it was left.
pub(crate) async fn go(State(app): State<App>, Path(id): Path<String>, guest: Guest) -> Response {
    match written(&app, &guest, &id).await {
        Ok(writing) => go_on(&app, &guest, writing, None),
        Err(refusal) => view::lost(&app, &guest, refusal),
    }
}

/// `GET /asking/{id}/{step}`
pub(crate) async fn step(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    guest: Guest,
) -> Response {
    let place = match placed(&app, &guest, &id).await {
        Ok(place) => place,
        Err(response) => return response,
    };
    if name == STOP {
        return view::stop(&app, &guest, &place);
    }
    // A page that is not asked any more leads to the one that is.
    let Some(step) = place.step(&name) else { return Redirect::to(&format!("/asking/{id}")).into_response() };
    let values = read::values(&app, &place, &step);
    view::page(&app, &guest, &place, (&step, &values, &Wrong::new())).await
}

/// `POST /asking/{id}/{step}`
pub(crate) async fn write(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let guest = &posted.guest;
    // A second tap on "send" finds what became of the first.
    let place = match placed(&app, guest, &id).await {
        Ok(place) => place,
        Err(response) => return response,
    };
    let Some(step) = place.step(&name) else { return Redirect::to(&format!("/asking/{id}")).into_response() };
    if step == Step::Check {
        return send(&app, &posted, &place).await;
    }
    filled(&app, &posted, place, &step).await
}

/// What became of a page that was posted.
enum Filled {
    /// The same page again, with what is typed and what is wrong with it; and the request, where it is kept.
    Again(Values, Wrong, Option<AskingId>),
    /// Saved; with the page to stay on, where it asks for more.
    Saved(Box<Writing>, Option<String>),
}

/// The answer to a page that was posted.
async fn filled(app: &App, posted: &Posted, place: Place<'_>, step: &Step) -> Response {
    match fill(app, posted, &place, step).await {
        Ok(Filled::Again(values, wrong, kept)) => {
            let place = Place { asking: kept.or(place.asking), ..place };
            again(app, posted, &place, (step, &values, &wrong)).await
        }
        Ok(Filled::Saved(writing, stay)) => go_on(app, &posted.guest, *writing, stay),
        Err(refusal) => refuse(app, &posted.guest.visitor, &refusal.into()),
    }
}

/// Reads a page and saves what it says.
async fn fill(app: &App, posted: &Posted, place: &Place<'_>, step: &Step) -> Verb<Filled> {
    let again = |wrong, kept| Filled::Again(posted.fields.clone(), wrong, kept);
    let unreadable = posted.unreadable();
    if !unreadable.is_empty() {
        return Ok(again(unreadable, None));
    }
    if posted.has("more") || posted.has("remove") {
        // "Add another" and "Take away" ask for the same page with what is typed on it, whether that will do or not.
        let wrong = match place.asking {
            Some(id) => {
                files::take(app, &Brought::of(app, posted), (id, place), slice::from_ref(step)).await?
            }
            None => Wrong::new(),
        };
        return Ok(Filled::Again(read::rearranged(Typed::of(posted)), wrong, None));
    }
    let read = match read::page(app, posted, place, step) {
        Ok(read) => read,
        Err(wrong) => return Ok(again(wrong, None)),
    };
    let writing = save(app, posted, place, read.change).await?;
    let id = writing.asking.id;
    match files::take(app, &Brought::of(app, posted), (id, place), slice::from_ref(step)).await? {
        wrong if wrong.is_empty() => Ok(Filled::Saved(Box::new(writing), read.stay)),
        wrong => Ok(again(wrong, Some(id))),
    }
}

/// Keeps what a page changes; a request is kept from its first page on.
async fn save(app: &App, posted: &Posted, place: &Place<'_>, change: read::Change) -> Verb<Writing> {
    let (session, act) = (posted.guest.session(), posted.guest.act(app, Purpose::Service));
    match place.asking {
        None => {
            let mut draft = place.draft.clone();
            change(&mut draft);
            let service = place.service.code.clone();
            app.office.write(act, move |tx, act| intake::begin(tx, act, &session, (&service, &draft))).await
        }
        Some(id) => {
            app.office.write(act, move |tx, act| intake::write(tx, act, &session, id, &*change)).await
        }
    }
}

/// The same page again, with what was typed and what is wrong with it.
async fn again(app: &App, posted: &Posted, place: &Place<'_>, shown: Shown<'_>) -> Response {
    let is_wrong = !shown.2.is_empty();
    let mut response = view::page(app, &posted.guest, place, shown).await;
    if is_wrong && response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// To the next page; or, once the request was sent, to what became of it.
fn go_on(app: &App, guest: &Guest, writing: Writing, stay: Option<String>) -> Response {
    let id = writing.asking.id;
    if writing.asking.case.is_some() {
        return guest.private(Redirect::to(&format!("/asking/{id}/done")).into_response());
    }
    let service = writing.asking.service.clone();
    let Some(place) = Place::of(app, writing) else { return view::gone(app, guest, &service) };
    let answers = place.draft.typed(place.service);
    let stopped = place.service.form.stop(&answers, &place.today).is_some();
    let next = match stay {
        Some(stay) => stay,
        None if stopped => STOP.to_owned(),
        None => place.draft.next(place.service, &place.today).name(),
    };
    guest.private(Redirect::to(&format!("/asking/{id}/{next}")).into_response())
}

/// Sends the request, once.
async fn send(app: &App, posted: &Posted, place: &Place<'_>) -> Response {
    let guest = &posted.guest;
    let Some(id) = place.asking else { return refuse(app, &guest.visitor, &Problem::not_found("request")) };
    let wrong = read::whole(app, guest, place);
    if !wrong.is_empty() {
        return again(app, posted, place, (&Step::Check, &posted.fields, &wrong)).await;
    }
    let (session, secret) = (guest.session(), secret_of(guest, id));
    let act = guest.act(app, Purpose::Service);
    let sent = app.office.write(act, move |tx, act| intake::send(tx, act, &session, id, &secret)).await;
    match sent {
        Ok(_) => guest.private(Redirect::to(&format!("/asking/{id}/done")).into_response()),
        Err(Refusal::Invalid(mistakes)) => {
            let wrong: Wrong = mistakes.into_iter().map(|mistake| (mistake.field, mistake.problem)).collect();
            again(app, posted, place, (&Step::Check, &posted.fields, &wrong)).await
        }
        Err(refusal) => refuse(app, &guest.visitor, &refusal.into()),
    }
}

/// The secret of the case that a request becomes. It follows from the browser's cookie, so that the page that tells it
/// can be opened again, while the house keeps its hash alone.
fn secret_of(guest: &Guest, id: AskingId) -> Secret {
    Secret::from_bytes(guest.derive(&format!("secret of {id}")))
}

/// The request of an address, as far as it was written in this browser.
async fn written(app: &App, guest: &Guest, id: &str) -> Verb<Writing> {
    let id: AskingId = id.parse().map_err(|_| Refusal::NotFound("request"))?;
    let session = guest.session();
    let act = guest.act(app, Purpose::Service);
    app.office.read(act, move |tx, act| intake::written(tx, act, &session, id)).await
}

/// Where a request stands that is still being written; or the way to what became of it.
async fn placed<'a>(app: &'a App, guest: &Guest, id: &str) -> Result<Place<'a>, Response> {
    let writing = written(app, guest, id).await.map_err(|refusal| view::lost(app, guest, refusal))?;
    if writing.asking.case.is_some() {
        return Err(go_on(app, guest, writing, None));
    }
    let service = writing.asking.service.clone();
    Place::of(app, writing).ok_or_else(|| view::gone(app, guest, &service))
}

/// The service that an offline draft names, or nothing.
fn named(app: &App, code: &str) -> Option<ServiceCode> {
    offered(app, code).map(|service| service.code.clone())
}

/// What is shown in the controls of a page at first.
pub(crate) type Shown<'v> = (&'v Step, &'v Values, &'v Wrong);
