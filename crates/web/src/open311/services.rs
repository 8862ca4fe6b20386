//! Discovery, the list of services, and what each asks.

use super::{Answer, Faults, name, respond, same_city};
use crate::App;
use crate::caller::origin;
use crate::fields::of_query;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use channels::open311::{self as wire, Attribute, Endpoint, Fault, ServiceEntry, ServiceType};
use forms::{Choice, Field, Form, Kind};
use office::city::{Handling, Service};
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
        contact: city.contact.text(city.language()).to_owned(),
        key_service: city.key_service.clone(),
        endpoints: vec![endpoint],
    });
    respond(request.uri().path(), StatusCode::OK, Ok(("discovery", tree)))
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
        let attributes = attributes(&service.form, app.office.city.language());
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
        metadata: !attributes(&service.form, language).is_empty(),
        kind: match service.handling {
            Handling::Realtime => ServiceType::Realtime,
            Handling::Batch => ServiceType::Batch,
            Handling::Blackbox => ServiceType::Blackbox,
        },
        keywords: service.keywords.clone(),
        group: service.group.text(language).to_owned(),
    }
}

/// The fields of a form as the standard knows them. It has no groups, so the first item of each stands for all; it has
/// no files but `media_url`; and it has no conditions, so what is required under one is not required here.
fn attributes(form: &Form, language: &str) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    for field in form.fields() {
        let required = field.required && form.is_always_asked(&field.code);
        let title = field.title.text(language);
        match &field.kind {
            Kind::Group(fields, _) => attributes.extend(fields.iter().filter_map(|inner| {
                let code = format!("{}.1.{}", field.code, inner.code);
                let title = format!("{title}: {}", inner.title.text(language));
                attribute(inner, (code, title), required && inner.required, language)
            })),
            _ => attributes.extend(attribute(field, (field.code.clone(), title.into()), required, language)),
        }
    }
    attributes
}

fn attribute(
    field: &Field,
    (code, description): (String, String),
    required: bool,
    language: &str,
) -> Option<Attribute> {
    let value = |choice: &Choice| (choice.key.clone(), choice.name.text(language).to_owned());
    let values = match field.kind {
        Kind::YesNo => ["yes", "no"].map(|key| (key.to_owned(), key.to_owned())).to_vec(),
        _ => field.choices().iter().map(value).collect(),
    };
    Some(Attribute {
        variable: true,
        code,
        datatype: data_type(&field.kind)?,
        required,
        hint: field.hint.text(language).to_owned(),
        description,
        values,
    })
}

/// A kind of field in the words of the standard; none for what it does not know.
const fn data_type(kind: &Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Line(_) | Kind::Email | Kind::Phone => "string",
        Kind::Text(_) => "text",
        Kind::Number(_) | Kind::Whole(_) => "number",
        Kind::Date | Kind::DateTime => "datetime",
        Kind::OneOf(_) | Kind::YesNo => "singlevaluelist",
        Kind::SeveralOf(..) => "multivaluelist",
        Kind::Upload(..) | Kind::Group(..) => return None,
    })
}
