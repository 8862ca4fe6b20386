//! Those who call at the same time, all on one thread so that they leave the processor to the house.
//!
//! Callers in a closed loop ask again as soon as they are answered. Users come at a fixed rate whether or not the house
//! is quick, and their latency counts from when they meant to ask, so that a house that stalls cannot hide it (the
//! coordinated omission of Gil Tene, "How NOT to Measure Latency", 2013).

use super::load::Load;
use super::wire::Wire;
use crate::house::clock::Stopwatch;
use anyhow::{Result, bail};
use std::rc::Rc;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::task::{JoinSet, LocalSet};
use tokio::time::{Instant, sleep_until, timeout};

/// For how long answers are waited for after the end.
const GRACE: Duration = Duration::from_secs(20);

/// What one caller saw.
#[derive(Default)]
struct Seen {
    latencies: Vec<Duration>,
    failed: u64,
}

impl Seen {
    fn note(&mut self, good: bool, latency: Duration) {
        if good {
            self.latencies.push(latency);
        } else {
            self.failed += 1;
        }
    }
}

/// Callers who ask again as soon as they are answered. What is asked says whether it was done.
pub(super) fn closed_loop<A>(port: u16, callers: usize, length: Duration, ask: A) -> Result<Load>
where
    A: AsyncFn(&mut Wire) -> Result<bool> + 'static,
{
    let ask = Rc::new(ask);
    together(port, callers, length, move |mut wire, _, began| {
        let ask = Rc::clone(&ask);
        async move {
            let mut seen = Seen::default();
            while began.elapsed() < length {
                let asked = Instant::now();
                let good = ask(&mut wire).await?;
                seen.note(good, asked.elapsed());
            }
            Ok(seen)
        }
    })
}

/// A user's turn to ask: whose it is, and since when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    pub(super) user: usize,
    pub(super) due: Instant,
}

/// Users who ask so often a second together, each in their turn.
pub(super) fn open_loop<A>(port: u16, (users, rate): (u32, u32), length: Duration, ask: A) -> Result<Load>
where
    A: AsyncFn(&mut Wire, Turn) -> Result<bool> + 'static,
{
    let ask = Rc::new(ask);
    let count = usize::try_from(users)?;
    together(port, count, length, move |mut wire, user, began| {
        let ask = Rc::clone(&ask);
        let number = usize::try_from(user).unwrap_or_default();
        let (first, pause) = (Duration::from_secs(1) * user / rate, Duration::from_secs(1) * users / rate);
        async move {
            let mut seen = Seen::default();
            let mut due = first;
            while due < length {
                sleep_until(began + due).await;
                // Whoever is still not answered when all should have gone gives up, and so do those behind.
                if began.elapsed() > length + GRACE / 2 {
                    seen.failed += 1;
                } else {
                    let turn = Turn { user: number, due: began + due };
                    let good = ask(&mut wire, turn).await?;
                    seen.note(good, turn.due.elapsed());
                }
                due += pause;
            }
            Ok(seen)
        }
    })
}

/// Lets callers begin together once all are connected, and puts together what they saw.
fn together<F>(
    port: u16,
    callers: usize,
    length: Duration,
    call: impl Fn(Wire, u32, Instant) -> F,
) -> Result<Load>
where
    F: Future<Output = Result<Seen>> + 'static,
{
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let all = async {
        let mut wires = Vec::new();
        for _ in 0..callers {
            wires.push(Wire::connect(port).await?);
        }
        let (began, took) = (Instant::now(), Stopwatch::start());
        let mut calls = JoinSet::new();
        for (number, wire) in (0..).zip(wires) {
            calls.spawn_local(call(wire, number, began));
        }
        let (mut latencies, mut failed) = (Vec::new(), 0);
        while let Some(seen) = calls.join_next().await {
            let seen = seen??;
            latencies.extend(seen.latencies);
            failed += seen.failed;
        }
        Ok(Load::new(took.elapsed(), latencies, failed))
    };
    let bounded = async { timeout(length + GRACE, all).await };
    match LocalSet::new().block_on(&runtime, bounded) {
        Ok(load) => load,
        Err(_) => bail!("{callers} callers were not answered {} s after their end", GRACE.as_secs()),
    }
}

/// Something that is asked once, outside of any measurement.
pub(super) fn once<T>(port: u16, ask: impl AsyncFnOnce(&mut Wire) -> Result<T>) -> Result<T> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async { ask(&mut Wire::connect(port).await?).await })
}
