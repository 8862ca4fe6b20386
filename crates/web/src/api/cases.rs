//! Cases: opened, listed, seen whole.

use super::body::{Body, Query, named};
use super::catalogue::{language, word};
use super::described;
use super::views::{CaseView, CaseWhole, is_staff};
use super::wire::{CaseOpened, NewCase, PersonBody, PlaceBody};
use crate::App;
use crate::caller::{AcceptedLanguage, Caller};
use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use office::cases::{self, kept_words};
use office::customers::Person;
use office::intake::{self, Request};
use office::{Act, Key, once};
use records::Tx;
use records::cases::Filter;
use serde::{Deserialize, Serialize};
use terms::{
    Answer, CaseId, Channel, Place, Position, Principal, Purpose, QueueCode, Reference, ServiceCode,
};
use utoipa::{IntoParams, ToSchema};

/// Cases a page where none are asked for.
const PAGE: u32 = 50;

/// Which cases, and which part of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CasesQuery {
    /// Of this service.
    service: Option<String>,
    /// In this state.
    #[param(schema_with = described::status)]
    status: Option<String>,
    /// Opened at or after.
    from: Option<Timestamp>,
    /// Opened at or before.
    to: Option<Timestamp>,
    /// After this page: the `next` of the answer before.
    #[param(
        pattern = "^-?[0-9]{1,14}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        example = "1425308400000_01950000-0000-7000-8000-000000000000"
    )]
    after: Option<String>,
    /// How many.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u32>,
}

/// A page of cases, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CasesPage {
    cases: Vec<CaseView>,
    /// What to send as `after` for the next page, if there is one.
    next: Option<String>,
}

/// Opens a case.
#[utoipa::path(post, path = "/cases", tag = "cases", request_body = NewCase,
    responses((status = 201, body = CaseOpened)))]
pub(crate) async fn open(
    State(app): State<App>,
    caller: Caller,
    body: Body<NewCase>,
) -> Result<(StatusCode, Json<CaseOpened>), Problem> {
    if caller.is_public()
        && let Some(address) = caller.address
    {
        app.may_submit(address).map_err(Problem::too_many)?;
    }
    let channel = body.value.channel.filter(|_| is_staff(&caller.who));
    let act = caller.act(&app, channel.unwrap_or(Channel::Web), Purpose::Service);
    let key = caller.key.as_deref().map(|key| Key::new("api/cases", &act, key, &body.raw)).transpose()?;
    let request = request(body.value)?;
    let verb =
        move |tx: &mut Tx<'_>, act: &Act| once(tx, act, key.as_ref(), |tx| intake::report(tx, act, &request));
    let reported = app.office.write(act, verb).await?;
    let reference = reported.reference.to_string();
    Ok((
        StatusCode::CREATED,
        Json(CaseOpened { reference, secret: reported.secret, due_at: reported.due_at }),
    ))
}

pub(crate) fn person(new: PersonBody) -> Person {
    let PersonBody { name, email, phone, language, business } = new;
    Person { name, email, phone, language, business }
}

pub(crate) fn place(new: PlaceBody) -> Result<Place, Problem> {
    let position = match (new.lat, new.long) {
        (None, None) => None,
        (Some(lat), Some(long)) => Some(Position::new(lat, long).ok_or_else(|| {
            office::Refusal::invalid("place", "lat and long are no place on earth; send degrees in WGS 84")
        })?),
        _ => return Err(office::Refusal::invalid("place", "lat and long belong together").into()),
    };
    Ok(Place { address: new.address, address_id: new.address_id, zipcode: new.zipcode, position })
}

fn request(new: NewCase) -> Result<Request, Problem> {
    let (person, place) = (person(new.person), place(new.place)?);
    let answers =
        new.answers.into_iter().map(|answer| Answer { code: answer.code, values: answer.values }).collect();
    let (service, description, media_url) = (new.service, new.description, new.media_url);
    Ok(Request { service, person, description, answers, place, media_url, ..Request::default() })
}

