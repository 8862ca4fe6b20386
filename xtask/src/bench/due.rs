//! How many due dates are computed a second: by the command, and by the calendars without its reading and writing.

use super::bare::city;
use super::load::real;
use crate::house::clock::Stopwatch;
use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use office::city::{City, Service};
use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const ROWS: usize = 2_000_000;
/// The first request, and how far apart they come: two million within some ten years.
const FIRST: i64 = 1_420_088_400;
const STEP_SECONDS: i64 = 151;

/// Due dates a second.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dues {
    pub(super) rows: usize,
    /// From CSV to CSV.
    pub(super) command: f64,
    /// Computed only.
    pub(super) computed: f64,
}

/// Measures both on one thread.
pub(super) fn measure(program: &Path, folder: &Path) -> Result<Dues> {
    let city = city()?;
    let services: Vec<&Service> = city.services.values().filter(|service| promises(&city, service)).collect();
    let asked: Vec<(&Service, Timestamp)> = asked(&services)?;
    let file = folder.join("due.csv");
    write(&asked, &file)?;
    let command = ask_command(program, &file)?;
    std::fs::remove_file(file)?;
    Ok(Dues { rows: ROWS, command: a_second(command), computed: a_second(compute(&city, &asked)) })
}

fn promises(city: &City, service: &Service) -> bool {
    let first = Timestamp::from_second(FIRST).unwrap_or_default();
    office::services::promise(city, service, first).due_at.is_some()
}

fn asked<'c>(services: &[&'c Service]) -> Result<Vec<(&'c Service, Timestamp)>> {
    let one = |number: usize| {
        let at = Timestamp::from_second(FIRST + STEP_SECONDS * i64::try_from(number)?)?;
        Ok((*services.get(number % services.len().max(1)).context("no service promises anything")?, at))
    };
    (0..ROWS).map(one).collect()
}

fn write(asked: &[(&Service, Timestamp)], path: &Path) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "service,opened_at")?;
    for (service, at) in asked {
        writeln!(file, "{},{at}", service.code)?;
    }
    Ok(file.flush()?)
}

fn ask_command(program: &Path, file: &Path) -> Result<Duration> {
    let city = crate::house::binary::root().join("city/boston");
    let took = Stopwatch::start();
    let mut command = Command::new(program);
    command.args(["due", "--city"]).arg(city);
    let status = command.stdin(File::open(file)?).stdout(Stdio::null()).status()?;
    let took = took.elapsed();
    if !status.success() {
        bail!("rotunda due ended with {status}");
    }
    Ok(took)
}

fn compute(city: &City, asked: &[(&Service, Timestamp)]) -> Duration {
    let took = Stopwatch::start();
    for (service, at) in asked {
        black_box(office::services::promise(city, service, *at));
    }
    took.elapsed()
}

fn a_second(took: Duration) -> f64 {
    real(ROWS) / took.as_secs_f64()
}
