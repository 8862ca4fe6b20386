//! Following: a customer finds their case by its reference and secret, sees where it stands, and acts on it.

mod acts;
mod case;
mod code;
mod standing;

pub(crate) use acts::{act, act_page};
pub(crate) use case::{file, page};
pub(crate) use code::{ask as ask_code, ask_page as ask_code_page, use_code, use_page as use_code_page};

use super::control::{Control, ErrorLine, Values, Wrong, summary};
use super::guest::Guest;
use super::posted::Posted;
use super::say::{self, Text};
use crate::App;
use crate::pages::{Layout, refuse, render};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::{Verb, customers};
use std::time::Duration;
use terms::{CaseId, Purpose, Reference};
use wording::Language;

/// How long a wrong answer takes, whatever is wrong with it: as long for a reference that does not exist as for a
/// secret that does not fit, and long enough to make trying dull.
const WRONG_TAKES: Duration = Duration::from_millis(250);

#[derive(Template)]
#[template(path = "portal/follow.html")]
struct FollowPage {
    layout: Layout,
    language: Language,
    errors: Vec<ErrorLine>,
    controls: Vec<Control>,
    token: String,
    held: Vec<HeldView>,
    /// Whether a code can be sent.
    mails: bool,
}

/// A case that this browser holds.
struct HeldView {
    reference: Reference,
    service: Text,
    status: String,
    when: String,
}

/// `GET /follow`
pub(crate) async fn follow(State(app): State<App>, guest: Guest) -> Response {
    show(&app, &guest, (&Values::new(), &Wrong::new())).await
}

/// The page where a case is found; with a reference that was asked for.
async fn show(app: &App, guest: &Guest, (values, wrong): (&Values, &Wrong)) -> Response {
    let language = guest.language;
    let said = |key: &str| Text::said(language, key);
    let line = |name: &str, label: &str, hint: &str| {
        Control::line(language, name, said(label)).hinted(said(hint)).with(values, wrong)
    };
    let controls = vec![
        line("reference", "follow-reference", "follow-reference-hint"),
        line("secret", "follow-secret", "follow-secret-hint").completing("off"),
    ];
    let errors = summary(&controls.iter().collect::<Vec<_>>(), wrong);
    let held = match held(app, guest).await {
        Ok(held) => held,
        Err(refusal) => return refuse(app, &guest.visitor, &refusal.into()),
    };
    let mut layout = guest.layout(app, &language.say("follow-title"));
    layout.error = !errors.is_empty();
    let (token, mails) = (guest.token(), app.office.mails());
    guest.private(render(&FollowPage { layout, language, errors, controls, token, held, mails }))
}

async fn held(app: &App, guest: &Guest) -> Verb<Vec<HeldView>> {
    if !guest.has_session() {
        return Ok(Vec::new());
    }
    let (session, act) = (guest.session(), guest.act(app, Purpose::Service));
    let cases = app
        .office
        .read(act, move |tx, act| {
            let held = customers::held(tx, act, &session)?;
            let scope = act.public_scope();
            held.into_iter()
                .map(|held| Ok(records::cases::by_id(tx, &scope, held.case)?))
                .filter_map(Result::transpose)
                .collect::<Verb<Vec<_>>>()
        })
        .await?;
    let (city, language) = (&app.office.city, guest.language);
    Ok(cases
        .into_iter()
        .map(|case| HeldView {
            reference: case.reference,
            service: city
                .services
                .get(&case.state.service)
                .map(|service| Text::of(city, &service.name, language))
                .unwrap_or_default(),
            status: language.say(&format!("status-{}", case.state.status)),
            when: say::moment(city, language, case.state.opened_at),
        })
        .collect())
}

/// `POST /follow`
pub(crate) async fn find(State(app): State<App>, posted: Posted) -> Response {
    let guest = &posted.guest;
    if posted.has("forget") {
        return forget(&app, guest).await;
    }
    let began = tokio::time::Instant::now();
    let found = match posted.text("reference").parse::<Reference>() {
        Err(_) => Err(guest.language.say("follow-no-reference")),
        Ok(reference) => {
            let (session, secret) = (guest.session(), posted.text("secret").to_owned());
            let act = guest.act(&app, Purpose::Service);
            let shown = app
                .office
                .write(act, move |tx, act| customers::show_secret(tx, act, &session, (&reference, &secret)))
                .await;
            match shown {
                Ok(true) => Ok(reference),
                Ok(false) => Err(guest.language.say("follow-wrong")),
                Err(refusal) => return refuse(&app, &guest.visitor, &refusal.into()),
            }
        }
    };
    match found {
        Ok(reference) => guest.private(Redirect::to(&format!("/cases/{reference}")).into_response()),
        Err(text) => {
            tokio::time::sleep_until(began + WRONG_TAKES).await;
            let typed = vec![("reference".to_owned(), posted.text("reference").to_owned())];
            let wrong = vec![("reference".to_owned(), text)];
            let mut response = show(&app, guest, (&typed, &wrong)).await;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            response
        }
    }
}

/// Forgets everything that this browser holds, as on a computer that others use too.
async fn forget(app: &App, guest: &Guest) -> Response {
    let (session, act) = (guest.session(), guest.act(app, Purpose::Service));
    match app.office.write(act, move |tx, act| customers::end_session(tx, act, &session)).await {
        Ok(()) => Guest::forget(Redirect::to("/").into_response()),
        Err(refusal) => refuse(app, &guest.visitor, &refusal.into()),
    }
}

/// The case of an address, if this browser holds it; otherwise the page where it can be found.
async fn mine(app: &App, guest: &Guest, reference: &str) -> Result<(Reference, CaseId), Response> {
    let ask = |typed: &str| {
        let values = vec![("reference".to_owned(), typed.to_owned())];
        async move { show(app, guest, (&values, &Wrong::new())).await }
    };
    let Ok(known) = reference.parse::<Reference>() else { return Err(ask("").await) };
    let (session, act) = (guest.session(), guest.act(app, Purpose::Service));
    let held = app.office.read(act, move |tx, act| customers::holds(tx, act, &session, &known)).await;
    match held {
        Ok(Some(case)) => Ok((known, case)),
        Ok(None) => Err(ask(&known.to_string()).await),
        Err(refusal) => Err(refuse(app, &guest.visitor, &refusal.into())),
    }
}
