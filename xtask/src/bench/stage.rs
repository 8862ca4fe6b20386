//! One engine with so many cases: everything that is measured there.

use super::asks::Keys;
use super::bare;
use super::desk::rooms::{self, Rooms};
use super::desk::{self, Desk};
use super::load::{Load, median, real};
use super::pages::{self, Pages};
use super::population::{Sample, TakenOver, take_over};
use super::portal::{self, Known};
use super::process::{self, memory, processor_time};
use super::reads::{self, What};
use super::walk::Timed;
use super::writes;
use crate::house::binary::Rotunda;
use crate::house::database::Database;
use crate::house::server::{Server, free_port};
use anyhow::{Context, Result};
use jiff::{Timestamp, ToSpan};
use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use terms::Chance;

/// A load, with what the server's process took of the processors for each in microseconds.
type Weighed = (Load, f64);

/// Callers at the same time.
const CALLERS: [usize; 3] = [1, 16, 64];
const LIFECYCLE_CALLERS: usize = 16;
/// Cases of the house whose pages are looked at.
const PAGES_CASES: usize = 10_000;
/// Starts from which the one in the middle is taken.
const STARTS: usize = 5;
/// Intakes on a tape for each second; more than any engine here plays.
const TAPE_A_SECOND: u64 = 15_000;
/// The longest tape: it is kept in memory.
const LONGEST_TAPE: u64 = 60_000;
/// The half-year of the export, 2015-01-01 to 2015-07-01.
const EXPORT: (i64, i64) = (1_420_088_400, 1_435_723_200);
/// What one copy of the sample covers, in rows and days.
const SAMPLE_ROWS: usize = 16_904;
const SAMPLE_DAYS: i64 = 49;

/// How everything is measured.
pub(super) struct How<'a> {
    pub(super) program: &'a Path,
    pub(super) folder: &'a Path,
    pub(super) sample: &'a Sample,
    pub(super) chance: &'a Chance,
    pub(super) now: Timestamp,
    pub(super) length: Duration,
    pub(super) repeat: u32,
}

/// What was measured on one engine with so many cases.
pub(super) struct Stage {
    pub(super) engine: &'static str,
    pub(super) cases: usize,
    pub(super) import: TakenOver,
    pub(super) starts: Vec<Duration>,
    /// Megabytes that the server has after its start, after the reads, and after it took requests in.
    pub(super) memory: [f64; 3],
    pub(super) reads: Vec<(What, Load)>,
    pub(super) intakes: Vec<Intake>,
    pub(super) statements: f64,
    pub(super) lifecycles: Lifecycles,
}

/// The portal on one engine with so many cases.
pub(super) struct Portal {
    pub(super) engine: &'static str,
    pub(super) cases: usize,
    pub(super) pages: Vec<Timed>,
    /// What the server's process took of the processors for each request, in microseconds.
    pub(super) micros: f64,
}

/// Requests taken in from so many callers.
pub(super) struct Intake {
    pub(super) callers: usize,
    pub(super) house: Load,
    pub(super) bare: Load,
    /// What the server's process took of the processors for each, in microseconds.
    pub(super) micros: f64,
}

impl Intake {
    /// How much of the bare engine the house reaches.
    pub(super) fn share(&self) -> f64 {
        self.house.rate() / self.bare.rate()
    }
}

/// A city's own export, imported and served.
pub(super) struct HalfYear {
    pub(super) engine: &'static str,
    pub(super) import: TakenOver,
    /// Megabytes that the server has after it has served.
    pub(super) memory: f64,
}

/// Whole lifecycles.
pub(super) struct Lifecycles {
    pub(super) load: Load,
    pub(super) micros: f64,
}

/// A server on a database, with what opens its doors.
struct Open<'a> {
    server: Server,
    port: u16,
    keys: &'a Keys,
    memory: f64,
    took: Duration,
}

impl Open<'_> {
    fn at(&self) -> (u16, &Keys) {
        (self.port, self.keys)
    }

    fn memory(&self) -> f64 {
        memory(self.server.process()).map_or(0.0, |memory| memory.now)
    }

    /// A load, and what it cost.
    fn weighed(&self, load: impl FnOnce() -> Result<Load>) -> Result<Weighed> {
        let before = processor_time(self.server.process())?;
        let load = load()?;
        let took = processor_time(self.server.process())?.saturating_sub(before);
        let micros = took.as_secs_f64() * 1e6 / real(load.done().max(1));
        Ok((load, micros))
    }
}

