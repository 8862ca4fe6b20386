//! The lobby of an office: its screens and kiosks, which nobody signs in at.

mod board;
pub(crate) mod device;
mod kiosk;
pub(crate) mod live;
pub(crate) mod speech;

use crate::App;
use crate::pages::asset;
use axum::Router;
use axum::routing::get;

/// What every screen on a wall looks like.
const STYLE: &str = asset("board.css");

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/board", get(board::page))
        .route("/board/live", get(live::of_board))
        .route("/board/speech", get(speech::speak))
        .route("/board/{token}", get(device::exchange))
        .route("/kiosk/{token}", get(device::exchange))
        .route("/lobby/live/{office}", get(live::live))
        .route("/lobby/now/{office}", get(live::once))
        .merge(kiosk::routes())
}
