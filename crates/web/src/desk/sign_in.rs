//! Signing in and out.

use super::officer::{Posted, Proxied, SESSION, SESSION_SECONDS, network, proxied};
use super::password::{compute, line};
use crate::App;
use crate::caller::cookie;
use crate::pages::{Layout, refuse, render};
use crate::portal::control::{Control, ErrorLine, Wrong, summary};
use crate::portal::guest::{Asked, Guest, random, set};
use crate::portal::posted;
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use office::city::Officer;
use office::customers::Session;
use office::desk::passwords::Password;
use office::desk::{self, Attempt, Begun, Taken};
use serde::Deserialize;
use std::convert::Infallible;
use terms::{Actor, AgencyCode, Channel, OfficerCode, Principal, Purpose, Role};
use wording::{Argument, Language};

/// The cookie by which a browser is known in which officers signed in before; it opens nothing.
const KNOWN: &str = "__Host-desk-known";
/// Ninety days, in seconds, as long as the house remembers it.
const KNOWN_SECONDS: u32 = 7_776_000;
/// The longest address to come back to.
const LONGEST_BACK: usize = 2_000;

/// Where to go after signing in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Back {
    back: String,
}

#[derive(Template)]
#[template(path = "desk/sign_in.html")]
struct SignInPage {
    layout: Layout,
    language: Language,
    token: String,
    back: String,
    errors: Vec<ErrorLine>,
    /// Code and password; none where a proxy says who it is.
    controls: Vec<Control>,
    /// What the proxy says: whom one click signs in, or that nobody here is called so.
    proxied: Option<Result<String, String>>,
    /// Whom one click signs in, one of each role and all others; in a demonstration only.
    officers: (Vec<Person>, Vec<Person>),
}

/// What every way to sign in needs of the request.
pub(crate) struct Calling {
    headers: HeaderMap,
    network: Option<String>,
}

impl FromRequestParts<App> for Calling {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self { headers: parts.headers.clone(), network: network(parts) })
    }
}

/// An address of the desk to come back to, and no other.
fn back(asked: &str) -> String {
    let ours = asked == "/desk" || asked.starts_with("/desk/") || asked.starts_with("/desk?");
    let plain = asked.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let still = asked.len() <= LONGEST_BACK && !asked.contains("..") && !asked.starts_with("/desk/sign-");
    if ours && plain && still { asked.to_owned() } else { "/desk".to_owned() }
}

/// What a browser calls itself.
pub(super) fn browser(headers: &HeaderMap) -> String {
    let name = headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok());
    name.unwrap_or_default().to_owned()
}

/// By what a browser is known, if an officer has signed in in it.
pub(super) fn known_as(headers: &HeaderMap) -> Option<String> {
    let known = cookie(headers, KNOWN)?;
    (known.len() == 32 && known.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| known.to_owned())
}

/// How long to wait, in words.
pub(super) fn wait_in_words(language: Language, seconds: i64) -> String {
    let (key, count) = if seconds < 60 {
        ("desk-slow-seconds", seconds)
    } else {
        ("desk-slow-minutes", (seconds + 59) / 60)
    };
    language.say_with(key, &[("count", Argument::Count(count))])
}

/// Somebody whom one click signs in.
struct Person {
    code: OfficerCode,
    name: String,
    roles: String,
    agency: Text,
}

/// The roles that a demonstration shows first.
const SHOWN_FIRST: [Role; 3] = [Role::Clerk, Role::Specialist, Role::Supervisor];

/// Whom one click signs in: a clerk, a specialist and a supervisor of one agency; and all others.
fn one_click(app: &App, language: Language) -> (Vec<Person>, Vec<Person>) {
    let city = &app.office.city;
    if !app.settings.demo {
        return (Vec::new(), Vec::new());
    }
    let of = |agency: &AgencyCode| {
        let is =
            |officer: &&Officer, role| officer.agency.as_ref() == Some(agency) && officer.roles == [role];
        let found = SHOWN_FIRST.map(|role| city.officers.values().find(|officer| is(officer, role)));
        found.into_iter().collect::<Option<Vec<_>>>()
    };
    let first = city.agencies.keys().find_map(of).unwrap_or_default();
    let others = city.officers.values().filter(|officer| first.iter().all(|one| one.code != officer.code));
    let person = |officer: &Officer| Person {
        code: officer.code.clone(),
        name: officer.name.clone(),
        roles: language.list(
            &officer
                .roles
                .iter()
                .map(|role| language.say(&format!("role-{}", role.as_str())))
                .collect::<Vec<_>>(),
        ),
        agency: officer
            .agency
            .as_ref()
            .and_then(|code| city.agencies.get(code))
            .map(|agency| Text::of(city, &agency.name, language))
            .unwrap_or_default(),
    };
    (first.iter().copied().map(person).collect(), others.map(person).collect())
}

