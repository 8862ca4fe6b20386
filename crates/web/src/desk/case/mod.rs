//! The page of a case: all that happened, all that is known, what can be written and what can be done.

mod acts;
mod casework;
mod clocks;
mod compose;
mod composer;
mod family;
mod history;
mod offers;
mod pages;
pub(super) mod questions;
mod show;
mod side;
mod timeline;
mod unsent;
mod wanted;

use crate::App;
use axum::Router;
use axum::routing::{get, post};
use office::{Act, Key, Verb};

use super::inbox;
use super::officer::{Desk, Posted};
pub(super) use composer::snippets;
pub(super) use show::{CasePart, beside};
pub(super) use side::in_words;
use std::fmt::Display;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/desk/cases/{reference}", get(show::page))
        .route("/desk/cases/{reference}/files/{file}", get(show::file))
        .route("/desk/cases/{reference}/customer", post(show::look))
        .route("/desk/cases/{reference}/composition", post(compose::save))
        .route("/desk/cases/{reference}/composition/{step}", post(compose::step))
        .route("/desk/cases/{reference}/{act}", get(pages::page).post(acts::act))
        .route("/desk/compositions", get(unsent::page))
}

/// What tells this form from any other that was sent: a second tap sends the same one again.
pub(super) fn key(posted: &Posted, act: &Act, door: &str) -> Verb<Key> {
    let fields = posted.fields.iter().map(|(name, value)| format!("{name}={value}"));
    let files = posted.files.iter().map(|file| {
        let bytes = file.bytes.as_ref().map(|bytes| office::fingerprint(bytes));
        format!("{}={} {}", file.field, file.name, bytes.unwrap_or_default())
    });
    let all = fields.chain(files).collect::<Vec<_>>().join("\0");
    let key = office::fingerprint(format!("{}\0{all}", posted.desk.session().as_str()).as_bytes());
    Key::new(door, act, &key, all.as_bytes())
}

/// Where a page of the desk is, for an officer who comes from a list and chose a language.
fn address(desk: &Desk, path: &str) -> String {
    format!("{path}?{}lang={}", desk.list(), desk.language.tag())
}

/// What is added to the address of what is done to a case, so that it is shown again where it was.
fn again(desk: &Desk) -> String {
    let case = desk.case_beside().map(|case| format!("case={case}&")).unwrap_or_default();
    format!("?{}{case}lang={}", desk.list(), desk.language.tag())
}

/// Where a case is shown: beside its list if the last one was, or else on a page of its own.
fn at(desk: &Desk, reference: impl Display) -> String {
    match desk.case_beside() {
        Some(_) => inbox::beside::address(&desk.list(), reference, desk.language),
        None => address(desk, &format!("/desk/cases/{reference}")),
    }
}
