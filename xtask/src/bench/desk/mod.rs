//! The desk under two hundred officers: how long each page takes, how soon one sees what another did, and what memory
//! that needs.

mod keys;
mod news;
pub(super) mod rooms;
mod round;

use super::callers::once;
use super::document::{count, megabytes, milliseconds, table};
use super::load::Load;
use super::walk::{self, Pace, Timed, Walkers};
use super::wire::Wire;
use crate::house::city;
use anyhow::Result;
use keys::Keys;
use round::Officer;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

/// Officers at the same time, and how often they ask a second together.
const OFFICERS: usize = 200;
const A_SECOND: u32 = 50;
/// So long that each officer makes more than a round of [`A_ROUND`] requests with the runs together.
const LENGTH: Duration = Duration::from_secs(40);
const A_ROUND: usize = 24;
/// By this header a proxy would say who is there.
const WHO: &str = "x-officer";
/// What was aimed at with most cases.
const TARGETS_MS: [(&str, f64); 5] = [
    ("`GET /desk/cases/{reference}`", 50.0),
    ("`GET /desk`", 100.0),
    ("`GET /desk/suggest?q=…`", 100.0),
    (NEWS, 300.0),
    (KEYS, 100.0),
];
const MOST_MEGABYTES: f64 = 512.0;
const NEWS: &str = "an update is seen by another officer";
const KEYS_AT: &str = "1,440 × 900 px";
const KEYS: &str = "from a key to what it paints";
const AGENCIES: [&str; 4] = ["public-works", "transportation", "inspectional-services", "hotline"];

/// The desk on one engine with so many cases.
pub(super) struct Desk {
    pub(super) engine: &'static str,
    pub(super) cases: usize,
    pub(super) pages: Vec<Timed>,
    pub(super) news: Load,
    /// From a key to what it paints in a browser, by what the key did.
    pub(super) keys: Keys,
    /// Megabytes that the server had at most.
    pub(super) peak: f64,
}

/// With what a server is started for it.
pub(super) const OPTIONS: [&str; 3] = ["--trust-proxy", "--sign-in-header", WHO];

/// A city with so many officers more, in a folder.
pub(super) fn city(folder: &Path) -> Result<PathBuf> {
    let officers = (0..OFFICERS).map(|number| (code(number), AGENCIES[number % AGENCIES.len()]));
    city::with_officers(folder, officers)
}

fn code(number: usize) -> String {
    format!("desk{number}")
}

/// Lets the officers work, while each of them listens to what is new.
pub(super) fn measure(port: u16, repeat: u32) -> Result<(Vec<Timed>, Load, Keys)> {
    let mut officers: Vec<Officer> = (0..OFFICERS).map(Officer::new).collect();
    once(port, async |wire: &mut Wire| {
        for officer in &mut officers {
            officer.sign_in(wire).await?;
        }
        Ok(())
    })?;
    let listening = officers.iter().map(|officer| news::listen(port, officer));
    let listening = listening.collect::<Result<Vec<_>>>()?;
    let officers: Walkers<Officer> = Rc::new(officers.into_iter().map(RefCell::new).collect());
    walk::spread(port, &officers, A_ROUND)?;
    let pages = walk::measure(port, &officers, Pace { a_second: A_SECOND, length: LENGTH }, repeat)?;
    drop(listening);
    // Two of the same agency.
    let (one, other) = (officers[0].borrow(), officers[AGENCIES.len()].borrow());
    Ok((pages, news::measure(port, &one, &other)?, keys::measure(port)?))
}

/// How the desk fared, beside what was aimed at.
pub(super) fn tables(desks: &[Desk]) -> String {
    let aims = desks.iter().flat_map(|desk| {
        let row = |what: &str, measured: String, aim: String, reached: bool| {
            let reached = if reached { "yes" } else { "**no**" };
            vec![
                desk.engine.to_owned(),
                count(desk.cases),
                what.to_owned(),
                measured,
                aim,
                reached.to_owned(),
            ]
        };
        let timed = TARGETS_MS.iter().filter_map(move |(what, aim)| {
            let page = desk.pages.iter().find(|page| page.page == *what).map(|page| &page.load);
            let keys = desk.keys.iter().map(|(_, load)| load.at(950)).reduce(f64::max);
            let news = (*what == NEWS).then(|| desk.news.at(950));
            let p95 = page.map(|load| load.at(950)).or(news).or(keys.filter(|_| *what == KEYS))?;
            Some(row(what, milliseconds(p95), format!("≤ {}", milliseconds(*aim)), p95 <= *aim))
        });
        let peak = row(
            "memory at most",
            megabytes(desk.peak),
            format!("≤ {}", megabytes(MOST_MEGABYTES)),
            desk.peak <= MOST_MEGABYTES,
        );
        timed.chain([peak]).collect::<Vec<_>>()
    });
    let pages = desks.iter().map(|desk| (desk.engine, desk.cases, desk.pages.as_slice()));
    let news = desks.iter().map(|desk| {
        vec![
            desk.engine.to_owned(),
            desk.news.done().to_string(),
            milliseconds(desk.news.at(500)),
            milliseconds(desk.news.at(950)),
            milliseconds(desk.news.at(990)),
        ]
    });
    let keys = desks.iter().flat_map(|desk| {
        desk.keys.iter().map(|(what, load)| {
            let times = load.done().to_string();
            vec![
                desk.engine.to_owned(),
                what.clone(),
                times,
                milliseconds(load.at(500)),
                milliseconds(load.at(950)),
            ]
        })
    });
    format!(
        "{OFFICERS} officers of {} agencies ask {A_SECOND} times a second together, each in their turn whether or not \
         they were answered before, for {} s, while each listens to what is new. A latency counts from when the request \
         was due. In a round an officer looks through lists, reads cases, writes a note that is kept as it is typed, \
         sends it, and searches while typing. The run in the middle is told for each page, by its p95.\n\n{}\n{}\n\
         How soon an officer hears that another took a case, from the other's press of the button:\n\n{}\n\
         From a key to what it paints, in Chromium of {KEYS_AT} without a graphics card, on the same machine, while nobody \
         else asks. The browser tells times in steps of 8 ms, and counts a quicker key as 16 ms. Told above is the slowest \
         of these:\n\n{}",
        AGENCIES.len(),
        LENGTH.as_secs(),
        table(&["engine", "cases", "what", "p95, or at most", "aim", "reached"], aims),
        walk::by_page(pages),
        table(&["engine", "times", "p50", "p95", "p99"], news),
        table(&["engine", "what", "keys", "p50", "p95"], keys),
    )
}
