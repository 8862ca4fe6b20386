//! Where an officer can go: what the command palette offers, as a page.

use super::frame::Frame;
use super::officer::Desk;
use super::search::Row;
use crate::App;
use crate::pages::render;
use crate::portal::guest::Asked;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use office::desk;
use serde::Deserialize;
use terms::Reference;

/// The case that is open, if one is.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GoQuery {
    case: String,
}

#[derive(Template)]
#[template(path = "desk/go.html")]
struct GoPage {
    frame: Frame,
    open: Option<Reference>,
    recent: Vec<Row>,
    ways: Vec<(String, String)>,
}

/// Notes that an officer opened a case, so that they find it again.
pub(super) async fn opened(app: &App, desk: &Desk, reference: &str) {
    let Ok(reference) = reference.parse::<Reference>() else { return };
    let noted = app.office.write(desk.act(app), move |tx, act| desk::opened(tx, act, &reference)).await;
    // Whoever may not read it is told so by the page.
    if let Err(refusal) = noted {
        tracing::debug!(%refusal, "a case that was opened is not noted");
    }
}

/// `GET /desk/go`
pub(crate) async fn page(State(app): State<App>, desk: Desk, Asked(query): Asked<GoQuery>) -> Response {
    let read = app.office.read(desk.act(&app), |tx, act| desk::recently(tx, act, desk::MOST_RECENTS)).await;
    let language = desk.language;
    let recent = match read {
        Ok(recent) => recent,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    Desk::private(render(&GoPage {
        frame: Frame::new(&app, &desk, &language.say("find-go")),
        open: query.case.parse().ok(),
        recent: recent.iter().map(|case| Row::of(&app, language, case)).collect(),
        ways: Frame::ways(language).collect(),
    }))
}
