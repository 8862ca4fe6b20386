//! The portal under visitors who come at a fixed rate, whatever they are answered: how long each page takes.

mod visit;

use super::bare::city;
use super::callers::{Turn, once, open_loop};
use super::document::{count, milliseconds, table};
use super::load::{Load, median};
use super::stage::Portal;
use super::wire::Wire;
use anyhow::{Context, Result, ensure};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;
use terms::{Place, Position};
use visit::{Page, Visitor};

/// Visitors at the same time, and how often they ask a second together.
pub(super) const VISITORS: u32 = 100;
pub(super) const A_SECOND: u32 = 200;
/// About as many requests as a visit has. When the measurement begins, the visitors are spread evenly over it, so that
/// every page is asked for all the time.
const A_VISIT: usize = 44;
/// So long that each visitor makes a whole visit.
pub(super) const LENGTH: Duration = Duration::from_secs(22);
/// What was aimed at for each page with most cases.
const TARGET_MS: f64 = 50.0;
/// Positions and references from which visitors take theirs.
const PAGES: usize = 12;
const PAGE: usize = 200;

/// Reports that are there.
#[derive(Debug, Default)]
pub(super) struct Known {
    reports: Vec<Report>,
}

#[derive(Debug)]
struct Report {
    reference: String,
    position: Position,
    opened_at: Timestamp,
}

impl Known {
    /// Learns of reports inside the city, evenly through the time that they cover.
    pub(super) fn of(port: u16, (from, to): (Timestamp, Timestamp)) -> Result<Self> {
        let city = city()?;
        let step = to.duration_since(from) / i32::try_from(PAGES)?;
        // Open311 lists no more than ninety days at once.
        let week = step.min(SignedDuration::from_hours(168));
        let found = once(port, async |wire: &mut Wire| {
            let mut found = Vec::new();
            let mut end = to;
            for _ in 0..PAGES {
                let path = format!(
                    "/open311/v2/requests.json?start_date={}&end_date={}&page_size={PAGE}",
                    super::reads::second(end - week),
                    super::reads::second(end)
                );
                let reply = wire.ask(&super::asks::look(&path)).await?;
                ensure!(reply.is_good(), reply.fault());
                let list: Vec<Value> = serde_json::from_slice(reply.body)?;
                found.extend(list.iter().filter_map(report));
                end -= step;
            }
            Ok(found)
        })?;
        let inside = |report: &Report| {
            let place = Place { position: Some(report.position), ..Place::default() };
            city.district_of(&place).is_some()
        };
        let reports: Vec<Report> = found.into_iter().filter(inside).collect();
        ensure!(!reports.is_empty(), "no report between {from} and {to} has a position in the city");
        Ok(Self { reports })
    }

    fn report(&self, turn: usize) -> &Report {
        &self.reports[turn % self.reports.len()]
    }

    fn reference(&self, turn: usize) -> &str {
        &self.report(turn).reference
    }

    fn position(&self, turn: usize) -> (f64, f64) {
        let Position { lat, long } = self.report(turn).position;
        (lat, long)
    }

    /// Where a list goes on, as the link to its next page says it.
    fn after(&self, turn: usize) -> String {
        format!("{}_ffffffff-ffff-7fff-bfff-ffffffffffff", self.report(turn).opened_at.as_millisecond())
    }
}

fn report(entry: &Value) -> Option<Report> {
    Some(Report {
        reference: entry.get("service_request_id")?.as_str()?.to_owned(),
        position: Position::new(entry.get("lat")?.as_f64()?, entry.get("long")?.as_f64()?)?,
        opened_at: entry.get("requested_datetime")?.as_str()?.parse().ok()?,
    })
}

/// How one page fared.
#[derive(Debug, Clone)]
pub(super) struct Timed {
    pub(super) page: Page,
    pub(super) load: Load,
}

/// What the visitors saw: of each page how long it took each time, and what went wrong.
#[derive(Default)]
struct Seen {
    pages: BTreeMap<Page, (Vec<Duration>, u64)>,
    faults: BTreeMap<(Page, String), u64>,
}

