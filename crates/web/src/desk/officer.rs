//! Who sits at the desk: an officer who is signed in, and the forms that they send.

use super::inbox::beside::BESIDE;
use crate::caller::{AcceptedLanguage, cookie};
use crate::guard::CallerAddress;
use crate::pages::{Visitor, language, refuse};
use crate::portal::guest::derived;
use crate::portal::posted::{Form, Room, Sent, elsewhere, is_from_here, read};
use crate::problem::Problem;
use crate::{App, turnstile};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::response::{IntoResponse, Redirect, Response};
use office::customers::Session;
use office::desk::{Shift, Signed};
use office::{Act, desk};
use terms::{Actor, Channel, OfficerCode, Principal, Purpose};
use wording::Language;

/// The cookie of an officer's session, apart from the one that the same browser has as a customer's.
pub(super) const SESSION: &str = "__Host-desk";
/// The longest that a browser keeps it, in seconds: a shift.
pub(super) const SESSION_SECONDS: u32 = 43_200;

/// How an address begins to say which case is shown beside its list.
const CASE: &str = "case=";

/// Pages that are open to whoever has to choose a new password first.
const BEFORE_PASSWORD: [&str; 2] = ["/desk/password", "/desk/sign-out"];

/// An officer at their desk.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) who: Principal,
    pub(crate) officer: OfficerCode,
    pub(crate) language: Language,
    pub(crate) visitor: Visitor,
    /// Their shift, if they have begun one.
    pub(crate) shift: Option<Shift>,
    /// How many questions wait for their decision.
    pub(crate) asked: i64,
    /// From which network they come.
    pub(crate) network: Option<String>,
    /// Whether this browser shows cases beside their list.
    pub(crate) beside: bool,
    cookie: String,
}

impl Desk {
    /// What proves that a form was written by this house for this session.
    pub(crate) fn token(&self) -> String {
        token_of(&self.cookie)
    }

    /// Something that only this browser and whoever reads its page can know, for a purpose.
    pub(crate) fn derive(&self, purpose: &str) -> [u8; 16] {
        derived(&self.cookie, purpose)
    }

    /// The session that this browser is signed in by.
    pub(crate) fn session(&self) -> Session {
        Session::of(&self.cookie)
    }

    /// An act of this officer, to serve a customer.
    pub(crate) fn act(&self, app: &App) -> Act {
        self.act_over(app, Channel::Web)
    }

    /// An act of this officer for somebody who came over a channel.
    pub(crate) fn act_over(&self, app: &App, over: Channel) -> Act {
        app.office.act(self.who.clone(), over, Purpose::Service)
    }

    /// What the address says of the list that this officer came from, ending so that more can follow.
    pub(crate) fn list(&self) -> String {
        let parts = self.visitor.query().filter(|part| !part.starts_with(CASE));
        parts.fold(String::new(), |list, part| list + part + "&")
    }

    /// The case that is shown beside its list, as the address says.
    pub(crate) fn case_beside(&self) -> Option<&str> {
        self.visitor.query().find_map(|part| part.strip_prefix(CASE))
    }

