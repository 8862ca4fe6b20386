//! What every door needs: the office, and the bounds that keep it answering.

use crate::guard;
use crate::turnstile::Turnstile;
use axum::http::{HeaderName, HeaderValue};
use jiff::{SignedDuration, Timestamp};
use metrics_exporter_prometheus::PrometheusHandle;
use office::desk::passwords;
use office::services::Index;
use office::{Office, Verb, tokens};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};
use std::time::Duration;
use terms::{Channel, Principal, Purpose};
use tokio::sync::Semaphore;

/// For how long a token that was looked up counts as good. A token that is withdrawn works for so long at most.
const TOKEN_MEMORY: SignedDuration = SignedDuration::from_secs(5);
/// Tokens remembered.
const MOST_TOKENS: usize = 10_000;
/// Room for files is given out in pieces of so many bytes.
pub(crate) const ROOM: usize = 1024;

/// The bounds of the doors.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Requests that write at the same time, before the door says that it is busy.
    pub writes_at_once: usize,
    /// Requests that read at the same time. Fewer than the writes: intake goes before reads.
    pub reads_at_once: usize,
    /// Browsers of officers that listen to what is new, each for as long as a page is open.
    pub listeners_at_once: usize,
    /// People who listen to what changes in waiting rooms, each for as long as a page is open; screens are apart.
    pub lobby_listeners_at_once: usize,
    /// Who speaks calls, if somebody does.
    pub speech: Option<crate::lobby::speech::Speech>,
    /// The longest that a request may take.
    pub patience: Duration,
    /// The largest body.
    pub largest_body_bytes: usize,
    /// The largest form with files, with those that are too large to be kept.
    pub largest_upload_bytes: usize,
    /// The longest that a form with files may take: phones send slowly.
    pub upload_patience: Duration,
    /// The bytes of files that are on their way at the same time, of all callers together.
    pub upload_memory_bytes: usize,
    /// Files that are looked into at the same time; a picture may need many times its size.
    pub pictures_at_once: usize,
    /// Submissions a minute that one address may send without a token.
    pub public_writes_a_minute: u32,
    /// Mails an hour that one address may have sent, without a token, to addresses that it names.
    pub public_mails_an_hour: u32,
    /// Tickets an hour that one address may take from home; those of a whole office may share one.
    pub public_joins_an_hour: u32,
    /// Whether a proxy that can be trusted says who is calling.
    pub trust_proxy: bool,
    /// The header in which that proxy says which officer has signed in with it, by their code. Nobody then signs in with a
    /// password. Only together with `trust_proxy`: without it the header is not read.
    pub sign_in_header: Option<HeaderName>,
    /// Whether this is a demonstration, which says so.
    pub demo: bool,
    /// Where maps get their pictures, as [`checked_tiles`](crate::checked_tiles) lets it pass. Without it maps draw
    /// the city's districts, and nobody else learns who looks at them.
    pub tiles: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            writes_at_once: 2_000,
            reads_at_once: 256,
            listeners_at_once: 2_000,
            lobby_listeners_at_once: 10_000,
            speech: None,
            patience: Duration::from_secs(20),
            largest_body_bytes: 256 * 1024,
            largest_upload_bytes: 256 * 1024 * 1024,
            upload_patience: Duration::from_mins(5),
            upload_memory_bytes: 256 * 1024 * 1024,
            pictures_at_once: 2,
            public_writes_a_minute: 600,
            public_mails_an_hour: 60,
            public_joins_an_hour: 60,
            trust_proxy: false,
            sign_in_header: None,
            demo: false,
            tiles: None,
        }
    }
}

