//! Who is calling the API: a token's holder, whoever shows a case's secret, or somebody of the public.

use crate::App;
use crate::guard::CallerAddress;
use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use office::Act;
use std::net::IpAddr;
use terms::{Channel, Principal, Purpose};

/// Who is calling, and what came along with the request.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) who: Principal,
    /// The secret of a case, if one was shown.
    pub(crate) secret: Option<String>,
    /// The submission's own key.
    pub(crate) key: Option<String>,
    pub(crate) address: Option<IpAddr>,
}

impl Caller {
    /// An act of whoever calls.
    pub(crate) fn act(&self, app: &App, over: Channel, why: Purpose) -> Act {
        app.office.act(self.who.clone(), over, why)
    }

    /// Whether nobody is known to be responsible for what the caller sends.
    pub(crate) fn is_public(&self) -> bool {
        self.who == Principal::public()
    }
}

fn text(parts: &Parts, name: &str) -> Result<Option<String>, Problem> {
    let value = parts.headers.get(name).map(|value| value.to_str());
    value
        .transpose()
        .map(|text| text.map(ToOwned::to_owned))
        .map_err(|_| Problem::malformed(format!("the header {name} is not text")))
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let who = match text(parts, header::AUTHORIZATION.as_str())? {
            None => Principal::public(),
            Some(value) => {
                let token = value.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
                let (_, token) =
                    token.ok_or_else(|| Problem::unauthorized("send `Authorization: Bearer TOKEN`"))?;
                let holder = app.token_holder(token.trim()).await?;
                holder.ok_or_else(|| {
                    Problem::unauthorized("this token is unknown, withdrawn or over; ask for a new one")
                })?
            }
        };
        Ok(Self {
            who,
            secret: text(parts, "case-secret")?,
            key: text(parts, "idempotency-key")?,
            address: parts.extensions.get::<CallerAddress>().and_then(|address| address.0),
        })
    }
}

/// The address under which the client reached this server.
pub(crate) fn origin(app: &App, headers: &HeaderMap) -> String {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let proxied = app.settings.trust_proxy;
    let scheme = text("x-forwarded-proto").filter(|_| proxied).unwrap_or("http");
    let host =
        text("x-forwarded-host").filter(|_| proxied).or(text(header::HOST.as_str())).unwrap_or("localhost");
    format!("{scheme}://{host}")
}

/// The cookie in which a chosen language is remembered.
pub(crate) const SPOKEN: &str = "__Host-language";

/// The value of a cookie, if it was sent.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

/// The languages that a browser asks for, the one that was chosen here first.
#[derive(Clone)]
pub(crate) struct AcceptedLanguage(pub(crate) String);

impl AcceptedLanguage {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let chosen = cookie(headers, SPOKEN).unwrap_or_default();
        Self(format!("{chosen},{}", accepted.unwrap_or_default()))
    }
}

impl<S: Sync> FromRequestParts<S> for AcceptedLanguage {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers))
    }
}
