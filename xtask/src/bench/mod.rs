//! `cargo xtask bench`: how much a house takes in and how quickly it answers, on both engines and with few and many
//! cases, and what its pages weigh, written to docs/benchmarks.md.
//!
//! Everything happens in folders and databases that are gone afterwards. A debug build measures nothing: it builds this
//! program as it would be released, and that one measures.

mod asks;
mod bare;
mod callers;
mod conditions;
mod desk;
mod document;
mod due;
mod load;
mod lobby;
mod pages;
mod population;
mod portal;
mod process;
mod reads;
mod staffing;
mod stage;
mod targets;
mod walk;
mod wire;
mod writes;

use crate::house::binary::{self, Build};
use crate::house::clock;
use crate::house::database::Database;
use crate::test::postgres::{Cluster, Durability};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use desk::Desk;
use desk::rooms::Rooms;
use due::Dues;
use jiff::Timestamp;
use population::{Sample, sample};
use stage::{HalfYear, How, Portal, Stage};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;
use tempfile::TempDir;
use terms::Chance;

const DOCUMENT: &str = "docs/benchmarks.md";
const QUICK_SIZE: usize = 10_000;
const QUICK_SECONDS: u64 = 2;

/// What is measured, and for how long.
#[derive(Args)]
pub(crate) struct Bench {
    /// Only these parts; all of them where none are named. What the others found before is kept.
    #[arg(value_enum)]
    parts: Vec<Part>,
    /// With how many cases, from few to many.
    #[arg(long, value_delimiter = ',', default_value = "10000,100000,1000000")]
    sizes: Vec<usize>,
    /// On which engines.
    #[arg(long, value_enum, value_delimiter = ',', default_value = "sqlite,postgres")]
    engines: Vec<Engine>,
    /// Seconds that each measurement takes.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    seconds: u64,
    /// How often each is measured; the run in the middle is told.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=99))]
    repeat: u32,
    /// Ten thousand cases, two seconds, once, and nothing written: to see that it works.
    #[arg(long)]
    quick: bool,
    /// A PostgreSQL server, 15 or later, on which databases may be created; one of our own where none is named.
    #[arg(long, env = "ROTUNDA_BENCH_POSTGRES", hide_env_values = true)]
    postgres: Option<String>,
    /// A city's own export of requests, to be imported as a whole; the sample where none is named.
    #[arg(long)]
    half_year: Option<PathBuf>,
    /// The Python that asks pyworkforce; 3.12 or later has all of it.
    #[arg(long, default_value = "python3")]
    python: String,
    /// Where to write.
    #[arg(long, default_value = DOCUMENT)]
    document: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// What a house takes in, what it lets be read, and what it needs.
    House,
    /// How quickly the portal answers its visitors.
    Portal,
    /// How quickly the desk answers two hundred officers.
    Desk,
    /// How quickly counters call whoever is next.
    Lobby,
    /// What memory thousands need who listen to a waiting room, and how soon they hear a call.
    Rooms,
    /// What the portal's pages weigh in a browser, and what Lighthouse says of them.
    Pages,
    /// How quickly staffing is planned and days are simulated, beside pyworkforce.
    Staffing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }

    /// An empty database of this engine.
    fn database(self, postgres: Option<&str>, folder: &Path, purpose: &str) -> Result<Database> {
        match (self, postgres) {
            (Self::Postgres, Some(server)) => Database::postgres(server, purpose),
            _ => Ok(Database::sqlite(folder)),
        }
    }
}

/// Everything that was found so far.
#[derive(Default)]
struct Found {
    conditions: Vec<(&'static str, String)>,
    /// How it was measured, in a sentence.
    how: String,
    /// What was imported as a city's own export, in a sentence.
    export: String,
    stages: Vec<Stage>,
    portals: Vec<Portal>,
    desks: Vec<Desk>,
    called: Vec<lobby::Called>,
    rooms: Vec<Rooms>,
    half_years: Vec<HalfYear>,
    dues: Option<Dues>,
    /// What was found of pages, as tables.
    pages: Option<pages::Pages>,
    /// What was found of staffing, as tables.
    staffing: Option<String>,
}

impl Found {
    fn engines(&self) -> Vec<&'static str> {
        let mut engines: Vec<&str> = self.stages.iter().map(|stage| stage.engine).collect();
        engines.dedup();
        engines
    }
}

impl Bench {
    fn wants(&self, part: Part) -> bool {
        self.parts.is_empty() || self.parts.contains(&part)
    }

    /// Writes down what is known so far.
    fn write(&self, found: &Found) -> Result<()> {
        if self.quick { Ok(()) } else { document::write(found, &self.document) }
    }
}

