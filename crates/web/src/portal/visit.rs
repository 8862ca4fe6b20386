//! A visit for whoever holds its link: their place in the line as it is now, coming later, and leaving.

mod called_back;

use super::control::{Control, Look, Values, Wrong};
use super::form::FormPage;
use super::guest::{Asked, Guest};
use super::posted::Posted;
use super::say::{self, Text};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use office::city::{City, Office};
use office::lobby::{self, Passing, Place, Why};
use office::{Refusal, Verb};
use serde::Deserialize;
use terms::{Announcement, CounterCode, Purpose, Secret, Visit, VisitEnd, VisitStatus};
use wording::{Argument, Language};

/// How late somebody can say that they are, in minutes.
const LATE: [u32; 4] = [5, 10, 20, 30];
/// How often a page without a script brings itself up to date, in seconds.
const PAUSE_SECONDS: u32 = 30;

/// What is known of a visit now.
struct Now {
    visit: Visit,
    place: Place,
    passed: Vec<Passing>,
    /// What everybody is told who waits there.
    told: Option<Announcement>,
    /// On which number they are called back.
    phone: Option<String>,
}

/// Whether a page stands still.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct VisitQuery {
    still: Option<String>,
}

#[derive(Template)]
#[template(path = "portal/visit.html")]
struct VisitPage {
    layout: Layout,
    language: Language,
    here: String,
    /// Whether it brings itself up to date, and how often.
    pause: Option<u32>,
    now: View,
}

#[derive(Template)]
#[template(path = "portal/visit_now.html")]
struct NowPage {
    language: Language,
    here: String,
    now: View,
}

/// A visit as its page shows it.
struct View {
    ticket: String,
    /// Its state: as a look, in words, and what to do.
    look: &'static str,
    state: String,
    text: String,
    line: Text,
    /// The office, and its code.
    office: Text,
    code: String,
    waits: bool,
    /// Whether they are called by phone.
    by_phone: bool,
    over: bool,
    ahead: String,
    wait: String,
    passed: Vec<String>,
    /// What everybody is told who waits there.
    told: Option<String>,
    again: String,
}

fn problem(app: &App, guest: &Guest, refusal: Refusal) -> Response {
    guest.private(refuse(app, &guest.visitor, &refusal.into()))
}

async fn now(app: &App, guest: &Guest, secret: &str) -> Verb<Now> {
    let secret: Secret = secret.parse().map_err(|_| Refusal::NotFound("page"))?;
    let read = move |tx: &mut records::Tx<'_>, act: &office::Act| {
        let visit = lobby::held(tx, &secret)?;
        let place = lobby::place(tx, act, &visit)?;
        let passed = lobby::passed(tx, act, &visit)?;
        let told = lobby::lobby(tx, act, &visit.ticket.office)?.announcement.map(|(told, _)| told);
        let phone = lobby::own_number(tx, act, &visit)?;
        Ok(Now { visit, place, passed, told, phone })
    };
    app.office.read(guest.act(app, Purpose::Service), read).await
}

/// `GET /visits/{secret}`
pub(crate) async fn page(
    State(app): State<App>,
    Path(secret): Path<String>,
    guest: Guest,
    Asked(query): Asked<VisitQuery>,
) -> Response {
    let now = match now(&app, &guest, &secret).await {
        Ok(now) => now,
        Err(refusal) => return problem(&app, &guest, refusal),
    };
    let language = guest.language;
    let view = view(&app, language, &now);
    let goes_on = !view.over && query.still.is_none();
    let title = if view.look == "called" {
        format!("{} – {}", view.state, view.ticket)
    } else {
        language.say_with("visit-title", &[("ticket", Argument::Words(&view.ticket))])
    };
    guest.private(render(&VisitPage {
        layout: guest.layout(&app, &title),
        language,
        here: format!("/visits/{secret}"),
        pause: goes_on.then_some(PAUSE_SECONDS),
        now: view,
    }))
}

/// `GET /visits/{secret}/now`: the part of the page that changes.
pub(crate) async fn part(State(app): State<App>, Path(secret): Path<String>, guest: Guest) -> Response {
    match now(&app, &guest, &secret).await {
        Ok(now) => {
            let (language, here) = (guest.language, format!("/visits/{secret}"));
            guest.private(render(&NowPage { language, here, now: view(&app, language, &now) }))
        }
        Err(refusal) => problem(&app, &guest, refusal),
    }
}

