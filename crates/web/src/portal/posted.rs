//! What was posted to the portal: from a page of this house, in this browser, and no larger than it may be.

use super::control::{Values, Wrong};
use super::guest::Guest;
use crate::App;
use crate::app::ROOM;
use crate::fields::{self, Unreadable};
use crate::problem::Problem;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use office::intake::MOST_FILES;
use office::{Act, Key, Verb};
use std::sync::Arc;
use tokio::sync::OwnedSemaphorePermit;
use wording::Language;

/// Fields in one form.
const MOST_FIELDS: usize = 500;

/// A form that was posted.
pub(crate) struct Posted {
    pub(crate) guest: Guest,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) files: Vec<Sent>,
    /// Whether there were more files than one form may send; they were not kept.
    pub(crate) left_out: bool,
    /// The room that the files take as long as they are here.
    _room: Room,
}

/// A file as it was sent.
pub(crate) struct Sent {
    pub(crate) field: String,
    pub(crate) name: String,
    pub(crate) kind: Option<String>,
    /// None of one that is larger than any may be.
    pub(crate) bytes: Option<Bytes>,
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

    /// The fields that hold signs that no text has, with words for it.
    pub(crate) fn unreadable(&self) -> Wrong {
        unreadable(&self.fields, self.guest.language)
    }

    /// What tells this form from any other that was sent: a second tap sends the same one again, and what was changed
    /// is another.
    pub(crate) fn key(&self, act: &Act) -> Verb<Key> {
        let fields = self.fields.iter().map(|(name, value)| format!("{name}={value}"));
        let files = self.files.iter().map(|file| {
            let bytes = file.bytes.as_ref().map(|bytes| office::fingerprint(bytes));
            format!("{}={} {}", file.field, file.name, bytes.unwrap_or_default())
        });
        let all = fields.chain(files).collect::<Vec<_>>().join("\0");
        let key = office::fingerprint(format!("{}\0{all}", self.guest.session().as_str()).as_bytes());
        Key::new("portal", act, &key, all.as_bytes())
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
        let form = read(request, app).await.map_err(|unreadable| refuse(&unreadable.into()))?;
        let Form { fields, files, left_out, cut, room } = form;
        if cut {
            return Err(refuse(&fields::too_large(app.settings.largest_body_bytes).into()));
        }
        let posted = Self { guest: guest.clone(), fields, files, left_out, _room: room };
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
pub(crate) fn is_from_here(headers: &HeaderMap) -> bool {
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
pub(crate) fn elsewhere() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "form",
        "The form is too old",
        "the form does not belong to this browser's session; open the page again, and allow its cookie",
    )
}

/// The fields that hold signs that no text has, with words for it.
pub(crate) fn unreadable(fields: &Values, language: Language) -> Wrong {
    let is_text = |text: &str| !text.chars().any(|c| c.is_control() && !"\n\r\t".contains(c));
    let bad = fields.iter().filter(|(_, value)| !is_text(value));
    bad.map(|(name, _)| (name.clone(), language.say("form-not-text"))).collect()
}

/// Reads a form, with files or without.
pub(crate) async fn read(request: Request, app: &App) -> Result<Form, Unreadable> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let with_files = kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/form-data"));
    let mut form = if with_files {
        read_files(request, app).await?
    } else {
        let fields = fields::of_body(request, app.settings.largest_body_bytes).await?.fields;
        Form { fields, ..Form::default() }
    };
    // Unseen marks that come with what is copied would turn around what others read after it.
    let values = form.fields.iter_mut().map(|(_, value)| value);
    let names = form.files.iter_mut().map(|file| &mut file.name);
    values.chain(names).for_each(|text| text.retain(|c| !forms::turns_around(c)));
    Ok(form)
}

/// What a form holds.
#[derive(Default)]
pub(crate) struct Form {
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) files: Vec<Sent>,
    pub(crate) left_out: bool,
    /// Whether a text was too long, and only its beginning is here.
    cut: bool,
    pub(crate) room: Room,
}

