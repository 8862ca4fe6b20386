//! The REST API: every verb of the office as a resource, described by an OpenAPI document.
//!
//! A change of state is a resource that is created: a resolution, a transfer, a reopening. Writes that two people
//! could make at once name the revision that was read.

mod acts;
mod asked;
mod body;
mod cases;
mod casework;
mod catalogue;
mod customers;
mod describe;
pub(crate) mod described;
mod figures;
mod forms;
mod jobs;
mod outbox;
mod views;
mod wire;
mod wire_casework;

pub(crate) use figures::ScorecardView;

use crate::App;
use axum::Router;
use axum::http::header;
use axum::routing::get;
use std::sync::LazyLock;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The document, written once.
static OPENAPI: LazyLock<String> = LazyLock::new(|| {
    let (_, mut document) = described().split_for_parts();
    describe::complete(&mut document);
    document.to_pretty_json().unwrap_or_default()
});

pub(crate) fn routes() -> Router<App> {
    let (router, _) = described().split_for_parts();
    let document = || async { ([(header::CONTENT_TYPE, "application/json")], OPENAPI.as_str()) };
    router.route("/openapi.json", get(document))
}

/// The API's own description, as JSON.
pub fn openapi() -> &'static str {
    &OPENAPI
}

fn described() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(catalogue::services))
        .routes(routes!(catalogue::service))
        .routes(routes!(forms::form))
        .routes(routes!(catalogue::agencies))
        .routes(routes!(cases::list, cases::open))
        .routes(routes!(cases::one))
        .routes(routes!(cases::queue))
        .routes(routes!(cases::drafts))
        .routes(routes!(acts::assign, acts::unassign))
        .routes(routes!(acts::note))
        .routes(routes!(acts::reply))
        .routes(routes!(acts::hear))
        .routes(routes!(acts::ask_customer, acts::go_on))
        .routes(routes!(acts::ask_transfer))
        .routes(routes!(acts::accept_transfer))
        .routes(routes!(acts::return_transfer))
        .routes(routes!(acts::ask_task))
        .routes(routes!(acts::answer_task))
        .routes(routes!(acts::mark_duplicate))
        .routes(routes!(acts::resolve))
        .routes(routes!(acts::reopen))
        .routes(routes!(acts::withdraw))
        .routes(routes!(acts::rate))
        .routes(routes!(casework::merge, casework::unmerge))
        .routes(routes!(casework::split))
        .routes(routes!(casework::put_under, casework::take_out))
        .routes(routes!(casework::correct))
        .routes(routes!(casework::snooze, casework::wake))
        .routes(routes!(asked::offers, casework::offer))
        .routes(routes!(casework::ask_approval))
        .routes(routes!(casework::answer_approval))
        .routes(routes!(asked::asked_of_me))
        .routes(routes!(customers::look))
        .routes(routes!(figures::scorecard))
        .routes(routes!(jobs::dead))
        .routes(routes!(jobs::replay))
        .routes(routes!(outbox::latest))
}
