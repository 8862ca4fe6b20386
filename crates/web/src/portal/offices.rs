//! The offices: how long the wait is before somebody sets out, and a ticket from home.

use super::control::{Control, ErrorLine, Look, Values, Wrong, summary};
use super::guest::{Asked, Guest};
use super::posted::Posted;
use super::say::{self, OfficeView, Text};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::city::Office;
use office::lobby::{self, Calibration, Lobby, NewVisit, Range};
use office::{Refusal, Verb};
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::{Entry, LineCode, OfficeCode, Purpose, Secret};
use wording::{Argument, Language};

/// Tickets for one thing that one browser takes in a day; each after the one before is over.
const MOST_TICKETS: u32 = 5;
/// With fewer people a share says nothing.
const LEAST_TOLD: u32 = 30;

type Waits = BTreeMap<LineCode, Option<Range>>;

/// How long the lines of an office are, and what is set there for everybody.
type Now = (Waits, Lobby);

fn now(tx: &mut records::Tx<'_>, act: &office::Act, code: &OfficeCode) -> Verb<Now> {
    Ok((lobby::waits(tx, act, code)?, lobby::lobby(tx, act, code)?))
}

#[derive(Template)]
#[template(path = "portal/offices.html")]
struct OfficesPage {
    layout: Layout,
    language: Language,
    offices: Vec<Place>,
}

/// An office with how long its lines are.
struct Place {
    code: String,
    view: OfficeView,
    lines: Vec<LineView>,
}

struct LineView {
    name: Text,
    wait: String,
}

#[derive(Template)]
#[template(path = "portal/office.html")]
struct OfficePage {
    layout: Layout,
    language: Language,
    place: Place,
    title: String,
    errors: Vec<ErrorLine>,
    controls: Vec<Control>,
    token: String,
    /// In a sentence, how often what was said held.
    held: String,
}

/// What a link on a poster says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct JoinQuery {
    line: String,
}

/// `GET /offices`
pub(crate) async fn page(State(app): State<App>, guest: Guest) -> Response {
    let read = |tx: &mut records::Tx<'_>, act: &office::Act| {
        let codes = act.city().offices.keys();
        codes.map(|code| now(tx, act, code)).collect::<Verb<Vec<Now>>>()
    };
    let now = match app.office.read(guest.act(&app, Purpose::Statistics), read).await {
        Ok(now) => now,
        Err(refusal) => return refuse(&app, &guest.visitor, &refusal.into()),
    };
    let (language, city) = (guest.language, &app.office.city);
    let views = say::offices(&app, language).into_iter().zip(now);
    let place = |(office, (view, now))| place(&app, language, office, (view, &now));
    guest.public(render(&OfficesPage {
        layout: guest.layout(&app, &language.say("offices-title")),
        language,
        offices: city.offices.values().zip(views).map(place).collect(),
    }))
}

fn place(app: &App, language: Language, office: &Office, (view, now): (OfficeView, &Now)) -> Place {
    let (waits, lobby) = now;
    let view = if lobby.emergency_at.is_some() { view.shut() } else { view };
    let line = |line: &office::city::Line| LineView {
        name: Text::of(&app.office.city, &line.name, language),
        wait: if view.open && lobby.closed_lines.contains(&line.code) {
            language.say("join-line-closed")
        } else {
            say::wait(language, waits.get(&line.code).copied().flatten())
        },
    };
    let lines = office.lines.iter().map(line).collect();
    Place { code: office.code.to_string(), view, lines }
}

/// `GET /offices/{code}`: a link can name the line, as one on a poster does.
pub(crate) async fn one(
    State(app): State<App>,
    Path(code): Path<String>,
    guest: Guest,
    Asked(query): Asked<JoinQuery>,
) -> Response {
    let values =
        vec![("line".to_owned(), query.line), ("language".to_owned(), guest.language.tag().to_owned())];
    show(&app, &guest, &code, (&values, &Wrong::new())).await
}

