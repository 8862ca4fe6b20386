//! Passwords, on threads of their own; and an officer's own, which they change.

use super::form::DeskForm;
use super::officer::{Desk, Posted, SESSION, SESSION_SECONDS};
use super::sign_in::{browser, known_as, wait_in_words};
use crate::App;
use crate::portal::control::{Control, Look, Wrong};
use crate::portal::guest::{random, set};
use crate::portal::say::Text;
use crate::problem::Problem;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use office::customers::Session;
use office::desk::passwords::{LONGEST, Password, SHORTEST};
use office::desk::{self, Attempt, Begun, Taken, Try};
use std::sync::Arc;
use terms::Purpose;
use wording::{Argument, Language};

/// Computes with passwords, off the threads that answer, and only so many at once. The turn is over when the work is, and
/// not when whoever asked has gone.
pub(super) async fn compute<T: Send + 'static>(
    app: &App,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    let turn = Arc::clone(&app.hashing).acquire_owned().await.map_err(|_| Problem::busy(1))?;
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    });
    done.await.map_err(|_| Problem::busy(1))
}

/// What is asked of a password, in words, with its bounds.
pub(super) fn in_words(language: Language, key: &str) -> String {
    let count = if key.ends_with("long") { LONGEST } else { SHORTEST };
    language.say_with(key, &[("count", Argument::Count(i64::try_from(count).unwrap_or(0)))])
}

/// A line for a password. What was typed is never shown again.
pub(super) fn line(language: Language, (name, key, fills): (&str, &str, &'static str)) -> Control {
    Control::line(language, name, Text::said(language, key)).looking(Look::Line("password")).completing(fills)
}

fn ask(app: &App, desk: &Desk, wrong: &Wrong) -> Response {
    let language = desk.language;
    let hint = Text::plain(in_words(language, "desk-password-hint"));
    let controls = vec![
        line(language, ("current", "desk-password-current", "current-password")),
        line(language, ("new", "desk-password-new", "new-password")).hinted(hint),
        line(language, ("again", "desk-password-again", "new-password")),
    ];
    let controls = controls.into_iter().map(|control| control.with(&Vec::new(), wrong)).collect();
    let says = ("desk-password", "/desk/password", "desk-password-change");
    let mut page = DeskForm::new(app, desk, says, controls, wrong);
    page.text = language.say("desk-password-lead");
    page.show()
}

/// Where a proxy signs people in, nobody has a password here.
fn elsewhere(app: &App, desk: &Desk) -> Option<Response> {
    app.settings.sign_in_header.as_ref().map(|_| desk.refuse(app, &Problem::not_found("page")))
}

/// `GET /desk/password`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    elsewhere(&app, &desk).unwrap_or_else(|| ask(&app, &desk, &Vec::new()))
}

/// What is wrong with a new password, before anything is computed.
fn judge(app: &App, posted: &Posted, new: &Password) -> Wrong {
    let language = posted.desk.language;
    let wrong = |name: &str, key: &str| vec![(name.to_owned(), in_words(language, key))];
    let officer = app.office.city.officers.get(&posted.desk.officer);
    if let Some(Err(weak)) = officer.map(|officer| new.check(&posted.desk.officer, officer)) {
        return wrong("new", weak.key());
    }
    if Password::of(posted.whole("again")) != *new {
        return wrong("again", "desk-password-differs");
    }
    if Password::of(posted.whole("current")) == *new {
        return wrong("new", "desk-password-same");
    }
    Vec::new()
}

/// `POST /desk/password`
pub(crate) async fn change(State(app): State<App>, headers: HeaderMap, posted: Posted) -> Response {
    if let Some(refused) = elsewhere(&app, &posted.desk) {
        return refused;
    }
    let new = Password::of(posted.whole("new"));
    let wrong = judge(&app, &posted, &new);
    if !wrong.is_empty() {
        return ask(&app, &posted.desk, &wrong);
    }
    match take(&app, &headers, &posted, new).await {
        Ok(Ok(hash)) => renew(&app, &headers, &posted.desk, hash).await,
        Ok(Err(wrong)) => ask(&app, &posted.desk, &wrong),
        Err(problem) => posted.desk.refuse(&app, &problem),
    }
}

/// Checks the present password, which takes a try like any sign-in; the hash of the new one, if it is right.
async fn take(
    app: &App,
    headers: &HeaderMap,
    posted: &Posted,
    new: Password,
) -> Result<Result<String, Wrong>, Problem> {
    let desk = &posted.desk;
    let attempt = Attempt {
        code: desk.officer.to_string(),
        address: desk.network.clone(),
        browser: known_as(headers).map(|known| Session::of(&known).as_str().to_owned()),
    };
    let act = || app.office.act(desk.who.clone(), terms::Channel::Web, Purpose::Operation);
    let taken = app.office.write(act(), move |tx, act| desk::try_sign_in(tx, act, &attempt)).await?;
    let wrong = |text: String| Ok(Err(vec![("current".to_owned(), text)]));
    let tried: Try = match taken {
        Taken::Slow { seconds } => return wrong(wait_in_words(desk.language, seconds)),
        Taken::Check(tried) => tried,
    };
    let (current, chance, asked) = (Password::of(posted.whole("current")), act().chance, tried.clone());
    let hash =
        compute(app, move || asked.is_right(&current).then(|| new.hash(&chance)).transpose()).await??;
    match hash {
        Some(hash) => Ok(Ok(hash)),
        None => {
            app.office.write(act(), move |tx, act| desk::failed(tx, act, &tried)).await?;
            wrong(desk.language.say("desk-password-wrong"))
        }
    }
}

/// Keeps the new password. Every session ends, and this browser gets another.
async fn renew(app: &App, headers: &HeaderMap, desk: &Desk, hash: String) -> Response {
    let cookie = random(app);
    let begun = Begun {
        session: Session::of(&cookie),
        officer: desk.officer.clone(),
        browser: browser(headers),
        before: None,
        changes_password: false,
    };
    let act = app.office.act(desk.who.clone(), terms::Channel::Web, Purpose::Operation);
    let done = app.office.write(act, move |tx, act| {
        desk::set_password(tx, act, &begun.officer, (&hash, false))?;
        desk::begin(tx, act, &begun)
    });
    match done.await {
        Ok(()) => {
            let mut response = Redirect::to("/desk").into_response();
            set(&mut response, SESSION, &cookie, SESSION_SECONDS);
            response
        }
        Err(refusal) => desk.refuse(app, &refusal.into()),
    }
}
