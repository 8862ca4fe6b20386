//! Requests: listed, looked at, posted.

use super::{Answer, Faults, entries, name, path_of, public_act, respond, same_city};
use crate::App;
use crate::fields::{Fields, of_body, of_query};
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use channels::open311::{self as wire, Created, Fault, RequestEntry, RequestsQuery, Submission};
use office::city::Handling;
use office::customers::Person;
use office::intake::{self, Request as Asked};
use office::{Act, Key, once};
use records::cases::{self, Filter, PublicCase};
use records::{Tx, contacts, events};
use terms::{
    Answer as Given, Channel, Contact, Event, Principal, Purpose, Reference, ScopeName, ServiceCode,
};

/// A case with what its extension is made of.
type Extended = (PublicCase, Vec<Given>, Vec<Event>, Vec<Contact>);

/// `GET requests`
pub(crate) async fn list(State(app): State<App>, request: Request) -> Response {
    let answer = read(&app, request.uri().query()).await;
    respond(request.uri().path(), StatusCode::OK, answer)
}

async fn read(app: &App, query: Option<&str>) -> Answer {
    let fields = of_query(query)?;
    same_city(app, &fields)?;
    let query = wire::requests_query(&fields, app.office.now())?;
    let extensions = query.extensions;
    let found = app.office.read(public_act(app), move |tx, act| Ok(find(tx, act, &query)?)).await?;
    Ok(("service_requests", wire::requests(&entries(app, found, extensions))))
}

fn entries(app: &App, found: Vec<Extended>, extensions: bool) -> Vec<RequestEntry> {
    let entry = |(case, answers, events, contacts): Extended| {
        let extension = extensions.then(|| entries::extension(app, &case, &answers, &events, &contacts));
        RequestEntry { extension, ..entries::entry(app, case) }
    };
    found.into_iter().map(entry).collect()
}

fn find(tx: &mut Tx<'_>, act: &Act, query: &RequestsQuery) -> Result<Vec<Extended>, records::Broke> {
    let scope = act.public_scope();
    if let Some(ids) = &query.ids {
        let found = ids.iter().map(|id| cases::public_by_reference(tx, &scope, id));
        let found: Vec<Option<PublicCase>> = found.collect::<Result<_, _>>()?;
        return found.into_iter().flatten().map(|case| extend(tx, act, case, query.extensions)).collect();
    }
    let filter = Filter {
        services: query.service_codes.iter().map(ServiceCode::new).collect(),
        statuses: query.statuses.clone(),
        from: Some(query.from),
        to: Some(query.to),
        skip: (query.page - 1).saturating_mul(query.page_size),
        limit: query.page_size,
        ..Filter::default()
    };
    let cases = cases::list_public(tx, &scope, &filter)?;
    cases.into_iter().map(|case| extend(tx, act, case, query.extensions)).collect()
}

fn extend(
    tx: &mut Tx<'_>,
    act: &Act,
    case: PublicCase,
    extensions: bool,
) -> Result<Extended, records::Broke> {
    if !extensions {
        return Ok((case, Vec::new(), Vec::new(), Vec::new()));
    }
    let scope = act.public_scope();
    let answers = cases::by_id(tx, &scope, case.id)?.map(|case| case.told.answers).unwrap_or_default();
    let (events, contacts) = (events::of_case(tx, &scope, case.id)?, contacts::of_case(tx, &scope, case.id)?);
    Ok((case, answers, events, contacts))
}

/// `GET requests/{id}`
pub(crate) async fn one(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    let answer = read_one(&app, &id, request.uri().query()).await;
    respond(request.uri().path(), StatusCode::OK, answer)
}