async fn show(app: &App, guest: &Guest, code: &str, (values, wrong): (&Values, &Wrong)) -> Response {
    let (language, code) = (guest.language, OfficeCode::new(code));
    let asked = code.clone();
    let read = move |tx: &mut records::Tx<'_>, act: &office::Act| {
        Ok((now(tx, act, &asked)?, lobby::calibration(tx, act, &asked)?))
    };
    let found = app.office.read(guest.act(app, Purpose::Statistics), read).await;
    let (Ok((now, calibration)), Some(office)) = (found, app.office.city.offices.get(&code)) else {
        return refuse(app, &guest.visitor, &Problem::not_found("page"));
    };
    let mut views = say::offices(app, language).into_iter().zip(app.office.city.offices.keys());
    let Some((view, _)) = views.find(|(_, known)| **known == code) else {
        return refuse(app, &guest.visitor, &Problem::not_found("page"));
    };
    let name = Text::of(&app.office.city, &office.name, language);
    let title = language.say_with("join-title", &[("office", Argument::Words(&name.text))]);
    let place = place(app, language, office, (view, &now));
    let known = (office, &now.1);
    let controls = if place.view.open { controls(app, language, known, (values, wrong)) } else { Vec::new() };
    let errors = summary(&controls.iter().collect::<Vec<_>>(), wrong);
    let mut layout = guest.layout(app, &title);
    layout.error = !errors.is_empty();
    let mut response = guest.private(render(&OfficePage {
        layout,
        language,
        place,
        title,
        errors,
        controls,
        token: guest.token(),
        held: held(language, calibration),
    }));
    if !wrong.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn controls(
    app: &App,
    language: Language,
    (office, lobby): (&Office, &Lobby),
    (values, wrong): (&Values, &Wrong),
) -> Vec<Control> {
    let city = &app.office.city;
    let lines = office.lines.iter().filter(|line| !lobby.closed_lines.contains(&line.code));
    let lines = lines.map(|line| (line.code.to_string(), Text::of(city, &line.name, language))).collect();
    let spoken = city.languages.iter().filter_map(|tag| Language::of(tag));
    let spoken = spoken.map(|spoken| (spoken.tag().to_owned(), Text::name_of(spoken))).collect();
    vec![
        Control::line(language, "line", Text::said(language, "join-line"))
            .looking(Look::One)
            .choosing(lines)
            .with(values, wrong),
        Control::line(language, "language", Text::said(language, "join-language"))
            .looking(Look::Select)
            .choosing(spoken)
            .with(values, wrong),
    ]
}

/// How often what the office said of waits held.
fn held(language: Language, calibration: Calibration) -> String {
    let count = |many: u32| Argument::Count(many.into());
    if calibration.told < LEAST_TOLD {
        return language.say_with("calibration-none", &[("least", count(LEAST_TOLD))]);
    }
    let counts = [
        ("told", count(calibration.told)),
        ("half", count(calibration.within_half)),
        ("most", count(calibration.within_most)),
    ];
    language.say_with("calibration-counts", &counts)
}

/// `POST /offices/{code}`: a ticket. A second press finds the ticket that the first one got.
pub(crate) async fn join(State(app): State<App>, Path(code): Path<String>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let line = LineCode::new(posted.text("line"));
    let Some(office) = app.office.city.offices.get(&OfficeCode::new(&code)) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    if !office.lines.iter().any(|known| known.code == line) {
        let wrong = vec![("line".to_owned(), guest.language.say("join-line-missing"))];
        return show(&app, guest, &code, (&posted.fields, &wrong)).await;
    }
    if let Some(Err(seconds)) = guest.address.map(|address| app.may_join(address)) {
        return refuse(&app, &guest.visitor, &Problem::too_many(seconds));
    }
    match joined(&app, &posted, office, line.clone()).await {
        Ok(secret) => {
            let here = format!("/visits/{secret}?lang={}", guest.language.tag());
            guest.private(Redirect::to(&here).into_response())
        }
        Err(Refusal::Conflict(_)) => {
            let key = why_not(&app, guest, office, &line).await;
            let back = format!("/offices/{code}");
            super::form::say(&app, guest, ("problem-title", key), (&back, "back"))
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// Why nobody is let in from home: all of the office is closed, this line of it, or they came too often.
async fn why_not(app: &App, guest: &Guest, office: &Office, line: &LineCode) -> &'static str {
    let code = office.code.clone();
    let act = guest.act(app, Purpose::Service);
    let lobby = app.office.read(act, move |tx, act| lobby::lobby(tx, act, &code)).await;
    let shut = lobby.as_ref().is_ok_and(|lobby| lobby.emergency_at.is_some());
    if shut || !office.calendar.is_open(app.office.now()) {
        return "join-closed";
    }
    let closed = lobby.is_ok_and(|lobby| lobby.closed_lines.contains(line));
    if closed { "join-line-closed" } else { "join-many" }
}

/// Puts whoever posted into the line, with what they are told of their wait.
async fn joined(app: &App, posted: &Posted, office: &Office, line: LineCode) -> Verb<Secret> {
    let (guest, code) = (&posted.guest, office.code.clone());
    let day = lobby::today(&guest.act(app, Purpose::Service), office);
    let secret = |number: u32| {
        Secret::from_bytes(guest.derive(&format!("visit {} {line} {day} {number}", office.code)))
    };
    let secrets: Vec<Secret> = (0..MOST_TICKETS).map(secret).collect();
    let asked = code.clone();
    let waits =
        app.office.read(guest.act(app, Purpose::Service), move |tx, act| lobby::waits(tx, act, &asked));
    let said = waits.await?.get(&line).copied().flatten();
    let new = NewVisit { said, ..NewVisit::new(line, Entry::Home, posted.text("language")) };
    let act = guest.act(app, Purpose::Service);
    let verb =
        move |tx: &mut records::Tx<'_>, act: &office::Act| lobby::join_once(tx, act, &code, (&new, &secrets));
    Ok(app.office.write(act, verb).await?.secret)
}
