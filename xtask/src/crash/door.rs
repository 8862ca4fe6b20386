//! A client's side of HTTP: one keep-alive connection, and an honest word on whether an answer was read to its end.

use super::ledger::{Entry, What};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{ErrorKind, Read};
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body, Error};

/// The longest that an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The longest that the list of everything may take.
const LIST_PATIENCE: Duration = Duration::from_mins(10);
/// The largest list that is read.
const LARGEST_LIST_BYTES: u64 = 1 << 30;
/// The service that is asked for.
const SERVICE: &str = "street-light-outages";

/// What came back.
#[derive(Debug)]
pub(super) enum Answer {
    /// An answer with its whole body.
    Whole { status: u16, body: String },
    /// Nobody listened, so nothing was sent.
    Unsent,
    /// Something was sent, and no whole answer was read.
    Broken,
}

/// What opens the doors.
#[derive(Debug, Clone)]
pub(super) struct Keys {
    /// The API key for Open311.
    pub(super) open311: String,
    /// The token for the REST API.
    pub(super) api: String,
}

/// A connection to the house.
#[derive(Debug)]
pub(super) struct Door {
    agent: Agent,
    base: String,
    keys: Keys,
}

impl Door {
    /// A door of a house on a loopback port; it connects when something is sent.
    pub(super) fn new(port: u16, keys: Keys) -> Self {
        Self { agent: agent(PATIENCE), base: base(port), keys }
    }

    /// Asks for something; the same entry is sent as the same bytes each time.
    pub(super) fn ask(&self, entry: &Entry) -> Answer {
        let sent = match &entry.what {
            What::Request => self.post_form(entry),
            What::Case => self.post_json(entry, "", &case(entry)),
            What::Note { on } => {
                self.post_json(entry, &format!("/{on}/notes"), &json!({ "words": entry.words }))
            }
            What::Reply { on, revision } => {
                let body = json!({ "revision": revision, "words": entry.words });
                self.post_json(entry, &format!("/{on}/replies"), &body)
            }
            What::Resolution { on, revision } => {
                let body = json!({ "revision": revision, "outcome": "done", "words": entry.words });
                self.post_json(entry, &format!("/{on}/resolution"), &body)
            }
        };
        let read =
            sent.and_then(|mut response| Ok((response.status(), response.body_mut().read_to_string()?)));
        match read {
            Ok((status, body)) => Answer::Whole { status: status.as_u16(), body },
            Err(Error::Io(error)) if error.kind() == ErrorKind::ConnectionRefused => Answer::Unsent,
            Err(_) => Answer::Broken,
        }
    }

    fn post_form(&self, entry: &Entry) -> Result<Response<Body>, Error> {
        let mut fields = vec![
            ("api_key", self.keys.open311.as_str()),
            ("service_code", SERVICE),
            ("address_string", "1 City Hall Square"),
            ("description", &entry.words),
        ];
        fields.extend(entry.email.as_deref().map(|email| ("email", email)));
        let post = self.agent.post(format!("{}/open311/v2/requests.json", self.base));
        post.header("Idempotency-Key", &entry.key).send_form(fields)
    }

    fn post_json(&self, entry: &Entry, path: &str, body: &Value) -> Result<Response<Body>, Error> {
        let post = self.agent.post(format!("{}/api/v1/cases{path}", self.base));
        post.header("Authorization", format!("Bearer {}", self.keys.api))
            .header("Idempotency-Key", &entry.key)
            .content_type("application/json")
            .send(body.to_string())
    }

    /// All public requests, as CSV.
    pub(super) fn list(&self) -> Result<impl Read + use<>> {
        let get = self.agent.get(format!("{}/open311/v2/requests.csv", self.base));
        let response = get.config().timeout_global(Some(LIST_PATIENCE)).build().call()?;
        let response = expect_ok(response, "the list of requests")?;
        Ok(response.into_body().into_with_config().limit(LARGEST_LIST_BYTES).reader())
    }

    /// A case with everything about it.
    pub(super) fn case(&self, reference: &str) -> Result<Option<Value>> {
        let get = self.agent.get(format!("{}/api/v1/cases/{reference}", self.base));
        let response = get.header("Authorization", format!("Bearer {}", self.keys.api)).call()?;
        if response.status() == 404 {
            return Ok(None);
        }
        let text = expect_ok(response, reference)?.body_mut().read_to_string()?;
        Ok(Some(serde_json::from_str(&text).with_context(|| format!("{reference} is not told in JSON"))?))
    }
}

fn agent(patience: Duration) -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(patience))
        .max_idle_connections(1)
        .proxy(None)
        .build()
        .new_agent()
}

fn base(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

fn expect_ok(response: Response<Body>, what: &str) -> Result<Response<Body>> {
    if response.status() != 200 {
        bail!("{what} cannot be read: the house answers {}", response.status());
    }
    Ok(response)
}

fn case(entry: &Entry) -> Value {
    json!({
        "service": SERVICE,
        "description": entry.words,
        "person": { "email": entry.email },
        "place": { "address": "1 City Hall Square" },
    })
}
