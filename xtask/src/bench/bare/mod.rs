//! The bare engines: what they do of the house's own statements with nothing between them and their callers.
//!
//! The shape is the house's: callers put work into a queue and wait until it is durable; on SQLite one writer commits
//! what waits together, on PostgreSQL each connection commits one at a time.

mod postgres;
mod sqlite;
mod tape;

pub(super) use tape::{Tape, city, record};

use super::load::Load;
use crate::house::clock::Stopwatch;
use anyhow::{Result, anyhow};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// As long as the house's own queue.
const LONGEST_QUEUE: usize = 4_096;

/// An intake on its way to the engine, by its place on the tape, and where to say that it is durable.
struct Work {
    intake: usize,
    back: SyncSender<()>,
}

/// Plays a tape on the database at an address, from so many callers, until the time or the tape is over.
pub(super) fn play(tape: &Tape, address: &str, callers: usize, length: Duration) -> Result<Load> {
    let (queue, work) = sync_channel(LONGEST_QUEUE);
    thread::scope(|scope| {
        let engine = match address.strip_prefix("sqlite:") {
            Some(path) => sqlite::Writer::open(path)?.start(scope, tape, work),
            None => postgres::Writers::connect(address, tape)?.start(scope, tape, work),
        };
        let load = call(tape, &queue, callers, length);
        drop(queue);
        for thread in engine {
            thread.join().map_err(|_| anyhow!("a writer of the bare engine panicked"))??;
        }
        load
    })
}

/// Lets callers ask until the time or the tape is over.
fn call(tape: &Tape, queue: &SyncSender<Work>, callers: usize, length: Duration) -> Result<Load> {
    let (next, began) = (AtomicUsize::new(0), Stopwatch::start());
    let caller = || {
        let (back, durable) = sync_channel(1);
        let mut latencies = Vec::new();
        while began.elapsed() < length {
            let intake = next.fetch_add(1, Ordering::Relaxed);
            if intake >= tape.intakes.len() {
                break;
            }
            let asked = Stopwatch::start();
            if queue.send(Work { intake, back: back.clone() }).is_err() || wait(&durable).is_err() {
                break;
            }
            latencies.push(asked.elapsed());
        }
        latencies
    };
    thread::scope(|scope| {
        let calls: Vec<_> = (0..callers).map(|_| scope.spawn(caller)).collect();
        let mut latencies = Vec::new();
        for call in calls {
            latencies.extend(call.join().map_err(|_| anyhow!("a caller of the bare engine panicked"))?);
        }
        Ok(Load::new(began.elapsed(), latencies, 0))
    })
}

/// Waits until an intake is durable, unless the engine has failed.
fn wait(durable: &Receiver<()>) -> Result<()> {
    /// No commit takes as long.
    const PATIENCE: Duration = Duration::from_mins(1);
    Ok(durable.recv_timeout(PATIENCE)?)
}
