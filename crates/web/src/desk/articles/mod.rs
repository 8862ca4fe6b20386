//! Articles at the desk: found, read, written, and offered beside what an officer writes.

mod form;
mod forms;
mod list;
pub(super) mod offered;
mod particulars;
mod show;

use super::officer::Desk;
use crate::App;
use crate::portal::say::Text;
use axum::Router;
use axum::routing::{get, post};
use office::city::City;
use office::knowledge::Card;
use wording::Language;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/desk/articles", get(list::page).post(forms::begin))
        .route("/desk/articles/new", get(forms::new))
        .route("/desk/articles/suggest", post(offered::suggest))
        .route("/desk/articles/{id}", get(show::page))
        .route("/desk/articles/{id}/particulars", get(particulars::page).post(particulars::change))
        .route("/desk/articles/{id}/texts/{tag}", get(forms::text).post(forms::write))
        .route("/desk/articles/{id}/{act}", post(show::act))
}

/// Where an article is at the desk.
fn address(desk: &Desk, id: impl std::fmt::Display) -> String {
    format!("/desk/articles/{id}?lang={}", desk.language.tag())
}

/// What an article is called on a page, and how it begins.
fn heading(city: &City, card: &Card, language: Language) -> (Text, Text) {
    let Some((tag, heading)) = card.heading(&[language.tag(), city.language()]) else {
        return (Text::default(), Text::default());
    };
    (Text::in_language(&heading.title, tag, language), Text::in_language(&heading.lead, tag, language))
}
