//! Pages for people: the start page and the public scorecard. No page needs a script.

mod assets;
mod chart;
mod layout;
mod scorecard;
mod start;

use crate::App;
use crate::problem::Problem;
use askama::Template;
use axum::Router;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use wording::Language;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(start::page))
        .route("/scorecard", get(scorecard::page))
        .route("/scorecard.csv", get(scorecard::csv))
        .route("/scorecard.json", get(scorecard::json))
        .route("/assets/{name}", get(assets::asset))
}

/// Renders a page; it may be kept for a moment, by nobody but the reader where it is about them.
pub(crate) fn render(page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => {
            let mut response = Html(html).into_response();
            let headers = response.headers_mut();
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
            response
        }
        Err(error) => {
            tracing::error!(%error, "a page does not render");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A page that says what did not work.
#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    language: Language,
    message: String,
    detail: &'a str,
    stylesheet: &'static str,
}

/// A refusal as a page.
pub(crate) fn refuse(headers: &HeaderMap, problem: &Problem) -> Response {
    let accepted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let every: Vec<String> = Language::all().map(|language| language.tag().to_owned()).collect();
    let language = Language::negotiate(&every, accepted);
    let (key, detail) = match problem.status {
        404 => ("problem-not-found", ""),
        429 | 503 => ("problem-busy", ""),
        _ => ("problem-other", problem.detail.as_str()),
    };
    let page = ProblemPage { language, message: language.say(key), detail, stylesheet: assets::STYLESHEET };
    let mut response = render(&page);
    *response.status_mut() = problem.status();
    if let Some(seconds) = problem.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}
