//! Pages for people: the start page and the public scorecard. Every page works without a script.

mod assets;
mod chart;
mod installed;
pub(crate) mod layout;
mod scorecard;
mod sheet;
mod start;
mod style;
mod waits;

use crate::App;
use crate::caller::AcceptedLanguage;
use crate::problem::Problem;
use askama::Template;
pub(crate) use assets::{Asset, named, path as asset};
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
pub(crate) use layout::{Layout, Link, language};
use office::city::City;
use std::convert::Infallible;
use wording::Language;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/about", get(start::page))
        .route("/scorecard", get(scorecard::page))
        .route("/scorecard.csv", get(scorecard::csv))
        .route("/scorecard/offices.csv", get(scorecard::waits_csv))
        .route("/scorecard.json", get(scorecard::json))
        .route("/assets/{name}", get(assets::asset))
        .route("/manifest.webmanifest", get(installed::manifest))
        .route("/style", get(style::page))
        .route("/sw.js", get(installed::worker))
}

/// Renders a page; it may be kept for a moment, by nobody but the reader where it is about them.
pub(crate) fn render(page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => {
            let mut response = Html(html).into_response();
            let headers = response.headers_mut();
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
            response
        }
        Err(error) => {
            tracing::error!(%error, "a page does not render");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Percent-encodes what cannot stand in a query.
pub(crate) fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
        escaped
    })
}

/// Which address a page was asked for at, and in which languages: what a refusal has to know to be understood.
#[derive(Clone)]
pub(crate) struct Visitor {
    uri: Uri,
    accepted: AcceptedLanguage,
}

impl Visitor {
    pub(crate) fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        Self { uri: uri.clone(), accepted: AcceptedLanguage::of(headers) }
    }

    pub(crate) fn path(&self) -> &str {
        self.uri.path()
    }

    /// The parts of the query, but for the language.
    pub(crate) fn query(&self) -> impl Iterator<Item = &str> {
        let parts = self.uri.query().unwrap_or_default().split('&');
        parts.filter(|part| !part.is_empty() && !part.starts_with("lang="))
    }

    /// The language that the query asks for; empty where it asks for none.
    pub(crate) fn asked_language(&self) -> String {
        let parts = self.uri.query().unwrap_or_default().split('&');
        parts.filter_map(|part| part.strip_prefix("lang=")).next_back().unwrap_or_default().to_owned()
    }

    fn language(&self, city: &City) -> Language {
        language(city, &self.asked_language(), &self.accepted)
    }

    /// This address again, up to where `lang=` can be added. It never leads to another server, whatever was asked for.
    pub(crate) fn again(&self) -> String {
        let path = self.path().trim_start_matches(['/', '\\']);
        self.query().fold(format!("/{path}?"), |address, part| address + part + "&")
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.uri, &parts.headers))
    }
}

/// A page that says what did not work.
#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    layout: Layout,
    language: Language,
    message: String,
    detail: &'a str,
}

/// A refusal as a page.
pub(crate) fn refuse(app: &App, visitor: &Visitor, problem: &Problem) -> Response {
    let language = visitor.language(&app.office.city);
    let (key, detail) = match problem.status {
        404 => ("problem-not-found", ""),
        413 => ("problem-too-large", ""),
        429 | 503 => ("problem-busy", ""),
        403 if problem.kind == "/problems/form" => ("problem-form-old", ""),
        // Why is said in English, and only to those who read it.
        403 | 409 if language.tag() == "en" => ("problem-not-now", problem.detail.as_str()),
        403 | 409 => ("problem-not-now", ""),
        _ => ("problem-other", problem.detail.as_str()),
    };
    let layout = Layout::new(app, language, &language.say("problem-title"), &visitor.again());
    let mut response = render(&ProblemPage { layout, language, message: language.say(key), detail });
    *response.status_mut() = problem.status();
    if let Some(seconds) = problem.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

#[cfg(test)]
mod tests {
    use super::Visitor;
    use axum::http::{HeaderMap, Uri};

    #[test]
    fn the_address_of_a_refusal_stays_on_this_server_and_keeps_its_query() {
        let cases = [
            ("/nowhere", "/nowhere?"),
            ("/scorecard?from=x&lang=ar&to=y", "/scorecard?from=x&to=y&"),
            ("//elsewhere.example/x", "/elsewhere.example/x?"),
        ];
        for (asked, again) in cases {
            assert_eq!(Visitor::of(&Uri::from_static(asked), &HeaderMap::new()).again(), again);
        }
    }
}
