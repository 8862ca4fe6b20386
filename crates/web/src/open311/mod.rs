//! The Open311 GeoReport v2 door.

mod bulk;
mod entries;
mod requests;
mod services;
mod updates;

use crate::App;
use crate::fields::Unreadable;
use crate::problem::Problem;
use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use channels::open311::{Fault, Format, Tree, errors};
use office::{Act, Refusal};
use records::Broke;
use terms::{Channel, Principal, Purpose};

/// The paths end in the format, which the router cannot split from what stands before it.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/discovery.xml", get(services::discovery))
        .route("/discovery.json", get(services::discovery))
        .route("/services.xml", get(services::list))
        .route("/services.json", get(services::list))
        .route("/services/{code}", get(services::definition))
        .route("/requests.xml", get(requests::list).post(requests::create))
        .route("/requests.json", get(requests::list).post(requests::create))
        .route("/requests.csv", get(bulk::all))
        .route("/requests/{id}", get(requests::one))
        .route("/tokens/{token}", get(requests::token))
        .route("/servicerequestupdates.xml", get(updates::list).post(updates::create))
        .route("/servicerequestupdates.json", get(updates::list).post(updates::create))
}

/// An answer of this door: a tree under a root, or faults.
pub(crate) type Answer = Result<(&'static str, Tree), Faults>;

/// What is wrong, with the HTTP status that says so.
#[derive(Debug)]
pub(crate) struct Faults {
    status: StatusCode,
    faults: Vec<Fault>,
    retry_after: Option<u64>,
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self::from(vec![fault])
    }
}

impl From<Vec<Fault>> for Faults {
    fn from(faults: Vec<Fault>) -> Self {
        let code = faults.first().map_or(400, |fault| fault.code);
        Self {
            status: StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_REQUEST),
            faults,
            retry_after: None,
        }
    }
}

impl From<Unreadable> for Faults {
    fn from(unreadable: Unreadable) -> Self {
        Fault { code: unreadable.status.as_u16(), description: unreadable.why }.into()
    }
}

/// The standard knows 400, 403 and 404; only overload and failure have other statuses.
impl From<Refusal> for Faults {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound(what) => Fault::not_found(format!("there is no such {what}")).into(),
            Refusal::Forbidden(why) => Fault::forbidden(why).into(),
            Refusal::Invalid(mistakes) => {
                let fault = |mistake: office::Mistake| match mistake.field.as_str() {
                    "service_code" => Fault::not_found(mistake.problem),
                    field => Fault::bad(format!("{field}: {}", mistake.problem)),
                };
                mistakes.into_iter().map(fault).collect::<Vec<_>>().into()
            }
            Refusal::Stale { .. } | Refusal::Conflict(_) | Refusal::KeyReused => {
                Fault::bad(refusal.to_string()).into()
            }
            Refusal::Broke(broke) => {
                let problem = Problem::from(Refusal::Broke(Broke::clone(&broke)));
                Self::from(&problem)
            }
        }
    }
}

impl From<&Problem> for Faults {
    fn from(problem: &Problem) -> Self {
        let fault = Fault { code: problem.status, description: problem.detail.clone() };
        Self { retry_after: problem.retry_after, ..fault.into() }
    }
}

/// Writes an answer in the format that the path asks for; XML where it asks for none.
pub(crate) fn respond(path: &str, success: StatusCode, answer: Answer) -> Response {
    let format = format_of(path).unwrap_or(Format::Xml);
    let (status, retry_after, body) = match answer {
        Ok((root, tree)) => (success, None, tree.render(root, format)),
        Err(faults) => (faults.status, faults.retry_after, errors(&faults.faults).render("errors", format)),
    };
    let mut response = (status, [(header::CONTENT_TYPE, format.content_type())], body).into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// A refusal from before the handler.
pub(crate) fn refuse(path: &str, problem: &Problem) -> Response {
    respond(path, StatusCode::OK, Err(Faults::from(problem)))
}

fn format_of(path: &str) -> Option<Format> {
    Format::of_ending(path.rsplit_once('.')?.1)
}

/// What stands before the ending of the last part of a path: a code, an id or a token.
pub(crate) fn name(part: &str) -> Result<&str, Faults> {
    match part.rsplit_once('.') {
        Some((name, ending)) if !name.is_empty() && Format::of_ending(ending).is_some() => Ok(name),
        _ => Err(Fault::not_found("end the address with .xml or .json").into()),
    }
}

/// An act of somebody who only looks.
pub(crate) fn public_act(app: &App) -> Act {
    app.office.act(Principal::public(), Channel::App, Purpose::Statistics)
}

/// Refuses another city than this one.
pub(crate) fn same_city(app: &App, fields: &[(String, String)]) -> Result<(), Faults> {
    let asked = fields.iter().find(|(key, value)| key == "jurisdiction_id" && !value.trim().is_empty());
    match asked {
        Some((_, value)) if value.trim() != app.office.city.jurisdiction => {
            let mend =
                format!("jurisdiction_id was not found; this server serves {}", app.office.city.jurisdiction);
            Err(Fault::not_found(mend).into())
        }
        _ => Ok(()),
    }
}

/// The whole path of a request in a nested router.
pub(crate) fn path_of(request: &Request) -> String {
    request.uri().path().to_owned()
}
