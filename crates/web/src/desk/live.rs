//! What is new, told to open pages of the desk as it happens: server-sent events, which no page needs.
//!
//! A page listens at `/desk/live` and hears `case` (a reference and its revision), `presence` (a reference and who is at
//! it, in words) and `look` (more happened than can be told; look again).

use super::officer::Desk;
use super::who::present_in_words;
use crate::App;
use crate::problem::Problem;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use jiff::{SignedDuration, Timestamp};
use office::desk::{self, News, Present, Seen};
use policy::{Action, Question, Resource};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use terms::{Case, Principal, Purpose};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, mpsc};
use tokio::time::{Interval, MissedTickBehavior, interval};

/// How often the house looks for what is new, while somebody listens.
const LOOK: Duration = Duration::from_millis(150);
/// Looks after which nothing that began before is still on its way into the database: five seconds.
const LOOKS_BACK: usize = 34;
/// How often a listener is told that the house is still there, and asked for a session that still is.
const BEAT: Duration = Duration::from_secs(10);
/// How often a listener looks whether the house is closing.
const TICK: Duration = Duration::from_secs(1);
/// A page that was away for longer looks for itself.
const AWAY: SignedDuration = SignedDuration::from_mins(5);
/// News that a slow listener may be behind.
const BEHIND: usize = 64;

/// Those who listen. One task looks for all of them, and none while nobody does.
pub(crate) struct Hub {
    news: broadcast::Sender<Arc<Told>>,
    places: Arc<Semaphore>,
    looking: Mutex<bool>,
}

/// What is new, as of an instant.
struct Told {
    at: Timestamp,
    news: News,
}

impl Hub {
    pub(crate) fn new(places: usize) -> Self {
        Self {
            news: broadcast::Sender::new(BEHIND),
            places: Arc::new(Semaphore::new(places)),
            looking: Mutex::new(false),
        }
    }

    /// Begins to listen, and has somebody look if nobody does.
    fn listen(&self, app: &App) -> broadcast::Receiver<Arc<Told>> {
        let listening = self.news.subscribe();
        let mut looking = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        if !*looking {
            *looking = true;
            tokio::spawn(look(app.clone()));
        }
        listening
    }

    /// Whether whoever looks may stop: nobody listens any more.
    fn is_over(&self) -> bool {
        let mut looking = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        *looking = self.news.receiver_count() > 0;
        !*looking
    }
}

/// Five of somebody's own seconds or the like, in the time of the house.
fn ago(app: &App, time: SignedDuration) -> Timestamp {
    let now = app.office.now();
    let time = time.checked_mul(app.office.clock.pace()).unwrap_or(time);
    now.checked_sub(time).unwrap_or(now)
}

/// Looks for what is new and tells all who listen.
async fn look(app: App) {
    let mut seen = Seen::default();
    let back = ago(&app, SignedDuration::from_secs(5));
    let mut looked = VecDeque::from(vec![back; LOOKS_BACK]);
    let mut first = true;
    let mut turns = steady(LOOK);
    while !app.live.is_over() {
        turns.tick().await;
        let at = app.office.now();
        looked.push_back(at);
        let since = looked.pop_front().unwrap_or(at);
        let known = seen.clone();
        let read = app.office.read(app.office.house_act(), move |tx, act| {
            let mut seen = known.clone();
            let news = desk::news(tx, act, since, &mut seen)?;
            Ok((news, seen))
        });
        match read.await {
            Ok((news, now_seen)) => {
                seen = now_seen;
                let something = news.much || !news.changed.is_empty() || !news.present.is_empty();
                if something && !std::mem::take(&mut first) {
                    // Nobody may listen any more by now.
                    let _ = app.live.news.send(Arc::new(Told { at, news }));
                }
                first = false;
            }
            Err(error) => tracing::warn!(%error, "what is new cannot be read"),
        }
    }
}

fn steady(every: Duration) -> Interval {
    let mut turns = interval(every);
    turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
    turns
}

/// Somebody who listens.
struct Listener {
    app: App,
    desk: Desk,
    out: mpsc::Sender<Event>,
    _place: OwnedSemaphorePermit,
}

