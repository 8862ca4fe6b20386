//! The inbox: what there is to do, what is due first first.

use super::frame::Frame;
use super::officer::Desk;
use crate::App;
use crate::pages::render;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use office::cases;
use records::cases::Filter;
use terms::{Reference, Status};
use wording::Language;

/// Rows on a page.
const ROWS: u32 = 50;

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct InboxPage {
    frame: Frame,
    language: Language,
    rows: Vec<Row>,
}

struct Row {
    reference: Reference,
    service: String,
}

/// `GET /desk`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    let filter = Filter { statuses: vec![Status::Open, Status::Waiting], limit: ROWS, ..Filter::default() };
    let found = app.office.read(desk.act(&app), move |tx, act| cases::list(tx, act, &filter)).await;
    let language = desk.language;
    let cases = match found {
        Ok(cases) => cases,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    let rows = cases.iter().map(|case| Row {
        reference: case.reference,
        service: app
            .office
            .city
            .services
            .get(&case.state.service)
            .map_or_else(String::new, |service| service.name.text(language.tag()).to_owned()),
    });
    let frame = Frame::new(&app, &desk, &language.say("desk-inbox"));
    Desk::private(render(&InboxPage { frame, language, rows: rows.collect() }))
}