/// What is said without anything that only some states have.
fn view(app: &App, language: Language, Now { visit, place, passed, told, phone }: &Now) -> View {
    let city = &app.office.city;
    let office = city.offices.get(&visit.ticket.office);
    let line = office.and_then(|office| office.lines.iter().find(|line| line.code == visit.state.line));
    let waits = visit.state.status == VisitStatus::Waiting;
    let (look, state, text) = match &visit.state.call_back {
        Some(call) => called_back::stands(app, language, (office, visit, call), phone.as_deref()),
        None if waits => ("waiting", language.say("visit-waiting"), later(app, language, (office, visit))),
        None => stands(city, language, (office, visit)),
    };
    let count = [("count", Argument::Count(place.ahead.into()))];
    View {
        ticket: visit.ticket.to_string(),
        look,
        state,
        text,
        line: line.map(|line| Text::of(city, &line.name, language)).unwrap_or_default(),
        office: office.map(|office| Text::of(city, &office.name, language)).unwrap_or_default(),
        code: visit.ticket.office.to_string(),
        waits,
        by_phone: visit.state.call_back.is_some(),
        over: visit.state.status == VisitStatus::Over,
        ahead: language.say_with("visit-ahead", &count),
        wait: say::wait(language, place.range),
        passed: passed.iter().map(|passing| why(city, language, (office, passing))).collect(),
        told: told.filter(|_| waits).map(|told| language.say(&format!("lobby-tell-{told}"))),
        again: format!("/offices/{}?line={}", visit.ticket.office, visit.state.line),
    }
}

/// Where a visit stands: as a look, in words, and what to do.
fn stands(
    city: &City,
    language: Language,
    (office, visit): (Option<&Office>, &Visit),
) -> (&'static str, String, String) {
    let at = counter(city, language, office, visit.state.counter.as_ref());
    let at = [("counter", Argument::Words(&at))];
    let said = |key: &str| language.say(key);
    match visit.state.status {
        VisitStatus::Waiting => ("waiting", said("visit-waiting"), String::new()),
        VisitStatus::Called => {
            let again = if visit.state.calls > 1 { said("visit-go-again") } else { String::new() };
            ("called", language.say_with("visit-go", &at), again)
        }
        VisitStatus::Serving => ("here", language.say_with("visit-here", &at), String::new()),
        VisitStatus::Parked => ("here", language.say_with("visit-parked", &at), said("visit-parked-text")),
        VisitStatus::Over => {
            let key = match visit.state.end {
                None | Some(VisitEnd::Served) => "visit-served",
                Some(VisitEnd::NoShow) => "visit-no-show",
                Some(VisitEnd::Left) => "visit-left",
                Some(VisitEnd::DayOver | VisitEnd::Emergency) => "visit-day-over",
            };
            ("over", said(key), said(&format!("{key}-text")))
        }
    }
}

/// Until when others go first, where somebody asked for that.
fn later(app: &App, language: Language, (office, visit): (Option<&Office>, &Visit)) -> String {
    let Some(office) = office.filter(|_| visit.state.place_at > app.office.now()) else {
        return String::new();
    };
    let time = language.time(office.calendar.local(visit.state.place_at).time());
    language.say_with("visit-late-set", &[("time", Argument::Words(&time))])
}

fn counter(city: &City, language: Language, office: Option<&Office>, code: Option<&CounterCode>) -> String {
    let known = office.and_then(|office| office.counters.iter().find(|counter| Some(&counter.code) == code));
    known.map_or_else(String::new, |counter| Text::of(city, &counter.name, language).text)
}

