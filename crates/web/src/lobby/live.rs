//! What changes in a waiting room, told to open pages as it happens: server-sent events, which no page needs.
//!
//! `/lobby/live/{office}` tells `lobby` (what the room shows now, whole, under an id that is the same in every process)
//! and `beat` (it is still so). Whoever comes back with that id hears what they missed, or that they missed nothing.
//! `/lobby/now/{office}` answers the same once. Both hold tickets, counters and numbers, and nobody's name. Screens listen at
//! `/board/live` and officers at `/desk/lobby/live/{office}`, where there are places for them whatever crowd listens elsewhere.

use super::device::Device;
use crate::App;
use crate::pages::{Visitor, refuse};
use crate::problem::Problem;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use jiff::{SignedDuration, Timestamp};
use office::Verb;
use office::lobby::{self, Board, Seen};
use serde_json::json;
use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use terms::{Announcement, CounterCode, DeviceId, OfficeCode};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{MissedTickBehavior, interval};

/// How often the house looks for what is new, while somebody listens.
const LOOK: Duration = Duration::from_millis(100);
/// Looks after which nothing that began before is still on its way into the database: five seconds.
const LOOKS_BACK: usize = 50;
/// Looks after which those who listen are told that what they know is still so: five seconds.
const LOOKS_A_BEAT: usize = 50;
/// Screens and officers who listen. They have places of their own, so that no crowd takes them away.
const MOST_IN_HOUSE: usize = 2_000;
/// Devices that were switched off, as a room remembers them.
const MOST_REVOKED: usize = 200;

/// When a browser comes back whose connection broke, in milliseconds.
const RETRY: &[u8] = b"retry: 2000\n";

/// Those who listen. One task looks for all of them, and none while nobody does.
pub(crate) struct Hub {
    rooms: Mutex<Rooms>,
    places: Arc<Semaphore>,
    in_house: Arc<Semaphore>,
}

#[derive(Default)]
struct Rooms {
    told: BTreeMap<OfficeCode, watch::Sender<Option<Arc<Told>>>>,
    looking: bool,
}

type Hearing = watch::Receiver<Option<Arc<Told>>>;

/// What a waiting room was told last, written once for all who listen.
struct Told {
    id: String,
    /// What the room shows, as JSON.
    state: String,
    news: Bytes,
    beat: Bytes,
    revoked: Vec<DeviceId>,
}

impl Told {
    fn of(office: &OfficeCode, board: &Board, (at, revoked): (Timestamp, Vec<DeviceId>)) -> Self {
        let state = shown(office, board).to_string();
        let id = office::fingerprint(state.as_bytes())[..16].to_owned();
        let at = at.as_millisecond();
        let news = format!("id: {id}\nevent: lobby\ndata: {state}\n\n");
        let beat = format!("event: beat\ndata: {at}\n\n");
        Self { id, state, news: news.into(), beat: beat.into(), revoked }
    }
}

/// What a waiting room shows, for whoever reads it by a program.
fn shown(office: &OfficeCode, board: &Board) -> serde_json::Value {
    let calls = board.calls.iter().map(|call| {
        json!({
            "ticket": call.ticket,
            "counter": call.counter.as_str(),
            "at": call.at.to_string(),
            "times": call.times,
            "awaited": call.is_awaited,
        })
    });
    let lines = board.lines.iter().map(|line| {
        let minutes = line.range.map(|range| range.map(super::board::minutes));
        json!({"line": line.line.as_str(), "waiting": line.waiting, "minutes": minutes})
    });
    let resting = board.resting.iter();
    let resting =
        resting.map(|(counter, back)| json!({"counter": counter.as_str(), "back_at": back.to_string()}));
    json!({
        "office": office.as_str(),
        "open": board.is_open,
        "opens_at": board.opens_at.map(|at| at.to_string()),
        "calls": calls.collect::<Vec<_>>(),
        "lines": lines.collect::<Vec<_>>(),
        "counters": board.counters.iter().map(CounterCode::as_str).collect::<Vec<_>>(),
        "resting": resting.collect::<Vec<_>>(),
        "announcement": board.announcement.map(Announcement::as_str),
        "emergency": board.is_emergency,
    })
}

impl Hub {
    pub(crate) fn new(places: usize) -> Self {
        Self {
            rooms: Mutex::default(),
            places: Arc::new(Semaphore::new(places)),
            in_house: Arc::new(Semaphore::new(MOST_IN_HOUSE)),
        }
    }