impl Seen {
    fn note(&mut self, page: Page, latency: Duration, fault: Option<String>) {
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

/// Lets the visitors visit, so many times over; of each page the run in the middle.
pub(super) fn measure(port: u16, known: Known, repeat: u32) -> Result<Vec<Timed>> {
    let known = Rc::new(known);
    let visitors: Rc<Vec<_>> =
        Rc::new((0..).take(usize::try_from(VISITORS)?).map(|n| RefCell::new(Visitor::new(n))).collect());
    spread(port, &known, &visitors)?;
    let mut runs: BTreeMap<Page, Vec<Load>> = BTreeMap::new();
    for _ in 0..repeat {
        for (page, load) in run(port, &known, &visitors)? {
            runs.entry(page).or_default().push(load);
        }
    }
    let timed = |(page, runs)| {
        let load = median(runs, |run: &Load| run.at(950)).context("nothing was measured")?;
        Ok(Timed { page, load })
    };
    runs.into_iter().map(timed).collect()
}

type Visitors = Rc<Vec<RefCell<Visitor>>>;

/// Lets each visitor begin at another place of the visit.
fn spread(port: u16, known: &Known, visitors: &Visitors) -> Result<()> {
    once(port, async |wire: &mut Wire| {
        for (number, visitor) in visitors.iter().enumerate() {
            while visitor.borrow().asked() < number % A_VISIT {
                let (page, request) = visitor.borrow().next(known);
                let reply = wire.ask(&request).await?;
                let good = visitor.borrow_mut().learn(page, &reply)?;
                ensure!(good, "{}: {}", page.name(), reply.fault());
            }
        }
        Ok(())
    })
}

fn run(port: u16, known: &Rc<Known>, visitors: &Visitors) -> Result<Vec<(Page, Load)>> {
    let seen: Rc<RefCell<Seen>> = Rc::default();
    let (known, visitors, notes) = (Rc::clone(known), Rc::clone(visitors), Rc::clone(&seen));
    let all = open_loop(port, (VISITORS, A_SECOND), LENGTH, async move |wire: &mut Wire, turn: Turn| {
        let (page, request) = visitors[turn.user].borrow().next(&known);
        let reply = wire.ask(&request).await?;
        let latency = turn.due.elapsed();
        let good = visitors[turn.user].borrow_mut().learn(page, &reply)?;
        notes.borrow_mut().note(page, latency, (!good).then(|| reply.fault()));
        Ok(good)
    })?;
    let seen = std::mem::take(&mut *seen.borrow_mut());
    println!("  {:.0} a second, p95 {:.1} ms, {} failed", all.rate(), all.at(950), all.failed);
    for ((page, fault), count) in &seen.faults {
        println!("  {count} × {}: {fault}", page.name());
    }
    let load = |(page, (latencies, failed))| (page, Load::new(LENGTH, latencies, failed));
    Ok(seen.pages.into_iter().map(load).collect())
}

/// How each page fared, and whether that is as quick as was aimed at.
pub(super) fn tables(portals: &[Portal]) -> String {
    let slowest = |portal: &Portal| portal.pages.iter().map(|page| page.load.at(950)).fold(0.0, f64::max);
    let sum = portals.iter().map(|portal| {
        let failed: u64 = portal.pages.iter().map(|page| page.load.failed).sum();
        vec![
            portal.engine.to_owned(),
            count(portal.cases),
            milliseconds(slowest(portal)),
            if slowest(portal) <= TARGET_MS { "yes" } else { "**no**" }.to_owned(),
            failed.to_string(),
            format!("{:.0} µs", portal.micros),
        ]
    });
    let rows = portals.iter().flat_map(|portal| {
        portal.pages.iter().map(|Timed { page, load }| {
            vec![
                portal.engine.to_owned(),
                count(portal.cases),
                page.name().to_owned(),
                load.done().to_string(),
                milliseconds(load.at(500)),
                milliseconds(load.at(950)),
                milliseconds(load.at(990)),
                load.failed.to_string(),
            ]
        })
    });
    format!(
        "{VISITORS} visitors ask {A_SECOND} times a second together, each in their turn whether or not they were answered \
         before, for {} s. A latency counts from when the request was due. A visit looks around, asks for a street \
         light page by page, follows that, and reads what others reported; the visitors are spread evenly over it. The \
         run in the middle is told for each page, by its p95.\n\n{}\n{}",
        LENGTH.as_secs(),
        table(
            &["engine", "cases", "p95 of the slowest page", "≤ 50 ms", "failed", "processor time each"],
            sum
        ),
        table(&["engine", "cases", "page", "times", "p50", "p95", "p99", "failed"], rows)
    )
}
