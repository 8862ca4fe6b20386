//! Taking a ticket at a kiosk: once however often it is touched, shown large, and erased when whoever took it goes.

use super::super::device::Device;
use super::code::Code;
use super::frame::{Frame, Kiosk, VISIT};
use crate::App;
use crate::fields;
use crate::pages::refuse;
use crate::portal::guest::{derived, set};
use crate::portal::posted::is_from_here;
use crate::portal::say::wait;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::bookings;
use office::lobby::kiosk::{Printed, print_ticket, printed};
use office::lobby::{self, Joined, NewVisit, Place};
use office::{Refusal, Verb};
use terms::{Entry, LineCode, Secret, Visit, VisitStatus};
use wording::{Argument, Language};

/// No form of a kiosk is longer.
const LARGEST_FORM: usize = 4_096;
/// Letters of what tells a page of tiles from others.
const KEY_LETTERS: usize = 32;
/// For how long a browser that nobody ends keeps a visit open, in seconds.
const VISIT_SECONDS: u32 = 300;
/// How often a page looks again whether the ticket is printed, in seconds.
const PRINT_SECONDS: u32 = 3;

/// A tile that was touched, on a page of this house.
pub(super) struct Touch {
    kiosk: Kiosk,
    line: LineCode,
    /// What will open the visit; the same for the same page, so that a second touch is the same ticket.
    secret: Secret,
}

/// A form of a kiosk that this house wrote for it, with what it says.
async fn posted(request: Request, app: &App) -> Result<(Kiosk, impl Fn(&str) -> String + use<>), Response> {
    let (mut parts, body) = request.into_parts();
    let kiosk = Kiosk::from_request_parts(&mut parts, app).await?;
    let from_here = is_from_here(&parts.headers);
    let form = fields::of_body(Request::from_parts(parts, body), LARGEST_FORM).await;
    let form = form.map_err(|bad| refuse(app, &kiosk.device.visitor, &bad.into()))?.fields;
    let field = move |name: &str| {
        form.iter().find(|(found, _)| found == name).map_or_else(String::new, |(_, value)| value.clone())
    };
    if !from_here || field("token") != kiosk.device.token() {
        return Err(Redirect::to(&kiosk.link("/kiosk")).into_response());
    }
    Ok((kiosk, field))
}

impl FromRequest<App> for Touch {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (kiosk, field) = posted(request, app).await?;
        let key = field("key");
        if key.len() != KEY_LETTERS {
            return Err(Redirect::to(&kiosk.link("/kiosk")).into_response());
        }
        let secret = Secret::from_bytes(derived(&key, &kiosk.device.token()));
        Ok(Self { line: LineCode::new(field("line")), secret, kiosk })
    }
}

/// What somebody wrote or scanned who has booked.
pub(super) struct Said {
    kiosk: Kiosk,
    said: String,
}

impl FromRequest<App> for Said {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (kiosk, field) = posted(request, app).await?;
        Ok(Self { said: field("said"), kiosk })
    }
}

/// `POST /kiosk/bookings`
pub(super) async fn come(State(app): State<App>, said: Said) -> Response {
    let kiosk = &said.kiosk;
    match arrive(&app, &said).await {
        Ok((_, Some(secret))) => shows(kiosk, &secret),
        // They are in the line already; what opens their place was given out then.
        Ok((ticket, None)) => kiosk.say(&app, "kiosk-your-ticket", &ticket),
        Err(Refusal::NotFound(_) | Refusal::Conflict(_)) => {
            kiosk.say(&app, "kiosk-booked-none", &kiosk.language().say("kiosk-booked-not"))
        }
        Err(refusal) => refuse(&app, &kiosk.device.visitor, &refusal.into()),
    }
}

/// Lets in whoever booked; their ticket, and what opens their place where that was not given out before.
async fn arrive(app: &App, Said { kiosk, said }: &Said) -> Verb<(String, Option<Secret>)> {
    let (code, number, said) = (kiosk.device.device.office.clone(), kiosk.number, said.clone());
    let site = site(app, kiosk);
    let verb = move |tx: &mut records::Tx<'_>, act: &office::Act| {
        let arrived = bookings::check_in(tx, act, &code, &said)?;
        let ticket = arrived.visit.ticket.to_string();
        if let Some(secret) = arrived.secret.clone() {
            let link = format!("{site}/visits/{}", secret.as_str());
            print_ticket(tx, act, number, &Joined { visit: arrived.visit, secret }, Some(&link))?;
        }
        Ok((ticket, arrived.secret))
    };
    app.office.write(Device::act(app), verb).await
}

fn shows(kiosk: &Kiosk, secret: &Secret) -> Response {
    let shown = Redirect::to(&kiosk.link("/kiosk/ticket")).into_response();
    let mut response = kiosk.device.private(shown);
    set(&mut response, VISIT, secret.as_str(), VISIT_SECONDS);
    response
}

