//! The acts that need a page of their own: merging two cases, splitting one, and putting its answers or its place right.

pub(super) mod answers;
mod merge;
pub(super) mod place;
mod split;

use super::show::{Found, Told, find};
use super::unsent;
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::portal::guest::random;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Refusal;
use policy::Action;
use terms::Reference;

/// What each of these pages has in its forms.
struct Sheet {
    title: String,
    reference: Reference,
    /// The page of the case.
    back: String,
    path: String,
    ask_again: String,
    token: String,
    once: String,
    revision: i64,
    wrong: Option<String>,
}

/// Whether an act has a page of its own.
pub(super) fn is_one(name: &str) -> bool {
    ["merge", "split", "answers", "place"].contains(&name)
}

/// `GET /desk/cases/{reference}/{act}`
pub(super) async fn page(
    State(app): State<App>,
    Path((reference, name)): Path<(String, String)>,
    desk: Desk,
) -> Response {
    match reference.parse::<Reference>() {
        Ok(known) if is_one(&name) => show(&app, &desk, (known, &name), Told::default()).await,
        _ => desk.refuse(&app, &Problem::not_found("page")),
    }
}

/// The page of an act, with what was filled in.
pub(super) async fn show(
    app: &App,
    desk: &Desk,
    (reference, name): (Reference, &str),
    told: Told,
) -> Response {
    let found = app.office.read(desk.act(app), move |tx, act| find(tx, act, &reference)).await;
    let needed = if ["answers", "place"].contains(&name) { Action::Correct } else { Action::Arrange };
    let found = match found {
        Ok(found) if found.may.contains(&needed) => found,
        Ok(_) | Err(Refusal::NotFound(_) | Refusal::Forbidden(_)) => {
            return unsent::vanished(app, desk, &told.words()).await;
        }
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let status = told.wrong.as_ref().map_or(StatusCode::OK, |(status, _)| *status);
    let mut response = match name {
        "merge" => merge::page(app, desk, &found, &told).await,
        "split" => split::page(app, desk, &found, &told),
        "place" => place::page(app, desk, &found, &told).await,
        _ => answers::page(app, desk, &found, &told),
    };
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    Desk::private(response)
}

impl Sheet {
    /// With what stands around it.
    fn new(app: &App, desk: &Desk, found: &Found, (title, told): (&str, &Told)) -> (Frame, Self) {
        let case = &found.whole.case;
        let title = desk.language.say(title);
        let path = format!("/desk/cases/{}", case.reference);
        let mut frame = Frame::new(app, desk, &format!("{title}: {}", case.reference));
        frame.layout.error = told.wrong.is_some();
        let sheet = Self {
            title,
            reference: case.reference,
            back: super::at(desk, case.reference),
            path,
            ask_again: super::again(desk),
            token: desk.token(),
            once: random(app),
            revision: case.revision,
            wrong: told.wrong.as_ref().map(|(_, text)| text.clone()),
        };
        (frame, sheet)
    }
}

impl Told {
    /// What was filled in, all of it.
    fn filled(&self) -> &[(String, String)] {
        self.act.as_ref().map_or(&[], |(_, fields)| fields)
    }

    /// What was filled into a field.
    fn value(&self, name: &str) -> &str {
        self.filled().iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }
}
