//! The clients: each asks, waits for the answer, and writes down what it was told before it does anything else.

use super::door::{Answer, Door, Keys};
use super::ledger::{Entry, Fate, Told, What, revision_now};
use crate::house::clock::Stopwatch;
use anyhow::{Result, anyhow, bail};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use terms::Chance;

/// Clients at the same time.
const CLIENTS: usize = 16;
/// One round in so many is a whole case from its opening to its end; the others are requests.
const ROUNDS_A_CASE: u64 = 12;
/// Customers who come back to each client.
const CUSTOMERS: u64 = 20;
/// The pause before something is sent again.
const PAUSE: Duration = Duration::from_millis(5);
/// The longest that a client tries to be answered. The house is gone for a start at a time, never for this long.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often an act is tried on a case to which other things keep happening.
const MOST_STALE: u32 = 20;
/// A rest for each kill to come, after each answer, so that long runs do not grow without bound: about 150,000
/// entries in all.
const REST_A_KILL: Duration = Duration::from_micros(50);

/// Clients at work.
pub(super) struct Load {
    stop: Arc<AtomicBool>,
    clients: Vec<JoinHandle<Result<Vec<Entry>>>>,
}

/// Sends the clients to work on a house that will be killed so many times.
pub(super) fn start(port: u16, keys: &Keys, kills: u32, chance: &Chance) -> Load {
    let stop = Arc::new(AtomicBool::new(false));
    let clients = (0..CLIENTS).map(|number| {
        let client = Client {
            number,
            door: Door::new(port, keys.clone()),
            chance: chance.fork(),
            rest: REST_A_KILL * kills,
            ledger: Vec::new(),
        };
        let stop = Arc::clone(&stop);
        thread::spawn(move || client.work(&stop))
    });
    Load { clients: clients.collect(), stop }
}

impl Load {
    /// Lets the clients finish what they have begun, and takes their ledgers.
    pub(super) fn finish(self) -> Result<Vec<Entry>> {
        self.stop.store(true, Ordering::SeqCst);
        let mut ledger = Vec::new();
        for client in self.clients {
            ledger.extend(client.join().map_err(|_| anyhow!("a client panicked"))??);
        }
        Ok(ledger)
    }
}

/// What a client makes of an answer.
enum Said {
    Done(Told),
    /// Others were quicker; this is the revision now.
    Stale(i64),
    /// Nothing that could be built on.
    Nothing,
}

struct Client {
    number: usize,
    door: Door,
    chance: Chance,
    rest: Duration,
    ledger: Vec<Entry>,
}

impl Client {
    fn work(mut self, stop: &AtomicBool) -> Result<Vec<Entry>> {
        while !stop.load(Ordering::SeqCst) {
            if self.chance.below(ROUNDS_A_CASE) == 0 {
                self.whole_case()?;
            } else {
                self.ask(What::Request)?;
            }
            thread::sleep(self.rest);
        }
        Ok(self.ledger)
    }

    fn whole_case(&mut self) -> Result<()> {
        let Said::Done(Told { reference: on, .. }) = self.ask(What::Case)? else { return Ok(()) };
        let Said::Done(noted) = self.ask(What::Note { on: on.clone() })? else { return Ok(()) };
        let reply = |revision| What::Reply { on: on.clone(), revision };
        let Some(replied) = self.ask_as_read(reply, noted.revision)? else { return Ok(()) };
        let resolution = |revision| What::Resolution { on: on.clone(), revision };
        self.ask_as_read(resolution, replied.revision)?;
        Ok(())
    }

    /// Asks for something on a case as it is now: whatever else happens to it meanwhile is read first.
    fn ask_as_read(&mut self, what: impl Fn(i64) -> What, revision: Option<i64>) -> Result<Option<Told>> {
        let Some(mut revision) = revision else { return Ok(None) };
        for _ in 0..MOST_STALE {
            match self.ask(what(revision))? {
                Said::Done(told) => return Ok(Some(told)),
                Said::Stale(now) => revision = now,
                Said::Nothing => return Ok(None),
            }
        }
        Ok(None)
    }

    /// Asks for something until it is answered, or gives it up when the connection breaks: both are to be seen.
    fn ask(&mut self, what: What) -> Result<Said> {
        let mut entry = self.entry(what);
        let waited = Stopwatch::start();
        loop {
            match self.door.ask(&entry) {
                Answer::Whole { status: 200..=299, body } => return Ok(self.acknowledged(entry, body)),
                Answer::Whole { status: 409, body } if revision_now(&body).is_some() => {
                    self.write_down(entry, Fate::Stale);
                    return Ok(revision_now(&body).map_or(Said::Nothing, Said::Stale));
                }
                Answer::Whole { status, body } if status != 503 => {
                    self.write_down(entry, Fate::Refused(format!("{status} {body}")));
                    return Ok(Said::Nothing);
                }
                Answer::Broken if entry.broken == 0 && self.chance.below(2) == 0 => {
                    entry.broken = 1;
                    self.write_down(entry, Fate::Unanswered);
                    return Ok(Said::Nothing);
                }
                Answer::Broken => entry.broken += 1,
                Answer::Whole { .. } | Answer::Unsent => {}
            }
            if waited.elapsed() > PATIENCE {
                bail!("client {} got no answer to {} for {} s", self.number, entry.key, PATIENCE.as_secs());
            }
            thread::sleep(PAUSE);
        }
    }

    /// Writes down what was acknowledged, and only then reads it.
    fn acknowledged(&mut self, entry: Entry, body: String) -> Said {
        self.write_down(entry, Fate::Acknowledged(body));
        match self.ledger.last().map(|entry| &entry.fate) {
            Some(Fate::Acknowledged(body)) => Told::read(body).map_or(Said::Nothing, Said::Done),
            _ => Said::Nothing,
        }
    }

    fn write_down(&mut self, entry: Entry, fate: Fate) {
        self.ledger.push(Entry { fate, ..entry });
    }

    fn entry(&self, what: What) -> Entry {
        let (client, number) = (self.number, self.ledger.len());
        let words = match what {
            What::Request | What::Case => format!("lamp {number} of client {client} is out"),
            What::Note { .. } => format!("note {number} of client {client}"),
            What::Reply { .. } => format!("reply {number} of client {client}"),
            What::Resolution { .. } => format!("lamp burns again, end {number} of client {client}"),
        };
        let named = self.chance.below(2) == 0;
        let email = named.then(|| format!("c{}@client{client}.example", self.chance.below(CUSTOMERS)));
        let (key, fate) = (format!("crash-{client}-{number}"), Fate::Unanswered);
        Entry { key, words, email, what, broken: 0, fate }
    }
}
