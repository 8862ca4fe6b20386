//! Discovery, the list of services, and what each asks.

use super::{Answer, Faults, name, respond, same_city};
use crate::App;
use crate::fields::of_query;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use channels::open311::{self as wire, Attribute, Endpoint, Fault, ServiceEntry, ServiceType};
use office::city::{DataType, Handling, Question, Service};
use terms::Channel;

/// `GET discovery`
pub(crate) async fn discovery(State(app): State<App>, request: Request) -> Response {
    let changeset = super::entries::instant(&app, app.changeset);
    let endpoint = Endpoint {
        url: format!("{}/open311/v2", origin(&app, request.headers())),
        changeset: changeset.clone(),
        kind: if app.settings.demo { "test" } else { "production" },
    };
    let city = &app.office.city;
    let tree = wire::discovery(&wire::Discovery {
        changeset,
        contact: city.contact.clone(),
        key_service: city.key_service.clone(),
        endpoints: vec![endpoint],
    });
    respond(request.uri().path(), StatusCode::OK, Ok(("discovery", tree)))
}

/// The address under which the client reached this server.
fn origin(app: &App, headers: &HeaderMap) -> String {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let proxied = app.settings.trust_proxy;
    let scheme = text("x-forwarded-proto").filter(|_| proxied).unwrap_or("http");
    let host =
        text("x-forwarded-host").filter(|_| proxied).or(text(header::HOST.as_str())).unwrap_or("localhost");
    format!("{scheme}://{host}")
}

/// `GET services`
pub(crate) async fn list(State(app): State<App>, request: Request) -> Response {
    let answer = (|| -> Answer {
        same_city(&app, &of_query(request.uri().query())?)?;
        let offered = app.office.city.services.values().filter(|service| is_offered(service));
        let entries: Vec<ServiceEntry> = offered.map(|service| entry(&app, service)).collect();
        Ok(("services", wire::services(&entries)))
    })();
    respond(request.uri().path(), StatusCode::OK, answer)
}

/// `GET services/{code}`
pub(crate) async fn definition(
    State(app): State<App>,
    Path(code): Path<String>,
    request: Request,
) -> Response {
    let answer = (|| -> Answer {
        same_city(&app, &of_query(request.uri().query())?)?;
        let code = name(&code)?;
        let service = app.office.city.services.get(code).filter(|service| is_offered(service));
        let service = service.ok_or_else(|| Faults::from(Fault::not_found("service_code was not found")))?;
        let attributes: Vec<Attribute> =
            service.questions.iter().map(|question| attribute(&app, question)).collect();
        Ok(("service_definition", wire::definition(code, &attributes)))
    })();
    respond(request.uri().path(), StatusCode::OK, answer)
}

/// Only what can be asked for over this door is shown at it.
fn is_offered(service: &Service) -> bool {
    service.open_to(Channel::App)
}

fn entry(app: &App, service: &Service) -> ServiceEntry {
    let language = app.office.city.language();
    ServiceEntry {
        code: service.code.to_string(),
        name: service.name.text(language).to_owned(),
        description: service.help.text(language).to_owned(),
        metadata: !service.questions.is_empty(),
        kind: match service.handling {
            Handling::Realtime => ServiceType::Realtime,
            Handling::Batch => ServiceType::Batch,
            Handling::Blackbox => ServiceType::Blackbox,
        },
        keywords: service.keywords.clone(),
        group: service.group.text(language).to_owned(),
    }
}

fn attribute(app: &App, question: &Question) -> Attribute {
    let language = app.office.city.language();
    let value =
        |(key, name): &(String, office::city::Localized)| (key.clone(), name.text(language).to_owned());
    Attribute {
        variable: question.data_type.is_some(),
        code: question.code.clone(),
        datatype: question.data_type.map_or("string", data_type),
        required: question.required,
        hint: question.hint.text(language).to_owned(),
        description: question.prompt.text(language).to_owned(),
        values: question.choices.iter().map(value).collect(),
    }
}

const fn data_type(kind: DataType) -> &'static str {
    match kind {
        DataType::String => "string",
        DataType::Number => "number",
        DataType::DateTime => "datetime",
        DataType::Text => "text",
        DataType::SingleValueList => "singlevaluelist",
        DataType::MultiValueList => "multivaluelist",
    }
}