/// Room for the files of one form. It grows with what has come, so that a slow phone holds no more than it has sent.
#[derive(Default)]
pub(crate) struct Room(Option<OwnedSemaphorePermit>);

impl Room {
    fn grow(&mut self, app: &App, bytes: usize) -> Result<(), Unreadable> {
        let pieces = u32::try_from(bytes.div_ceil(ROOM)).unwrap_or(u32::MAX);
        let more = Arc::clone(&app.upload_room).try_acquire_many_owned(pieces);
        let more =
            more.map_err(|_| Unreadable::busy("too many files come at once; send them again in a moment"))?;
        match &mut self.0 {
            Some(held) => held.merge(more),
            None => self.0 = Some(more),
        }
        Ok(())
    }
}

/// Why a form with files cannot be read.
fn broken(error: &MultipartError, largest: usize) -> Unreadable {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => fields::too_large(largest),
        _ => Unreadable::bad(format!("the form cannot be read: {error}")),
    }
}

async fn read_files(mut request: Request, app: &App) -> Result<Form, Unreadable> {
    let largest = app.settings.largest_upload_bytes;
    DefaultBodyLimit::max(largest).apply(&mut request);
    let bad = |error: &dyn std::fmt::Display| Unreadable::bad(format!("the form cannot be read: {error}"));
    let broken = |error: MultipartError| broken(&error, largest);
    let mut parts = Multipart::from_request(request, &()).await.map_err(|error| bad(&error))?;
    let (mut form, mut room) = (Form::default(), app.settings.largest_body_bytes);
    while let Some(mut part) = parts.next_field().await.map_err(broken)? {
        let field = part.name().unwrap_or_default().to_owned();
        let Some(name) = part.file_name().map(ToOwned::to_owned) else {
            let (text, cut) = beginning(&mut part, (room, largest)).await?;
            room -= text.len();
            form.cut |= cut;
            form.fields.push((field, String::from_utf8(text).map_err(|error| bad(&error))?));
            if form.fields.len() > MOST_FIELDS {
                return Err(Unreadable::bad(format!("send at most {MOST_FIELDS} fields")));
            }
            continue;
        };
        let kind = part.content_type().map(ToOwned::to_owned);
        let full = form.files.len() >= MOST_FILES;
        let most = if full { 0 } else { uploads::MOST_BYTES };
        let bytes = whole(&mut part, (most, largest), |bytes| form.room.grow(app, bytes)).await?;
        // A file field that was left empty is sent as a file without a name.
        if name.is_empty() && bytes.as_ref().is_some_and(Vec::is_empty) {
            continue;
        }
        form.left_out |= full;
        if !full {
            form.files.push(Sent { field, name, kind, bytes: bytes.map(Bytes::from) });
        }
    }
    Ok(form)
}

/// A text, and whether it was longer than there is room for; then it is its beginning, and leaves room for others.
async fn beginning(
    part: &mut Field<'_>,
    (most, largest): (usize, usize),
) -> Result<(Vec<u8>, bool), Unreadable> {
    let (mut bytes, mut cut) = (Vec::new(), false);
    while let Some(chunk) = part.chunk().await.map_err(|error| broken(&error, largest))? {
        cut |= bytes.len() + chunk.len() > most;
        bytes.extend(chunk.iter().take(most - bytes.len()));
    }
    if cut {
        bytes.truncate(most / 2);
        let whole = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
        bytes.truncate(whole);
    }
    Ok((bytes, cut))
}

/// The bytes of a part, or nothing if there are more. It is read to its end all the same: a browser that is
/// interrupted shows no answer.
async fn whole(
    part: &mut Field<'_>,
    (most, largest): (usize, usize),
    mut grow: impl FnMut(usize) -> Result<(), Unreadable>,
) -> Result<Option<Vec<u8>>, Unreadable> {
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = part.chunk().await.map_err(|error| broken(&error, largest))? {
        bytes = bytes.filter(|bytes| bytes.len() + chunk.len() <= most);
        if let Some(bytes) = &mut bytes {
            grow(chunk.len())?;
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(bytes)
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
