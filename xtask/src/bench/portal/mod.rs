//! The portal under visitors who come at a fixed rate, whatever they are answered: how long each page takes.

mod visit;

use super::bare::city;
use super::callers::once;
use super::document::{count, milliseconds, table};
use super::stage::Portal;
use super::walk::{self, Pace, Timed, Walkers};
use super::wire::Wire;
use anyhow::{Result, ensure};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use terms::{Place, Position};
use visit::Visitor;

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

/// Lets the visitors visit, so many times over.
pub(super) fn measure(port: u16, known: Known, repeat: u32) -> Result<Vec<Timed>> {
    let known = Rc::new(known);
    let visitors = (0..).take(usize::try_from(VISITORS)?);
    let visitors: Walkers<Visitor> =
        Rc::new(visitors.map(|number| RefCell::new(Visitor::new(number, &known))).collect());
    walk::spread(port, &visitors, A_VISIT)?;
    walk::measure(port, &visitors, Pace { a_second: A_SECOND, length: LENGTH }, repeat)
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
    let pages = portals.iter().map(|portal| (portal.engine, portal.cases, portal.pages.as_slice()));
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
        walk::by_page(pages)
    )
}
