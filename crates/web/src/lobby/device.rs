//! A screen or a kiosk of an office: set up by an address that is opened once, and known by a cookie from then on.

use crate::App;
use crate::caller::{AcceptedLanguage, cookie};
use crate::pages::{Visitor, language, layout, refuse, render};
use crate::portal::guest::set;
use askama::Template;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use office::city::Office;
use office::{Act, Verb, devices};
use terms::{Channel, DeviceKind, Principal, Purpose};
use wording::Language;

const COOKIE: &str = "__Host-device";
/// The longest that browsers keep a cookie, in seconds; each page gives it anew.
const COOKIE_SECONDS: u32 = 34_560_000;
/// No token is longer.
const LONGEST_TOKEN: usize = 100;

/// A device that is set up and was not switched off.
#[derive(Clone)]
pub(crate) struct Device {
    pub(crate) device: devices::Device,
    /// The language that its address asks for, or its browser.
    pub(crate) language: Language,
    pub(crate) visitor: Visitor,
    cookie: String,
}

impl Device {
    /// The office where it stands.
    pub(crate) fn office<'a>(&self, app: &'a App) -> Option<&'a Office> {
        app.office.city.offices.get(&self.device.office)
    }

    /// An act of whoever stands before it.
    pub(crate) fn act(app: &App) -> Act {
        app.office.act(Principal::public(), Channel::Counter, Purpose::Service)
    }

    /// What proves that a form was written by this house for this device.
    pub(crate) fn token(&self) -> String {
        office::fingerprint(format!("device form {}", self.cookie).as_bytes())
    }

    /// A page of it: nobody keeps a copy, and the device stays known.
    pub(crate) fn private(&self, mut response: Response) -> Response {
        set(&mut response, COOKIE, &self.cookie, COOKIE_SECONDS);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

impl FromRequestParts<App> for Device {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = Visitor::of(&parts.uri, &parts.headers);
        let accepted = AcceptedLanguage::of(&parts.headers);
        let language = language(&app.office.city, &visitor.asked_language(), &accepted);
        let Some(cookie) = cookie(&parts.headers, COOKIE).map(ToOwned::to_owned) else {
            return Err(off(language));
        };
        let found = known(app, &cookie).await.map_err(|refusal| refuse(app, &visitor, &refusal.into()))?;
        let device = found.ok_or_else(|| off(language))?;
        Ok(Self { device, language, visitor, cookie })
    }
}

/// The device that a token stands for; that it is still there is noted now and then.
async fn known(app: &App, token: &str) -> Verb<Option<devices::Device>> {
    if token.len() > LONGEST_TOKEN {
        return Ok(None);
    }
    let asked = token.to_owned();
    let read = app.office.read(app.office.house_act(), move |tx, act| {
        let device = devices::device(tx, act, &asked)?;
        Ok(device.map(|device| (devices::is_to_be_noted(act, &device), device)))
    });
    let Some((note, device)) = read.await? else { return Ok(None) };
    if note {
        let id = device.id;
        app.office.write(app.office.house_act(), move |tx, act| devices::seen(tx, act, id)).await?;
    }
    Ok(Some(device))
}

/// `GET /board/{token}` and `GET /kiosk/{token}`: the token becomes a cookie, so that no secret stays in an address.
pub(super) async fn exchange(
    State(app): State<App>,
    Path(token): Path<String>,
    visitor: Visitor,
    headers: HeaderMap,
) -> Response {
    match known(&app, &token).await {
        Ok(Some(device)) => {
            let to = match device.kind {
                DeviceKind::Board => "/board",
                DeviceKind::Kiosk => "/kiosk",
            };
            let mut response = Redirect::to(to).into_response();
            set(&mut response, COOKIE, &token, COOKIE_SECONDS);
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Ok(None) => {
            let accepted = AcceptedLanguage::of(&headers);
            off(language(&app.office.city, &visitor.asked_language(), &accepted))
        }
        Err(refusal) => refuse(&app, &visitor, &refusal.into()),
    }
}

/// What a device shows that is not set up, or no longer.
#[derive(Template)]
#[template(path = "lobby/off.html")]
struct Off {
    language: Language,
    style: &'static str,
    mark: &'static str,
}

/// The page of a device that is switched off: nothing of the office, and what to do.
pub(crate) fn off(language: Language) -> Response {
    let mut response = render(&Off { language, style: super::STYLE, mark: layout::MARK });
    *response.status_mut() = StatusCode::FORBIDDEN;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
