//! What comes with a request: JSON bodies and query strings, read strictly.

use crate::App;
use crate::problem::Problem;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{StatusCode, header, request::Parts};
use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

/// A JSON body, and the bytes that it came in.
pub(crate) struct Body<T> {
    pub(crate) value: T,
    pub(crate) raw: Bytes,
}

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !kind.unwrap_or_default().to_ascii_lowercase().starts_with("application/json") {
            let detail = "send the body as application/json";
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media-type", "Not JSON", detail));
        }
        let largest = app.settings.largest_body_bytes;
        let raw = axum::body::to_bytes(request.into_body(), largest).await.map_err(|_| {
            let detail = format!("send at most {largest} bytes");
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "Too large", detail)
        })?;
        let value = serde_json::from_slice(&raw).map_err(|error| match error.classify() {
            Category::Data => {
                let title = "Something that was sent cannot be used";
                Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", title, error.to_string())
            }
            Category::Syntax | Category::Eof | Category::Io => {
                Problem::malformed(format!("the body is not JSON: {error}"))
            }
        })?;
        Ok(Self { value, raw })
    }
}

/// The parameters of a query string.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        query.map(|query| Self(query.0)).map_err(|error| Problem::malformed(error.body_text()))
    }
}

/// A part of the path that is parsed; what cannot be parsed names nothing.
pub(crate) fn named<T: std::str::FromStr>(text: &str, what: &'static str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::not_found(what))
}
