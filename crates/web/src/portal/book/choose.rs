//! What for, where and when: three pages that keep nothing, until a time is chosen and held.

use super::{Choosing, known, moment, show_times};
use crate::App;
use crate::pages::{Layout, refuse, render};
use crate::portal::find::Way;
use crate::portal::guest::{Asked, Guest};
use crate::portal::posted::Posted;
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use office::bookings::{self, Free, Wanted};
use office::city::{Line, Office};
use office::{Refusal, Verb};
use serde::Deserialize;
use terms::{LineCode, OfficeCode, Purpose};
use wording::{Argument, Language};

/// What was chosen so far.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct BookQuery {
    line: String,
    office: String,
    day: String,
}

#[derive(Template)]
#[template(path = "portal/book.html")]
struct BookPage {
    layout: Layout,
    language: Language,
    title: String,
    lead: String,
    back: String,
    ways: Vec<Way>,
}

/// `GET /book`
pub(crate) async fn page(State(app): State<App>, guest: Guest, Asked(query): Asked<BookQuery>) -> Response {
    let line = LineCode::new(query.line);
    let places = places(&app, &line);
    let office = match (query.office.as_str(), places.as_slice()) {
        ("", [(only, _)]) => only.code.clone(),
        (asked, _) => OfficeCode::new(asked),
    };
    let shown = match known(&app, &office, &line) {
        Some((office, line)) => times(&app, &guest, (office, line), (&query.day, None)).await,
        None if places.is_empty() => Ok(whats(&app, &guest)),
        None => wheres(&app, &guest, &places).await,
    };
    shown.unwrap_or_else(|refusal| refuse(&app, &guest.visitor, &refusal.into()))
}

/// The offices where a line can be booked.
pub(super) fn places<'a>(app: &'a App, line: &LineCode) -> Vec<(&'a Office, &'a Line)> {
    let offices = app.office.city.offices.values();
    offices.filter_map(|office| known(app, &office.code, line)).collect()
}

/// What can be booked anywhere. Lines of one code are the same at each office.
fn whats(app: &App, guest: &Guest) -> Response {
    let (city, language) = (&app.office.city, guest.language);
    let mut ways: Vec<Way> = Vec::new();
    for line in city.offices.values().flat_map(Office::booked_lines) {
        let href = format!("/book?line={}", line.code);
        if ways.iter().all(|way| way.href != href) {
            ways.push(way(href, Text::of(city, &line.name, language), length(language, line)));
        }
    }
    let lead = if ways.is_empty() { "book-none" } else { "book-lead" };
    show(app, guest, ("book-title", lead, "/"), ways)
}

/// Where a line can be booked, and how soon.
async fn wheres(app: &App, guest: &Guest, places: &[(&Office, &Line)]) -> Verb<Response> {
    let (city, language) = (&app.office.city, guest.language);
    let mut ways = Vec::new();
    for (office, line) in places {
        let free = free(app, guest, (office, line)).await?;
        let first = free.values().flatten().next();
        let hint = first.map_or_else(
            || language.say("book-full"),
            |at| {
                let when = moment(office, language, *at);
                language.say_with("book-first", &[("when", Argument::Words(&when))])
            },
        );
        let href = format!("/book?line={}&office={}", line.code, office.code);
        // An address keeps its own direction of reading.
        let hint = format!("\u{2068}{}\u{2069} · {hint}", office.address);
        ways.push(way(href, Text::of(city, &office.name, language), hint));
    }
    let lead = places.first().map(|(_, line)| length(language, line)).unwrap_or_default();
    Ok(show_saying(app, guest, ("book-where-title", lead, "/book"), ways))
}

fn way(href: String, name: Text, hint: String) -> Way {
    Way { href, name, hint: Text::plain(hint), kind: String::new() }
}

fn length(language: Language, line: &Line) -> String {
    language.say_with("book-length", &[("minutes", Argument::Count(line.slot.as_mins()))])
}

fn show(app: &App, guest: &Guest, (title, lead, back): (&str, &str, &str), ways: Vec<Way>) -> Response {
    show_saying(app, guest, (title, guest.language.say(lead), back), ways)
}

fn show_saying(
    app: &App,
    guest: &Guest,
    (title, lead, back): (&str, String, &str),
    ways: Vec<Way>,
) -> Response {
    let title = guest.language.say(title);
    guest.public(render(&BookPage {
        layout: guest.layout(app, &title),
        language: guest.language,
        title,
        lead,
        back: back.to_owned(),
        ways,
    }))
}

async fn free(app: &App, guest: &Guest, (office, line): (&Office, &Line)) -> Verb<Free> {
    let (office, line) = (office.code.clone(), line.code.clone());
    let act = guest.act(app, Purpose::Service);
    app.office.read(act, move |tx, act| bookings::free(tx, act, &office, &line)).await
}

/// The times of an office, on a day that was asked for.
async fn times(
    app: &App,
    guest: &Guest,
    (office, line): (&Office, &Line),
    (day, wrong): (&str, Option<&'static str>),
) -> Verb<Response> {
    let free = free(app, guest, (office, line)).await?;
    let choosing = Choosing {
        office,
        line,
        free,
        day: day.parse().ok(),
        here: format!("/book?line={}&office={}&", line.code, office.code),
        elsewhere: Vec::new(),
        action: "/book".to_owned(),
        hidden: vec![("line", line.code.to_string()), ("office", office.code.to_string())],
        back: format!("/book?line={}", line.code),
        title: "book-when-title",
        button: "book-time-hold",
        wrong,
    };
    Ok(show_times(app, guest, choosing))
}

/// `POST /book`: holds the time that was chosen.
pub(crate) async fn hold(State(app): State<App>, posted: Posted) -> Response {
    let guest = &posted.guest;
    let (office, line) = (OfficeCode::new(posted.text("office")), LineCode::new(posted.text("line")));
    let Some(chosen) = known(&app, &office, &line) else {
        return refuse(&app, &guest.visitor, &Problem::not_found("page"));
    };
    let held = match posted.text("at").parse::<Timestamp>() {
        Ok(starts_at) => {
            let (session, wanted) = (guest.session(), Wanted { office, line, starts_at });
            let act = guest.act(&app, Purpose::Service);
            app.office.write(act, move |tx, act| bookings::hold(tx, act, &session, &wanted)).await
        }
        Err(_) => Err(Refusal::conflict("this is no time; choose one")),
    };
    let again = match held {
        Ok(hold) => return guest.private(Redirect::to(&format!("/book/{}", hold.id)).into_response()),
        Err(Refusal::Conflict(_)) => {
            times(&app, guest, chosen, (posted.text("day"), Some("book-taken"))).await
        }
        Err(refusal) => Err(refusal),
    };
    again.unwrap_or_else(|refusal| refuse(&app, &guest.visitor, &refusal.into()))
}
