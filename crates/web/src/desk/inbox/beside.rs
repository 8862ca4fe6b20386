//! The split view: a case beside its list, where the screen is wide enough, for browsers in which an officer chose it.

use crate::desk::officer::Posted;
use crate::portal::guest::set;
use axum::response::{IntoResponse, Redirect, Response};
use std::fmt::Display;
use wording::Language;

/// The cookie of the choice. It is the browser's, as it is a matter of the screen.
pub(in crate::desk) const BESIDE: &str = "__Host-desk-beside";
/// A year, in seconds.
const BESIDE_SECONDS: u32 = 31_536_000;

/// Where a case is shown beside a list. It leads to the row in the list, so that the list stays where it was.
pub(in crate::desk) fn address(list: &str, reference: impl Display, language: Language) -> String {
    format!("/desk?{list}case={reference}&lang={}#row-{reference}", language.tag())
}

/// `POST /desk/beside`
pub(crate) async fn choose(posted: Posted) -> Response {
    let desk = &posted.desk;
    let to = format!("/desk?{}lang={}", desk.list(), desk.language.tag());
    let mut response = Redirect::to(&to).into_response();
    match posted.text("beside") {
        "yes" => set(&mut response, BESIDE, "yes", BESIDE_SECONDS),
        _ => set(&mut response, BESIDE, "", 0),
    }
    response
}