/// `POST /kiosk/tickets`
pub(super) async fn take(State(app): State<App>, touch: Touch) -> Response {
    let kiosk = &touch.kiosk;
    match join(&app, &touch).await {
        Ok(joined) => shows(kiosk, &joined.secret),
        // The office has closed since; the page says when it opens.
        Err(Refusal::Conflict(_)) => Redirect::to(&kiosk.link("/kiosk/for")).into_response(),
        Err(refusal) => refuse(&app, &kiosk.device.visitor, &refusal.into()),
    }
}

async fn join(app: &App, touch: &Touch) -> Verb<Joined> {
    let Touch { kiosk, line, secret } = touch;
    let new = NewVisit::new(line.clone(), Entry::Kiosk, kiosk.language().tag());
    let (code, number) = (kiosk.device.device.office.clone(), kiosk.number);
    let asked = code.clone();
    let waits = app.office.read(Device::act(app), move |tx, act| lobby::waits(tx, act, &asked)).await?;
    let new = NewVisit { said: waits.get(line).copied().flatten(), ..new };
    let (secret, link) = (secret.clone(), link(app, kiosk, secret));
    let verb = move |tx: &mut records::Tx<'_>, act: &office::Act| {
        let joined = lobby::join_again(tx, act, &code, (&new, secret.clone()))?;
        print_ticket(tx, act, number, &joined, Some(&link))?;
        Ok(joined)
    };
    app.office.write(Device::act(app), verb).await
}

/// Where whoever has a ticket follows their place: at the city's own address, or at the one by which the kiosk, which was
/// set up by hand, reaches this server.
fn link(app: &App, kiosk: &Kiosk, secret: &Secret) -> String {
    format!("{}/visits/{}", site(app, kiosk), secret.as_str())
}

fn site(app: &App, kiosk: &Kiosk) -> String {
    let site = app.office.city.site.as_deref().unwrap_or(&kiosk.origin);
    site.trim_end_matches('/').to_owned()
}

/// Somebody's ticket, large.
#[derive(Template)]
#[template(path = "lobby/kiosk/ticket.html")]
struct TicketPage {
    frame: Frame,
    language: Language,
    ticket: String,
    line: String,
    waits: bool,
    /// How many are served before them, and how long it takes.
    place: Option<(String, String)>,
    /// What became of the paper: the message, and whether it is bad news.
    paper: (&'static str, bool),
    /// After how many seconds the page looks again for the paper.
    again: Option<u32>,
    code: Option<Code>,
    spoken: String,
}

/// `GET /kiosk/ticket`: nothing without the cookie, which ends with whoever took the ticket.
pub(super) async fn page(State(app): State<App>, kiosk: Kiosk) -> Response {
    let Some(secret) = kiosk.secret.clone() else { return Redirect::to("/kiosk").into_response() };
    let asked = secret.clone();
    let read = app.office.read(Device::act(&app), move |tx, act| {
        let visit = lobby::held(tx, &asked)?;
        let printed = printed(tx, visit.id)?;
        let place = lobby::place(tx, act, &visit)?;
        Ok((visit, printed, place))
    });
    match read.await {
        Ok((visit, _, _)) if visit.ticket.office != kiosk.device.device.office => {
            refuse(&app, &kiosk.device.visitor, &Problem::not_found("ticket"))
        }
        Ok((visit, printed, place)) => kiosk.show(&shown(&app, &kiosk, (&visit, printed, place), &secret)),
        Err(Refusal::NotFound(_)) => Redirect::to("/kiosk").into_response(),
        Err(refusal) => refuse(&app, &kiosk.device.visitor, &refusal.into()),
    }
}

fn shown(
    app: &App,
    kiosk: &Kiosk,
    (visit, printed, place): (&Visit, Printed, Place),
    secret: &Secret,
) -> TicketPage {
    let (language, office) = (kiosk.language(), kiosk.device.office(app));
    let lines = office.map(|office| office.lines.iter()).into_iter().flatten();
    let line = lines.clone().find(|line| line.code == visit.state.line);
    let ticket = visit.ticket.to_string();
    let paper = match printed {
        Printed::NoPrinter => ("kiosk-print-none", false),
        Printed::Soon => ("kiosk-print-soon", false),
        Printed::Yes => ("kiosk-print-yes", false),
        Printed::No => ("kiosk-print-no", true),
    };
    let waits = visit.state.status == VisitStatus::Waiting;
    let place = waits.then(|| {
        let ahead = language.say_with("visit-ahead", &[("count", Argument::Count(place.ahead.into()))]);
        (ahead, wait(language, place.range))
    });
    TicketPage {
        frame: kiosk.frame(app, "kiosk-your-ticket", "/kiosk/ticket"),
        language,
        line: line.map(|line| line.name.text(language.tag()).to_owned()).unwrap_or_default(),
        waits,
        place,
        paper,
        again: (printed == Printed::Soon).then_some(PRINT_SECONDS),
        code: Code::of(&link(app, kiosk, secret)),
        spoken: format!("{}: {ticket}. {}", language.say("kiosk-your-ticket"), language.say(paper.0)),
        ticket,
    }
}

/// `GET /kiosk/end`: everything is erased, and the next one begins.
pub(super) async fn end(kiosk: Kiosk) -> Response {
    let mut response = kiosk.device.private(Redirect::to("/kiosk").into_response());
    set(&mut response, VISIT, "", 0);
    response
}
