//! Updates in both directions, for partners that mirror requests.

use super::{Answer, entries, path_of, public_act, requests::holder, respond};
use crate::App;
use crate::fields::{of_body, of_query};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use channels::open311::{self as wire, MOST_REQUESTS, UpdateEntry, UpdateStatus};
use office::cases::{PartnerUpdate, partner_update, public_words};
use office::{Act, Key, once};
use records::{Broke, Tx, cases, contacts, events};
use terms::{Channel, Event, EventKind, Happening, OutcomeCode, Purpose, Reference, Subject};

/// What partners are told of.
const KINDS: [EventKind; 5] = [
    EventKind::Opened,
    EventKind::Resolved,
    EventKind::Reopened,
    EventKind::Withdrawn,
    EventKind::MarkedDuplicate,
];

/// `GET servicerequestupdates`
pub(crate) async fn list(State(app): State<App>, request: Request) -> Response {
    let answer = read(&app, request.uri().query()).await;
    respond(request.uri().path(), StatusCode::OK, answer)
}

async fn read(app: &App, query: Option<&str>) -> Answer {
    let fields = of_query(query)?;
    let given = |name: &str| {
        fields
            .iter()
            .find(|(key, value)| key == name && !value.trim().is_empty())
            .map(|(_, value)| value.trim())
    };
    let span = wire::span(given("start_date"), given("end_date"), app.office.now())?;
    let found = app.office.read(public_act(app), move |tx, act| Ok(find(tx, act, span)?)).await?;
    let entry = |(event, reference, words): (Event, Reference, Option<String>)| UpdateEntry {
        update_id: event.id.to_string(),
        id: reference.to_string(),
        status: status(event.what.kind()),
        description: words.as_deref().map(public_words).unwrap_or_default(),
        at: entries::instant(app, event.at),
    };
    let updates: Vec<UpdateEntry> = found.into_iter().map(entry).collect();
    Ok(("service_request_updates", wire::updates(&updates)))
}

type Span = (jiff::Timestamp, jiff::Timestamp);

fn find(tx: &mut Tx<'_>, act: &Act, span: Span) -> Result<Vec<(Event, Reference, Option<String>)>, Broke> {
    let scope = act.public_scope();
    let mut updates = Vec::new();
    for event in events::between(tx, &KINDS, span, None, MOST_REQUESTS)? {
        let Subject::Case(id, _) = event.subject else { continue };
        let Some(case) = cases::by_id(tx, &scope, id)?.filter(|case| case.state.public) else { continue };
        let words = match &event.what {
            Happening::Resolved { contact: Some(contact), .. } => contacts::by_id(tx, &scope, *contact)?,
            _ => None,
        };
        updates.push((event, case.reference, words.map(|contact| contact.body)));
    }
    Ok(updates)
}

const fn status(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Resolved => "CLOSED",
        EventKind::Withdrawn => "CANCELLED",
        EventKind::MarkedDuplicate => "DUPLICATE",
        EventKind::Reopened => "REOPEN",
        _ => "OPEN",
    }
}

/// `POST servicerequestupdates`
pub(crate) async fn create(State(app): State<App>, request: Request) -> Response {
    let path = path_of(&request);
    let answer = match of_body(request, app.settings.largest_body_bytes).await {
        Ok(fields) => post(&app, &fields.fields, &fields.raw).await,
        Err(unreadable) => Err(unreadable.into()),
    };
    respond(&path, StatusCode::CREATED, answer)
}

async fn post(app: &App, fields: &[(String, String)], raw: &[u8]) -> Answer {
    let api_key = fields.iter().find(|(name, _)| name == "api_key").map(|(_, value)| value.trim().to_owned());
    let who = holder(app, api_key).await?;
    let update = wire::update(fields)?;
    let act = app.office.act(who, Channel::Api, Purpose::Service);
    let key = Key::new("open311-updates", &act, &update.update_id, raw)?;
    let change = match update.status {
        UpdateStatus::Unchanged => PartnerUpdate::Words,
        UpdateStatus::Open => PartnerUpdate::Open,
        UpdateStatus::Ended(word) => PartnerUpdate::Ended(outcome(app, &word)),
    };
    let (reference, words, id) = (update.reference, update.description, update.update_id);
    let verb = move |tx: &mut Tx<'_>, act: &Act| {
        once(tx, act, Some(&key), |tx| partner_update(tx, act, &reference, &change, &words))
    };
    app.office.write(act, verb).await?;
    Ok(("service_request_updates", wire::updates_created(&id)))
}

/// The city's outcome for the extension's word; its first one where it names none.
fn outcome(app: &App, word: &str) -> OutcomeCode {
    let outcomes = &app.office.city.outcomes;
    let named = outcomes.values().find(|outcome| outcome.open311.iter().any(|name| name == word));
    named
        .or_else(|| outcomes.values().next())
        .map_or_else(|| OutcomeCode::new("done"), |outcome| outcome.code.clone())
}
