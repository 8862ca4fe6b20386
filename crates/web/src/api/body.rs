//! What comes with a request: JSON bodies and query strings, read strictly.

use crate::App;
use crate::problem::Problem;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{StatusCode, header, request::Parts};
use bytes::Bytes;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
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

/// A whole number. JSON has one kind of number, so `3.0` is as good a three as `3`.
pub(crate) fn whole<'de, D: Deserializer<'de>, T: TryFrom<i64>>(from: D) -> Result<T, D::Error> {
    let number = serde_json::Number::deserialize(from)?;
    let whole = number.as_i64().or_else(|| number.as_f64().filter(|it| it.fract() == 0.0).and_then(exact));
    let whole = whole.and_then(|whole| T::try_from(whole).ok());
    whole.ok_or_else(|| D::Error::custom(format!("{number} is no whole number that can stand here")))
}

/// A whole number, or none.
pub(crate) fn maybe<'de, D: Deserializer<'de>, T: TryFrom<i64>>(from: D) -> Result<Option<T>, D::Error> {
    let number = Option::<serde_json::Number>::deserialize(from)?;
    number.map(|number| whole(number).map_err(D::Error::custom)).transpose()
}

/// A float that stands for one whole number and no other.
#[expect(clippy::cast_possible_truncation, reason = "up to 2^53 floats are exact")]
fn exact(number: f64) -> Option<i64> {
    (number.abs() <= 9_007_199_254_740_992.0).then_some(number as i64)
}

/// A part of the path that is parsed; what cannot be parsed names nothing.
pub(crate) fn named<T: std::str::FromStr>(text: &str, what: &'static str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::not_found(what))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Counted {
        #[serde(deserialize_with = "super::whole")]
        count: u8,
    }

    #[test]
    fn a_whole_number_may_be_written_as_a_float() {
        let read = |text: &str| serde_json::from_str::<Counted>(text).map(|read| read.count).ok();
        assert_eq!(read(r#"{"count": 3}"#), Some(3));
        assert_eq!(read(r#"{"count": 3.0}"#), Some(3));
        for wrong in [
            r#"{"count": 3.5}"#,
            r#"{"count": 256}"#,
            r#"{"count": -1}"#,
            r#"{"count": 1e300}"#,
            r#"{"count": "3"}"#,
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
