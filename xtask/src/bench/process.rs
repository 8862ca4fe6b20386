//! What the system knows of a process: its memory, and the processor time that it took.

use super::load::real;
use crate::house::clock::Stopwatch;
use anyhow::{Context, Result};
use std::fs;
use std::thread;
use std::time::Duration;

/// The kernel tells processor time in hundredths of a second, whatever its own clock does.
const TICK: Duration = Duration::from_millis(10);
/// Less processor time than this in a second is rest.
const REST: Duration = Duration::from_millis(40);
/// So long it must rest, as some of its work comes round every few seconds.
const QUIET_SECONDS: u32 = 6;
/// The longest that a house may take to come to rest.
const PATIENCE: Duration = Duration::from_mins(10);

/// Memory that a process has, or had at most, in megabytes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Memory {
    pub(super) now: f64,
    pub(super) peak: f64,
}

/// The resident memory of a process; nothing when it is gone.
pub(super) fn memory(process: u32) -> Option<Memory> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let megabytes = |key: &str| -> Option<f64> {
        let line = status.lines().find_map(|line| line.strip_prefix(key))?;
        Some(real(line.split_whitespace().next()?.parse::<usize>().ok()?) / 1024.0)
    };
    Some(Memory { now: megabytes("VmRSS:")?, peak: megabytes("VmHWM:")? })
}

/// The processor time that a process has taken.
pub(super) fn processor_time(process: u32) -> Result<Duration> {
    let text = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name stands in brackets and may hold anything.
    let after = text.rsplit_once(')').context("the kernel tells no process")?.1;
    let ticks = after.split_whitespace().skip(11).take(2).map(str::parse::<u32>);
    Ok(TICK * ticks.sum::<Result<u32, _>>()?)
}

/// Waits until a process has nothing left to do.
pub(super) fn rest(process: u32) -> Result<()> {
    let waited = Stopwatch::start();
    let (mut before, mut quiet) = (processor_time(process)?, 0);
    while quiet < QUIET_SECONDS && waited.elapsed() < PATIENCE {
        thread::sleep(Duration::from_secs(1));
        let now = processor_time(process)?;
        quiet = if now.saturating_sub(before) < REST { quiet + 1 } else { 0 };
        before = now;
    }
    Ok(())
}
