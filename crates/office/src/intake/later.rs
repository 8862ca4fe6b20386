//! Submissions that are taken in later: stored raw, acknowledged with a token, opened by a job.

use super::{Request, check, open};
use crate::city::Handling;
use crate::jobs::{self, Work};
use crate::{Act, Refusal, Verb};
use policy::{Action, Resource};
use records::Tx;
use records::inbox::{self, Received};
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use terms::{Channel, InboxId, Reference, Secret};

/// A request as it is stored.
#[derive(Serialize, Deserialize)]
struct Stored {
    #[serde(flatten)]
    request: Request,
    channel: Channel,
}

/// What the one who submitted is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// Can be exchanged for the reference once there is one.
    pub token: String,
}

/// Stores a request to be taken in later. What is wrong with it is told at once.
pub fn submit(tx: &mut Tx<'_>, act: &Act, request: &Request) -> Verb<Submitted> {
    act.must(Action::Report, Resource::City)?;
    let service = act.city().services.get(request.service.as_str()).ok_or(Refusal::NotFound("service"))?;
    let answers = check(act, service, request)?;
    let token = act.chance.bytes::<16>().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let stored = Stored { request: Request { answers, ..request.clone() }, channel: act.over };
    let body = serde_json::to_string(&stored).map_err(|error| Refusal::conflict(error.to_string()))?;
    let id = InboxId::new(act.at, &act.chance);
    inbox::insert(tx, &Received { id, token: token.clone(), body, received_at: act.at, case: None })?;
    jobs::queue(tx, act, &Work::TakeIn { inbox: id })?;
    Ok(Submitted { token })
}

/// Opens the case of what was stored, as of the instant at which it was received.
pub fn take_in(tx: &mut Tx<'_>, act: &Act, id: InboxId) -> Verb<()> {
    let received = inbox::by_id(tx, id)?.ok_or(Refusal::NotFound("submission"))?;
    if received.case.is_some() {
        return Ok(());
    }
    let stored: Stored = read(&received.body)?;
    let act = act.received(stored.channel, received.received_at);
    // Nobody is told of this one: the answer was a token.
    let secret = Secret::new(&act.chance);
    let case = open(tx, &act, &stored.request, &secret)?;
    Ok(inbox::taken_in(tx, id, case.id)?)
}

/// What a token led to: nothing yet, or a reference. Unknown tokens are refused, and those of services that tell
/// nobody never lead anywhere.
pub fn token(tx: &mut Tx<'_>, act: &Act, token: &str) -> Verb<Option<Reference>> {
    act.must(Action::ReadPublic, Resource::City)?;
    let (received, reference) = inbox::by_token(tx, token)?.ok_or(Refusal::NotFound("token"))?;
    let stored: Stored = read(&received.body)?;
    let service = act.city().services.get(stored.request.service.as_str());
    Ok(reference.filter(|_| service.is_none_or(|service| service.handling != Handling::Blackbox)))
}

fn read(body: &str) -> Verb<Stored> {
    serde_json::from_str(body)
        .map_err(|error| Refusal::conflict(format!("the submission cannot be read: {error}")))
}
