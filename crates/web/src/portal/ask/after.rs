//! After and between the pages of a request: what became of it, leaving it for later, taking it up again.

use super::{Place, go_on, named, secret_of, written};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::control::{Control, ErrorLine, Look, Values, Wrong, summary};
use crate::portal::guest::Guest;
use crate::portal::posted::Posted;
use crate::portal::say::{self, Text};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use office::intake::{self, Writing};
use office::{Act, Refusal, Verb, customers};
use records::{Tx, cases};
use terms::{AskingId, Case, ContactPointKind, Purpose, Reference, Secret};
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
    /// Whether and how they hear of it.
    told: String,
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
    /// Whether a link can be mailed.
    mails: bool,
    left: Option<Left>,
    controls: Vec<Control>,
}

/// A request that was left, and how it is found again.
struct Left {
    href: String,
    /// The same with the site, to be copied.
    address: String,
    until: String,
    sent: bool,
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
        Ok(Some(Sent { id, case, reached })) => {
            let secret = secret_of(&guest, id);
            // Another browser took the request up or sent it: it alone can show the secret.
            if !office::cases::is_secret_of(&case, &secret) {
                return guest.private(Redirect::to(&format!("/cases/{}", case.reference)).into_response());
            }
            guest.private(render(&done_page(&app, &guest, (&case, reached), &secret)))
        }
        Ok(None) => Redirect::to(&format!("/asking/{id}")).into_response(),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// A request that was sent.
struct Sent {
    id: AskingId,
    /// The case that it became.
    case: Case,
    /// Whether its customer gave an e-mail address.
    reached: bool,
}

/// What a request became, once it was sent.
async fn sent(app: &App, guest: &Guest, id: &str) -> Verb<Option<Sent>> {
    let writing = written(app, guest, id).await?;
    let Some(case) = writing.asking.case else { return Ok(None) };
    let act = guest.act_on(app, case);
    let found = app.office.read(act, move |tx, act| {
        let case = cases::by_id(tx, &act.scope(), case)?.ok_or(Refusal::NotFound("case"))?;
        let reached = customers::reached(tx, act, &case)?.map(|reached| reached.points).unwrap_or_default();
        Ok((case, reached.iter().any(|point| point.kind == ContactPointKind::Email)))
    });
    let (case, reached) = found.await?;
    Ok(Some(Sent { id: writing.asking.id, case, reached }))
}

fn done_page(app: &App, guest: &Guest, (case, reached): (&Case, bool), secret: &Secret) -> DonePage {
    let (city, language) = (&app.office.city, guest.language);
    let service = city.services.get(&case.state.service);
    let due = case.state.clocks.due_at.map(|due| {
        let when = say::moment(city, language, due);
        language.say_with("done-due", &[("date", Argument::Words(&when))])
    });
    let told = match (reached, app.office.mails()) {
        (true, true) => "done-mail",
        (true, false) => "done-no-mail",
        (false, _) => "done-not-told",
    };
    DonePage {
        layout: guest.layout(app, &language.say("done-title")),
        language,
        service: service.map(|service| Text::of(city, &service.name, language)).unwrap_or_default(),
        reference: case.reference,
        secret: secret.to_string(),
        promise: service.map(|service| say::promise(app, service, language)).unwrap_or_default(),
        due,
        joined: case.state.duplicate_of.is_some(),
        told: language.say(told),
        href: format!("/cases/{}", case.reference),
    }
}

/// `GET /asking/{id}/later`
pub(crate) async fn later(State(app): State<App>, Path(id): Path<String>, guest: Guest) -> Response {
    match written(&app, &guest, &id).await {
        Ok(_) => show_later(&app, &guest, &id, (&Values::new(), &Wrong::new())),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

fn show_later(app: &App, guest: &Guest, id: &str, (values, wrong): (&Values, &Wrong)) -> Response {
    let page = later_page(app, guest, id, (values, wrong));
    let failed = page.layout.error;
    let mut response = guest.private(render(&page));
    if failed {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn later_page(app: &App, guest: &Guest, id: &str, (values, wrong): (&Values, &Wrong)) -> LaterPage {
    let (language, mails) = (guest.language, app.office.mails_links());
    let email = Control::line(language, "email", Text::said(language, "later-email"))
        .looking(Look::Line("email"))
        .completing("email")
        .with(values, wrong);
    let controls: Vec<Control> = mails.then_some(email).into_iter().collect();
    let errors = summary(&controls.iter().collect::<Vec<_>>(), wrong);
    let mut layout = guest.layout(app, &language.say("later-title"));
    layout.error = !errors.is_empty();
    LaterPage {
        layout,
        language,
        errors,
        token: guest.token(),
        action: format!("/asking/{id}/later"),
        back: format!("/asking/{id}"),
        mails,
        left: None,
        controls,
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
    if posted.has("discard") {
        return throw_away(&app, guest, writing).await;
    }
    let to = posted.given("email").filter(|_| app.office.mails_links());
    if let Some(problem) = to.as_ref().and_then(|_| posted.may_mail(&app).err()) {
        return refuse(&app, &guest.visitor, &problem);
    }
    leave(&app, &posted, writing.asking.id, to).await
}

async fn throw_away(app: &App, guest: &Guest, writing: Writing) -> Response {
    let (id, session, act) = (writing.asking.id, guest.session(), guest.act(app, Purpose::Service));
    match app.office.write(act, move |tx, act| intake::discard(tx, act, &session, id)).await {
        Ok(()) => {
            let service = format!("/services/{}", writing.asking.service);
            guest.private(Redirect::to(&service).into_response())
        }
        Err(refusal) => refuse(app, &guest.visitor, &refusal.into()),
    }
}

/// Makes the link and shows it; where an address is given, it is mailed there too.
async fn leave(app: &App, posted: &Posted, id: AskingId, to: Option<String>) -> Response {
    let guest = &posted.guest;
    let link = Secret::from_bytes(guest.derive(&format!("link to {id}")));
    let (session, kept, language, sent) = (guest.session(), link.clone(), guest.language, to.is_some());
    let verb = move |tx: &mut Tx<'_>, act: &Act| {
        let to = to.as_deref().map(|email| (email, language));
        intake::leave(tx, act, &session, (id, &kept), to)
    };
    let wrong = |key: &str| vec![("email".to_owned(), language.say(key))];
    let again = |wrong: Wrong| show_later(app, guest, &id.to_string(), (&posted.fields, &wrong));
    match app.office.write(guest.act(app, Purpose::Service), verb).await {
        Ok(until) => {
            let href = format!("/resume/{link}");
            let address = format!("{}{href}", guest.origin());
            let until = language.date(app.office.city.calendar.day(until));
            let none = (&Values::new(), &Wrong::new());
            let page = later_page(app, guest, &id.to_string(), none);
            let left = Some(Left { href, address, until, sent });
            guest.private(render(&LaterPage { left, ..page }))
        }
        Err(Refusal::Invalid(_)) => again(wrong("ask-contact-bad-email")),
        Err(Refusal::Conflict(_)) if sent => again(wrong("later-often")),
        Err(refusal) => refuse(app, &guest.visitor, &refusal.into()),
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
