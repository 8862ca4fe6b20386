//! The end of a shift: what an officer has in hand goes back, to a colleague, or stays with them.

use super::frame::Frame;
use super::officer::{Desk, Posted};
use crate::App;
use crate::pages::render;
use crate::portal::control::{Control, ErrorLine, Look, Wrong};
use crate::portal::say::Text;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::desk::{self, Given, HandOver, MOST_IN_HAND};
use office::{Refusal, Verb};
use terms::{Case, OfficerCode, Reference};

#[derive(Template)]
#[template(path = "desk/handover.html")]
struct HandOverPage {
    frame: Frame,
    errors: Vec<ErrorLine>,
    rows: Vec<Row>,
    note: Control,
}

/// A case that is in hand, with where it may go.
struct Row {
    reference: Reference,
    service: Text,
    to: Control,
    words: Control,
}

/// Those who may take a case over: whoever works for its agency, or for the whole city.
fn colleagues(app: &App, desk: &Desk, case: &Case) -> Vec<(String, Text)> {
    let serves = |officer: &&office::city::Officer| {
        officer.agency.as_ref().is_none_or(|agency| *agency == case.state.agency)
            && officer.code != desk.officer
            && officer.roles.iter().any(|role| {
                matches!(role, terms::Role::Clerk | terms::Role::Specialist | terms::Role::Supervisor)
            })
    };
    let choice = |officer: &office::city::Officer| {
        (format!("officer:{}", officer.code), Text::plain(officer.name.clone()))
    };
    app.office.city.officers.values().filter(serves).map(choice).collect()
}

fn row(app: &App, desk: &Desk, case: &Case, (posted, wrong): (&[(String, String)], &Wrong)) -> Row {
    let (language, city) = (desk.language, &app.office.city);
    let said = |key: &str| Text::said(language, key);
    let choices = [("keep", "desk-hand-keep"), ("queue", "desk-hand-queue")];
    let choices = choices.iter().map(|(value, key)| ((*value).to_owned(), said(key)));
    let (to, words) = (format!("to-{}", case.reference), format!("words-{}", case.reference));
    let to = Control::line(language, &to, said("desk-hand-to"));
    let to = to.looking(Look::Select).choosing(choices.chain(colleagues(app, desk, case)).collect());
    let values = posted.to_vec();
    let service = city.services.get(&case.state.service);
    Row {
        reference: case.reference,
        service: service.map_or_else(Text::default, |service| Text::of(city, &service.name, language)),
        to: to.with(&values, wrong),
        words: Control::line(language, &words, said("desk-hand-words")).with(&values, wrong),
    }
}

async fn show(app: &App, desk: &Desk, posted: &[(String, String)], wrong: &Wrong) -> Response {
    let cases = match app.office.read(desk.act(app), desk::in_hand).await {
        Ok(cases) => cases,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let language = desk.language;
    let rows: Vec<Row> = cases.iter().map(|case| row(app, desk, case, (posted, wrong))).collect();
    let note = Control::line(language, "note", Text::said(language, "desk-shift-note"));
    let note = note.hinted(Text::said(language, "desk-shift-note-hint")).looking(Look::Text);
    let note = note.with(&posted.to_vec(), wrong);
    let mut controls: Vec<&Control> = rows.iter().flat_map(|row| [&row.to, &row.words]).collect();
    controls.push(&note);
    let errors = crate::portal::control::summary(&controls, wrong);
    let mut frame = Frame::new(app, desk, &language.say("desk-shift-end"));
    frame.layout.error = !errors.is_empty();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut response = Desk::private(render(&HandOverPage { frame, errors, rows, note }));
    *response.status_mut() = status;
    response
}

/// `GET /desk/shift/end`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    if desk.shift.is_none() {
        return Redirect::to("/desk/shift").into_response();
    }
    show(&app, &desk, &[], &Vec::new()).await
}

/// What was chosen for each case; what is not chosen is kept.
fn chosen(posted: &Posted) -> Vec<HandOver> {
    let given = |name: &str, value: &str| -> Option<HandOver> {
        let reference: Reference = name.strip_prefix("to-")?.parse().ok()?;
        let to = match value {
            "queue" => Given::Queue,
            value => {
                value.strip_prefix("officer:").map_or(Given::Keep, |code| Given::To(OfficerCode::new(code)))
            }
        };
        let words = posted.text(&format!("words-{reference}")).to_owned();
        Some(HandOver { reference, to, words })
    };
    let most = usize::try_from(MOST_IN_HAND).unwrap_or(usize::MAX);
    posted.fields.iter().filter_map(|(name, value)| given(name, value)).take(most).collect()
}

/// `POST /desk/shift/end`
pub(crate) async fn end(State(app): State<App>, posted: Posted) -> Response {
    let (handed, note) = (chosen(&posted), posted.text("note").to_owned());
    let act = posted.desk.act(&app);
    let ended: Verb<()> =
        app.office.write(act, move |tx, act| desk::end_shift(tx, act, &handed, &note)).await;
    match ended {
        Ok(()) | Err(Refusal::Conflict(_)) => Redirect::to("/desk/shift").into_response(),
        Err(Refusal::Invalid(mistakes)) => {
            let said = |field: &str| {
                let key = match field.split('-').next() {
                    Some("officer") => "desk-hand-not-to",
                    _ => "desk-note-wrong",
                };
                (field.replace("officer-", "to-"), posted.desk.language.say(key))
            };
            let wrong = mistakes.iter().map(|mistake| said(&mistake.field)).collect();
            show(&app, &posted.desk, &posted.fields, &wrong).await
        }
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}
