//! Jobs that failed for good: seen, and given another life.

use super::body::named;
use crate::App;
use crate::caller::Caller;
use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use office::jobs;
use serde::Serialize;
use terms::{Channel, JobId, Purpose};
use utoipa::ToSchema;

/// A job that failed for good.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct JobView {
    id: String,
    class: String,
    kind: String,
    attempts: u32,
    last_error: Option<String>,
    created_at: Timestamp,
}

/// The jobs that a person has to look at.
#[utoipa::path(get, path = "/jobs", tag = "jobs", responses((status = 200, body = Vec<JobView>)))]
pub(crate) async fn dead(State(app): State<App>, caller: Caller) -> Result<Json<Vec<JobView>>, Problem> {
    let found = app.office.read(caller.act(&app, Channel::Api, Purpose::Operation), jobs::dead).await?;
    let view = |job: records::jobs::Job| JobView {
        id: job.id.to_string(),
        class: job.class,
        kind: job.kind,
        attempts: job.attempts,
        last_error: job.last_error,
        created_at: job.created_at,
    };
    Ok(Json(found.into_iter().map(view).collect()))
}

/// Tries a dead job again.
#[utoipa::path(post, path = "/jobs/{id}/attempts", tag = "jobs", params(("id" = String, Path)),
    responses((status = 202)))]
pub(crate) async fn replay(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    let id: JobId = named(&id, "job")?;
    let act = caller.act(&app, Channel::Api, Purpose::Operation);
    app.office.write(act, move |tx, act| jobs::replay(tx, act, id)).await?;
    Ok(StatusCode::ACCEPTED)
}
