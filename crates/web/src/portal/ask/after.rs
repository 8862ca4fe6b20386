//! After and between the pages of a request: what became of it, leaving it for later, taking it up again.

use super::{Place, go_on, named, secret_of, written};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::control::{Control, ErrorLine, Look};
use crate::portal::guest::Guest;
use crate::portal::posted::Posted;
use crate::portal::say::{self, Text};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::intake;
use office::{Refusal, Verb};
use records::cases;
use terms::{Case, Purpose, Reference, Secret};
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "portal/done.html")]
struct DonePage {
    layout: Layout,
    language: Language,
    service: Text,
    reference: Reference,
    secret: String,
    promise: Vec<String>,
    due: Option<String>,
    joined: bool,
    told: bool,
    href: String,
}

#[derive(Template)]
#[template(path = "portal/later.html")]
struct LaterPage {
    layout: Layout,
    language: Language,
    errors: Vec<ErrorLine>,
    token: String,
    action: String,
    back: String,
    link: Option<String>,
    sent: bool,
    controls: Vec<Control>,
}

#[derive(Template)]
#[template(path = "portal/resume.html")]
struct ResumePage {
    layout: Layout,
    language: Language,
    token: String,
    action: String,
}

/// `GET /asking/{id}/done`: the reference, what happens next and when. It can be opened again as long as this browser
/// keeps its cookie.
pub(crate) async fn done(State(app): State<App>, Path(id): Path<String>, guest: Guest) -> Response {
    match sent(&app, &guest, &id).await {
        Ok(Some((id, case))) => {
            let secret = secret_of(&guest, id);
            // Another browser took the request up or sent it: it alone can show the secret.
            if !office::cases::is_secret_of(&case, &secret) {
                return guest.private(Redirect::to(&format!("/cases/{}", case.reference)).into_response());
            }
            guest.private(render(&done_page(&app, &guest, &case, &secret)))
        }
        Ok(None) => Redirect::to(&format!("/asking/{id}")).into_response(),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// The case that a request became, once it was sent.
async fn sent(app: &App, guest: &Guest, id: &str) -> Verb<Option<(terms::AskingId, Case)>> {
    let writing = written(app, guest, id).await?;
    let Some(case) = writing.asking.case else { return Ok(None) };
    let act = guest.act_on(app, case);
    let case = app.office.read(act, move |tx, act| Ok(cases::by_id(tx, &act.scope(), case)?)).await?;
    Ok(Some((writing.asking.id, case.ok_or(Refusal::NotFound("case"))?)))
}

fn done_page(app: &App, guest: &Guest, case: &Case, secret: &Secret) -> DonePage {
    let (city, language) = (&app.office.city, guest.language);
    let service = city.services.get(&case.state.service);
    let due = case.state.clocks.due_at.map(|due| {
        let when = say::moment(city, language, due);
        language.say_with("done-due", &[("date", Argument::Words(&when))])
    });
    DonePage {
        layout: guest.layout(app, &language.say("done-title")),
        language,
        service: service.map(|service| Text::of(city, &service.name, language)).unwrap_or_default(),
        reference: case.reference,
        secret: secret.to_string(),
        promise: service.map(|service| say::promise(app, service, language)).unwrap_or_default(),
        due,
        joined: case.state.duplicate_of.is_some(),
        told: case.state.customer.is_some(),
        href: format!("/cases/{}", case.reference),
    }
}

/// `GET /asking/{id}/later`
pub(crate) async fn later(State(app): State<App>, Path(id): Path<String>, guest: Guest) -> Response {
    match written(&app, &guest, &id).await {
        Ok(_) => guest.private(render(&later_page(&app, &guest, &id, (None, Vec::new())))),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

fn later_page(
    app: &App,
    guest: &Guest,
    id: &str,
    (link, errors): (Option<String>, Vec<ErrorLine>),
) -> LaterPage {
    let language = guest.language;
    let mut layout = guest.layout(app, &language.say("later-title"));
    layout.error = !errors.is_empty();
    let email = Control::line(language, "email", Text::said(language, "later-email"))
        .looking(Look::Line("email"))
        .completing("email");
    let wrong = errors.iter().map(|error| ("email".to_owned(), error.text.clone())).collect();
    LaterPage {
        layout,
        language,
        errors,
        token: guest.token(),
        action: format!("/asking/{id}/later"),
        back: format!("/asking/{id}"),
        link,
        sent: false,
        controls: vec![email.with(&Vec::new(), &wrong)],
    }
}

/// `POST /asking/{id}/later`: makes a link by which another browser can go on, and takes the request away on demand.
pub(crate) async fn save_for_later(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    let guest = &posted.guest;
    let writing = match written(&app, guest, &id).await {
        Ok(writing) => writing,
        Err(refusal) => return refuse(&app, &guest.visitor, &refusal.into()),
    };
    let (id, session, act) = (writing.asking.id, guest.session(), guest.act(&app, Purpose::Service));
    if posted.has("discard") {
        let gone = app.office.write(act, move |tx, act| intake::discard(tx, act, &session, id)).await;
        return match gone {
            Ok(()) => {
                guest.private(Redirect::to(&format!("/services/{}", writing.asking.service)).into_response())
            }
            Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
        };
    }
    let link = Secret::from_bytes(guest.derive(&format!("link to {id}")));
    let kept = link.clone();
    let left = app.office.write(act, move |tx, act| intake::leave(tx, act, &session, id, &kept)).await;
    match left {
        Ok(_) => {
            let link = format!("/resume/{link}");
            guest.private(render(&later_page(&app, guest, &id.to_string(), (Some(link), Vec::new()))))
        }
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// `GET /resume/{link}`: only a person who presses the button goes on; programs that look at links change nothing.
pub(crate) async fn resume_page(State(app): State<App>, Path(link): Path<String>, guest: Guest) -> Response {
    if link.parse::<Secret>().is_err() {
        return refuse(&app, &guest.visitor, &Problem::not_found("request"));
    }
    let language = guest.language;
    guest.private(render(&ResumePage {
        layout: guest.layout(&app, &language.say("resume-title")),
        language,
        token: guest.token(),
        action: format!("/resume/{link}"),
    }))
}

/// `POST /resume/{link}`
pub(crate) async fn resume(State(app): State<App>, Path(link): Path<String>, posted: Posted) -> Response {
    let (session, act) = (posted.guest.session(), posted.guest.act(&app, Purpose::Service));
    let taken = app.office.write(act, move |tx, act| intake::take_up(tx, act, &session, &link)).await;
    match taken {
        Ok(writing) => go_on(&app, &posted.guest, writing, None),
        Err(refusal) => refuse(&app, &posted.guest.visitor, &refusal.into()),
    }
}

/// `POST /offline-drafts`: what was written without a connection becomes a request, to be gone through page by page.
pub(crate) async fn offline_draft(State(app): State<App>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let Some(service) = named(&app, posted.text("service")) else {
        return Redirect::to("/services").into_response();
    };
    let Some(known) = app.office.city.services.get(&service) else {
        return Redirect::to("/services").into_response();
    };
    let mut draft = Place::first(&app, known).draft;
    let cut = |name: &str, most: usize| posted.text(name).chars().take(most).collect::<String>();
    draft.description = cut("description", intake::LONGEST_DESCRIPTION);
    draft.place.address = Some(cut("address", 500)).filter(|address| !address.is_empty());
    let (session, act) = (guest.session(), guest.act(&app, Purpose::Service));
    let begun =
        app.office.write(act, move |tx, act| intake::begin(tx, act, &session, (&service, &draft))).await;
    match begun {
        Ok(writing) => go_on(&app, guest, writing, None),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}