impl How<'_> {
    /// Imports a file into a new house, and looks how large the server is when it has served for a while.
    pub(super) fn half_year(&self, engine: &'static str, base: &Database, file: &Path) -> Result<HalfYear> {
        println!("{engine}: a city's own export");
        let rotunda = self.rotunda(base);
        let import = take_over(&rotunda, file, "import-export", self.folder)?;
        let keys = Keys::make(&rotunda)?;
        let open = self.open(base, &keys)?;
        process::rest(open.server.process())?;
        let span = (Timestamp::from_second(EXPORT.0)?, Timestamp::from_second(EXPORT.1)?);
        let references = reads::references(open.port, span)?;
        reads::users(open.at(), What::Request, &references, span, self.length)?;
        let memory = open.memory();
        open.server.stop()?;
        Ok(HalfYear { engine, import, memory })
    }

    /// Fills a database up to so many cases, and lets it come to rest.
    pub(super) fn fill(
        &self,
        engine: &'static str,
        base: &Database,
        numbers: Range<usize>,
    ) -> Result<(TakenOver, Keys)> {
        let (rotunda, cases) = (self.rotunda(base), numbers.end);
        println!("{engine}, {cases} cases: import");
        let import = self.sample.take_over(&rotunda, numbers, self.folder)?;
        let keys = Keys::make(&rotunda)?;
        println!("{engine}, {cases} cases: rest");
        let open = self.open(base, &keys)?;
        process::rest(open.server.process())?;
        open.server.stop()?;
        base.settle()?;
        Ok((import, keys))
    }

    /// Lets visitors into the portal.
    pub(super) fn portal(
        &self,
        (engine, cases): (&'static str, usize),
        base: &Database,
        keys: &Keys,
    ) -> Result<Portal> {
        println!("{engine}, {cases} cases: portal");
        let copy = self.copy(base, &format!("p{cases}"))?;
        let open = self.open(&copy, keys)?;
        let known = Known::of(open.port, self.span(cases)?)?;
        let before = processor_time(open.server.process())?;
        let pages = portal::measure(open.port, known, self.repeat)?;
        let took = processor_time(open.server.process())?.saturating_sub(before);
        open.server.stop()?;
        let asked = f64::from(self.repeat) * portal::LENGTH.as_secs_f64() * f64::from(portal::A_SECOND);
        Ok(Portal { engine, cases, pages, micros: took.as_secs_f64() * 1e6 / asked })
    }

    /// Lets officers work at the desk.
    pub(super) fn desk(&self, (engine, cases): (&'static str, usize), base: &Database) -> Result<Desk> {
        println!("{engine}, {cases} cases: desk");
        let copy = self.copy(base, &format!("d{cases}"))?;
        let rotunda = self.rotunda(&copy).in_city(desk::city(self.folder)?);
        let port = free_port(self.chance)?;
        let mut server = Server::start_with(&rotunda, port, &desk::OPTIONS)?;
        server.wait_until_ready()?;
        let (pages, news, keys) = desk::measure(port, self.repeat)?;
        let peak = memory(server.process()).map_or(0.0, |memory| memory.peak);
        server.stop()?;
        Ok(Desk { engine, cases, pages, news, keys, peak })
    }

    /// Lets thousands listen to what changes at an office.
    pub(super) fn rooms(&self, engine: &'static str, database: &Database) -> Result<Rooms> {
        println!("{engine}: waiting rooms");
        let rotunda = self.rotunda(database).in_city(rooms::open_city(self.folder)?);
        let port = free_port(self.chance)?;
        let mut server = Server::start_with(&rotunda, port, &desk::OPTIONS)?;
        server.wait_until_ready()?;
        let found = rooms::measure(port, server.process())?;
        server.stop()?;
        Ok(Rooms::new(engine, found))
    }

    /// Looks at the portal's pages in a browser.
    pub(super) fn pages(&self) -> Result<Pages> {
        let base = Database::sqlite(self.folder);
        let (_, keys) = self.fill("SQLite", &base, 0..PAGES_CASES)?;
        println!("pages");
        let open = self.open(&base, &keys)?;
        let pages = pages::measure(open.port, self.repeat)?;
        open.server.stop()?;
        Ok(pages)
    }

    /// Measures a filled database.
    pub(super) fn stage(
        &self,
        (engine, cases): (&'static str, usize),
        base: &Database,
        (import, keys): (TakenOver, Keys),
    ) -> Result<Stage> {
        let say = |what: &str| println!("{engine}, {cases} cases: {what}");
        say("starts");
        let starts = self.starts(base, &keys)?;
        say("reads");
        let open = self.open(base, &keys)?;
        let reads = self.reads(&open, cases)?;
        let mut memory = [open.memory, open.memory(), 0.0];
        open.server.stop()?;
        let (mut intakes, mut statements) = (Vec::new(), 0.0);
        for run in 0..self.repeat {
            say("intake");
            let (intake, now) = self.intake(base, &keys, &format!("i{cases}-{run}"))?;
            memory[2] = now;
            say("intake on the bare engine");
            let (bare, asked) = self.bare(base, &format!("b{cases}-{run}"))?;
            statements = asked;
            intakes.push((intake, bare));
        }
        say("lifecycles");
        let lifecycles = self.lifecycles(base, &keys, cases)?;
        Ok(Stage {
            engine,
            cases,
            import,
            starts,
            memory,
            reads,
            intakes: put_together(intakes),
            statements,
            lifecycles,
        })
    }

    fn rotunda(&self, database: &Database) -> Rotunda {
        Rotunda::new(self.program.to_owned(), &database.address, self.folder)
    }

    fn open<'k>(&self, database: &Database, keys: &'k Keys) -> Result<Open<'k>> {
        let port = free_port(self.chance)?;
        // The visitors of the portal come from many addresses, as they would through a proxy.
        let mut server = Server::start_with(&self.rotunda(database), port, &["--trust-proxy"])?;
        let took = server.wait_until_ready()?;
        let memory = memory(server.process()).map_or(0.0, |memory| memory.now);
        Ok(Open { server, port, keys, memory, took })
    }

    /// A copy of a database that nothing else is done to, on disk before anybody measures.
    fn copy(&self, base: &Database, name: &str) -> Result<Database> {
        let copy = base.copy(&name.replace('-', "_"), self.folder)?;
        Command::new("sync").status()?;
        Ok(copy)
    }

    fn starts(&self, base: &Database, keys: &Keys) -> Result<Vec<Duration>> {
        let mut starts = Vec::new();
        for _ in 0..STARTS {
            let open = self.open(base, keys)?;
            starts.push(open.took);
            open.server.stop()?;
        }
        starts.sort_unstable();
        Ok(starts)
    }

    /// The time that so many cases cover.
    fn span(&self, cases: usize) -> Result<(Timestamp, Timestamp)> {
        let days = SAMPLE_DAYS * i64::try_from(cases.div_ceil(SAMPLE_ROWS))?;
        Ok((self.now - (24 * days).hours(), self.now))
    }

    fn reads(&self, open: &Open<'_>, cases: usize) -> Result<Vec<(What, Load)>> {
        let span = self.span(cases)?;
        let references = reads::references(open.port, span)?;
        let mut found = Vec::new();
        for what in What::ALL {
            let mut runs = Vec::new();
            for _ in 0..self.repeat {
                runs.push(reads::users(open.at(), what, &references, span, self.length)?);
            }
            found.push((what, median(runs, |run| run.at(990)).context("nothing was measured")?));
        }
        Ok(found)
    }

    /// Requests from few and many callers, one after the other on the same copy, and the server's memory then.
    fn intake(&self, base: &Database, keys: &Keys, run: &str) -> Result<(Vec<Weighed>, f64)> {
        let copy = self.copy(base, run)?;
        let open = self.open(&copy, keys)?;
        let mut loads = Vec::new();
        for callers in CALLERS {
            let run = format!("{run}-{callers}");
            loads.push(open.weighed(|| writes::intake(open.at(), callers, &run, self.length))?);
        }
        let memory = open.memory();
        open.server.stop()?;
        Ok((loads, memory))
    }

    /// The same requests on the bare engine, and how many statements one has.
    fn bare(&self, base: &Database, run: &str) -> Result<(Vec<Load>, f64)> {
        let copy = self.copy(base, run)?;
        let count = LONGEST_TAPE.min(TAPE_A_SECOND * self.length.as_secs().max(1));
        let (mut loads, mut statements) = (Vec::new(), 0.0);
        for callers in CALLERS {
            let run = format!("{run}-{callers}");
            let tape = bare::record(&run, count, super::now(), self.chance)?;
            statements = tape.statements();
            loads.push(bare::play(&tape, &copy.address, callers, self.length)?);
        }
        Ok((loads, statements))
    }

    fn lifecycles(&self, base: &Database, keys: &Keys, cases: usize) -> Result<Lifecycles> {
        let mut runs = Vec::new();
        for run in 0..self.repeat {
            let run = format!("l{cases}-{run}");
            let copy = self.copy(base, &run)?;
            let open = self.open(&copy, keys)?;
            let lifecycles = || writes::lifecycles(open.at(), LIFECYCLE_CALLERS, &run, self.length);
            let (load, micros) = open.weighed(lifecycles)?;
            open.server.stop()?;
            runs.push(Lifecycles { load, micros });
        }
        median(runs, |run| run.load.rate()).context("nothing was measured")
    }
}

/// The runs in the middle, the house's and the bare engine's each for themselves.
fn put_together(runs: Vec<(Vec<Weighed>, Vec<Load>)>) -> Vec<Intake> {
    let (house, bare): (Vec<_>, Vec<_>) = runs.into_iter().unzip();
    let at = |place: usize| {
        let house = house.iter().filter_map(|run: &Vec<Weighed>| run.get(place).cloned()).collect();
        let bare = bare.iter().filter_map(|run: &Vec<Load>| run.get(place).cloned()).collect();
        let (house, micros) = median(house, |run: &Weighed| run.0.rate())?;
        Some(Intake { callers: CALLERS[place], house, bare: median(bare, Load::rate)?, micros })
    };
    (0..CALLERS.len()).filter_map(at).collect()
}
