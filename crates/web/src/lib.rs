//! HTTP and HTML only: each door turns what comes over the wire into a verb, and the verb's answer into its own format.

#![warn(clippy::unwrap_used, clippy::expect_used)]
#![expect(clippy::result_large_err, reason = "an error is about to become a response, which is larger")]

mod api;
mod app;
mod caller;
mod csv;
mod desk;
mod fields;
mod figures;
mod guard;
mod lobby;
mod open311;
mod ops;
mod packed;
mod pages;
mod portal;
mod problem;
mod prose;
mod shelf;
mod tiles;
mod turnstile;

pub use api::openapi;
pub use app::{App, Settings};
pub use lobby::speech::{Speaking, Speech};
pub use tiles::checked_tiles;

use axum::Router;
use axum::extract::State;
use axum::middleware::{from_fn_with_state, map_response_with_state};
use axum::response::Response;
use guard::Door;

/// All doors.
pub fn router(app: &App) -> Router {
    let guarded = |door: Door, routes: Router<App>| {
        let state = guard::Guarded { app: app.clone(), door };
        routes
            .fallback(guard::nothing_here)
            .method_not_allowed_fallback(guard::not_this_way)
            .layer(from_fn_with_state(state, guard::guard))
    };
    Router::new()
        .nest("/open311/v2", guarded(Door::Open311, open311::routes()))
        .nest("/api/v1", guarded(Door::Api, api::routes()))
        .merge(ops::routes().layer(map_response_with_state(app.clone(), protected)))
        .merge(
            guarded(
                Door::Pages,
                pages::routes().merge(portal::routes()).merge(desk::routes()).merge(lobby::routes()),
            )
            .layer(packed::layer()),
        )
        .with_state(app.clone())
}

/// The addresses for operators take no turn, so that they answer under any load; they are protected as all are.
async fn protected(State(app): State<App>, mut response: Response) -> Response {
    guard::protect(&app, &mut response);
    response
}
