//! How soon an officer hears what another one did.

use super::round::Officer;
use crate::bench::callers::once;
use crate::bench::load::Load;
use crate::bench::wire::Wire;
use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

/// How often it is tried.
const TIMES: usize = 60;
/// Between two tries; no divisor of how often the house looks for what is new.
const PAUSE: Duration = Duration::from_millis(237);
/// The longest that news may take.
const PATIENCE: Duration = Duration::from_secs(5);
const LIVE: &str = "/desk/live";

/// Listens to what is new, and does nothing with it.
pub(super) fn listen(port: u16, officer: &Officer) -> Result<TcpStream> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(&officer.ask("GET", LIVE, ""))?;
    Ok(stream)
}

/// One officer takes a case and gives it back, again and again; another of the same agency listens.
pub(super) fn measure(port: u16, one: &Officer, other: &Officer) -> Result<Load> {
    let mut ear = Vec::new();
    let latencies = once(port, async |wire: &mut Wire| {
        let mut live = Wire::connect(port).await?;
        live.send(&other.ask("GET", LIVE, "")).await?;
        timeout(PATIENCE, live.hear("event: ready")).await??;
        let reference = one.pick_case().to_owned();
        for turn in 0..TIMES {
            sleep(PAUSE).await;
            let page = wire.ask(&one.ask("GET", &format!("/desk/cases/{reference}"), "")).await?;
            let text = String::from_utf8_lossy(page.body).into_owned();
            let revision: u64 = super::round::between(&text, "data-revision=\"", "\"")?.parse()?;
            let (revision, after) = (revision.to_string(), format!("\"revision\":{}", revision + 1));
            let act = if text.contains("/unassignment") { "unassignment" } else { "claim" };
            let code = super::code(0);
            let mut fields = vec![("revision", revision.as_str())];
            if act == "claim" {
                fields.push(("officer", &code));
            }
            let form = one.form(&fields);
            let pressed = Instant::now();
            let done = wire.ask(&one.ask("POST", &format!("/desk/cases/{reference}/{act}"), &form)).await?;
            ensure!(done.status == 303, "{act}, {turn}: {}", done.fault());
            timeout(PATIENCE, live.hear(&reference)).await.context("no news came")??;
            timeout(PATIENCE, live.hear(&after)).await.context("older news came")??;
            ear.push(pressed.elapsed());
        }
        Ok(std::mem::take(&mut ear))
    })?;
    Ok(Load::new(PATIENCE, latencies, 0))
}
