//! The desk: where officers work everything that comes in, over every channel; no page needs a script.

mod approvals;
mod articles;
mod behalf;
mod bookings;
mod bulk;
mod case;
mod counter;
mod deeds;
mod form;
mod frame;
mod go;
mod handover;
mod inbox;
mod keys;
pub(crate) mod live;
mod lobby;
mod macros;
mod officer;
mod password;
mod presence;
mod reception;
mod search;
mod sessions;
mod shift;
mod sign_in;
mod team;
mod who;

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
        .route("/desk/references.json", get(inbox::references))
        .route("/desk/live", get(live::live))
        .route("/desk/views", post(inbox::saved::save))
        .route("/desk/views/{id}", post(inbox::saved::change))
        .route("/desk/views/{id}/removal", post(inbox::saved::remove))
        .route("/desk/beside", post(inbox::beside::choose))
        .route("/desk/columns", post(inbox::saved::choose_columns))
        .route("/desk/approvals", get(approvals::page))
        .route("/desk/bulk", get(bulk::choose).post(bulk::plan))
        .route("/desk/bulk/{id}", get(bulk::page))
        .route("/desk/bulk/{id}/start", post(bulk::start))
        .route("/desk/bulk/{id}/undo", post(bulk::undo))
        .route("/desk/bulk/{id}/again", post(bulk::again))
        .route("/desk/macros", get(macros::page).post(macros::save))
        .route("/desk/macros/{id}", post(macros::change))
        .route("/desk/macros/{id}/removal", post(macros::remove))
        .route("/desk/team", get(team::page))
        .route("/desk/team.json", get(team::now))
        .route("/desk/team/assignment", post(team::assign))
        .route("/desk/counter", get(counter::page))
        .route("/desk/counter/{deed}", post(counter::act))
        .route("/desk/lobby", get(lobby::page))
        .route("/desk/lobby/{deed}", post(lobby::act))
        .route("/desk/lobby/live/{office}", get(lobby::live))
        .route("/desk/reception", get(reception::page).post(reception::let_in))
        .route("/desk/reception/bookings", post(reception::booked_comes))
        .route("/desk/cases/{reference}/presence", post(presence::present))
        .route("/desk/keys", get(keys::page).post(keys::choose))
        .route("/desk/sign-in", get(sign_in::page).post(sign_in::sign_in))
        .route("/desk/sign-out", post(sign_in::sign_out))
        .route("/desk/password", get(password::page).post(password::change))
        .route("/desk/sessions", get(sessions::page).post(sessions::end))
        .route("/desk/shift", get(shift::page).post(shift::save))
        .route("/desk/shift/end", get(handover::page).post(handover::end))
        .merge(articles::routes())
        .merge(behalf::routes())
        .merge(bookings::routes())
        .merge(case::routes())
        // Each form says itself how large it may be.
        .layer(DefaultBodyLimit::disable())
}
