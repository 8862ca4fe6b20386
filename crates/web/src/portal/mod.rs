//! The portal: every service of every agency behind one door, for whoever comes; no page needs a script.

mod article;
pub(crate) mod ask;
pub(crate) mod book;
pub(crate) mod control;
mod feedback;
pub(crate) mod files;
mod find;
mod follow;
mod followers;
mod form;
pub(crate) mod guest;
mod offices;
pub(crate) mod posted;
mod reports;
pub(crate) mod say;
mod service;
mod statements;
mod visit;

use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(find::home))
        .route("/services", get(find::services))
        .route("/services/{code}", get(service::page))
        .route("/suggest", get(find::suggest))
        .route("/life/{code}", get(find::life_event))
        .route("/help/{code}", get(article::page))
        .route("/help/{code}/feedback", post(article::say))
        .route("/where", get(find::locate))
        .route("/districts.geojson", get(find::districts))
        .route("/ask/{service}", get(ask::start).post(ask::begin))
        .route("/asking/{id}", get(ask::go))
        .route("/asking/{id}/done", get(ask::done))
        .route("/asking/{id}/later", get(ask::later).post(ask::save_for_later))
        .route("/asking/{id}/{step}", get(ask::step).post(ask::write))
        .route("/asking/{id}/files/{file}", get(ask::attachment))
        .route("/resume/{link}", get(ask::resume_page).post(ask::resume))
        .route("/offline-drafts", post(ask::offline_draft))
        .route("/follow", get(follow::follow).post(follow::find))
        .route("/follow/code", get(follow::ask_code_page).post(follow::ask_code))
        .route("/follow/code/{id}", get(follow::use_code_page).post(follow::use_code))
        .route("/cases/{reference}", get(follow::page))
        .route("/cases/{reference}/{act}", get(follow::act_page).post(follow::act))
        .route("/cases/{reference}/files/{file}", get(follow::file))
        .route("/reports", get(reports::list))
        .route("/reports.json", get(reports::map))
        .route("/reports.rss", get(reports::feed))
        .route("/reports/{reference}", get(reports::one))
        .route("/reports/{reference}/feed.rss", get(reports::feed_of))
        .route("/reports/{reference}/pictures/{picture}", get(reports::picture))
        .route("/reports/{reference}/follow", get(followers::ask_page).post(followers::ask))
        .route("/following/{secret}", get(followers::page).post(followers::end))
        .route("/following/{secret}/confirmation", post(followers::confirm))
        .route("/offices", get(offices::page))
        .route("/offices/{code}", get(offices::one).post(offices::join))
        .route("/visits/{secret}", get(visit::page))
        .route("/visits/{secret}/now", get(visit::part))
        .route("/visits/{secret}/{act}", get(visit::act_page).post(visit::act))
        .route("/book", get(book::choose_page).post(book::hold))
        .route("/book/{id}", get(book::held_page).post(book::confirm))
        .route("/bookings/{secret}", get(book::booking_page))
        .route("/bookings/{secret}/times", get(book::times_page).post(book::change))
        .route("/bookings/{secret}/cancellation", get(book::cancel_page).post(book::cancel))
        .route("/bookings/{secret}/earlier", post(book::earlier))
        .route("/bookings/{secret}/offer", post(book::answer_offer))
        .route("/bookings/{secret}/calendar.ics", get(book::calendar))
        .route("/feedback", get(feedback::page).post(feedback::give))
        .route("/complaints", get(feedback::complaints))
        .route("/accessibility", get(statements::accessibility))
        .route("/translations", get(statements::translations))
        .route("/offline", get(statements::offline))
        // Each form says itself how large it may be.
        .layer(DefaultBodyLimit::disable())
}
