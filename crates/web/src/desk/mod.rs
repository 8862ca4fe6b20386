//! The desk: where officers work everything that comes in, over every channel; no page needs a script.

mod case;
mod frame;
mod go;
mod inbox;
mod officer;
mod search;
mod sign_in;

use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/desk", get(inbox::page))
        .route("/desk/go", get(go::page))
        .route("/desk/search", get(search::page))
        .route("/desk/suggest", get(search::suggest))
        .route("/desk/sign-in", get(sign_in::page).post(sign_in::sign_in))
        .route("/desk/sign-out", post(sign_in::sign_out))
        .merge(case::routes())
        // Each form says itself how large it may be.
        .layer(DefaultBodyLimit::disable())
}
