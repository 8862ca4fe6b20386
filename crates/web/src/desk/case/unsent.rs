//! What an officer has not sent, and what they wrote about a case that they do not see any more.

use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::pages::render;
use crate::portal::say::moment;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use office::desk;
use records::compositions::Composition;
use terms::Reference;
use wording::Argument;

#[derive(Template)]
#[template(path = "desk/unsent.html")]
struct UnsentPage {
    frame: Frame,
    title: String,
    /// Why nothing was done.
    wrong: Option<String>,
    /// What was sent just now, and went nowhere.
    typed: String,
    drafts: Vec<Draft>,
}

struct Draft {
    reference: Reference,
    href: String,
    says: String,
    words: String,
}

/// `GET /desk/compositions`
pub(super) async fn page(State(app): State<App>, desk: Desk) -> Response {
    unsent(&app, &desk, None, String::new()).await
}

/// The answer to words about a case that is not there, or not theirs any more: all of them are still here.
pub(super) async fn vanished(app: &App, desk: &Desk, typed: &str) -> Response {
    let key = if typed.is_empty() { "desk-case-gone-why" } else { "desk-case-vanished" };
    let wrong = desk.language.say(key);
    let mut response = unsent(app, desk, Some(wrong), typed.to_owned()).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

async fn unsent(app: &App, desk: &Desk, wrong: Option<String>, typed: String) -> Response {
    let language = desk.language;
    let drafts = match app.office.read(desk.act(app), desk::unsent).await {
        Ok(drafts) => drafts,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let title = language.say(if wrong.is_some() { "desk-case-gone" } else { "desk-unsent" });
    let mut frame = Frame::new(app, desk, &title);
    frame.layout.error = wrong.is_some();
    Desk::private(render(&UnsentPage {
        frame,
        title,
        wrong,
        typed,
        drafts: drafts.iter().map(|one| draft(app, desk, one)).collect(),
    }))
}

fn draft(app: &App, desk: &Desk, one: &Composition) -> Draft {
    let language = desk.language;
    let kind = language.say(&format!("desk-kind-{}", one.kind));
    let at = moment(&app.office.city, language, one.at);
    let arguments = [("what", Argument::Words(&kind)), ("date", Argument::Words(&at))];
    Draft {
        reference: one.reference,
        href: super::at(desk, one.reference),
        says: language.say_with("desk-unsent-line", &arguments),
        words: one.words.clone(),
    }
}