/// Whom the proxy names, in words.
fn proxy_says(app: &App, language: Language, headers: &HeaderMap) -> Option<Result<String, String>> {
    match proxied(app, headers) {
        Proxied::Off => None,
        Proxied::Nobody => Some(Err(language.say("desk-sign-in-unknown"))),
        Proxied::Named(code) => {
            let officer = app.office.city.officers.get(&code);
            let name = officer.map_or(code.as_str(), |officer| officer.name.as_str());
            Some(Ok(language.say_with("desk-sign-in-as", &[("name", Argument::Words(name))])))
        }
    }
}

fn show(app: &App, guest: &Guest, headers: &HeaderMap, (code, to): (&str, &str), wrong: &Wrong) -> Response {
    let language = guest.language;
    let values = vec![("code".to_owned(), code.to_owned())];
    let controls = vec![
        Control::line(language, "code", Text::said(language, "desk-code")).completing("username"),
        line(language, ("password", "desk-password-word", "current-password")),
    ];
    let controls: Vec<Control> = controls.into_iter().map(|control| control.with(&values, wrong)).collect();
    let errors = summary(&controls.iter().collect::<Vec<_>>(), wrong);
    let mut layout = guest.layout(app, &language.say("desk-sign-in"));
    layout.error = !errors.is_empty();
    let proxied = proxy_says(app, language, headers);
    let officers = one_click(app, language);
    let (token, back) = (guest.token(), back(to));
    guest.private(render(&SignInPage { layout, language, token, back, errors, controls, proxied, officers }))
}

/// `GET /desk/sign-in`
pub(crate) async fn page(
    State(app): State<App>,
    guest: Guest,
    Asked(asked): Asked<Back>,
    calling: Calling,
) -> Response {
    show(&app, &guest, &calling.headers, ("", &asked.back), &Vec::new())
}

/// `POST /desk/sign-in`
pub(crate) async fn sign_in(State(app): State<App>, calling: Calling, posted: posted::Posted) -> Response {
    let officer = match proxied(&app, &calling.headers) {
        Proxied::Named(officer) => Some(officer),
        Proxied::Nobody => None,
        Proxied::Off if app.settings.demo && posted.has("officer") => {
            Some(OfficerCode::new(posted.text("officer")))
        }
        Proxied::Off => return with_password(&app, &calling, &posted).await,
    };
    let Some(officer) = officer.filter(|code| app.office.city.officers.contains_key(code)) else {
        return refuse(&app, &posted.guest.visitor, &Problem::not_found("officer"));
    };
    let cookie = random(&app);
    let begun = begun(&calling, officer, &cookie, false);
    let act = app.office.act(as_officer(&begun), Channel::Web, Purpose::Operation);
    match app.office.write(act, move |tx, act| desk::begin(tx, act, &begun)).await {
        Ok(()) => signed_in(&back(posted.text("back")), &cookie),
        Err(refusal) => refuse(&app, &posted.guest.visitor, &refusal.into()),
    }
}

fn begun(calling: &Calling, officer: OfficerCode, cookie: &str, changes_password: bool) -> Begun {
    let before = self::cookie(&calling.headers, SESSION).map(Session::of);
    let browser = browser(&calling.headers);
    Begun { session: Session::of(cookie), officer, browser, before, changes_password }
}

fn as_officer(begun: &Begun) -> Principal {
    Principal::new(Actor::Officer(begun.officer.clone()))
}

/// The way in; the cookie is a new one, whatever the browser had before.
fn signed_in(to: &str, cookie: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    set(&mut response, SESSION, cookie, SESSION_SECONDS);
    response
}

