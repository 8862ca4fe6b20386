//! What waits for an officer's decision, what is due first first, and what else was brought before them.

use super::case::questions::{asks, standing};
use super::frame::Frame;
use super::officer::Desk;
use crate::App;
use crate::pages::render;
use crate::portal::say::{Text, moment};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use office::desk::{self, Asked, AskedOf};
use terms::Reference;
use wording::Argument;

#[derive(Template)]
#[template(path = "desk/approvals.html")]
struct ApprovalsPage {
    frame: Frame,
    title: String,
    questions: Vec<Line>,
    pressing: Vec<Line>,
}

/// Something that waits.
struct Line {
    reference: Reference,
    href: String,
    service: Text,
    /// How it looks: waiting, soon or late.
    look: &'static str,
    what: String,
    when: String,
    /// What the customer is to read.
    message: String,
}

/// `GET /desk/approvals`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    let asked = match app.office.read(desk.act(&app), desk::asked_of_me).await {
        Ok(asked) => asked,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    let title = desk.language.say("desk-approvals");
    let is_question = |one: &&AskedOf| matches!(one.what, Asked::Approval(_));
    let line = |one: &AskedOf| line(&app, &desk, one);
    Desk::private(render(&ApprovalsPage {
        frame: Frame::new(&app, &desk, &title),
        title,
        questions: asked.iter().filter(is_question).map(line).collect(),
        pressing: asked.iter().filter(|one| !is_question(one)).map(line).collect(),
    }))
}

fn line(app: &App, desk: &Desk, one: &AskedOf) -> Line {
    let (city, language) = (&app.office.city, desk.language);
    let service = city.services.get(&one.case.state.service);
    let (look, what, when, message) = match &one.what {
        Asked::Approval(approval) => {
            let late = approval.due_at.is_some_and(|due| app.office.now() > due);
            let look = if late { "late" } else { "waiting" };
            let what = asks(city, language, approval);
            (look, what, standing(app, language, approval), approval.message.clone())
        }
        Asked::Pressing(why) => {
            let look = if why.is_soon() { "soon" } else { "late" };
            let date = moment(city, language, one.at);
            let since = language.say_with("desk-pressing-since", &[("date", Argument::Words(&date))]);
            (look, language.say(&format!("desk-pressing-{why}")), since, String::new())
        }
    };
    Line {
        reference: one.case.reference,
        href: format!("/desk/cases/{}?lang={}", one.case.reference, language.tag()),
        service: service.map(|service| Text::of(city, &service.name, language)).unwrap_or_default(),
        look,
        what,
        when,
        message,
    }
}
