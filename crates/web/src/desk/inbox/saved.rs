//! Views that officers keep: made from the filter at hand, renamed, shared, deleted; and their columns.

use super::asked::Asked;
use crate::App;
use crate::desk::officer::Posted;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::desk::{self, Column, NewView, ViewKey};
use office::{Refusal, Verb};
use records::cases::Order;
use terms::ViewId;

/// Back to a list.
fn to(posted: &Posted, view: &str) -> Response {
    Redirect::to(&format!("/desk?view={view}&lang={}", posted.desk.language.tag())).into_response()
}

/// What is wrong with a name or a filter, in the officer's words.
fn refuse(app: &App, posted: &Posted, refusal: Refusal) -> Response {
    let language = posted.desk.language;
    let said = match &refusal {
        Refusal::Invalid(mistakes) if mistakes.iter().any(|mistake| mistake.field == "name") => {
            Some("desk-name-wrong")
        }
        Refusal::Invalid(_) => Some("desk-wrong-unreadable"),
        _ => None,
    };
    let mut problem = Problem::from(refusal);
    if let Some(key) = said {
        problem.detail = language.say(key);
    }
    posted.desk.refuse(app, &problem)
}

fn answer(app: &App, posted: &Posted, done: Verb<String>) -> Response {
    match done {
        Ok(view) => to(posted, &view),
        Err(refusal) => refuse(app, posted, refusal),
    }
}

/// The columns that a form chose.
fn columns(posted: &Posted) -> Vec<Column> {
    let chosen = |column: &Column| posted.all("column").any(|name| name == column.as_str());
    Column::ALL.into_iter().filter(chosen).collect()
}

/// `POST /desk/views`
pub(crate) async fn save(State(app): State<App>, posted: Posted) -> Response {
    let asked = Asked::of(&posted.fields);
    let Some(Ok(filter)) = asked.filter else {
        return refuse(&app, &posted, Refusal::invalid("filter", "it cannot be read"));
    };
    let chosen = columns(&posted);
    let new = NewView {
        name: posted.text("name").to_owned(),
        filter,
        order: asked.order.unwrap_or(Order::Due),
        columns: if chosen.is_empty() { Column::FIRST.to_vec() } else { chosen },
        shared: posted.text("shared") == "yes",
    };
    let act = posted.desk.act(&app);
    let saved = app.office.write(act, move |tx, act| desk::save_view(tx, act, &new)).await;
    answer(&app, &posted, saved.map(|id| id.to_string()))
}

/// `POST /desk/views/{id}`
pub(crate) async fn change(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let (name, shared) = (posted.text("name").to_owned(), posted.text("shared") == "yes");
    let Ok(view) = id.parse::<ViewId>() else { return refuse(&app, &posted, Refusal::NotFound("view")) };
    let act = posted.desk.act(&app);
    let verb =
        move |tx: &mut records::Tx<'_>, act: &office::Act| desk::change_view(tx, act, view, (&name, shared));
    let changed = app.office.write(act, verb).await;
    answer(&app, &posted, changed.map(|()| id))
}

/// `POST /desk/views/{id}/removal`
pub(crate) async fn remove(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let Ok(view) = id.parse::<ViewId>() else { return refuse(&app, &posted, Refusal::NotFound("view")) };
    let act = posted.desk.act(&app);
    let removed = app.office.write(act, move |tx, act| desk::delete_view(tx, act, view)).await;
    answer(&app, &posted, removed.map(|()| "mine".to_owned()))
}

/// `POST /desk/columns`
pub(crate) async fn choose_columns(State(app): State<App>, posted: Posted) -> Response {
    let (view, chosen) = (posted.text("view").to_owned(), columns(&posted));
    let Ok(key) = view.parse::<ViewKey>() else {
        return refuse(&app, &posted, Refusal::NotFound("view"));
    };
    let act = posted.desk.act(&app);
    let kept = app.office.write(act, move |tx, act| desk::choose_columns(tx, act, key, &chosen)).await;
    answer(&app, &posted, kept.map(|()| view))
}