    /// Begins to listen, and has somebody look if nobody does.
    fn listen(&self, app: &App, office: &OfficeCode) -> Hearing {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let room = rooms.told.entry(office.clone()).or_insert_with(|| watch::Sender::new(None));
        let hearing = room.subscribe();
        if !rooms.looking {
            rooms.looking = true;
            tokio::spawn(look(app.clone()));
        }
        hearing
    }

    /// Where anybody listens. Once nobody does, or the house closes, nobody looks any more, and each stream ends.
    fn listened(&self, is_stopping: bool) -> Option<Vec<OfficeCode>> {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.told.retain(|_, room| !is_stopping && room.receiver_count() > 0);
        rooms.looking = !rooms.told.is_empty();
        rooms.looking.then(|| rooms.told.keys().cloned().collect())
    }

    /// Tells a room what is new. A device that was switched off is told so for a while, however much happens meanwhile.
    fn tell(&self, office: &OfficeCode, mut told: Told) {
        let rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(room) = rooms.told.get(office) else { return };
        room.send_modify(|known| {
            let before = known.iter().flat_map(|known| &known.revoked);
            told.revoked.extend(before.take(MOST_REVOKED).copied());
            *known = Some(Arc::new(told));
        });
    }

    /// Tells a room that was told nothing yet.
    fn tell_first(&self, office: &OfficeCode, told: Arc<Told>) {
        let rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(room) = rooms.told.get(office) else { return };
        room.send_if_modified(|known| {
            let is_first = known.is_none();
            known.get_or_insert(told);
            is_first
        });
    }

    /// What a room was told last, if somebody listens there.
    fn told(&self, office: &OfficeCode) -> Option<Arc<Told>> {
        let rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.told.get(office)?.borrow().clone()
    }
}

/// Looks for what is new and tells all who listen.
async fn look(app: App) {
    let mut seen = Seen::default();
    let back = SignedDuration::from_secs(5).checked_mul(app.office.clock.pace()).unwrap_or_default();
    let now = app.office.now();
    let mut looked = VecDeque::from(vec![now.checked_sub(back).unwrap_or(now); LOOKS_BACK]);
    let mut turns = interval(LOOK);
    turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for turn in 0_usize.. {
        turns.tick().await;
        let Some(listened) = app.lobby.listened(app.is_stopping()) else { return };
        let at = app.office.now();
        looked.push_back(at);
        let since = looked.pop_front().unwrap_or(at);
        let asked = Look { listened, since, seen: seen.clone(), is_beat: turn % LOOKS_A_BEAT == 0 };
        match app.office.read(app.office.house_act(), move |tx, act| asked.done(tx, act)).await {
            Ok((now_seen, told)) => {
                seen = now_seen;
                told.into_iter().for_each(|(office, told)| app.lobby.tell(&office, told));
            }
            // Whoever listens hears no beat, and says that it does not know.
            Err(error) => tracing::warn!(%error, "what is new in the lobby cannot be read"),
        }
    }
}

/// One look at all rooms in which somebody listens.
struct Look {
    listened: Vec<OfficeCode>,
    since: Timestamp,
    seen: Seen,
    is_beat: bool,
}

impl Look {
    fn done(&self, tx: &mut records::Tx<'_>, act: &office::Act) -> Verb<(Seen, Vec<(OfficeCode, Told)>)> {
        let mut seen = self.seen.clone();
        let changes = lobby::changes(tx, self.since, &mut seen)?;
        let every = self.is_beat || changes.much;
        let mut told = Vec::new();
        for office in self.listened.iter().filter(|office| every || changes.offices.contains(*office)) {
            let revoked = changes.revoked.iter().filter(|(at, _)| at == office).map(|(_, id)| *id);
            let board = lobby::board(tx, act, office)?;
            told.push((office.clone(), Told::of(office, &board, (act.at, revoked.collect()))));
        }
        Ok((seen, told))
    }
}

/// What a room shows now: as it was told last, or as it is.
async fn now(app: &App, office: &OfficeCode) -> Verb<Arc<Told>> {
    if let Some(told) = app.lobby.told(office) {
        return Ok(told);
    }
    let code = office.clone();
    let read = app.office.read(app.office.house_act(), move |tx, act| {
        let board = lobby::board(tx, act, &code)?;
        Ok(Told::of(&code, &board, (act.at, Vec::new())))
    });
    read.await.map(Arc::new)
}