/// `GET /desk/live`
pub(crate) async fn live(State(app): State<App>, desk: Desk, headers: HeaderMap) -> Response {
    let Ok(place) = Arc::clone(&app.live.places).try_acquire_owned() else {
        return desk.refuse(&app, &Problem::busy(30));
    };
    let news = app.live.listen(&app);
    let (out, events) = mpsc::channel(BEHIND);
    let listener = Listener { app: app.clone(), desk, out, _place: place };
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse::<i64>().ok());
    let last = last.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    tokio::spawn(async move {
        // It ends when the page is closed, when the session is over, or when the house closes.
        let _ = listener.tell(news, last).await;
    });
    let mut response = Desk::private(Sse::new(Events(events)).into_response());
    // Some proxies keep what they pass on until there is enough of it.
    response
        .headers_mut()
        .insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

impl Listener {
    /// Tells what is new until nobody is there, which is told as nothing.
    async fn tell(&self, mut news: broadcast::Receiver<Arc<Told>>, last: Option<Timestamp>) -> Option<()> {
        self.send(Event::default().event("ready").retry(Duration::from_secs(2)).data("")).await?;
        self.catch_up(last).await?;
        let (mut ticks, mut beats) = (steady(TICK), steady(BEAT));
        loop {
            tokio::select! {
                told = news.recv() => match told {
                    Ok(told) => self.pass_on(&told.news, told.at).await?,
                    Err(broadcast::error::RecvError::Lagged(_)) => self.ask_to_look().await?,
                    Err(broadcast::error::RecvError::Closed) => return None,
                },
                _ = ticks.tick() => if self.app.is_stopping() || self.out.is_closed() { return None },
                _ = beats.tick() => self.beat().await?,
            }
        }
    }

    /// What the page missed while it was away.
    async fn catch_up(&self, last: Option<Timestamp>) -> Option<()> {
        let Some(last) = last else { return Some(()) };
        if last < ago(&self.app, AWAY) {
            return self.ask_to_look().await;
        }
        let pace = self.app.office.clock.pace();
        let since = last.checked_sub(SignedDuration::from_secs(5) * pace).unwrap_or(last);
        let at = self.app.office.now();
        let read = self
            .app
            .office
            .read(self.desk.act(&self.app), move |tx, act| desk::news(tx, act, since, &mut Seen::default()));
        match read.await {
            Ok(news) => self.pass_on(&news, at).await,
            Err(_) => self.ask_to_look().await,
        }
    }

    async fn pass_on(&self, news: &News, at: Timestamp) -> Option<()> {
        if news.much {
            self.ask_to_look().await?;
        }
        let id = at.as_millisecond().to_string();
        for case in news.changed.iter().filter(|case| self.may_see(case)) {
            let data =
                serde_json::json!({"reference": case.reference.to_string(), "revision": case.revision});
            self.send(Event::default().id(&id).event("case").data(data.to_string())).await?;
        }
        for (case, present) in news.present.iter().filter(|(case, _)| self.may_see(case)) {
            let others: Vec<Present> =
                present.iter().filter(|present| present.officer != self.desk.officer).cloned().collect();
            let text = present_in_words(&self.app.office.city, &others, self.desk.language);
            let data = serde_json::json!({"reference": case.reference.to_string(), "text": text});
            self.send(Event::default().id(&id).event("presence").data(data.to_string())).await?;
        }
        Some(())
    }

    async fn ask_to_look(&self) -> Option<()> {
        self.send(Event::default().event("look").data("")).await
    }

    /// Nobody listens on after their session.
    async fn beat(&self) -> Option<()> {
        let session = self.desk.session();
        let asked = self.app.office.act(Principal::public(), terms::Channel::Web, Purpose::Operation);
        let who = self.app.office.read(asked, move |tx, act| desk::who(tx, act, &session)).await;
        match who {
            Ok(None) => {
                self.send(Event::default().event("over").data("")).await?;
                None
            }
            Ok(Some(_)) | Err(_) => self.send(Event::default().comment("")).await,
        }
    }

    fn may_see(&self, case: &Case) -> bool {
        let who = &self.desk.who;
        let question = Question::new(who, Action::ReadCase, Resource::case(case, who), Purpose::Service);
        self.app.office.policy.permits(&question)
    }

    async fn send(&self, event: Event) -> Option<()> {
        self.out.send(event).await.ok()
    }
}

/// Events on their way to a page.
struct Events(mpsc::Receiver<Event>);

impl Stream for Events {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|event| event.map(Ok))
    }
}
