//! The fields of a form, however a client sends them: in the query, urlencoded, or multipart.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use bytes::Bytes;

/// More fields than any form has.
const MOST_FIELDS: usize = 500;

/// Why fields cannot be read.
#[derive(Debug)]
pub(crate) struct Unreadable {
    pub(crate) status: StatusCode,
    pub(crate) why: String,
}

impl Unreadable {
    pub(crate) fn bad(why: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, why: why.into() }
    }

    pub(crate) fn busy(why: impl Into<String>) -> Self {
        Self { status: StatusCode::SERVICE_UNAVAILABLE, why: why.into() }
    }
}

impl From<Unreadable> for crate::problem::Problem {
    fn from(unreadable: Unreadable) -> Self {
        Self::new(unreadable.status, "malformed", "The form cannot be read", unreadable.why)
    }
}

/// The fields of a form that was posted, and the bytes that they came in.
pub(crate) struct Fields {
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) raw: Bytes,
}

/// The fields of a query string.
pub(crate) fn of_query(query: Option<&str>) -> Result<Vec<(String, String)>, Unreadable> {
    decode(query.unwrap_or_default().as_bytes())
}

/// The fields of a body.
pub(crate) async fn of_body(request: Request, largest: usize) -> Result<Fields, Unreadable> {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.to_ascii_lowercase();
    if kind.starts_with("multipart/form-data") {
        return of_multipart(request, largest).await;
    }
    if !kind.is_empty() && !kind.starts_with("application/x-www-form-urlencoded") {
        let why = "send the fields as application/x-www-form-urlencoded or multipart/form-data";
        return Err(Unreadable { status: StatusCode::BAD_REQUEST, why: why.to_owned() });
    }
    let raw = axum::body::to_bytes(request.into_body(), largest).await.map_err(|_| too_large(largest))?;
    Ok(Fields { fields: decode(&raw)?, raw })
}

async fn of_multipart(request: Request, largest: usize) -> Result<Fields, Unreadable> {
    let unreadable = |error: &dyn std::fmt::Display| {
        Unreadable::bad(format!("the multipart body cannot be read: {error}"))
    };
    let (parts, body) = request.into_parts();
    let raw = axum::body::to_bytes(body, largest).await.map_err(|_| too_large(largest))?;
    let request = Request::from_parts(parts, axum::body::Body::from(raw.clone()));
    let mut form = Multipart::from_request(request, &()).await.map_err(|error| unreadable(&error))?;
    let mut fields = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if field.file_name().is_some_and(|file| !file.is_empty()) {
            return Err(Unreadable::bad(format!(
                "{name} is a file; put the picture on the web and send its address as media_url"
            )));
        }
        let value = field.text().await.map_err(|error| unreadable(&error))?;
        fields.push((name, value));
        if fields.len() > MOST_FIELDS {
            return Err(Unreadable::bad(format!("send at most {MOST_FIELDS} fields")));
        }
    }
    Ok(Fields { fields, raw })
}

pub(crate) fn too_large(largest: usize) -> Unreadable {
    Unreadable { status: StatusCode::PAYLOAD_TOO_LARGE, why: format!("send at most {largest} bytes") }
}

/// `application/x-www-form-urlencoded`, strictly UTF-8.
fn decode(bytes: &[u8]) -> Result<Vec<(String, String)>, Unreadable> {
    let mut fields = Vec::new();
    for pair in bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let (name, value) = (halves.next().unwrap_or_default(), halves.next().unwrap_or_default());
        fields.push((unescape(name)?, unescape(value)?));
        if fields.len() > MOST_FIELDS {
            return Err(Unreadable::bad(format!("send at most {MOST_FIELDS} fields")));
        }
    }
    Ok(fields)
}

fn unescape(part: &[u8]) -> Result<String, Unreadable> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(*rest.next()?).to_digit(16);
                let (high, low) = (digit(), digit());
                high.zip(low)
                    .and_then(|(high, low)| u8::try_from(high * 16 + low).ok())
                    .ok_or_else(|| Unreadable::bad("a % must be followed by two hexadecimal digits"))?
            }
            other => *other,
        });
    }
    String::from_utf8(bytes).map_err(|_| Unreadable::bad("the text is not UTF-8; send it in UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_strictly() {
        let read = |text: &str| decode(text.as_bytes()).map_err(|unreadable| unreadable.why);
        assert_eq!(
            read("a=1+2&b=%C3%A9&&c&d=x=y").unwrap(),
            [
                ("a".into(), "1 2".into()),
                ("b".into(), "é".into()),
                ("c".into(), String::new()),
                ("d".into(), "x=y".into())
            ]
        );
        for bad in ["a=%", "a=%zz", "a=%C3", "a=%+1", "%ff=1"] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert!(read(&"a&".repeat(MOST_FIELDS + 1)).is_err());
    }
}