async fn with_password(app: &App, calling: &Calling, posted: &posted::Posted) -> Response {
    match attempt(app, calling, posted).await {
        Ok(Ok(response)) => response,
        Ok(Err((status, text))) => {
            let wrong = vec![("password".to_owned(), text)];
            let told = (posted.text("code"), posted.text("back"));
            let mut response = show(app, &posted.guest, &calling.headers, told, &wrong);
            *response.status_mut() = status;
            response
        }
        Err(problem) => refuse(app, &posted.guest.visitor, &problem),
    }
}

/// What is wrong, and the status that says it.
type Refused = (StatusCode, String);

/// A code that nobody has and a wrong password are the same, in words and in time.
async fn attempt(
    app: &App,
    calling: &Calling,
    posted: &posted::Posted,
) -> Result<Result<Response, Refused>, Problem> {
    let language = posted.guest.language;
    let known = known_as(&calling.headers);
    let asked = Attempt {
        code: posted.text("code").to_owned(),
        address: calling.network.clone(),
        browser: known.as_ref().map(|known| Session::of(known).as_str().to_owned()),
    };
    let act = posted.guest.act(app, Purpose::Operation);
    let tried = match app.office.write(act, move |tx, act| desk::try_sign_in(tx, act, &asked)).await? {
        Taken::Slow { seconds } => {
            return Ok(Err((StatusCode::TOO_MANY_REQUESTS, wait_in_words(language, seconds))));
        }
        Taken::Check(tried) => tried,
    };
    let typed = posted.fields.iter().find(|(name, _)| name == "password").map_or("", |(_, value)| value);
    let (password, checked) = (Password::of(typed), tried.clone());
    let right = compute(app, move || checked.is_right(&password)).await?;
    let Some(officer) = tried.officer.clone().filter(|_| right) else {
        let act = posted.guest.act(app, Purpose::Operation);
        app.office.write(act, move |tx, act| desk::failed(tx, act, &tried)).await?;
        return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, language.say("desk-sign-in-wrong"))));
    };
    let (cookie, known, changes) = (random(app), known.unwrap_or_else(|| random(app)), tried.temporary);
    let begun = begun(calling, officer, &cookie, changes);
    let act = app.office.act(as_officer(&begun), Channel::Web, Purpose::Operation);
    let as_known = Session::of(&known).as_str().to_owned();
    let done =
        app.office.write(act, move |tx, act| desk::sign_in(tx, act, (&tried, &as_known), &begun)).await?;
    if !done {
        return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, language.say("desk-sign-in-wrong"))));
    }
    let to = if changes { "/desk/password".to_owned() } else { back(posted.text("back")) };
    let mut response = signed_in(&to, &cookie);
    set(&mut response, KNOWN, &known, KNOWN_SECONDS);
    Ok(Ok(response))
}

/// `POST /desk/sign-out`
pub(crate) async fn sign_out(State(app): State<App>, posted: Posted) -> Response {
    let (act, session) = (posted.desk.act(&app), posted.desk.session());
    match app.office.write(act, move |tx, act| desk::end(tx, act, &session)).await {
        Ok(()) => left(),
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}

/// The way out; the browser forgets the session.
pub(super) fn left() -> Response {
    let mut response = Redirect::to("/desk/sign-in").into_response();
    set(&mut response, SESSION, "", 0);
    response
}

#[cfg(test)]
mod tests {
    use super::back;
    use proptest::prelude::*;

    #[test]
    fn one_comes_back_to_the_desk_and_nowhere_else() {
        for good in ["/desk", "/desk/cases/K7Q-F2M-XD5", "/desk?view=mine&lang=ar"] {
            assert_eq!(back(good), good);
        }
        for bad in [
            "",
            "/",
            "//evil.example",
            "https://evil.example/desk",
            "/desktop",
            "/desk/../x",
            "/desk\\x",
            "/desk/\r\nset-cookie: a=b",
            "/desk/sign-out",
            "desk",
            "/desk/é",
        ] {
            assert_eq!(back(bad), "/desk", "{bad}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_asked_one_stays_at_the_desk(asked in ".{0,60}", below in "[/?#\\\\a-z.]{0,20}") {
            for asked in [asked, format!("/desk{below}")] {
                let to = back(&asked);
                prop_assert!(to == "/desk" || to.starts_with("/desk/") || to.starts_with("/desk?"));
                prop_assert!(to.bytes().all(|byte| byte.is_ascii_graphic()));
            }
        }
    }
}
