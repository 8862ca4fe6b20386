//! The lobby of an office: its screens and kiosks, which nobody signs in at.

pub(crate) mod device;

use crate::App;
use crate::pages::asset;
use axum::Router;
use axum::routing::get;

/// What every screen on a wall looks like.
const STYLE: &str = asset("board.css");

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/board/{token}", get(device::exchange))
        .route("/kiosk/{token}", get(device::exchange))
}
