//! Under which conditions was measured: the machine, its disk and the engines.

use super::load::Load;
use crate::house::clock::Stopwatch;
use anyhow::Result;
use postgres::{Client, NoTls};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// How often the disk is asked to make something durable.
const SYNCS: usize = 300;
const PAGE: [u8; 4_096] = [7; 4_096];

/// Each condition with its name.
pub(super) fn conditions(folder: &Path, postgres: Option<&str>) -> Result<Vec<(&'static str, String)>> {
    let synced = sync(folder)?;
    let mut all = vec![
        ("Processor", format!("{}, {} cores", line("/proc/cpuinfo", "model name"), cores())),
        ("Memory", memory()),
        ("Kernel", said("uname", &["-sr"])),
        (
            "`fdatasync` of 4 KiB",
            format!("p50 {:.2} ms, p99 {:.2} ms, {SYNCS} times in a row", synced.at(500), synced.at(990)),
        ),
        ("Compiler", said("rustc", &["--version"])),
        ("SQLite", format!("{}, bundled; `journal_mode = wal`, `synchronous = full`", rusqlite::version())),
    ];
    if let Some(address) = postgres {
        all.push(("PostgreSQL", server(address)?));
    }
    Ok(all)
}

/// What differs from run to run, in a sentence that stands above its figures.
pub(super) fn how(seconds: u64, repeat: u32) -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    let commit = said("git", &["rev-parse", "--short", "HEAD"]);
    format!(
        "Commit {commit}; load before {load}. Where nothing else is said, each measurement took {seconds} s, was made \
         {repeat} times over, and the run in the middle is told.\n"
    )
}

/// How long it takes until something is on disk.
fn sync(folder: &Path) -> Result<Load> {
    let path = folder.join("sync");
    let mut file = File::create(&path)?;
    let took = Stopwatch::start();
    let mut latencies = Vec::new();
    for _ in 0..SYNCS {
        let one = Stopwatch::start();
        file.write_all(&PAGE)?;
        file.sync_data()?;
        latencies.push(one.elapsed());
    }
    fs::remove_file(path)?;
    Ok(Load::new(took.elapsed(), latencies, 0))
}

fn server(address: &str) -> Result<String> {
    let mut client = Client::connect(address, NoTls)?;
    let mut show = |setting: &str| -> Result<String> {
        Ok(client.query_one(&format!("show {setting}"), &[])?.try_get(0)?)
    };
    let version = show("server_version")?;
    let settings = ["fsync", "synchronous_commit", "full_page_writes", "shared_buffers"];
    let settings: Vec<String> =
        settings.iter().map(|name| Ok(format!("`{name} = {}`", show(name)?))).collect::<Result<_>>()?;
    Ok(format!("{version}; {}", settings.join(", ")))
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

fn memory() -> String {
    let total = line("/proc/meminfo", "MemTotal");
    let kilobytes = total.trim_end_matches("kB").trim().parse::<u64>().unwrap_or(0);
    format!("{} GB", kilobytes.div_ceil(1024 * 1024))
}

/// What stands behind a key in one of the kernel's tables.
fn line(path: &str, key: &str) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    let found = text.lines().filter_map(|line| line.split_once(':')).find(|(name, _)| name.trim() == key);
    found.map_or_else(|| "unknown".to_owned(), |(_, value)| value.trim().to_owned())
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    text.ok().filter(|text| !text.is_empty()).unwrap_or_else(|| "unknown".to_owned())
}