/// The policy as a header. It is made of plain letters only, so that it always is one.
fn content_policy(settings: &Settings) -> HeaderValue {
    let policy = guard::content_policy(settings.tiles.as_deref());
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

type Tokens = HashMap<String, (Principal, Timestamp), BuildHasherDefault<DefaultHasher>>;

/// What every door needs. Clones share it.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What the clones of an [`App`] share.
pub struct Inner {
    pub(crate) office: Office,
    pub(crate) settings: Settings,
    /// What browsers are told with every answer.
    pub(crate) content_policy: HeaderValue,
    pub(crate) writes: Arc<Semaphore>,
    pub(crate) reads: Arc<Semaphore>,
    /// A permit for each [`ROOM`] bytes of files that are on their way.
    pub(crate) upload_room: Arc<Semaphore>,
    pub(crate) pictures: Arc<Semaphore>,
    /// A permit for each password that is hashed or checked at the same time.
    pub(crate) hashing: Arc<Semaphore>,
    pub(crate) metrics: PrometheusHandle,
    pub(crate) changeset: Timestamp,
    pub(crate) figures: crate::figures::Cache,
    /// Those who listen to what is new at the desk.
    pub(crate) live: crate::desk::live::Hub,
    /// Those who listen to what changes in waiting rooms.
    pub(crate) lobby: crate::lobby::live::Hub,
    /// Calls that were spoken lately.
    pub(crate) sounds: crate::lobby::speech::Sounds,
    /// What customers find by their own words.
    pub(crate) index: Index,
    /// What officers find for them.
    pub(crate) catalogue: Index,
    /// The articles by which questions are answered, as they were when somebody last asked.
    pub(crate) shelf: crate::shelf::Kept,
    tokens: RwLock<Tokens>,
    submitting: Turnstile,
    mailing: Turnstile,
    joining: Turnstile,
    stopping: AtomicBool,
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// The doors of an office. `changeset` is the instant since which the city's data are in force.
    pub fn new(office: Office, settings: Settings, metrics: PrometheusHandle, changeset: Timestamp) -> Self {
        let (listeners, in_lobby) = (settings.listeners_at_once, settings.lobby_listeners_at_once);
        Self(Arc::new(Inner {
            writes: Arc::new(Semaphore::new(settings.writes_at_once)),
            reads: Arc::new(Semaphore::new(settings.reads_at_once)),
            upload_room: Arc::new(Semaphore::new(settings.upload_memory_bytes / ROOM)),
            pictures: Arc::new(Semaphore::new(settings.pictures_at_once)),
            hashing: Arc::new(Semaphore::new(passwords::AT_ONCE)),
            submitting: Turnstile::new(settings.public_writes_a_minute, SignedDuration::from_mins(1)),
            mailing: Turnstile::new(settings.public_mails_an_hour, SignedDuration::from_hours(1)),
            joining: Turnstile::new(settings.public_joins_an_hour, SignedDuration::from_hours(1)),
            index: Index::of(&office.city),
            catalogue: Index::whole(&office.city),
            office,
            content_policy: content_policy(&settings),
            settings,
            metrics,
            changeset,
            figures: crate::figures::Cache::default(),
            shelf: crate::shelf::Kept::default(),
            live: crate::desk::live::Hub::new(listeners),
            lobby: crate::lobby::live::Hub::new(in_lobby),
            sounds: crate::lobby::speech::Sounds::default(),
            tokens: RwLock::default(),
            stopping: AtomicBool::new(false),
        }))
    }

    /// From now on the house is not ready: it finishes what it has begun.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    /// Whom a token stands for; nobody when it is not good.
    pub(crate) async fn token_holder(&self, text: &str) -> Verb<Option<Principal>> {
        let now = self.office.now();
        let remembered = self.tokens.read().ok().and_then(|tokens| tokens.get(text).cloned());
        if let Some((principal, since)) = remembered
            && now.duration_since(since).abs() < TOKEN_MEMORY
        {
            return Ok(Some(principal));
        }
        let act = self.office.act(Principal::public(), Channel::Api, Purpose::Operation);
        let asked = text.to_owned();
        let holder = self.office.read(act, move |tx, act| tokens::principal(tx, act, &asked)).await?;
        if let (Some(principal), Ok(mut tokens)) = (&holder, self.tokens.write()) {
            if tokens.len() >= MOST_TOKENS {
                tokens.clear();
            }
            tokens.insert(text.to_owned(), (principal.clone(), now));
        }
        Ok(holder)
    }

    /// Whether a caller without a token may submit once more; if not, in how many seconds.
    pub(crate) fn may_submit(&self, caller: IpAddr) -> Result<(), u64> {
        self.submitting.pass(caller, self.office.now())
    }

    /// Whether a caller may take one more ticket from home; if not, in how many seconds.
    pub(crate) fn may_join(&self, caller: IpAddr) -> Result<(), u64> {
        self.joining.pass(caller, self.office.now())
    }

    /// Whether a caller without a token may have one more mail sent to an address that they name; if not, in how many
    /// seconds.
    pub(crate) fn may_mail(&self, caller: IpAddr) -> Result<(), u64> {
        self.mailing.pass(caller, self.office.now())
    }
}
