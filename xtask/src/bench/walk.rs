//! Users who walk from page to page at a fixed rate, whatever they are answered: how long each page takes.

use super::callers::{Turn, once, open_loop};
use super::document::{count, milliseconds, table};
use super::load::{Load, median};
use super::wire::{Reply, Wire};
use anyhow::{Context, Result, ensure};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

/// Somebody who asks for one page after the other; what comes next follows from what they were answered.
pub(super) trait Walker: 'static {
    /// A page, as the figures name it.
    type Page: Copy + Ord + 'static;

    /// How a page is asked for.
    fn name(page: Self::Page) -> &'static str;

    /// What they ask now.
    fn next(&self) -> (Self::Page, Vec<u8>);

    /// Learns from an answer where to go on; says whether it was good.
    fn learn(&mut self, page: Self::Page, reply: &Reply<'_>) -> Result<bool>;
}

/// All who walk. They share nothing but the house.
pub(super) type Walkers<W> = Rc<Vec<RefCell<W>>>;

/// How often they ask a second together, and for how long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    pub(super) a_second: u32,
    pub(super) length: Duration,
}

/// How one page fared.
#[derive(Debug, Clone)]
pub(super) struct Timed {
    pub(super) page: &'static str,
    pub(super) load: Load,
}

/// What was seen: of each page how long it took each time, and what went wrong.
struct Seen<P> {
    pages: BTreeMap<P, (Vec<Duration>, u64)>,
    faults: BTreeMap<(P, String), u64>,
}

impl<P: Copy + Ord> Seen<P> {
    fn note(&mut self, page: P, latency: Duration, fault: Option<String>) {
        let (latencies, failed) = self.pages.entry(page).or_default();
        match fault {
            None => latencies.push(latency),
            Some(fault) => {
                *failed += 1;
                *self.faults.entry((page, fault)).or_default() += 1;
            }
        }
    }
}

/// Lets each begin so many requests further than the one before, up to the length of a walk, so that every page is
/// asked for all the time.
pub(super) fn spread<W: Walker>(port: u16, walkers: &Walkers<W>, walk: usize) -> Result<()> {
    once(port, async |wire: &mut Wire| {
        for (number, walker) in walkers.iter().enumerate() {
            for _ in 0..number % walk {
                let (page, request) = walker.borrow().next();
                let reply = wire.ask(&request).await?;
                let good = walker.borrow_mut().learn(page, &reply)?;
                ensure!(good, "{}: {}", W::name(page), reply.fault());
            }
        }
        Ok(())
    })
}

/// Lets them walk, so many times over; of each page the run in the middle.
pub(super) fn measure<W: Walker>(
    port: u16,
    walkers: &Walkers<W>,
    pace: Pace,
    repeat: u32,
) -> Result<Vec<Timed>> {
    let mut runs: BTreeMap<W::Page, Vec<Load>> = BTreeMap::new();
    for _ in 0..repeat {
        for (page, load) in run(port, walkers, pace)? {
            runs.entry(page).or_default().push(load);
        }
    }
    let timed = |(page, runs)| {
        let load = median(runs, |run: &Load| run.at(950)).context("nothing was measured")?;
        Ok(Timed { page: W::name(page), load })
    };
    runs.into_iter().map(timed).collect()
}

fn run<W: Walker>(port: u16, walkers: &Walkers<W>, pace: Pace) -> Result<Vec<(W::Page, Load)>> {
    let Pace { a_second, length } = pace;
    let seen = Rc::new(RefCell::new(Seen { pages: BTreeMap::new(), faults: BTreeMap::new() }));
    let users = u32::try_from(walkers.len())?;
    let (walkers, notes) = (Rc::clone(walkers), Rc::clone(&seen));
    let all = open_loop(port, (users, a_second), length, async move |wire: &mut Wire, turn: Turn| {
        let (page, request) = walkers[turn.user].borrow().next();
        let reply = wire.ask(&request).await?;
        let latency = turn.due.elapsed();
        let good = walkers[turn.user].borrow_mut().learn(page, &reply)?;
        notes.borrow_mut().note(page, latency, (!good).then(|| reply.fault()));
        Ok(good)
    })?;
    println!("  {:.0} a second, p95 {:.1} ms, {} failed", all.rate(), all.at(950), all.failed);
    let mut seen = seen.borrow_mut();
    for ((page, fault), count) in &seen.faults {
        println!("  {count} × {}: {fault}", W::name(*page));
    }
    let load = |(page, (latencies, failed))| (page, Load::new(length, latencies, failed));
    Ok(std::mem::take(&mut seen.pages).into_iter().map(load).collect())
}

/// How each page fared: engine and cases, then the page.
pub(super) fn by_page<'p>(all: impl Iterator<Item = (&'static str, usize, &'p [Timed])>) -> String {
    let rows = all.flat_map(|(engine, cases, pages)| {
        pages.iter().map(move |Timed { page, load }| {
            vec![
                engine.to_owned(),
                count(cases),
                (*page).to_owned(),
                load.done().to_string(),
                milliseconds(load.at(500)),
                milliseconds(load.at(950)),
                milliseconds(load.at(990)),
                load.failed.to_string(),
            ]
        })
    });
    table(&["engine", "cases", "page", "times", "p50", "p95", "p99", "failed"], rows)
}