/// Why somebody who came later went first, in a sentence or two.
fn why(city: &City, language: Language, (office, passing): (Option<&Office>, &Passing)) -> String {
    let at = counter(city, language, office, Some(&passing.counter));
    let by_phone = || language.say_with("visit-passed-phone", &[("counter", Argument::Words(&at))]);
    let at = if passing.by_phone { by_phone() } else { at };
    let who = [("ticket", Argument::Words(&passing.ticket)), ("counter", Argument::Words(&at))];
    let minutes = |span: SignedDuration| {
        language.say_with("desk-minutes", &[("count", Argument::Count(span.as_mins().max(0)))])
    };
    match passing.why {
        Why::OtherThing => language.say_with("visit-passed-thing", &who),
        Why::KeptForAnother => language.say_with("visit-passed-kept", &who),
        Why::TooLong => language.say_with("visit-passed-long", &who),
        Why::Chosen => language.say_with("visit-passed-chosen", &who),
        Why::Priority(reason) => {
            let why = language.say(&format!("visit-why-{reason}"));
            let all = [&who[..], &[("why", Argument::Words(&why))]].concat();
            language.say_with("visit-passed-priority", &all)
        }
        Why::NearerPromise { theirs, own } => {
            let spans = [theirs.0, theirs.1, own.0, own.1].map(minutes);
            let named = ["theirs", "most", "own", "limit"].into_iter().zip(&spans);
            let named = named.map(|(name, span)| (name, Argument::Words(span)));
            let all: Vec<(&str, Argument<'_>)> = who.into_iter().chain(named).collect();
            language.say_with("visit-passed-promise", &all)
        }
    }
}

/// `GET /visits/{secret}/{act}`: only a person who presses the button changes anything.
pub(crate) async fn act_page(
    State(app): State<App>,
    Path((secret, act)): Path<(String, String)>,
    guest: Guest,
) -> Response {
    match (act.as_str(), now(&app, &guest, &secret).await) {
        ("delay", Ok(_)) => delay_page(&app, &guest, &secret, (&Values::new(), &Wrong::new())),
        ("departure", Ok(_)) => departure_page(&app, &guest, &secret),
        ("call-back", Ok(_)) => called_back::page(&app, &guest, &secret, (&Values::new(), &Wrong::new())),
        (_, Ok(_)) => guest.private(refuse(&app, &guest.visitor, &Problem::not_found("page"))),
        (_, Err(refusal)) => problem(&app, &guest, refusal),
    }
}

fn delay_page(app: &App, guest: &Guest, secret: &str, (values, wrong): (&Values, &Wrong)) -> Response {
    let language = guest.language;
    let choice = |minutes: u32| {
        let said = language.say_with("desk-minutes", &[("count", Argument::Count(minutes.into()))]);
        (minutes.to_string(), Text::plain(said))
    };
    let by = Control::line(language, "minutes", Text::said(language, "visit-late-by"))
        .looking(Look::One)
        .choosing(LATE.into_iter().map(choice).collect())
        .with(values, wrong);
    FormPage::new(app, guest, language.say("visit-late"))
        .saying(language.say("visit-late-text"))
        .from(format!("/visits/{secret}"))
        .posting(format!("/visits/{secret}/delay"), language.say("visit-late-button"))
        .asking(vec![by], wrong)
        .show(guest)
}

fn departure_page(app: &App, guest: &Guest, secret: &str) -> Response {
    let language = guest.language;
    FormPage::new(app, guest, language.say("visit-leave-sure"))
        .saying(language.say("visit-leave-text"))
        .from(format!("/visits/{secret}"))
        .posting(format!("/visits/{secret}/departure"), language.say("visit-leave-yes"))
        .show(guest)
}

/// `POST /visits/{secret}/{act}`
pub(crate) async fn act(
    State(app): State<App>,
    Path((secret, act)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    if act == "call-back" {
        return called_back::ask(&app, &posted, &secret).await;
    }
    let (guest, minutes) = (&posted.guest, posted.text("minutes").parse().ok());
    let deed = match (act.as_str(), minutes.filter(|minutes| LATE.contains(minutes))) {
        ("departure", _) => Deed::Leave,
        ("delay", Some(minutes)) => Deed::Delay(minutes),
        ("delay", None) => {
            let wrong = vec![("minutes".to_owned(), guest.language.say("visit-late-missing"))];
            return delay_page(&app, guest, &secret, (&posted.fields, &wrong));
        }
        _ => return problem(&app, guest, Refusal::NotFound("page")),
    };
    match done(&app, guest, &secret, deed).await {
        // Whoever was called meanwhile sees that there.
        Ok(_) | Err(Refusal::Conflict(_)) => {
            let here = format!("/visits/{secret}?lang={}", guest.language.tag());
            guest.private(Redirect::to(&here).into_response())
        }
        Err(refusal) => problem(&app, guest, refusal),
    }
}

/// What somebody does with their place.
#[derive(Clone, Copy)]
enum Deed {
    Delay(u32),
    Leave,
}

async fn done(app: &App, guest: &Guest, secret: &str, deed: Deed) -> Verb<Visit> {
    let secret: Secret = secret.parse().map_err(|_| Refusal::NotFound("page"))?;
    let verb = move |tx: &mut records::Tx<'_>, act: &office::Act| match deed {
        Deed::Delay(minutes) => lobby::delay(tx, act, &secret, minutes),
        Deed::Leave => lobby::leave(tx, act, &secret),
    };
    app.office.write(guest.act(app, Purpose::Service), verb).await
}
