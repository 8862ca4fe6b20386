//! The stylesheet and the mark: part of the binary, named after their content so that they may be kept for ever.

use super::Visitor;
use crate::App;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

const CSS: &str = include_str!("../../assets/rotunda.css");
const MARK: &str = include_str!("../../assets/mark.svg");

/// The stylesheet's address. It changes when the stylesheet does.
pub(crate) const STYLESHEET: &str = concat!("/assets/rotunda.", env!("ROTUNDA_CSS_HASH"), ".css");

/// `GET /assets/{name}`
pub(crate) async fn asset(State(app): State<App>, Path(name): Path<String>, visitor: Visitor) -> Response {
    let kept = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    match name.as_str() {
        "mark.svg" => ([kept, (header::CONTENT_TYPE, "image/svg+xml")], MARK).into_response(),
        name if STYLESHEET.ends_with(name) && name.starts_with("rotunda.") => {
            ([kept, (header::CONTENT_TYPE, "text/css; charset=utf-8")], CSS).into_response()
        }
        _ => super::refuse(&app, &visitor, &Problem::not_found("file")),
    }
}
