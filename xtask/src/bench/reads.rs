//! What is looked at: single cases and lists, by users who come at a fixed rate.

use super::asks::{Keys, look, look_as_staff};
use super::callers::{once, open_loop};
use super::load::Load;
use super::wire::Wire;
use anyhow::{Result, ensure};
use jiff::{Timestamp, ToSpan};
use serde_json::Value;
use std::cell::Cell;
use std::time::Duration;

/// Users at the same time, and how often they ask a second together.
pub(super) const USERS: u32 = 200;
const CASES_A_SECOND: u32 = 1_000;
const LISTS_A_SECOND: u32 = 200;
/// Weeks, evenly through all that is there, from which the cases are that are looked at.
const WEEKS: i32 = 24;
const PAGE: u32 = 500;

/// What users look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A case, at `GET /open311/v2/requests/{id}.json`.
    Request,
    /// A case with everything about it, at `GET /api/v1/cases/{reference}`.
    Case,
    /// A list, at `GET /open311/v2/requests.json`.
    List,
}

impl What {
    pub(super) const ALL: [Self; 3] = [Self::Request, Self::Case, Self::List];

    /// How it is asked for.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Request => "`GET /open311/v2/requests/{id}.json`",
            Self::Case => "`GET /api/v1/cases/{reference}`",
            Self::List => "`GET /open311/v2/requests.json?…`",
        }
    }

    /// How often a second all users together ask for it.
    pub(super) const fn rate(self) -> u32 {
        match self {
            Self::Request | Self::Case => CASES_A_SECOND,
            Self::List => LISTS_A_SECOND,
        }
    }
}

/// Cases that are there, from weeks evenly through the time that they cover.
pub(super) fn references(port: u16, (from, to): (Timestamp, Timestamp)) -> Result<Vec<String>> {
    let step = to.duration_since(from) / WEEKS;
    let found = once(port, async |wire: &mut Wire| {
        let mut found = Vec::new();
        for week in 1..=WEEKS {
            let end = from + step * week;
            let path = format!(
                "/open311/v2/requests.json?start_date={}&end_date={}&page_size={PAGE}",
                second(end - 168.hours()),
                second(end)
            );
            let reply = wire.ask(&look(&path)).await?;
            ensure!(reply.is_good(), reply.fault());
            let list: Vec<Value> = serde_json::from_slice(reply.body)?;
            let ids = list.iter().filter_map(|entry| entry.get("service_request_id")?.as_str());
            found.extend(ids.map(ToOwned::to_owned));
        }
        Ok(found)
    })?;
    ensure!(!found.is_empty(), "no case is public between {from} and {to}");
    Ok(found)
}

/// Lets the users look for so long.
pub(super) fn users(
    (port, keys): (u16, &Keys),
    what: What,
    references: &[String],
    (from, to): (Timestamp, Timestamp),
    length: Duration,
) -> Result<Load> {
    let pages: Vec<Vec<u8>> = match what {
        What::Request => {
            references.iter().map(|id| look(&format!("/open311/v2/requests/{id}.json"))).collect()
        }
        What::Case => {
            references.iter().map(|id| look_as_staff(&format!("/api/v1/cases/{id}"), keys)).collect()
        }
        What::List => lists(from, to),
    };
    let next = Cell::new(0);
    open_loop(port, (USERS, what.rate()), length, async move |wire: &mut Wire, _| {
        // Steps that share no factor with a power of ten, so that neighbours are not read one after the other.
        let number = next.replace(next.get() + 7_919);
        Ok(wire.ask(&pages[number % pages.len()]).await?.is_good())
    })
}

/// Lists with the filters that applications use: what is new, what is open, one service, a week of the past.
fn lists(from: Timestamp, to: Timestamp) -> Vec<Vec<u8>> {
    let step = to.duration_since(from) / WEEKS;
    let week = |number: i32| {
        let end = from + step * number;
        format!(
            "&service_code=pothole-repair-internal&start_date={}&end_date={}",
            second(end - 168.hours()),
            second(end)
        )
    };
    let filters = (1..=WEEKS).flat_map(|number| {
        [
            String::new(),
            "&status=open".to_owned(),
            "&status=closed&service_code=street-light-outages".to_owned(),
            week(number),
        ]
    });
    filters.map(|filter| look(&format!("/open311/v2/requests.json?page_size=50{filter}"))).collect()
}

/// Open311 wants no fractions.
pub(super) fn second(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
