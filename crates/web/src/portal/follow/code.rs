//! Following without the secret: a code goes to the address of the customer, and opens all that is theirs.
//!
//! Whether anybody has the address shows nowhere: neither in what is answered nor in how long it takes.

use super::WRONG_TAKES;
use crate::App;
use crate::pages::refuse;
use crate::portal::control::{Control, Look, Values, Wrong};
use crate::portal::form::{FormPage, say};
use crate::portal::guest::Guest;
use crate::portal::posted::Posted;
use crate::portal::say::Text;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::{Refusal, Verb, codes, customers};
use terms::{CodeId, CodePurpose, ContactPoint, ContactPointKind, Purpose};

/// `GET /follow/code`
pub(crate) async fn ask_page(State(app): State<App>, guest: Guest) -> Response {
    show_ask(&app, &guest, (&Values::new(), &Wrong::new()))
}

fn show_ask(app: &App, guest: &Guest, (values, wrong): (&Values, &Wrong)) -> Response {
    if !app.office.mails() {
        return say(app, guest, ("follow-code-title", "follow-code-no-mail"), ("/follow", "follow-back"));
    }
    let language = guest.language;
    let email = Control::line(language, "email", Text::said(language, "ask-contact-email"))
        .looking(Look::Line("email"))
        .completing("email")
        .with(values, wrong);
    FormPage::new(app, guest, language.say("follow-code-title"))
        .saying(language.say("follow-code-text"))
        .from("/follow".to_owned())
        .posting("/follow/code".to_owned(), language.say("follow-code-button"))
        .asking(vec![email], wrong)
        .show(guest)
}

/// `POST /follow/code`
pub(crate) async fn ask(State(app): State<App>, posted: Posted) -> Response {
    let guest = &posted.guest;
    if let Err(problem) = posted.may_mail(&app) {
        return refuse(&app, &guest.visitor, &problem);
    }
    match send(&app, &posted).await {
        Ok(id) => guest.private(Redirect::to(&format!("/follow/code/{id}")).into_response()),
        Err(Refusal::Invalid(_)) => {
            let wrong = vec![("email".to_owned(), guest.language.say("ask-contact-bad-email"))];
            show_ask(&app, guest, (&posted.fields, &wrong))
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// Has a code sent, if anybody has the address; what it is asked by.
async fn send(app: &App, posted: &Posted) -> Verb<CodeId> {
    if !app.office.mails() {
        return Err(Refusal::conflict("no mail leaves this house; ask for help instead"));
    }
    let value = posted.text("email").to_owned();
    let to = ContactPoint { kind: ContactPointKind::Email, value, verified: false };
    let act = posted.guest.act(app, Purpose::Service);
    app.office.write(act, move |tx, act| codes::ask_code(tx, act, &to, CodePurpose::SignIn)).await
}

/// `GET /follow/code/{id}`
pub(crate) async fn use_page(State(app): State<App>, Path(id): Path<String>, guest: Guest) -> Response {
    match id.parse::<CodeId>() {
        Ok(id) => show_use(&app, &guest, id, &Wrong::new()),
        Err(_) => refuse(&app, &guest.visitor, &Problem::not_found("page")),
    }
}

fn show_use(app: &App, guest: &Guest, id: CodeId, wrong: &Wrong) -> Response {
    let language = guest.language;
    let code = Control::line(language, "code", Text::said(language, "follow-code-code"))
        .looking(Look::Line("numeric"))
        .hinted(Text::said(language, "follow-code-hint"))
        .completing("one-time-code")
        .with(&Values::new(), wrong);
    FormPage::new(app, guest, language.say("follow-code-write"))
        .saying(language.say("follow-code-sent"))
        .from("/follow/code".to_owned())
        .posting(format!("/follow/code/{id}"), language.say("follow-code-open"))
        .asking(vec![code], wrong)
        .or("/follow/code", language.say("follow-code-again"))
        .show(guest)
}

/// `POST /follow/code/{id}`
pub(crate) async fn use_code(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let Ok(id) = id.parse::<CodeId>() else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    let began = tokio::time::Instant::now();
    match open(&app, &posted, id).await {
        Ok(true) => guest.private(Redirect::to("/follow").into_response()),
        Ok(false) => {
            tokio::time::sleep_until(began + WRONG_TAKES).await;
            let wrong = vec![("code".to_owned(), guest.language.say("follow-code-wrong"))];
            show_use(&app, guest, id, &wrong)
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// Lets this browser hold all that belongs to the address that a code proves, if it is the right one.
async fn open(app: &App, posted: &Posted, id: CodeId) -> Verb<bool> {
    let (session, digits) = (posted.guest.session(), posted.text("code").to_owned());
    let act = posted.guest.act(app, Purpose::Service);
    app.office
        .write(act, move |tx, act| {
            let proven = codes::use_code(tx, act, id, CodePurpose::SignIn, &digits)?;
            let Some(point) = proven else { return Ok(false) };
            customers::hold_all_of(tx, act, &session, &point)?;
            Ok(true)
        })
        .await
}
