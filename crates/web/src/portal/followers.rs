//! Following a public report by e-mail: asking for it, saying yes to the mail that comes, and ending it with one click.

use super::control::{Control, Look, Values, Wrong};
use super::form::{FormPage, say};
use super::guest::Guest;
use super::posted::Posted;
use super::say::Text;
use crate::App;
use crate::pages::refuse;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::followers::{self, Following};
use office::{Refusal, cases};
use terms::{Purpose, Reference, Secret};
use wording::Argument;

/// `GET /reports/{reference}/follow`
pub(crate) async fn ask_page(
    State(app): State<App>,
    Path(reference): Path<String>,
    guest: Guest,
) -> Response {
    let Some(reference) = offered(&app, &reference) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("report"));
    };
    let act = guest.act(&app, Purpose::Statistics);
    match app.office.read(act, move |tx, act| cases::report_of(tx, act, &reference)).await {
        Ok(_) => show_ask(&app, &guest, reference, (&Values::new(), &Wrong::new())),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// The report of an address, if it can be followed by mail at all.
fn offered(app: &App, reference: &str) -> Option<Reference> {
    reference.parse().ok().filter(|_| app.office.mails_links())
}

fn show_ask(app: &App, guest: &Guest, reference: Reference, (values, wrong): (&Values, &Wrong)) -> Response {
    let language = guest.language;
    let email = Control::line(language, "email", Text::said(language, "ask-contact-email"))
        .looking(Look::Line("email"))
        .completing("email")
        .with(values, wrong);
    FormPage::new(app, guest, language.say("report-follow-title"))
        .saying(language.say("report-follow-text"))
        .from(format!("/reports/{reference}"))
        .posting(format!("/reports/{reference}/follow"), language.say("report-follow-button"))
        .asking(vec![email], wrong)
        .show(guest)
}

/// `POST /reports/{reference}/follow`
pub(crate) async fn ask(State(app): State<App>, Path(reference): Path<String>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let Some(reference) = offered(&app, &reference) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("report"));
    };
    if let Err(problem) = posted.may_mail(&app) {
        return refuse(&app, &guest.visitor, &problem);
    }
    let (email, language) = (posted.text("email").to_owned(), guest.language);
    let act = guest.act(&app, Purpose::Service);
    let asked = app
        .office
        .write(act, move |tx, act| followers::ask_to_follow(tx, act, &reference, (&email, language)))
        .await;
    match asked {
        Ok(()) => {
            let said = ("report-follow-asked-title", "report-follow-asked");
            say(&app, guest, said, (&format!("/reports/{reference}"), "back"))
        }
        Err(Refusal::Invalid(_)) => {
            let wrong = vec![("email".to_owned(), language.say("ask-contact-bad-email"))];
            show_ask(&app, guest, reference, (&posted.fields, &wrong))
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// `GET /following/{secret}`: only a person who presses the button changes anything; programs that look at links do not.
pub(crate) async fn page(State(app): State<App>, Path(secret): Path<String>, guest: Guest) -> Response {
    let Ok(secret) = secret.parse::<Secret>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    let (act, asked) = (guest.act(&app, Purpose::Service), secret.clone());
    match app.office.read(act, move |tx, act| followers::following(tx, act, &asked)).await {
        Ok(Some(following)) => show(&app, &guest, &following, &secret),
        Ok(None) => ended(&app, &guest),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

fn show(app: &App, guest: &Guest, following: &Following, secret: &Secret) -> Response {
    let (language, reference) = (guest.language, following.reference.to_string());
    let service = app.office.city.services.get(&following.service);
    let service = service.map_or("", |service| service.name.text(language.tag()));
    let names = [("reference", Argument::Words(&reference)), ("service", Argument::Words(service))];
    let here = format!("/following/{secret}");
    let (text, action, button) = if following.confirmed {
        ("following-on", here, "following-stop")
    } else {
        ("following-ask", format!("{here}/confirmation"), "following-yes")
    };
    FormPage::new(app, guest, language.say("following-title"))
        .saying(language.say_with(text, &names))
        .from(format!("/reports/{reference}"))
        .posting(action, language.say(button))
        .show(guest)
}

fn ended(app: &App, guest: &Guest) -> Response {
    say(app, guest, ("following-ended-title", "following-ended"), ("/reports", "reports-title"))
}

/// `POST /following/{secret}/confirmation`
pub(crate) async fn confirm(State(app): State<App>, Path(secret): Path<String>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let Ok(secret) = secret.parse::<Secret>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    let (act, said) = (guest.act(&app, Purpose::Service), secret.clone());
    match app.office.write(act, move |tx, act| followers::confirm_following(tx, act, &said)).await {
        Ok(()) => guest.private(Redirect::to(&format!("/following/{secret}")).into_response()),
        Err(Refusal::Conflict(_)) => {
            say(&app, guest, ("following-title", "following-full"), ("/reports", "reports-title"))
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// `POST /following/{secret}`: ends it. The link's secret is all that it takes, as mail programs post here by themselves
/// when somebody presses their button (RFC 8058), with no cookie and from nowhere.
pub(crate) async fn end(State(app): State<App>, Path(secret): Path<String>, guest: Guest) -> Response {
    let Ok(secret) = secret.parse::<Secret>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    let act = guest.act(&app, Purpose::Service);
    match app.office.write(act, move |tx, act| followers::end_following(tx, act, &secret)).await {
        Ok(()) => ended(&app, &guest),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}
