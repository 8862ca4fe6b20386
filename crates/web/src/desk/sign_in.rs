//! Signing in and out.

use super::officer::{Posted, SESSION, SESSION_SECONDS};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::guest::{Asked, Guest, random, set};
use crate::portal::posted;
use crate::problem::Problem;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use office::city::Officer;
use office::customers::Session;
use office::desk;
use serde::Deserialize;
use terms::{OfficerCode, Purpose};
use wording::Language;

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
    /// Whom one click signs in; in a demonstration only.
    officers: Vec<(OfficerCode, String, String)>,
}

/// An address of the desk to come back to, and no other.
fn back(asked: &str) -> String {
    let ours = asked == "/desk" || asked.starts_with("/desk/") || asked.starts_with("/desk?");
    if ours { asked.to_owned() } else { "/desk".to_owned() }
}

/// `GET /desk/sign-in`
pub(crate) async fn page(State(app): State<App>, guest: Guest, Asked(asked): Asked<Back>) -> Response {
    let language = guest.language;
    let line = |(code, officer): (&OfficerCode, &Officer)| {
        let roles: Vec<String> =
            officer.roles.iter().map(|role| language.say(&format!("role-{}", role.as_str()))).collect();
        (code.clone(), officer.name.clone(), roles.join(", "))
    };
    let officers =
        if app.settings.demo { app.office.city.officers.iter().map(line).collect() } else { Vec::new() };
    let layout = guest.layout(&app, &language.say("desk-sign-in"));
    guest.private(render(&SignInPage {
        layout,
        language,
        token: guest.token(),
        back: back(&asked.back),
        officers,
    }))
}

/// `POST /desk/sign-in`
pub(crate) async fn sign_in(State(app): State<App>, headers: HeaderMap, posted: posted::Posted) -> Response {
    if !app.settings.demo {
        return refuse(&app, &posted.guest.visitor, &Problem::not_found("page"));
    }
    let (officer, cookie) = (OfficerCode::new(posted.text("officer")), random(&app));
    let session = Session::of(&cookie);
    let browser = headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let (act, browser) = (posted.guest.act(&app, Purpose::Operation), browser.to_owned());
    let begun =
        app.office.write(act, move |tx, act| desk::begin(tx, act, &session, (&officer, &browser))).await;
    match begun {
        Ok(()) => {
            let mut response = Redirect::to(&back(posted.text("back"))).into_response();
            set(&mut response, SESSION, &cookie, SESSION_SECONDS);
            response
        }
        Err(refusal) => refuse(&app, &posted.guest.visitor, &refusal.into()),
    }
}

/// `POST /desk/sign-out`
pub(crate) async fn sign_out(State(app): State<App>, posted: Posted) -> Response {
    let (act, session) = (posted.desk.act(&app), posted.desk.session());
    match app.office.write(act, move |tx, act| desk::end(tx, act, &session)).await {
        Ok(()) => {
            let mut response = Redirect::to("/desk/sign-in").into_response();
            set(&mut response, SESSION, "", 0);
            response
        }
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}
