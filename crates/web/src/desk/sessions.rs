//! Where an officer is signed in, and where colleagues are whose sessions they may end.

use super::frame::Frame;
use super::officer::{Desk, Posted};
use super::sign_in::left;
use crate::App;
use crate::pages::render;
use crate::portal::say::moment;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use office::desk;
use terms::OfficerCode;
use wording::Argument;

/// Browsers and systems as they call themselves, the one that is meant before those that it also names.
const BROWSERS: [(&str, &str); 5] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];
/// Characters shown of a browser that calls itself otherwise.
const LONGEST_NAME: usize = 60;

#[derive(Template)]
#[template(path = "desk/sessions.html")]
struct SessionsPage {
    frame: Frame,
    /// Whether passwords are kept here, and not where a proxy signs people in.
    passwords: bool,
    rows: Vec<Row>,
    colleagues: Vec<Colleague>,
}

struct Row {
    hash: String,
    browser: String,
    since: String,
    seen: String,
    here: bool,
}

struct Colleague {
    code: OfficerCode,
    name: String,
    seen: String,
    count: String,
}

/// What a browser is called, from what it calls itself.
fn browser(agent: &str, unknown: &str) -> String {
    let of = |list: &[(&str, &'static str)]| {
        list.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    match (of(&BROWSERS), of(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) if agent.is_empty() => unknown.to_owned(),
        (None, None) => agent.chars().take(LONGEST_NAME).collect(),
    }
}

/// `GET /desk/sessions`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    let read =
        |tx: &mut records::Tx<'_>, act: &office::Act| Ok((desk::mine(tx, act)?, desk::signed_in(tx, act)?));
    let (mine, colleagues) = match app.office.read(desk.act(&app), read).await {
        Ok(found) => found,
        Err(refusal) => return desk.refuse(&app, &refusal.into()),
    };
    let (language, city) = (desk.language, &app.office.city);
    let when = |at| moment(city, language, at);
    let (here, unknown) = (desk.session(), language.say("desk-browser-unknown"));
    let row = |session: records::officer_sessions::Session| Row {
        browser: browser(&session.browser, &unknown),
        since: when(session.begun_at),
        seen: when(session.seen_at),
        here: session.hash == here.as_str(),
        hash: session.hash,
    };
    let colleague = |(code, count, seen): (OfficerCode, usize, jiff::Timestamp)| {
        let count = Argument::Count(i64::try_from(count).unwrap_or(i64::MAX));
        Colleague {
            name: city.officers.get(&code).map_or_else(|| code.to_string(), |officer| officer.name.clone()),
            count: language.say_with("desk-sessions-count", &[("count", count)]),
            seen: when(seen),
            code,
        }
    };
    let (rows, colleagues) =
        (mine.into_iter().map(row).collect(), colleagues.into_iter().map(colleague).collect());
    let frame = Frame::new(&app, &desk, &language.say("desk-sessions"));
    let passwords = app.settings.sign_in_header.is_none();
    Desk::private(render(&SessionsPage { frame, passwords, rows, colleagues }))
}

/// `POST /desk/sessions`: ends one of one's own, all others of one's own, or all of a colleague.
pub(crate) async fn end(State(app): State<App>, posted: Posted) -> Response {
    let (act, here, me) = (posted.desk.act(&app), posted.desk.session(), posted.desk.officer.clone());
    let (one, officer) = (posted.text("session").to_owned(), OfficerCode::new(posted.text("officer")));
    let itself = one == here.as_str();
    let ended = app.office.write(act, move |tx, act| match (one.as_str(), officer.as_str()) {
        ("", "") => desk::end_all(tx, act, &me, Some(&here)).map(drop),
        ("", _) => desk::end_all(tx, act, &officer, None).map(drop),
        (one, _) => desk::end_one(tx, act, one),
    });
    match ended.await {
        Ok(()) if itself => left(),
        Ok(()) => Redirect::to("/desk/sessions").into_response(),
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::browser;

    #[test]
    fn browsers_are_called_by_the_names_that_people_know() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 \
                    Safari/537.36 Edg/126.0";
        assert_eq!(browser(firefox, ""), "Firefox, Linux");
        assert_eq!(browser(edge, ""), "Edge, Windows");
        assert_eq!(browser("", "unknown"), "unknown");
        assert_eq!(browser(&"x".repeat(200), ""), "x".repeat(60));
    }
}
