//! The reception: whoever comes is let into the line, with what they need there. A form and nothing else, for the keyboard.

mod booked;

use super::counter::received;
use super::frame::Frame;
use super::officer::{Desk, Posted};
use super::who::{needs_of, tongue, tongues};
use crate::App;
use crate::pages::render;
use crate::portal::say::{self, Text};
use crate::problem::Problem;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use booked::{Arrival, Booked, arrive, expected};
use office::city::{City, Office};
use office::lobby::{self, NewVisit, Range};
use office::{Act, Refusal, Verb};
use records::Tx;
use std::collections::BTreeMap;
use terms::{Booking, Channel, Entry, LineCode, Need, OfficeCode, PriorityReason};
use wording::{Argument, Language};

type Waits = BTreeMap<LineCode, Option<Range>>;

#[derive(Template)]
#[template(path = "desk/reception.html")]
struct ReceptionPage {
    frame: Frame,
    wrong: Option<String>,
    given: Option<Given>,
    /// Offices to choose from, where there are several.
    offices: Vec<(String, Text, bool)>,
    here: Option<Here>,
    /// Whether those who are listed were looked for.
    sought: bool,
}

/// The ticket that was given just now.
struct Given {
    ticket: String,
    text: String,
}

/// An office with what somebody can come for, and what can be seen to.
struct Here {
    office: String,
    name: Text,
    lines: Vec<Line>,
    languages: Vec<(String, Text)>,
    interpreters: Vec<(String, Text)>,
    needs: Vec<(&'static str, String)>,
    reasons: Vec<(&'static str, String)>,
    /// Whether times are booked there, and who is listed.
    books: bool,
    booked: Vec<Booked>,
}

struct Line {
    code: String,
    name: Text,
    wait: String,
}

/// `GET /desk/reception`
pub(super) async fn page(State(app): State<App>, desk: Desk) -> Response {
    let asked = desk.visitor.query().find_map(|part| part.strip_prefix("office=")).unwrap_or_default();
    let office = OfficeCode::new(asked);
    show(&app, &desk, &office, Shown::Plain).await
}

/// `POST /desk/reception/bookings`
pub(super) async fn booked_comes(State(app): State<App>, posted: Posted) -> Response {
    let (desk, office) = (&posted.desk, OfficeCode::new(posted.text("office")));
    let (at, said) = (office.clone(), posted.text("said").trim().to_owned());
    let act = desk.act_over(&app, Channel::Counter);
    match app.office.write(act, move |tx, act| arrive(tx, act, &at, &said)).await {
        Ok(Arrival::In(ticket)) => gives(desk, &office, &ticket),
        Ok(Arrival::Found(found)) => show(&app, desk, &office, Shown::Found(found)).await,
        Err(refusal) => show(&app, desk, &office, Shown::Refused(&refusal)).await,
    }
}

/// What a page shows besides the forms.
enum Shown<'r> {
    Plain,
    Found(Vec<Booking>),
    Refused(&'r Refusal),
}

fn gives(desk: &Desk, office: &OfficeCode, ticket: &str) -> Response {
    let tag = desk.language.tag();
    Redirect::to(&format!("/desk/reception?office={office}&given={ticket}&lang={tag}")).into_response()
}

/// `POST /desk/reception`
pub(super) async fn let_in(State(app): State<App>, posted: Posted) -> Response {
    let (desk, office) = (&posted.desk, OfficeCode::new(posted.text("office")));
    let (asked, at) = (Asked::of(&posted), office.clone());
    let waits = app.office.read(desk.act(&app), move |tx, act| lobby::waits(tx, act, &at)).await;
    let (act, at, waits) = (desk.act_over(&app, Channel::Counter), office.clone(), waits.unwrap_or_default());
    match app.office.write(act, move |tx, act| asked.lets_in(tx, act, (&at, &waits))).await {
        Ok(ticket) => gives(desk, &office, &ticket),
        Err(refusal) => show(&app, desk, &office, Shown::Refused(&refusal)).await,
    }
}

/// What the form says.
struct Asked {
    line: LineCode,
    language: String,
    needs: Vec<String>,
    interpreter: String,
    reason: String,
    phone: String,
}

impl Asked {
    fn of(posted: &Posted) -> Self {
        Self {
            line: LineCode::new(posted.text("line")),
            language: posted.text("language").to_owned(),
            needs: posted.all("needs").map(ToOwned::to_owned).collect(),
            interpreter: posted.text("interpreter").to_owned(),
            reason: posted.text("reason").to_owned(),
            phone: posted.text("phone").trim().to_owned(),
        }
    }

    /// Puts them into the line; their ticket.
    fn lets_in(&self, tx: &mut Tx<'_>, act: &Act, (office, _waits): (&OfficeCode, &Waits)) -> Verb<String> {
        let not_of_the_list = |field: &str| Refusal::invalid(field, "choose one of the list");
        let reason = Some(&self.reason).filter(|reason| !reason.is_empty());
        let reason: Option<PriorityReason> =
            reason.map(|reason| reason.parse()).transpose().map_err(|_| not_of_the_list("reason"))?;
        let new = NewVisit {
            needs: needs_of(&self.needs, &self.interpreter)?,
            ..NewVisit::new(self.line.clone(), Entry::Reception, &self.language)
        };
        Ok(received(tx, act, office, (new, reason), &self.phone)?.ticket.to_string())
    }
}

async fn show(app: &App, desk: &Desk, asked: &OfficeCode, shown: Shown<'_>) -> Response {
    let act = desk.act(app);
    let (city, language) = (&app.office.city, desk.language);
    let offices = lobby::offices(&act);
    let own = desk.who.office.as_ref();
    let mut chosen = [Some(asked), own].into_iter().flatten();
    let chosen = chosen.find_map(|code| offices.iter().find(|office| office.code == *code));
    let here = chosen.or(offices.first()).copied();
    let known = match here.map(|office| office.code.clone()) {
        Some(code) => app.office.read(desk.act(app), move |tx, act| known(tx, act, &code)).await,
        None => Ok((Waits::new(), Vec::new())),
    };
    let (waits, expected) = match known {
        Ok(known) => known,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let (refused, bookings, sought) = match shown {
        Shown::Plain => (None, expected, false),
        Shown::Found(found) => (None, found, true),
        Shown::Refused(refusal) => (Some(refusal), expected, false),
    };
    let listed = |office: &&Office| {
        let is_here = here.is_some_and(|here| here.code == office.code);
        (office.code.to_string(), Text::of(city, &office.name, language), is_here)
    };
    let first = match (refused, sought) {
        (Some(_), _) => Some("desk-not-done"),
        (None, true) => Some("reception-booked"),
        (None, false) => None,
    };
    let title =
        [Some(language.say("reception-title")), here.map(|here| Text::of(city, &here.name, language).text)];
    let title = title.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let title = first.map_or(title.clone(), |first| Frame::titled(language, &language.say(first), &title));
    let page = ReceptionPage {
        frame: Frame::new(app, desk, &title),
        wrong: refused.map(|refusal| wrong(language, refusal)),
        given: given(desk),
        offices: if offices.len() > 1 { offices.iter().map(listed).collect() } else { Vec::new() },
        here: here.map(|office| view(city, language, office, (&waits, &bookings))),
        sought,
    };
    let mut response = Desk::private(render(&page));
    if let Some(refusal) = refused {
        *response.status_mut() = Problem::from(refusal.clone()).status();
    }
    response
}

/// How long each line takes, and who is expected.
fn known(tx: &mut Tx<'_>, act: &Act, code: &OfficeCode) -> Verb<(Waits, Vec<Booking>)> {
    let waits = lobby::waits(tx, act, code)?;
    let office = act.city().offices.get(code).ok_or(Refusal::NotFound("office"))?;
    Ok((waits, expected(tx, act, office)?))
}

fn view(city: &City, language: Language, office: &Office, (waits, bookings): (&Waits, &[Booking])) -> Here {
    let line = |line: &office::city::Line| Line {
        code: line.code.to_string(),
        name: Text::of(city, &line.name, language),
        wait: say::wait(language, waits.get(&line.code).copied().flatten()),
    };
    let why = |reason: &PriorityReason| (reason.as_str(), language.say(&format!("counter-why-{reason}")));
    Here {
        office: office.code.to_string(),
        name: Text::of(city, &office.name, language),
        lines: office.lines.iter().map(line).collect(),
        languages: city.languages.iter().map(|tag| (tag.clone(), tongue(tag, language))).collect(),
        interpreters: tongues().map(|tag| (tag.to_owned(), tongue(tag, language))).collect(),
        needs: Need::ALL.iter().map(|need| (need.as_str(), language.say(&format!("need-{need}")))).collect(),
        reasons: PriorityReason::ALL.iter().map(why).collect(),
        books: office.booking.is_some(),
        booked: bookings.iter().map(|booking| booked::view(city, language, office, booking)).collect(),
    }
}

/// The ticket that was given just now, as the address says.
fn given(desk: &Desk) -> Option<Given> {
    let ticket = desk.visitor.query().find_map(|part| part.strip_prefix("given="))?;
    let fits =
        !ticket.is_empty() && ticket.len() <= 8 && ticket.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| Given { ticket: ticket.to_owned(), text: desk.language.say("reception-given-text") })
}

/// What has to be mended; what is missing is the line, as all else has an answer from the start.
fn wrong(language: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Invalid(mistakes) if mistakes.iter().any(|mistake| mistake.field == "line") => {
            language.say("reception-choose-line")
        }
        other => language.say_with("desk-case-refused", &[("why", Argument::Words(&other.to_string()))]),
    }
}
