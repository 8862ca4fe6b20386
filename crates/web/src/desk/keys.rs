//! The keys that do something at the desk, and the switch that turns them off (WCAG 2.1.4).

use super::frame::Frame;
use super::officer::{Desk, Posted};
use crate::App;
use crate::pages::render;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use office::desk;

/// Every key, and the message that says what it does.
const KEYS: [(&str, &str); 7] = [
    ("j", "desk-key-down"),
    ("k", "desk-key-up"),
    ("Enter", "desk-key-open"),
    ("x", "desk-key-choose"),
    ("n", "behalf-new"),
    ("↓ ↑", "desk-key-beside"),
    ("Esc", "desk-key-back"),
];

#[derive(Template)]
#[template(path = "desk/keys.html")]
struct KeysPage {
    frame: Frame,
    keys: [(&'static str, &'static str); 7],
    on: bool,
}

/// `GET /desk/keys`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    let language = desk.language;
    match app.office.read(desk.act(&app), desk::shortcuts).await {
        Ok(on) => {
            let frame = Frame::new(&app, &desk, &language.say("desk-keys"));
            Desk::private(render(&KeysPage { frame, keys: KEYS, on }))
        }
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

/// `POST /desk/keys`
pub(crate) async fn choose(State(app): State<App>, posted: Posted) -> Response {
    let (act, on) = (posted.desk.act(&app), posted.text("shortcuts") == "on");
    match app.office.write(act, move |tx, act| desk::choose_shortcuts(tx, act, on)).await {
        Ok(()) => Redirect::to(&format!("/desk/keys?lang={}", posted.desk.language.tag())).into_response(),
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}
