//! Asking for a service: one thing a page, kept from the first page on, sent once.

mod after;
pub(crate) mod check;
pub(crate) mod files;
pub(crate) mod pages;
pub(crate) mod read;
pub(crate) mod view;

pub(crate) use after::{done, later, offline_draft, resume, resume_page, save_for_later};
pub(crate) use files::attachment;

use super::control::{Values, Wrong};
use super::guest::{Asked, Guest};
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
use serde::Deserialize;
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

    fn of(app: &'s App, writing: Writing) -> Option<Self> {
        let service = app.office.city.services.get(&writing.asking.service)?;
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
    match fill(&app, &posted, &place, &step).await {
        Ok(Filled::Wrong(wrong)) => again(&app, &posted, &place, (&step, &wrong)).await,
        Ok(Filled::Saved(writing, more)) => go_on(&app, &posted.guest, *writing, more),
        Err(refusal) => refuse(&app, &posted.guest.visitor, &refusal.into()),
    }
}

/// `GET /asking/{id}`: goes on where it was left.
pub(crate) async fn go(State(app): State<App>, Path(id): Path<String>, guest: Guest) -> Response {
    match written(&app, &guest, &id).await {
        Ok(writing) => go_on(&app, &guest, writing, None),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// What a page is asked to show besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct StepQuery {
    /// The group of which one more is asked.
    more: String,
}

/// `GET /asking/{id}/{step}`
pub(crate) async fn step(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    Asked(query): Asked<StepQuery>,
    guest: Guest,
) -> Response {
    let place = match written(&app, &guest, &id).await {
        Ok(writing) if writing.asking.case.is_some() => return go_on(&app, &guest, writing, None),
        Ok(writing) => Place::of(&app, writing),
        Err(refusal) => return refuse(&app, &guest.visitor, &refusal.into()),
    };
    // A page that is not asked any more leads to the one that is.
    let Some(place) = place else { return refuse(&app, &guest.visitor, &Problem::not_found("service")) };
    if name == STOP {
        return view::stop(&app, &guest, &place);
    }
    let Some(step) = place.step(&name) else { return Redirect::to(&format!("/asking/{id}")).into_response() };
    let mut values = read::values(&app, &place, &step);
    values.push(("more".to_owned(), query.more));
    view::page(&app, &guest, &place, (&step, &values, &Wrong::new())).await
}

/// `POST /asking/{id}/{step}`
pub(crate) async fn write(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let guest = &posted.guest;
    let place = match written(&app, guest, &id).await {
        // A second tap on "send" comes here.
        Ok(writing) if writing.asking.case.is_some() => return go_on(&app, guest, writing, None),
        Ok(writing) => Place::of(&app, writing),
        Err(refusal) => return refuse(&app, &guest.visitor, &refusal.into()),
    };
    let Some(place) = place else { return refuse(&app, &guest.visitor, &Problem::not_found("service")) };
    let Some(step) = place.step(&name) else { return Redirect::to(&format!("/asking/{id}")).into_response() };
    if step == Step::Check {
        return send(&app, &posted, &place).await;
    }
    match fill(&app, &posted, &place, &step).await {
        Ok(Filled::Wrong(wrong)) => again(&app, &posted, &place, (&step, &wrong)).await,
        Ok(Filled::Saved(writing, more)) => go_on(&app, guest, *writing, more),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// What became of a page that was posted.
enum Filled {
    Wrong(Wrong),
    /// Saved; with the page to stay on, where it asks for more.
    Saved(Box<Writing>, Option<String>),
}

/// Reads a page and saves what it says.
async fn fill(app: &App, posted: &Posted, place: &Place<'_>, step: &Step) -> Verb<Filled> {
    let read = match read::page(app, posted, place, step) {
        Ok(read) => read,
        Err(wrong) => return Ok(Filled::Wrong(wrong)),
    };
    let act = posted.guest.act(app, Purpose::Service);
    let (session, change) = (posted.guest.session(), read.change);
    let writing = match place.asking {
        None => {
            let mut draft = place.draft.clone();
            change(&mut draft);
            let service = place.service.code.clone();
            app.office.write(act, move |tx, act| intake::begin(tx, act, &session, (&service, &draft))).await?
        }
        Some(id) => {
            app.office.write(act, move |tx, act| intake::write(tx, act, &session, id, &*change)).await?
        }
    };
    if posted.files.is_empty() && !posted.has("remove") {
        return Ok(Filled::Saved(Box::new(writing), read.stay));
    }
    match files::take(app, posted, writing.asking.id, step).await? {
        wrong if wrong.is_empty() => Ok(Filled::Saved(Box::new(writing), read.stay)),
        wrong => Ok(Filled::Wrong(wrong)),
    }
}

/// The same page again, with what was typed and what is wrong with it.
async fn again(app: &App, posted: &Posted, place: &Place<'_>, (step, wrong): (&Step, &Wrong)) -> Response {
    let mut response = view::page(app, &posted.guest, place, (step, &posted.fields, wrong)).await;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

/// To the next page; or, once the request was sent, to what became of it.
fn go_on(app: &App, guest: &Guest, writing: Writing, stay: Option<String>) -> Response {
    let id = writing.asking.id;
    if writing.asking.case.is_some() {
        return guest.private(Redirect::to(&format!("/asking/{id}/done")).into_response());
    }
    let Some(place) = Place::of(app, writing) else {
        return refuse(app, &guest.visitor, &Problem::not_found("service"));
    };
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
        return again(app, posted, place, (&Step::Check, &wrong)).await;
    }
    let (session, secret) = (guest.session(), secret_of(guest, id));
    let act = guest.act(app, Purpose::Service);
    let sent = app.office.write(act, move |tx, act| intake::send(tx, act, &session, id, &secret)).await;
    match sent {
        Ok(_) => guest.private(Redirect::to(&format!("/asking/{id}/done")).into_response()),
        Err(Refusal::Invalid(mistakes)) => {
            let wrong: Wrong = mistakes.into_iter().map(|mistake| (mistake.field, mistake.problem)).collect();
            again(app, posted, place, (&Step::Check, &wrong)).await
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

/// The service that an offline draft names, or nothing.
fn named(app: &App, code: &str) -> Option<ServiceCode> {
    offered(app, code).map(|service| service.code.clone())
}

/// What is shown in the controls of a page at first.
pub(crate) type Shown<'v> = (&'v Step, &'v Values, &'v Wrong);
