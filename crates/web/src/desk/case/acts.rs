//! What officers do to a case by small forms: each is done once, however often its button is pressed.

use super::show::{Told, said, show};
use super::wanted::{Wanted, perform, wanted};
use super::{at, key, pages};
use crate::App;
use crate::desk::officer::Posted;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::Verb;
use terms::Reference;

/// `POST /desk/cases/{reference}/{act}`
pub(super) async fn act(
    State(app): State<App>,
    Path((reference, name)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let desk = &posted.desk;
    let done = match (reference.parse::<Reference>(), wanted(&app, &posted, &name)) {
        (_, Ok(None)) => return desk.refuse(&app, &Problem::not_found("page")),
        (Ok(known), Ok(Some(wanted))) => do_once(&app, &posted, known, wanted).await,
        (Err(_), _) => Err(office::Refusal::NotFound("case")),
        (_, Err(refusal)) => Err(refusal),
    };
    match done {
        Ok(()) => Redirect::to(&at(desk, &reference)).into_response(),
        Err(refusal) => {
            let wrong = Some(said(desk.language, &refusal));
            let told = Told { wrong, act: Some((name, posted.fields.clone())), ..Told::default() };
            tell(&app, &posted, &reference, told).await
        }
    }
}

/// What was filled in, again, with why it was not done: where it was asked.
async fn tell(app: &App, posted: &Posted, reference: &str, told: Told) -> Response {
    let known = reference.parse::<Reference>();
    match (known, told.act.as_ref().map(|(name, _)| name.clone())) {
        (Ok(known), Some(name)) if pages::is_one(&name) => {
            pages::show(app, &posted.desk, (known, &name), told).await
        }
        _ => show(app, &posted.desk, reference, told).await,
    }
}

async fn do_once(app: &App, posted: &Posted, reference: Reference, wanted: Wanted) -> Verb<()> {
    let act = posted.desk.act(app);
    let key = key(posted, &act, "desk-act")?;
    let revision = posted.text("revision").parse::<i64>().unwrap_or(0);
    app.office
        .write(act, move |tx, act| {
            office::once(tx, act, Some(&key), |tx| perform(tx, act, (&reference, revision), &wanted))
        })
        .await
}
