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

use super::officer::Posted;
pub(super) use composer::snippets;
pub(super) use side::in_words;

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
fn address(desk: &super::officer::Desk, path: &str) -> String {
    format!("{path}?{}lang={}", desk.list(), desk.language.tag())
}