async fn read_one(app: &App, id: &str, query: Option<&str>) -> Answer {
    let fields = of_query(query)?;
    same_city(app, &fields)?;
    let unknown = || Faults::from(Fault::not_found("service_request_id was not found"));
    let reference: Reference = name(id)?.parse().map_err(|_| unknown())?;
    let extensions = fields.iter().any(|(key, value)| key == "extensions" && value == "true");
    let found = app
        .office
        .read(public_act(app), move |tx, act| {
            let Some(case) = cases::public_by_reference(tx, &act.public_scope(), &reference)? else {
                return Ok(None);
            };
            Ok(Some(extend(tx, act, case, extensions)?))
        })
        .await?;
    let found = found.ok_or_else(unknown)?;
    Ok(("service_requests", wire::requests(&entries(app, vec![found], extensions))))
}

/// `GET tokens/{token}`
pub(crate) async fn token(State(app): State<App>, Path(token): Path<String>, request: Request) -> Response {
    let answer = read_token(&app, &token).await;
    respond(request.uri().path(), StatusCode::OK, answer)
}

async fn read_token(app: &App, token: &str) -> Answer {
    let token = name(token)?.to_owned();
    let asked = token.clone();
    let found = app.office.read(public_act(app), move |tx, act| intake::token(tx, act, &asked)).await?;
    let id = found.map(|reference| reference.to_string());
    Ok(("service_requests", wire::token(&token, id.as_deref())))
}

/// `POST requests`
pub(crate) async fn create(State(app): State<App>, request: Request) -> Response {
    let path = path_of(&request);
    let key =
        request.headers().get("idempotency-key").map(|value| value.to_str().unwrap_or_default().to_owned());
    let answer = match of_body(request, app.settings.largest_body_bytes).await {
        Ok(fields) => post(&app, fields, key).await,
        Err(unreadable) => Err(unreadable.into()),
    };
    respond(&path, StatusCode::CREATED, answer)
}

async fn post(app: &App, Fields { fields, raw }: Fields, key: Option<String>) -> Answer {
    let api_key = fields.iter().find(|(name, _)| name == "api_key").map(|(_, value)| value.trim().to_owned());
    let who = holder(app, api_key).await?;
    same_city(app, &fields)?;
    let submission = wire::submission(&fields)?;
    let city = &app.office.city;
    let service = city.services.get(submission.service_code.as_str());
    let service = service
        .ok_or_else(|| Faults::from(Fault::not_found("service_code was not found; see GET services")))?;
    let notice = entries::notice(city, Some(service), app.office.now());
    let later = service.handling != Handling::Realtime;
    let asked = asked(submission);
    let act = app.office.act(who, Channel::App, Purpose::Service);
    let key = key.map(|key| Key::new("open311", &act, &key, &raw)).transpose()?;
    let created = if later {
        let verb = move |tx: &mut Tx<'_>, act: &Act| {
            once(tx, act, key.as_ref(), |tx| intake::submit(tx, act, &asked))
        };
        Created::Token(app.office.write(act, verb).await?.token)
    } else {
        let verb = move |tx: &mut Tx<'_>, act: &Act| {
            once(tx, act, key.as_ref(), |tx| intake::report(tx, act, &asked))
        };
        Created::Id(app.office.write(act, verb).await?.reference.to_string())
    };
    Ok(("service_requests", wire::created(&created, notice.as_deref())))
}

/// Whom an API key stands for; without a good one nothing can be posted.
pub(crate) async fn holder(app: &App, api_key: Option<String>) -> Result<Principal, Faults> {
    let missing =
        || Faults::from(Fault::forbidden("api_key was not provided; discovery says where to get one"));
    let api_key = api_key.filter(|key| !key.is_empty()).ok_or_else(missing)?;
    let holder = app.token_holder(&api_key).await?;
    let opens =
        |who: &Principal| who.scopes.as_ref().is_none_or(|scopes| scopes.contains(&ScopeName::Open311));
    holder.filter(opens).ok_or_else(|| Fault::forbidden("api_key is not valid for Open311").into())
}

fn asked(submission: Submission) -> Asked {
    let person = Person {
        name: submission.name(),
        email: submission.email,
        phone: submission.phone,
        language: None,
        business: false,
    };
    Asked {
        service: submission.service_code,
        person,
        description: submission.description,
        answers: submission.answers,
        place: submission.place,
        media_url: submission.media_url,
        ..Asked::default()
    }
}