    /// A page of the desk: nobody keeps a copy of it.
    pub(crate) fn private(mut response: Response) -> Response {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    /// A refusal, as a page.
    pub(crate) fn refuse(&self, app: &App, problem: &Problem) -> Response {
        Self::private(refuse(app, &self.visitor, problem))
    }
}

pub(super) fn token_of(cookie: &str) -> String {
    office::fingerprint(format!("desk form {cookie}").as_bytes())
}

/// Whom the proxy names, where it is the one who says who signed in.
pub(super) enum Proxied {
    /// Nobody asks it.
    Off,
    /// Nobody who works here.
    Nobody,
    /// An officer.
    Named(OfficerCode),
}

/// Whom the proxy names: one and no other, who works here. Whoever calls cannot name somebody besides, as two names are
/// none.
pub(super) fn proxied(app: &App, headers: &HeaderMap) -> Proxied {
    let Some(name) = app.settings.sign_in_header.as_ref().filter(|_| app.settings.trust_proxy) else {
        return Proxied::Off;
    };
    let mut said = headers.get_all(name).iter();
    let (first, more) = (said.next(), said.next());
    let code = first.filter(|_| more.is_none()).and_then(|code| code.to_str().ok());
    let known = code.and_then(|code| app.office.city.officers.get_key_value(code.trim()));
    known.map_or(Proxied::Nobody, |(code, _)| Proxied::Named(code.clone()))
}

/// From which network somebody calls, as tries are counted by it.
pub(super) fn network(parts: &Parts) -> Option<String> {
    let address = parts.extensions.get::<CallerAddress>().and_then(|address| address.0);
    address.map(|address| turnstile::network(address).to_string())
}

impl FromRequestParts<App> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = Visitor::of(&parts.uri, &parts.headers);
        let sign_in = || {
            // Only a page is worth coming back to: what was posted would be lost.
            let back = if parts.method == Method::GET { visitor.again() } else { "/desk?".to_owned() };
            let back = crate::pages::escaped(back.trim_end_matches(['?', '&']));
            Redirect::to(&format!("/desk/sign-in?back={back}")).into_response()
        };
        let beside = cookie(&parts.headers, BESIDE) == Some("yes");
        let cookie = cookie(&parts.headers, SESSION).map(ToOwned::to_owned).ok_or_else(sign_in)?;
        let session = Session::of(&cookie);
        let asked = app.office.act(Principal::public(), Channel::Web, Purpose::Operation);
        let known = {
            let session = session.clone();
            app.office.read(asked, move |tx, act| desk::who(tx, act, &session)).await
        };
        let known = known.map_err(|refusal| refuse(app, &visitor, &refusal.into()))?;
        let Signed { who, note, changes_password, shift, asked } = known.ok_or_else(sign_in)?;
        let Actor::Officer(officer) = who.actor.clone() else { return Err(sign_in()) };
        // Whoever left the proxy, or changed there, is no longer the one who signed in here.
        let same = match proxied(app, &parts.headers) {
            Proxied::Off => true,
            Proxied::Nobody => false,
            Proxied::Named(said) => said == officer,
        };
        if !same {
            return Err(sign_in());
        }
        if changes_password && !BEFORE_PASSWORD.contains(&visitor.path()) {
            return Err(Redirect::to("/desk/password").into_response());
        }
        if note {
            let act = app.office.act(who.clone(), Channel::Web, Purpose::Operation);
            let noted = app.office.write(act, move |tx, act| desk::seen(tx, act, &session)).await;
            noted.map_err(|refusal| refuse(app, &visitor, &refusal.into()))?;
        }
        let language =
            language(&app.office.city, &visitor.asked_language(), &AcceptedLanguage::of(&parts.headers));
        let network = network(parts);
        Ok(Self { who, officer, language, visitor, shift, asked, network, beside, cookie })
    }
}

/// A form that an officer sent from a page of this house.
pub(crate) struct Posted {
    pub(crate) desk: Desk,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) files: Vec<Sent>,
    /// Whether there were more files than one form may send; they were not kept.
    pub(crate) left_out: bool,
    /// The room that the files take as long as they are here.
    _room: Room,
}

impl Posted {
    /// The first value of a field, without spaces around it; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.trim())
    }

    /// The first value of a field, as it is.
    pub(crate) fn whole(&self, name: &str) -> &str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    /// All values of a field.
    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        self.fields.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

impl FromRequest<App> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let desk = Desk::from_request_parts(&mut parts, app).await?;
        if !is_from_here(&parts.headers) {
            return Err(desk.refuse(app, &elsewhere()));
        }
        let form = read(Request::from_parts(parts, body), app).await;
        let form = form.map_err(|unreadable| desk.refuse(app, &unreadable.into()))?;
        let Form { fields, files, left_out, room, .. } = form;
        let posted = Self { desk, fields, files, left_out, _room: room };
        if posted.text("token") != posted.desk.token() {
            return Err(posted.desk.refuse(app, &elsewhere()));
        }
        Ok(posted)
    }
}