/// The cases that whoever asks may see.
#[utoipa::path(get, path = "/cases", tag = "cases", params(CasesQuery), responses((status = 200, body = CasesPage)))]
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<CasesQuery>,
) -> Result<Json<CasesPage>, Problem> {
    let limit = query.limit.unwrap_or(PAGE);
    if !(1..=1_000).contains(&limit) {
        return Err(Problem::malformed("limit is a whole number from 1 to 1000"));
    }
    let filter = Filter {
        services: query.service.into_iter().map(ServiceCode::new).collect(),
        statuses: query.status.map(|status| word(&status, "status")).transpose()?.into_iter().collect(),
        from: query.from,
        to: query.to,
        after: query.after.as_deref().map(position).transpose()?,
        limit,
        ..Filter::default()
    };
    let act = caller.act(&app, Channel::Api, Purpose::Service);
    let found = app.office.read(act, move |tx, act| cases::list(tx, act, &filter)).await?;
    let whole = found.len() == usize::try_from(limit).unwrap_or(usize::MAX);
    let last = found.last().filter(|_| whole);
    let next = last.map(|case| format!("{}_{}", case.state.opened_at.as_millisecond(), case.id));
    let cases = found.iter().map(|case| CaseView::of(&app.office.city, &caller.who, case)).collect();
    Ok(Json(CasesPage { cases, next }))
}

fn position(text: &str) -> Result<(Timestamp, CaseId), Problem> {
    let parse = || {
        let (ms, id) = text.split_once('_')?;
        Some((Timestamp::from_millisecond(ms.parse().ok()?).ok()?, id.parse().ok()?))
    };
    parse().ok_or_else(|| Problem::malformed("after is the `next` of an earlier answer"))
}

/// A case with everything that whoever asks may see of it.
#[utoipa::path(get, path = "/cases/{reference}", tag = "cases", params(("reference" = String, Path)),
    responses((status = 200, body = CaseWhole)))]
pub(crate) async fn one(
    State(app): State<App>,
    caller: Caller,
    Path(reference): Path<String>,
    accepted: AcceptedLanguage,
) -> Result<Json<CaseWhole>, Problem> {
    let reference: Reference = named(&reference, "case")?;
    let who = holder(&app, &caller, reference).await?;
    let act = app.office.act(who.clone(), Channel::Api, Purpose::Service);
    let whole = app.office.read(act, move |tx, act| cases::whole(tx, act, &reference)).await?;
    let language = language(&app.office.city, &accepted);
    Ok(Json(CaseWhole::of(&app.office.city, &who, language, &whole)))
}

/// Whoever calls; with the case for their own when they showed its secret.
pub(crate) async fn holder(app: &App, caller: &Caller, reference: Reference) -> Result<Principal, Problem> {
    let Some(secret) = caller.secret.clone() else { return Ok(caller.who.clone()) };
    let act = caller.act(app, Channel::Web, Purpose::Service);
    let case = app.office.read(act, move |tx, act| cases::by_secret(tx, act, &reference, &secret)).await?;
    Ok(Principal { case, ..caller.who.clone() })
}

/// Which part of a queue.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct QueueQuery {
    /// Leave out so many of the first.
    #[param(minimum = 0, maximum = 100_000)]
    skip: Option<u32>,
    /// How many.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u32>,
}

/// The work of a queue, what is due first first.
#[utoipa::path(get, path = "/queues/{code}/cases", tag = "cases", params(("code" = String, Path), QueueQuery),
    responses((status = 200, body = Vec<CaseView>)))]
pub(crate) async fn queue(
    State(app): State<App>,
    caller: Caller,
    Path(code): Path<String>,
    Query(query): Query<QueueQuery>,
) -> Result<Json<Vec<CaseView>>, Problem> {
    let (skip, limit) = (query.skip.unwrap_or(0), query.limit.unwrap_or(PAGE));
    if !(1..=1_000).contains(&limit) || skip > 100_000 {
        return Err(Problem::malformed("limit is a whole number from 1 to 1000, skip one up to 100000"));
    }
    let (act, code) = (caller.act(&app, Channel::Api, Purpose::Service), QueueCode::new(code));
    let found = app.office.read(act, move |tx, act| cases::queue(tx, act, &code, skip, limit)).await?;
    Ok(Json(found.iter().map(|case| CaseView::of(&app.office.city, &caller.who, case)).collect()))
}

/// Words that came too late, kept for their writer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DraftView {
    words: String,
    why: String,
    at: Timestamp,
}

/// The words that were kept for whoever asks, because a case had moved on.
#[utoipa::path(get, path = "/drafts", tag = "cases", responses((status = 200, body = Vec<DraftView>)))]
pub(crate) async fn drafts(State(app): State<App>, caller: Caller) -> Result<Json<Vec<DraftView>>, Problem> {
    if !is_staff(&caller.who) {
        return Err(Problem::unauthorized("kept words belong to a token's holder; send yours"));
    }
    let kept = app.office.read(caller.act(&app, Channel::Api, Purpose::Service), kept_words).await?;
    Ok(Json(
        kept.into_iter()
            .map(|draft| DraftView { words: draft.words, why: draft.why, at: draft.at })
            .collect(),
    ))
}
