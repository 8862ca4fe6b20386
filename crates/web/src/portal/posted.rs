//! What was posted to the portal: from a page of this house, in this browser, and no larger than it may be.

use super::guest::Guest;
use crate::App;
use crate::fields::{self, Unreadable};
use crate::problem::Problem;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;

/// Files in one form.
const MOST_FILES: usize = 5;
/// Fields in one form.
const MOST_FIELDS: usize = 500;

/// A form that was posted.
pub(crate) struct Posted {
    pub(crate) guest: Guest,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) files: Vec<Sent>,
}

/// A file as it was sent.
pub(crate) struct Sent {
    pub(crate) field: String,
    pub(crate) name: String,
    pub(crate) kind: Option<String>,
    pub(crate) bytes: Bytes,
}

impl Posted {
    /// The first value of a field, without spaces around it; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.trim())
    }

    /// [`text`](Self::text), where there is any.
    pub(crate) fn given(&self, name: &str) -> Option<String> {
        Some(self.text(name).to_owned()).filter(|text| !text.is_empty())
    }

    /// Whether whoever posted it may have one more mail sent to an address that they name.
    pub(crate) fn may_mail(&self, app: &App) -> Result<(), Problem> {
        self.guest.address.map_or(Ok(()), |address| app.may_mail(address)).map_err(Problem::too_many)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(found, _)| found == name)
    }
}

impl FromRequest<App> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(guest) = Guest::from_request_parts(&mut parts, app).await;
        let refuse = |problem: &Problem| crate::pages::refuse(app, &guest.visitor, problem);
        if !is_from_here(&parts.headers) {
            return Err(refuse(&elsewhere()));
        }
        if let Some(address) = guest.address {
            app.may_submit(address).map_err(|seconds| refuse(&Problem::too_many(seconds)))?;
        }
        // A draft comes from a page that the browser kept; that page can know no token, and the draft only begins a request.
        let is_draft = parts.uri.path() == "/offline-drafts" && says_from_here(&parts.headers);
        let request = Request::from_parts(parts, body);
        let (fields, files) = read(request, app).await.map_err(|unreadable| refuse(&unreadable.into()))?;
        let posted = Self { guest: guest.clone(), fields, files };
        if !is_draft && !guest.wrote(posted.text("token")) {
            return Err(refuse(&elsewhere()));
        }
        Ok(posted)
    }
}

fn says_from_here(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin")
}

/// Browsers say where a form comes from. An old one that says nothing still has to know the form's token.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    match (text(header::ORIGIN.as_str()), text(header::HOST.as_str())) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        _ => true,
    }
}

/// The page was left open too long, cookies are off, or somebody else's page sent the form.
fn elsewhere() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "form",
        "The form is too old",
        "the form does not belong to this browser's session; open the page again, and allow its cookie",
    )
}

async fn read(request: Request, app: &App) -> Result<(Vec<(String, String)>, Vec<Sent>), Unreadable> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/form-data")) {
        let read = fields::of_body(request, app.settings.largest_body_bytes).await?;
        return Ok((read.fields, Vec::new()));
    }
    // Pictures are large: only so many are taken in at the same time.
    let _turn = app.uploads.acquire().await.map_err(|_| Unreadable::bad("the server is stopping"))?;
    let bad = |error: &dyn std::fmt::Display| Unreadable::bad(format!("the form cannot be read: {error}"));
    let largest = app.settings.largest_upload_bytes;
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, largest).await.map_err(|_| fields::too_large(largest))?;
    let request = Request::from_parts(parts, axum::body::Body::from(body));
    let mut form = Multipart::from_request(request, &()).await.map_err(|error| bad(&error))?;
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    while let Some(part) = form.next_field().await.map_err(|error| bad(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(ToOwned::to_owned) {
            Some(file) => {
                let kind = part.content_type().map(ToOwned::to_owned);
                let bytes = part.bytes().await.map_err(|error| bad(&error))?;
                // A file field that was left empty is sent as a file without a name.
                if !(file.is_empty() && bytes.is_empty()) {
                    files.push(Sent { field: name, name: file, kind, bytes });
                }
            }
            None => fields.push((name, part.text().await.map_err(|error| bad(&error))?)),
        }
        if fields.len() > MOST_FIELDS || files.len() > MOST_FILES {
            return Err(Unreadable::bad(format!("send at most {MOST_FILES} files at once")));
        }
    }
    Ok((fields, files))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    #[test]
    fn forms_of_other_sites_are_seen() {
        let headers = |pairs: &[(&'static str, &'static str)]| {
            pairs
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect::<HeaderMap>()
        };
        assert!(is_from_here(&headers(&[("sec-fetch-site", "same-origin")])));
        assert!(is_from_here(&headers(&[("origin", "https://desk.example"), ("host", "desk.example")])));
        assert!(is_from_here(&headers(&[])));
        for other in ["cross-site", "same-site", "none"] {
            assert!(!is_from_here(&headers(&[("sec-fetch-site", other)])), "{other}");
        }
        assert!(!is_from_here(&headers(&[("origin", "https://evil.example"), ("host", "desk.example")])));
        assert!(!is_from_here(&headers(&[("origin", "null"), ("host", "desk.example")])));
    }
}
