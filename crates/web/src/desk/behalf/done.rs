//! The case is open: what to read out, and what to do next.

use super::said::secret_of;
use super::{address, over};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::{Desk, Posted};
use crate::pages::render;
use crate::portal::say::{self, Text, moment};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::cases::is_secret_of;
use office::intake::{self, Sent};
use terms::{AskingId, Reference};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/behalf/done.html")]
struct DonePage {
    frame: Frame,
    /// The language of whoever asks.
    spoken: Language,
    service: Text,
    reference: Reference,
    secret: Option<String>,
    follow: String,
    joined: bool,
    /// What happens, and by when.
    next: Vec<String>,
    /// Its page, for those who may read it.
    href: Option<String>,
    /// Where taking it is posted, for those who may.
    take: Option<String>,
    again: String,
}

/// `GET /desk/new/{id}/done`
pub(super) async fn page(State(app): State<App>, Path(id): Path<String>, desk: Desk) -> Response {
    let Ok(id) = id.parse::<AskingId>() else {
        return desk.refuse(&app, &Problem::not_found("request"));
    };
    match app.office.read(desk.act(&app), move |tx, act| intake::sent_for(tx, act, id)).await {
        Ok(Some(sent)) => Desk::private(render(&done_page(&app, &desk, id, &sent))),
        Ok(None) => Redirect::to(&address(&desk, id, "")).into_response(),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

/// `POST /desk/new/{id}/taking`
pub(super) async fn take(State(app): State<App>, Path(id): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let Ok(id) = id.parse::<AskingId>() else {
        return desk.refuse(&app, &Problem::not_found("request"));
    };
    match app.office.write(desk.act(&app), move |tx, act| intake::take_for(tx, act, id)).await {
        Ok(case) => {
            let at = format!("/desk/cases/{}?lang={}", case.reference, desk.language.tag());
            Redirect::to(&at).into_response()
        }
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

fn done_page(app: &App, desk: &Desk, id: AskingId, sent: &Sent) -> DonePage {
    let (city, own, case) = (&app.office.city, desk.language, &sent.case);
    let told = case.told.language.as_deref().filter(|tag| city.languages.iter().any(|known| known == tag));
    let spoken = told.and_then(Language::of).unwrap_or(own);
    let service = city.services.get(&case.state.service);
    let due = case.state.clocks.due_at.map(|due| {
        let when = moment(city, spoken, due);
        spoken.say_with("done-due", &[("date", Argument::Words(&when))])
    });
    let secret = secret_of(desk, id);
    // The first answer is promised besides; the end has a day of its own by now.
    let promise = service.map(|service| say::promise(app, service, spoken)).unwrap_or_default();
    let reply = promise.first().filter(|_| promise.len() > 1).cloned();
    let site = city.site.clone().unwrap_or_default();
    let at = format!("/desk/cases/{}", case.reference);
    DonePage {
        frame: Frame::new(app, desk, &own.say("behalf-done")),
        spoken,
        service: service.map(|service| Text::of(city, &service.name, spoken)).unwrap_or_default(),
        reference: case.reference,
        secret: is_secret_of(case, &secret).then(|| secret.to_string()),
        follow: format!("{site}/follow"),
        joined: case.state.duplicate_of.is_some(),
        next: reply.into_iter().chain(due).collect(),
        href: sent.may_read.then(|| format!("{at}?lang={}", own.tag())),
        take: sent.may_take.then(|| address(desk, id, "/taking")),
        again: format!("/desk/new?lang={}&over={}", own.tag(), over(desk, case.state.channel.as_str())),
    }
}
