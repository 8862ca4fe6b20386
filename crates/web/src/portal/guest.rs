//! Who visits the portal: their language, and the cookie by which their browser keeps what it may open.

use crate::App;
use crate::caller::{AcceptedLanguage, SPOKEN, cookie, origin};
use crate::guard::CallerAddress;
use crate::pages::{Layout, Visitor, language};
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use office::Act;
use office::customers::Session;
use serde::de::DeserializeOwned;
use std::convert::Infallible;
use std::fmt::Write;
use std::net::IpAddr;
use terms::{CaseId, Channel, Principal, Purpose};
use wording::Language;

const SESSION: &str = "__Host-rotunda";
/// A year, in seconds: a language stays chosen.
const SPOKEN_SECONDS: u32 = 31_536_000;
/// Ninety days, in seconds, as long as the house remembers what a session holds.
const SESSION_SECONDS: u32 = 7_776_000;

/// Somebody who visits the portal.
#[derive(Clone)]
pub(crate) struct Guest {
    pub(crate) language: Language,
    pub(crate) address: Option<IpAddr>,
    pub(crate) visitor: Visitor,
    origin: String,
    /// The channel over which they come.
    over: Channel,
    /// The cookie of their session: what their browser sent, or a new one that only a page with a form gives them.
    cookie: String,
    /// Whether the language was chosen just now, so that it has to be remembered.
    chose_language: bool,
    /// Whether their browser has sent the cookie.
    known: bool,
}

impl Guest {
    pub(crate) fn session(&self) -> Session {
        Session::of(&self.cookie)
    }

    /// What proves that a form was written by this house for this browser.
    pub(crate) fn token(&self) -> String {
        office::fingerprint(format!("form {}", self.cookie).as_bytes())
    }

    /// Whether a form that was posted is one that this house wrote for this browser.
    pub(crate) fn wrote(&self, token: &str) -> bool {
        self.known && token == self.token()
    }

    /// Something that only this browser and whoever reads its page can know, for a purpose.
    pub(crate) fn derive(&self, purpose: &str) -> [u8; 16] {
        derived(&self.cookie, purpose)
    }

    /// The address under which they reached this server.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    pub(crate) fn has_session(&self) -> bool {
        self.known
    }

    /// An act of somebody of the public.
    pub(crate) fn act(&self, app: &App, why: Purpose) -> Act {
        app.office.act(Principal::public(), self.over, why)
    }

    /// An act of the customer of a case that the session holds.
    pub(crate) fn act_on(&self, app: &App, case: CaseId) -> Act {
        let who = Principal { case: Some(case), ..Principal::public() };
        app.office.act(who, self.over, Purpose::Service)
    }

    /// What every page has around it.
    pub(crate) fn layout(&self, app: &App, title: &str) -> Layout {
        Layout::new(app, self.language, title, &self.visitor.again())
    }

    /// A page that holds a form, or something about somebody: it gives the cookie, and nobody keeps a copy of it.
    pub(crate) fn private(&self, mut response: Response) -> Response {
        // Each time anew: whoever comes back is not forgotten in the middle of something.
        set(&mut response, SESSION, &self.cookie, SESSION_SECONDS);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        self.public(response)
    }

    /// A page that anybody may read; it remembers a language that was chosen.
    pub(crate) fn public(&self, mut response: Response) -> Response {
        if self.chose_language {
            set(&mut response, SPOKEN, self.language.tag(), SPOKEN_SECONDS);
        }
        response
    }

    /// Forgets the session.
    pub(crate) fn forget(mut response: Response) -> Response {
        set(&mut response, SESSION, "", 0);
        let clear = HeaderValue::from_static("\"cache\", \"storage\"");
        response.headers_mut().insert("clear-site-data", clear);
        response
    }
}

/// What the query asks for; a query that cannot be read asks for nothing in particular.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned + Default> FromRequestParts<App> for Asked<T> {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self(Query::<T>::try_from_uri(&parts.uri).map(|query| query.0).unwrap_or_default()))
    }
}

/// Sets a cookie.
pub(crate) fn set(response: &mut Response, name: &str, value: &str, seconds: u32) {
    let text = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// What follows from a cookie for a purpose; nobody who does not have the cookie can know it.
pub(crate) fn derived(cookie: &str, purpose: &str) -> [u8; 16] {
    let hash = office::fingerprint(format!("{purpose} {cookie}").as_bytes());
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(hash.as_bytes().chunks_exact(2)) {
        let digit = |at: usize| char::from(pair[at]).to_digit(16).unwrap_or(0);
        *byte = u8::try_from(digit(0) * 16 + digit(1)).unwrap_or(0);
    }
    bytes
}

fn is_session(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// 128 random bits in hexadecimal.
pub(crate) fn random(app: &App) -> String {
    let act = app.office.act(Principal::public(), Channel::Web, Purpose::Operation);
    act.chance.bytes::<16>().iter().fold(String::with_capacity(32), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl FromRequestParts<App> for Guest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let visitor = Visitor::of(&parts.uri, &parts.headers);
        let asked = visitor.asked_language();
        let remembered = cookie(&parts.headers, SPOKEN).unwrap_or_default();
        let language = language(&app.office.city, &asked, &AcceptedLanguage::of(&parts.headers));
        let session = cookie(&parts.headers, SESSION).filter(|text| is_session(text));
        Ok(Self {
            language,
            address: parts.extensions.get::<CallerAddress>().and_then(|address| address.0),
            chose_language: !asked.is_empty() && asked == language.tag() && remembered != language.tag(),
            known: session.is_some(),
            cookie: session.map_or_else(|| random(app), ToOwned::to_owned),
            visitor,
            origin: origin(app, &parts.headers),
            over: Channel::Web,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderMap;

    #[test]
    fn only_cookies_of_the_house_are_read() {
        let mut headers = HeaderMap::new();
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("a=b; __Host-rotunda=0123456789abcdef0123456789abcdef"),
        );
        headers.append(header::COOKIE, HeaderValue::from_static("__Host-language=ta"));
        assert_eq!(cookie(&headers, SPOKEN), Some("ta"));
        assert!(cookie(&headers, SESSION).is_some_and(is_session));
        for no_session in ["", "0123", "0123456789ABCDEF0123456789abcdef", "0123456789abcdef0123456789abcdeg"]
        {
            assert!(!is_session(no_session), "{no_session}");
        }
    }
}
