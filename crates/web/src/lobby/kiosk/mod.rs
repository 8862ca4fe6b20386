//! A kiosk: somebody who came to an office says what for, and has a ticket; nobody after them sees anything of it.

mod alone;
mod code;
mod frame;
mod ticket;

use super::device::Device;
use crate::App;
use crate::pages::refuse;
use crate::portal::guest::Asked;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post, put};
use frame::{Frame, Kiosk, MOST_TILES, Tile};
use office::lobby;
use office::lobby::kiosk::find;
use serde::Deserialize;
use wording::{Argument, Language};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/kiosk", get(start))
        .route("/kiosk/for", get(what_for))
        .route("/kiosk/still", get(still))
        .route("/kiosk/end", get(ticket::end))
        .route("/kiosk/ticket", get(ticket::page))
        .route("/kiosk/tickets", post(ticket::take))
        .route("/kiosk/bookings", post(ticket::come))
        .route("/kiosk/tickets/{day}/{line}/{number}", put(alone::tell))
        .route("/kiosk/numbers", post(alone::numbers))
        .route("/kiosk/alone", get(alone::page))
        .route("/kiosk-sw.js", get(alone::worker))
}

/// A language to begin in.
struct Greeting {
    language: Language,
    name: String,
    href: String,
}

/// The first page: in which language?
#[derive(Template)]
#[template(path = "lobby/kiosk/start.html")]
struct Start {
    frame: Frame,
    language: Language,
    greetings: Vec<Greeting>,
    /// When the office opens, where it is closed.
    opens: Option<String>,
}

/// `GET /kiosk`
async fn start(State(app): State<App>, kiosk: Kiosk) -> Response {
    let greetings = frame::languages(&app.office.city).map(|language| Greeting {
        language,
        name: language.say("language-name"),
        href: kiosk.link_in("/kiosk/for", language),
    });
    kiosk.show(&Start {
        frame: kiosk.frame(&app, "kiosk-languages", "/kiosk"),
        language: kiosk.language(),
        greetings: greetings.collect(),
        opens: kiosk.opens(&app),
    })
}

/// What somebody searches for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Sought {
    q: String,
}

/// What for?
#[derive(Template)]
#[template(path = "lobby/kiosk/for.html")]
struct WhatFor {
    frame: Frame,
    language: Language,
    /// What everybody is told who waits.
    told: Option<String>,
    /// Whether times are booked here.
    books: bool,
    tiles: Vec<Tile>,
    /// Whether there is more than the tiles show.
    searches: bool,
    sought: String,
    token: String,
    /// What tells this ticket from any other, however often the tile is touched.
    key: String,
}

/// `GET /kiosk/for`
async fn what_for(State(app): State<App>, kiosk: Kiosk, Asked(sought): Asked<Sought>) -> Response {
    let Some(office) = kiosk.device.office(&app) else { return kiosk.off() };
    if let Some(opens) = kiosk.opens(&app) {
        return kiosk.say(&app, "kiosk-closed", &opens);
    }
    let (language, code) = (kiosk.language(), office.code.clone());
    let read = app.office.read(Device::act(&app), move |tx, act| lobby::lobby(tx, act, &code)).await;
    let set = match read {
        Ok(set) => set,
        Err(refusal) => return refuse(&app, &kiosk.device.visitor, &refusal.into()),
    };
    if set.emergency_at.is_some() {
        return kiosk.say(&app, "kiosk-closed", &language.say("board-emergency"));
    }
    let mut found = find(office, &sought.q);
    found.retain(|line| !set.closed_lines.contains(&line.code));
    kiosk.show(&WhatFor {
        frame: kiosk.frame(&app, "kiosk-for", "/kiosk/for"),
        language,
        told: set.announcement.map(|(told, _)| language.say(&format!("lobby-tell-{told}"))),
        books: office.booking.is_some(),
        tiles: found.iter().take(MOST_TILES).map(|line| Tile::of(line, kiosk.language())).collect(),
        searches: office.lines.len() > MOST_TILES,
        sought: sought.q.chars().take(100).collect(),
        token: kiosk.device.token(),
        key: crate::portal::guest::random(&app),
    })
}

/// Where whoever is still there goes on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Back {
    at: String,
}

/// The warning before everything is erased.
#[derive(Template)]
#[template(path = "lobby/kiosk/still.html")]
struct Still {
    frame: Frame,
    language: Language,
    back: String,
    seconds: u32,
}

/// `GET /kiosk/still`
async fn still(State(app): State<App>, kiosk: Kiosk, Asked(back): Asked<Back>) -> Response {
    let at = ["/kiosk/ticket", "/kiosk/for"].into_iter().find(|at| *at == back.at).unwrap_or("/kiosk");
    let frame = kiosk.frame(&app, "kiosk-still", "/kiosk/still").ends_after(frame::WARNING_SECONDS);
    let back = kiosk.link(at);
    kiosk.show(&Still { frame, language: kiosk.language(), back, seconds: frame::WARNING_SECONDS })
}

/// A page of words, where there is nothing to choose.
#[derive(Template)]
#[template(path = "lobby/kiosk/say.html")]
struct Say {
    frame: Frame,
    language: Language,
    heading: String,
    words: String,
}