/// `GET /lobby/now/{office}`
pub(super) async fn once(
    State(app): State<App>,
    Path(office): Path<String>,
    headers: HeaderMap,
    visitor: Visitor,
) -> Response {
    let told = match now(&app, &OfficeCode::new(office)).await {
        Ok(told) => told,
        Err(refusal) => return refuse(&app, &visitor, &refusal.into()),
    };
    let tag = format!("\"{}\"", told.id);
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let kept = [(header::ETAG, tag), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if known {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    (kept, [(header::CONTENT_TYPE, "application/json")], told.state.clone()).into_response()
}

/// `GET /lobby/live/{office}`
pub(super) async fn live(
    State(app): State<App>,
    Path(office): Path<String>,
    headers: HeaderMap,
    visitor: Visitor,
) -> Response {
    let place = Arc::clone(&app.lobby.places).try_acquire_owned();
    let place = place.map_err(|_| Problem::busy(30));
    let begun = match place {
        Ok(place) => listen(&app, &OfficeCode::new(office), (place, None), &headers).await,
        Err(problem) => Err(problem),
    };
    begun.unwrap_or_else(|problem| refuse(&app, &visitor, &problem))
}

/// `GET /board/live`: the same for a screen, until it is switched off.
pub(super) async fn of_board(State(app): State<App>, device: Device, headers: HeaderMap) -> Response {
    let begun = in_house(&app, &device.device.office, Some(device.device.id), &headers).await;
    begun.unwrap_or_else(|problem| refuse(&app, &device.visitor, &problem))
}

/// The same for whoever works at an office: a screen, or an officer who was let in before.
pub(crate) async fn in_house(
    app: &App,
    office: &OfficeCode,
    device: Option<DeviceId>,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let place = Arc::clone(&app.lobby.in_house).try_acquire_owned().map_err(|_| Problem::busy(30))?;
    listen(app, office, (place, device), headers).await
}

async fn listen(
    app: &App,
    office: &OfficeCode,
    (place, device): (OwnedSemaphorePermit, Option<DeviceId>),
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let known = app.office.city.offices.get(office);
    if known.is_none_or(|office| office.lines.is_empty()) {
        return Err(Problem::not_found("office"));
    }
    let hearing = app.lobby.listen(app, office);
    let is_told = hearing.borrow().is_some();
    if !is_told {
        app.lobby.tell_first(office, now(app, office).await?);
    }
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let sent = last.unwrap_or_default().to_owned();
    let listener = Listener { hearing, device, sent, says: Says::First, _place: place };
    let mut response = Body::from_stream(Events(Box::pin(listener.next()))).into_response();
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
        // Some proxies keep what they pass on until there is enough of it.
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

/// Somebody who listens.
struct Listener {
    hearing: Hearing,
    /// The screen that it is, if it is one.
    device: Option<DeviceId>,
    /// The id of what it heard last.
    sent: String,
    says: Says,
    _place: OwnedSemaphorePermit,
}

/// What is said next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    First,
    News,
    Nothing,
}

impl Listener {
    /// What it hears next; nothing once its device is switched off or the house closes.
    async fn next(mut self) -> Option<(Bytes, Self)> {
        if self.says == Says::Nothing {
            return None;
        }
        let is_first = self.says == Says::First;
        self.says = Says::News;
        let mut told = if is_first { self.hearing.borrow_and_update().clone() } else { None };
        while told.is_none() {
            self.hearing.changed().await.ok()?;
            told.clone_from(&self.hearing.borrow_and_update());
        }
        let told = told?;
        if self.device.is_some_and(|device| told.revoked.contains(&device)) {
            self.says = Says::Nothing;
            return Some((Bytes::from_static(b"event: over\ndata:\n\n"), self));
        }
        let is_news = told.id != self.sent;
        let said = if is_news { told.news.clone() } else { told.beat.clone() };
        let said = if is_first { [RETRY, &said[..]].concat().into() } else { said };
        self.sent.clone_from(&told.id);
        Some((said, self))
    }
}

/// What a listener hears next, with the listener.
type Heard = Pin<Box<dyn Future<Output = Option<(Bytes, Listener)>> + Send>>;

/// Events on their way to a page. No task waits for them but that of the connection.
struct Events(Heard);

impl Stream for Events {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let heard = ready!(self.0.as_mut().poll(context));
        Poll::Ready(heard.map(|(said, listener)| {
            self.0 = Box::pin(listener.next());
            Ok(said)
        }))
    }
}
