//! Presence: an open page says every few seconds that its officer is there.

use super::officer::{Desk, Posted};
use crate::App;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use office::desk::{self, Doing};
use terms::Reference;

/// `POST /desk/cases/{reference}/presence`: `doing` is `viewing`, `typing` or `gone`.
pub(crate) async fn present(
    State(app): State<App>,
    Path(reference): Path<String>,
    posted: Posted,
) -> Response {
    let doing = match posted.text("doing") {
        "typing" => Some(Doing::Typing),
        "gone" => None,
        _ => Some(Doing::Viewing),
    };
    let act = posted.desk.act(&app);
    let Ok(reference) = reference.parse::<Reference>() else {
        return posted.desk.refuse(&app, &crate::problem::Problem::not_found("case"));
    };
    match app.office.write(act, move |tx, act| desk::present(tx, act, &reference, doing)).await {
        Ok(()) => Desk::private(StatusCode::NO_CONTENT.into_response()),
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}
