//! What comes in: requests over Open311 from callers in a closed loop, and whole lifecycles over the REST API.

use super::asks::{Act, Ask, Keys};
use super::callers::closed_loop;
use super::load::Load;
use super::wire::{Reply, Wire};
use anyhow::{Result, bail};
use serde_json::Value;
use std::cell::Cell;
use std::time::Duration;

/// How often an act is tried on a case to which other things happen meanwhile.
const MOST_STALE: u32 = 20;

/// Takes in requests from so many callers.
pub(super) fn intake(
    (port, keys): (u16, &Keys),
    callers: usize,
    run: &str,
    length: Duration,
) -> Result<Load> {
    let (keys, run, next) = (keys.clone(), run.to_owned(), Cell::new(0));
    closed_loop(port, callers, length, async move |wire: &mut Wire| {
        let number = next.replace(next.get() + 1);
        let reply = wire.ask(&Ask { run: &run, number }.form(&keys)).await?;
        if !reply.is_good() {
            bail!(reply.fault());
        }
        Ok(true)
    })
}

/// Lets cases live from their opening to their end, from so many callers.
pub(super) fn lifecycles(
    (port, keys): (u16, &Keys),
    callers: usize,
    run: &str,
    length: Duration,
) -> Result<Load> {
    let (keys, run, next) = (keys.clone(), run.to_owned(), Cell::new(0));
    closed_loop(port, callers, length, async move |wire: &mut Wire| {
        let number = next.replace(next.get() + 1);
        lifecycle(wire, &keys, Ask { run: &run, number }).await?;
        Ok(true)
    })
}

async fn lifecycle(wire: &mut Wire, keys: &Keys, ask: Ask<'_>) -> Result<()> {
    let opened = wire.ask(&ask.case(keys)).await?;
    let Some(reference) = text(&opened, "/reference") else { bail!(opened.fault()) };
    let mut revision = 1;
    for what in Act::ALL {
        revision = act(wire, (keys, ask), what, (&reference, revision)).await?;
    }
    Ok(())
}

/// Does something to a case as it is now; what else happened to it meanwhile is read first, as an officer would.
async fn act(
    wire: &mut Wire,
    (keys, ask): (&Keys, Ask<'_>),
    what: Act,
    (reference, mut revision): (&str, i64),
) -> Result<i64> {
    for _ in 0..MOST_STALE {
        let reply = wire.ask(&ask.act(keys, what, reference, revision)).await?;
        let told = number(&reply, if reply.is_good() { "/revision" } else { "/changes/revision" });
        match told {
            Some(now) if reply.is_good() => return Ok(now),
            Some(now) => revision = now,
            None => bail!(reply.fault()),
        }
    }
    bail!("{reference} does not come to rest");
}

fn text(reply: &Reply<'_>, pointer: &str) -> Option<String> {
    let body: Value = serde_json::from_slice(reply.body).ok()?;
    Some(body.pointer(pointer)?.as_str()?.to_owned())
}

fn number(reply: &Reply<'_>, pointer: &str) -> Option<i64> {
    let body: Value = serde_json::from_slice(reply.body).ok()?;
    body.pointer(pointer)?.as_i64()
}