/// Measures everything that was asked for.
pub(crate) fn run(root: &Path, bench: &Bench) -> Result<ExitCode> {
    let folder = TempDir::with_prefix("rotunda-bench").context("make a temporary folder")?;
    if bench.parts == [Part::Staffing] {
        return staffing_alone(bench, folder.path());
    }
    if cfg!(debug_assertions) {
        return released(root);
    }
    let program = binary::build(Build::Release)?;
    let cluster = match &bench.postgres {
        None if bench.engines.contains(&Engine::Postgres) => Some(Cluster::start(Durability::Full)?),
        _ => None,
    };
    let postgres = bench.postgres.as_deref().or(cluster.as_ref().map(Cluster::address));
    let now = now();
    let sample = Sample::read(now.to_zoned(jiff::tz::TimeZone::UTC).date())?;
    let (length, repeat) = if bench.quick { (QUICK_SECONDS, 1) } else { (bench.seconds, bench.repeat) };
    let how = How {
        program: &program,
        folder: folder.path(),
        sample: &sample,
        chance: &chance(),
        now,
        length: Duration::from_secs(length),
        repeat,
    };
    let mut found =
        Found { conditions: conditions::conditions(folder.path(), postgres)?, ..Found::default() };
    found.how = conditions::how(length, repeat);
    if bench.wants(Part::Pages) {
        found.pages = Some(how.pages()?);
        bench.write(&found)?;
    }
    if bench.wants(Part::Staffing) {
        found.staffing = Some(staffing::measure(how.folder, &bench.python)?);
        bench.write(&found)?;
    }
    if bench.wants(Part::House) {
        found.dues = Some(due::measure(&program, how.folder)?);
    }
    if bench.wants(Part::Lobby) {
        for engine in &bench.engines {
            let database = engine.database(postgres, how.folder, "lobby")?;
            let called = lobby::measure(engine.name(), &database, (how.chance, how.repeat))?;
            found.called.extend(called);
            bench.write(&found)?;
        }
    }
    if bench.wants(Part::Rooms) {
        let folder = how.folder.join("rooms");
        fs::create_dir_all(&folder)?;
        for engine in &bench.engines {
            let database = engine.database(postgres, &folder, "rooms")?;
            found.rooms.push(how.rooms(engine.name(), &database)?);
            bench.write(&found)?;
        }
    }
    if [Part::House, Part::Portal, Part::Desk].into_iter().any(|part| bench.wants(part)) {
        measure(bench, &how, postgres, &mut found)?;
    }
    println!("{}", document::render(&found, ""));
    Ok(ExitCode::SUCCESS)
}

/// Measures what needs no house, and leaves the conditions of the others as they stand.
fn staffing_alone(bench: &Bench, folder: &Path) -> Result<ExitCode> {
    let tables = staffing::measure(folder, &bench.python)?;
    println!("{tables}");
    let how = conditions::how(bench.seconds, bench.repeat);
    bench.write(&Found { how, staffing: Some(tables), ..Found::default() })?;
    Ok(ExitCode::SUCCESS)
}

/// Measures each engine, and writes down what is known after each stage.
fn measure(bench: &Bench, how: &How<'_>, postgres: Option<&str>, found: &mut Found) -> Result<()> {
    let sizes = if bench.quick { vec![QUICK_SIZE] } else { bench.sizes.clone() };
    if !sizes.is_sorted() || sizes.first().is_none_or(|size| *size == 0) {
        bail!("name the sizes from few to many, such as 10000,100000");
    }
    let export = bench.half_year.clone().unwrap_or_else(sample);
    let name = export.file_name().unwrap_or_default().to_string_lossy();
    found.export = format!("The file is `{name}`.");
    for engine in &bench.engines {
        let database = |purpose: &str| engine.database(postgres, how.folder, purpose);
        if bench.wants(Part::House) {
            found.half_years.push(how.half_year(engine.name(), &database("export")?, &export)?);
        }
        let base = database("bench")?;
        let mut there = 0;
        for size in &sizes {
            let stage = (engine.name(), *size);
            let told = || format!("on {} with {size} cases", engine.name());
            let filled = how.fill(engine.name(), &base, there..*size).with_context(told)?;
            if bench.wants(Part::Portal) {
                found.portals.push(how.portal(stage, &base, &filled.1).with_context(told)?);
            }
            if bench.wants(Part::Desk) {
                found.desks.push(how.desk(stage, &base).with_context(told)?);
            }
            if bench.wants(Part::House) {
                found.stages.push(how.stage(stage, &base, filled).with_context(told)?);
            }
            there = *size;
            bench.write(found)?;
        }
    }
    Ok(())
}

/// Builds this program as it would be released, and lets it do the same.
fn released(root: &Path) -> Result<ExitCode> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--package", "xtask", "--"]).args(env::args_os().skip(1));
    let status = cargo.current_dir(root).status().context("cannot run cargo")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn chance() -> Chance {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&clock::seed().to_le_bytes());
    Chance::from_seed(bytes)
}

#[expect(clippy::disallowed_methods, reason = "what is made here is as of today, as it is in a house in use")]
fn now() -> Timestamp {
    Timestamp::now()
}
