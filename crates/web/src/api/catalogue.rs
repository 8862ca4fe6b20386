//! Services and agencies, as anybody may see them.

use super::body::named;
use super::forms::FieldView;
use crate::App;
use crate::caller::AcceptedLanguage;
use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use office::city::{City, Service};
use serde::Serialize;
use terms::{AgencyCode, ServiceCode};
use utoipa::ToSchema;
use wording::Language;

/// A service.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ServiceView {
    code: String,
    name: String,
    help: String,
    group: String,
    agency: String,
    kind: String,
    channels: Vec<String>,
    /// Whether anybody may see its cases, without names.
    public: bool,
    /// The time to a person's first answer, in words.
    first_reply: Option<String>,
    /// The time to the end of the work, in words.
    completion: Option<String>,
    outcomes: Vec<String>,
    /// What it asks; `/services/{code}/form` says it whole.
    form: Vec<FieldView>,
}

/// An agency.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AgencyView {
    code: String,
    name: String,
    queues: Vec<QueueView>,
}

/// A queue of an agency.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QueueView {
    code: String,
    name: String,
}

/// What customers can get.
#[utoipa::path(get, path = "/services", tag = "catalogue", responses((status = 200, body = Vec<ServiceView>)))]
pub(crate) async fn services(State(app): State<App>, accepted: AcceptedLanguage) -> Json<Vec<ServiceView>> {
    let (city, language) = (&app.office.city, language(&app.office.city, &accepted));
    Json(city.services.values().map(|service| view(&app, service, language)).collect())
}

/// One service, with what it asks in short.
#[utoipa::path(get, path = "/services/{code}", tag = "catalogue", params(("code" = String, Path)),
    responses((status = 200, body = ServiceView)))]
pub(crate) async fn service(
    State(app): State<App>,
    Path(code): Path<String>,
    accepted: AcceptedLanguage,
) -> Result<Json<ServiceView>, Problem> {
    let service =
        app.office.city.services.get(&ServiceCode::new(code)).ok_or_else(|| Problem::not_found("service"))?;
    Ok(Json(view(&app, service, language(&app.office.city, &accepted))))
}

/// Who serves.
#[utoipa::path(get, path = "/agencies", tag = "catalogue", responses((status = 200, body = Vec<AgencyView>)))]
pub(crate) async fn agencies(State(app): State<App>, accepted: AcceptedLanguage) -> Json<Vec<AgencyView>> {
    let city = &app.office.city;
    let tag = language(city, &accepted).tag();
    let queues = |agency: &AgencyCode| {
        let own = city.queues.values().filter(|queue| queue.agency == *agency);
        own.map(|queue| QueueView { code: queue.code.to_string(), name: queue.name.text(tag).to_owned() })
            .collect()
    };
    let view = |agency: &office::city::Agency| AgencyView {
        code: agency.code.to_string(),
        name: agency.name.text(tag).to_owned(),
        queues: queues(&agency.code),
    };
    Json(city.agencies.values().map(view).collect())
}

pub(crate) fn language(city: &City, accepted: &AcceptedLanguage) -> Language {
    Language::negotiate(&city.languages, &accepted.0)
}

fn view(app: &App, service: &Service, language: Language) -> ServiceView {
    let tag = language.tag();
    let promise = service.promise_on(app.office.city.calendar.day(app.office.now()));
    ServiceView {
        code: service.code.to_string(),
        name: service.name.text(tag).to_owned(),
        help: service.help.text(tag).to_owned(),
        group: service.group.text(tag).to_owned(),
        agency: service.agency.to_string(),
        kind: service.kind.to_string(),
        channels: service.channels.iter().map(ToString::to_string).collect(),
        public: service.public,
        first_reply: promise.and_then(|promise| promise.first_reply).map(|rule| rule.to_string()),
        completion: promise.and_then(|promise| promise.completion).map(|rule| rule.to_string()),
        outcomes: service.outcomes.iter().map(ToString::to_string).collect(),
        form: service.form.fields().iter().map(|field| FieldView::of(field, tag)).collect(),
    }
}

/// A word from a closed list, in a query.
pub(crate) fn word<T: std::str::FromStr>(text: &str, what: &'static str) -> Result<T, Problem> {
    named(text, what).map_err(|_| Problem::malformed(format!("{text:?} is no {what}")))
}
