//! The screen of a waiting room: who is called where, how long others wait, and whether all of that is still so.
//!
//! It is meant for a screen of 55 inches with 1920 by 1080 points, wide or upright: 0.63 mm a point. Letters are as high
//! as a 150th of the distance that they are read from: calls from 8 m (56 mm; upright from 7 m, 48 mm), earlier calls
//! from 4.4 m (29 mm; upright from 3.7 m, 25 mm), all else from 3.5 m (23 mm). Sizes stand in `board.scss` relative to the
//! longer side, so that other screens keep the measure.

use super::device::Device;
use super::speech;
use crate::App;
use crate::pages::{asset, layout, refuse, render};
use crate::portal::say::Text;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use office::city::{City, Office};
use office::lobby::{self, Board, Call, LineWaits};
use wording::{Argument, Language};

const SCRIPT: &str = asset("board.js");
/// For how long one language stands, in seconds.
const TURN_SECONDS: i64 = 15;

/// Calls that are shown, unless more of them stand at the same time.
const SHOWN: usize = 5;
/// So many calls at the same time have room for what each says in its holder's own language, one less
/// for each sentence that everybody is told; of more, none has.
const ROOM_FOR_OWN: usize = 2;
/// Of so many, each stands in a line of its own below what everybody is told; of more, two do.
const ROOM_FOR_LINES: usize = 4;

#[derive(Template)]
#[template(path = "lobby/board.html")]
struct BoardPage {
    language: Language,
    /// What the city speaks; each says in turn what stands here, and all of them that the connection is lost.
    languages: Vec<Language>,
    style: &'static str,
    script: &'static str,
    mark: &'static str,
    office: Text,
    time: String,
    /// What is said instead of calls while the office is closed.
    closed: Option<String>,
    now: Vec<Row>,
    before: Vec<Row>,
    lines: Vec<LineRow>,
    /// Whether anybody waits.
    is_empty: bool,
    /// What everybody is told, and when counters open again.
    told: Vec<String>,
    /// Whether more calls stand than have a line each.
    is_crowd: bool,
}

/// A call as it stands on the wall.
struct Row {
    ticket: String,
    counter: Text,
    /// What tells one call from another, also of the same ticket.
    key: String,
    /// The same in the language of whoever is called, where that is another.
    own: Option<(Language, String)>,
    /// Where it is spoken.
    spoken: Vec<String>,
}

struct LineRow {
    letter: String,
    name: Text,
    wait: String,
}

/// `GET /board`
pub(super) async fn page(State(app): State<App>, device: Device) -> Response {
    let code = device.device.office.clone();
    let read = app.office.read(Device::act(&app), move |tx, act| Ok((act.at, lobby::board(tx, act, &code)?)));
    let found = read
        .await
        .and_then(|found| Ok((found, device.office(&app).ok_or(office::Refusal::NotFound("office"))?)));
    match found {
        Ok(((at, board), office)) => device.private(render(&wall(&app, &device, (at, office), &board))),
        Err(refusal) => refuse(&app, &device.visitor, &refusal.into()),
    }
}

fn wall(app: &App, device: &Device, (at, office): (Timestamp, &Office), board: &Board) -> BoardPage {
    let city = &app.office.city;
    let languages: Vec<Language> = city.languages.iter().filter_map(|tag| Language::of(tag)).collect();
    let language = if device.visitor.asked_language().is_empty() {
        in_turn(&languages, at, app.office.clock.pace())
    } else {
        device.language
    };
    let rows = |now: bool| {
        let calls = board.calls.iter().filter(move |call| call.is_now == now);
        calls.map(|call| row(app, (office, language), call)).collect::<Vec<_>>()
    };
    let mut now = rows(true);
    let told = told((city, office), language, board);
    let own = if now.len() > ROOM_FOR_OWN { 0 } else { ROOM_FOR_OWN.saturating_sub(told.len()) };
    now.iter_mut().skip(own).for_each(|row| row.own = None);
    let before = rows(false).into_iter().take(room_before(&now, &told)).collect();
    let is_crowd = now.len() + told.len() > ROOM_FOR_LINES;
    BoardPage {
        language,
        languages,
        style: super::STYLE,
        script: SCRIPT,
        mark: layout::MARK,
        office: Text::of(city, &office.name, language),
        time: language.time(office.calendar.local(at).time()),
        closed: (!board.is_open && now.is_empty()).then(|| closed((language, at), office, board)),
        now,
        before,
        lines: board.lines.iter().filter_map(|line| line_row((city, office), language, line)).collect(),
        is_empty: board.lines.iter().all(|line| line.waiting == 0),
        told,
        is_crowd,
    }
}

