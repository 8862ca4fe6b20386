//! What became of the messages that leave the house.

use crate::App;
use crate::caller::Caller;
use crate::problem::Problem;
use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use office::outbox;
use records::outbox::Message;
use serde::Serialize;
use terms::{Channel, Purpose};
use utoipa::ToSchema;

/// A message, without its words.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MessageView {
    id: String,
    channel: String,
    kind: String,
    language: String,
    /// `waiting`, `sent`, `failed` or `held`.
    state: String,
    created_at: Timestamp,
    sent_at: Option<Timestamp>,
    /// Why it did not leave, or not yet, or never.
    error: Option<String>,
}

/// The latest messages, the newest first: what became of them, not to whom they go nor what they say.
#[utoipa::path(get, path = "/outbox", tag = "jobs", responses((status = 200, body = Vec<MessageView>)))]
pub(crate) async fn latest(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<Vec<MessageView>>, Problem> {
    let found = app.office.read(caller.act(&app, Channel::Api, Purpose::Operation), outbox::latest).await?;
    let view = |message: Message| MessageView {
        id: message.id.to_string(),
        channel: message.channel.to_string(),
        kind: message.kind.to_string(),
        language: message.language,
        state: message.state.to_string(),
        created_at: message.created_at,
        sent_at: message.sent_at,
        error: message.error,
    };
    Ok(Json(found.into_iter().map(view).collect()))
}
