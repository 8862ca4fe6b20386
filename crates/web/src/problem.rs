//! Refusals as answers: RFC 9457 problems for the API; the other doors have formats of their own.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use office::Refusal;
use records::Broke;
use serde::Serialize;
use utoipa::ToSchema;

/// Something went wrong, as RFC 9457 says it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({"type": "/problems/invalid", "title": "Something that was sent cannot be used", "status": 422,
    "detail": "description cannot be used: it has 4001 characters; use at most 4000",
    "mistakes": [{"field": "description", "problem": "it has 4001 characters; use at most 4000"}]}))]
pub(crate) struct Problem {
    /// The kind of problem, as a path of this server.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The kind, in words.
    pub(crate) title: String,
    /// The HTTP status.
    pub(crate) status: u16,
    /// What is wrong here and how to mend it.
    pub(crate) detail: String,
    /// What is wrong with each thing that was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) mistakes: Vec<MistakeEntry>,
    /// What happened to the case since it was read, when a write came too late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) changes: Option<Changes>,
    /// In how many seconds to try again.
    #[serde(skip)]
    pub(crate) retry_after: Option<u64>,
}

/// Something wrong with one thing that was sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MistakeEntry {
    /// Which.
    field: String,
    /// What is wrong and how to mend it.
    problem: String,
}

/// What happened to a case since it was read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Changes {
    /// The revision now.
    revision: i64,
    /// What happened, oldest first.
    since: Vec<ChangeEntry>,
    /// Where the words that came too late are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) words_kept_at: Option<String>,
}

/// Something that happened to a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ChangeEntry {
    /// What.
    kind: String,
    /// By whom.
    by: String,
    /// When.
    at: jiff::Timestamp,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, kind: &str, title: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("/problems/{kind}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            mistakes: Vec::new(),
            changes: None,
            retry_after: None,
        }
    }

    pub(crate) fn not_found(what: &str) -> Self {
        let detail = format!("there is no such {what}, or none that you may know of");
        Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail)
    }

    pub(crate) fn unauthorized(detail: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "Who are you?", detail)
    }

    pub(crate) fn malformed(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed", "The request cannot be read", detail)
    }

    pub(crate) fn busy(seconds: u64) -> Self {
        let detail = "too much is asked at once; nothing was changed; try again in a moment";
        Self {
            retry_after: Some(seconds),
            ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "Busy", detail)
        }
    }

    pub(crate) fn too_many(seconds: u64) -> Self {
        let detail = "you send too much at once; try again later, or ask for a token";
        Self {
            retry_after: Some(seconds),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many", "Too many requests", detail)
        }
    }

    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let detail = refusal.to_string();
        match refusal {
            Refusal::NotFound(what) => Self::not_found(what),
            Refusal::Forbidden(_) => Self::new(StatusCode::FORBIDDEN, "forbidden", "Not yours to do", detail),
            Refusal::Invalid(mistakes) => {
                let entry = |mistake: office::Mistake| MistakeEntry {
                    field: mistake.field,
                    problem: mistake.problem,
                };
                Self {
                    mistakes: mistakes.into_iter().map(entry).collect(),
                    ..Self::new(
                        StatusCode::UNPROCESSABLE_ENTITY,
                        "invalid",
                        "Something that was sent cannot be used",
                        detail,
                    )
                }
            }
            Refusal::Stale { now, since } => {
                let entry = |change: office::Change| ChangeEntry {
                    kind: change.kind.to_string(),
                    by: change.by.to_string(),
                    at: change.at,
                };
                let since = since.into_iter().map(entry).collect();
                Self {
                    changes: Some(Changes { revision: now, since, words_kept_at: None }),
                    ..Self::new(StatusCode::CONFLICT, "stale", "Others were quicker", detail)
                }
            }
            Refusal::Conflict(_) => Self::new(StatusCode::CONFLICT, "conflict", "Not in this state", detail),
            Refusal::KeyReused => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "key-reused",
                "The idempotency key is taken",
                detail,
            ),
            Refusal::Broke(Broke::Busy | Broke::Contended) => Self::busy(1),
            Refusal::Broke(Broke::Closed) => Self::busy(5),
            Refusal::Broke(Broke::Unknown) => Self {
                detail: "the database did not say whether it kept the change; send it again with the same \
                         idempotency key"
                    .to_owned(),
                ..Self::busy(2)
            },
            Refusal::Broke(broke) => {
                tracing::error!(error = %broke, "a request broke");
                let detail = "something broke on our side, nothing was changed, and the log knows what";
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "broken", "Broken", detail)
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&self).unwrap_or_default();
        let mut response = (self.status(), body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == 401 {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