/// How many earlier calls have room, two in a line, so that none is cut off.
fn room_before(now: &[Row], told: &[String]) -> usize {
    let says_more = now.iter().any(|row| row.own.is_some());
    match (now.len(), told.len()) {
        (0 | 1, 0) => SHOWN - now.len(),
        (0 | 1, 1) | (3, 0) => 2,
        (2, 0) if !says_more => 2,
        _ => 0,
    }
}

/// The language whose turn it is.
fn in_turn(languages: &[Language], at: Timestamp, pace: i32) -> Language {
    let turn = at.as_second().div_euclid(TURN_SECONDS * i64::from(pace.max(1)));
    let count = i64::try_from(languages.len()).unwrap_or(1).max(1);
    let place = usize::try_from(turn.rem_euclid(count)).unwrap_or(0);
    languages.get(place).copied().unwrap_or(Language::FALLBACK)
}

/// What everybody is told: what the supervisor says, and which counters open again when.
fn told((city, office): (&City, &Office), language: Language, board: &Board) -> Vec<String> {
    let said = board.announcement.map(|announcement| language.say(&format!("lobby-tell-{announcement}")));
    let resting = board.resting.iter().filter_map(|(code, back_at)| {
        let counter = office.counters.iter().find(|counter| counter.code == *code)?;
        let name = Text::of(city, &counter.name, language).text;
        let time = language.time(office.calendar.local(*back_at).time());
        let words = [("counter", Argument::Words(&name)), ("time", Argument::Words(&time))];
        Some(language.say_with("board-back", &words))
    });
    said.into_iter().chain(resting).collect()
}

fn closed((language, at): (Language, Timestamp), office: &Office, board: &Board) -> String {
    if board.is_emergency {
        return language.say("board-emergency");
    }
    let Some(opens) = board.opens_at else { return language.say("board-closed") };
    let (today, opens) = (office.calendar.local(at).date(), office.calendar.local(opens));
    let when = if opens.date() == today { language.time(opens.time()) } else { language.date_time(opens) };
    language.say_with("board-opens", &[("time", Argument::Words(&when))])
}

fn row(app: &App, (office, language): (&Office, Language), call: &Call) -> Row {
    let city = &app.office.city;
    let counter = |language: Language| match office.counters.iter().find(|known| known.code == call.counter) {
        Some(known) => Text::of(city, &known.name, language),
        None => Text::plain(call.counter.as_str()),
    };
    let holder = Language::of(&call.language).unwrap_or(language);
    let own = (holder != language && call.is_now)
        .then(|| (holder, come(holder, &call.ticket, &counter(holder).text)));
    Row {
        ticket: call.ticket.clone(),
        counter: counter(language),
        key: format!("{} {} {}", call.ticket, call.counter, call.times),
        own,
        spoken: if call.is_now { speech::addresses(app, holder, call) } else { Vec::new() },
    }
}

/// What is said to whoever is called.
pub(super) fn come(language: Language, ticket: &str, counter: &str) -> String {
    let words = [("ticket", Argument::Words(ticket)), ("counter", Argument::Words(counter))];
    language.say_with("board-come", &words)
}

fn line_row((city, office): (&City, &Office), language: Language, now: &LineWaits) -> Option<LineRow> {
    let line = office.lines.iter().find(|line| line.code == now.line)?;
    Some(LineRow {
        letter: line.letter.clone(),
        name: Text::of(city, &line.name, language),
        wait: wait(language, now),
    })
}

/// How long a wait is, or how many wait where that cannot be said.
fn wait(language: Language, now: &LineWaits) -> String {
    match now.range {
        _ if now.waiting == 0 => language.say("board-nobody"),
        Some(range) => {
            let [from, to] = range.map(minutes);
            language.say_with("board-range", &[("from", Argument::Count(from)), ("to", Argument::Count(to))])
        }
        None => language.say_with("board-waiting", &[("count", Argument::Count(now.waiting))]),
    }
}

/// Whole minutes, and one at least.
pub(super) fn minutes(time: SignedDuration) -> i64 {
    (time.as_secs() + 59).div_euclid(60).max(1)
}

/// The languages in which somebody is called: the city's own, and theirs.
pub(super) fn spoken(city: &City, holder: Language) -> Vec<Language> {
    let own = Language::of(city.language()).unwrap_or(Language::FALLBACK);
    if own == holder { vec![own] } else { vec![own, holder] }
}
