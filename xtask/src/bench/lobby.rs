//! Calling whoever is next: many counters of one office at once, with few and with many who wait; in this program, without
//! HTTP, each call acknowledged when it is on disk.

mod tables;

pub(super) use tables::tables;

use super::load::{Load, median};
use crate::house::binary::root;
use crate::house::clock::Stopwatch;
use crate::house::database::Database;
use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use office::city::{City, CityFile};
use office::lobby::{self, NewVisit};
use office::{Office, Refusal};
use policy::Policy;
use records::{Broke, Db};
use std::cell::Cell;
use std::fs;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use terms::{
    Chance, Channel, Clock, CounterCode, Entry, LineCode, OfficeCode, OfficerCode, Principal, Purpose,
    VisitId,
};
use tokio::runtime::Runtime;
use tokio::task::{JoinSet, LocalSet};

/// Counters that call at the same time.
const COUNTERS: [usize; 2] = [50, 200];
/// How often each of the two hundred calls where their calls are paced: two thousand a second in all, far more than
/// officers could.
const PACE: Duration = Duration::from_millis(100);
/// How many wait, from few to many.
const WAITING: [usize; 4] = [100, 1_000, 10_000, 100_000];
/// Calls that are measured for each of them.
const CALLS: usize = 4_000;
/// Who joins in one transaction, before anything is measured.
const TOGETHER: usize = 500;
/// Monday, 2 March 2015, 10:00 in Boston, when its City Hall is open.
const MORNING: i64 = 1_425_308_400;
/// What was aimed at.
const MOST_MS: f64 = 20.0;
const FEWEST_A_SECOND: f64 = 2_000.0;
const MOST_STEEPLY: f64 = 1.5;
const LINES: [&str; 4] = ["permits", "payments", "certificates", "else"];

/// What so many counters showed while so many waited.
pub(super) struct Called {
    engine: &'static str,
    counters: usize,
    waiting: usize,
    paced: bool,
    load: Load,
}

/// How many call, before how many who wait.
#[derive(Clone, Copy)]
struct Scene {
    counters: usize,
    waiting: usize,
    /// How long each counter is busy between its calls; each calls as soon as it can where there is none.
    pace: Option<Duration>,
}

/// An office that stands still in time, with two hundred counters.
struct Hall {
    office: Office,
    runtime: Runtime,
    waiting: usize,
}

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(MORNING).unwrap_or_default()
    }
}

/// Fills an empty database with more and more who wait, and has them called.
pub(super) fn measure(
    engine: &'static str,
    database: &Database,
    (chance, repeat): (&Chance, u32),
) -> Result<Vec<Called>> {
    let mut hall = Hall::open(database, chance.fork())?;
    let mut all = Vec::new();
    for waiting in WAITING {
        hall.fill(waiting)?;
        database.settle()?;
        for (counters, pace) in [(COUNTERS[0], None), (COUNTERS[1], None), (COUNTERS[1], Some(PACE))] {
            eprintln!("{engine}: {counters} counters, {waiting} wait{}", pace.map_or("", |_| ", paced"));
            let scene = Scene { counters, waiting, pace };
            let runs = (0..repeat).map(|_| hall.call(scene)).collect::<Result<Vec<_>>>()?;
            let load = median(runs, |load| load.at(990)).context("nothing was measured")?;
            all.push(Called { engine, counters, waiting, paced: pace.is_some(), load });
        }
    }
    hall.office.db.close();
    Ok(all)
}

impl Hall {
    fn open(database: &Database, chance: Chance) -> Result<Self> {
        let db = Db::open(&database.address.parse().map_err(anyhow::Error::msg)?)?;
        let city = Arc::new(City::read(&files()?)?);
        let office = Office::new(db, city, Arc::new(Policy::read()?), Arc::new(Still), chance);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
        let hall = Self { office, runtime, waiting: 0 };
        for number in 0..COUNTERS[1] {
            let counter = CounterCode::new(number_of(number));
            let act = hall.act(number)?;
            let opens = move |tx: &mut records::Tx<'_>, act: &office::Act| {
                lobby::open_counter(tx, act, &hall_code(), &counter)
            };
            hall.runtime.block_on(hall.office.write(act, opens))?;
        }
        Ok(hall)
    }

    fn act(&self, number: usize) -> Result<office::Act> {
        let code = OfficerCode::new(number_of(number));
        let who = self.office.city.principal(&code).context("an officer is missing")?;
        Ok(self.office.act(who, Channel::Counter, Purpose::Service))
    }

    /// Lets people join until so many wait.
    fn fill(&mut self, until: usize) -> Result<()> {
        while self.waiting < until {
            let together = TOGETHER.min(until - self.waiting);
            let act = self.office.act(Principal::public(), Channel::Counter, Purpose::Service);
            let join = move |tx: &mut records::Tx<'_>, act: &office::Act| {
                (0..together).try_for_each(|number| {
                    lobby::join(tx, act, &hall_code(), &new(LINES[number % LINES.len()])).map(drop)
                })
            };
            self.runtime.block_on(self.office.write(act, join))?;
            self.waiting += together;
        }
        Ok(())
    }

    /// Has people called until enough were, and lets others join when half of those who waited are gone.
    fn call(&mut self, scene: Scene) -> Result<Load> {
        let Scene { counters, waiting, pace } = scene;
        let (mut took, mut latencies, mut failed) = (Duration::ZERO, Vec::new(), 0);
        let mut before = vec![None; counters];
        while latencies.len() < CALLS {
            self.fill(waiting)?;
            let calls = CALLS.min((waiting / 2).max(counters / 2)).min(CALLS - latencies.len());
            let round = self.round((calls, pace), &mut before)?;
            self.waiting -= round.latencies.len();
            took += round.took;
            latencies.extend(round.latencies);
            failed += round.failed;
        }
        self.clear(&before)?;
        Ok(Load::new(took, latencies, failed))
    }

    fn round(
        &self,
        (calls, pace): (usize, Option<Duration>),
        before: &mut [Option<VisitId>],
    ) -> Result<Round> {
        let left = Rc::new(Cell::new(calls));
        let local = LocalSet::new();
        let clock = Stopwatch::start();
        let all_of_them = index(before.len().max(1));
        let counters: Vec<(usize, Option<VisitId>)> = before.iter().copied().enumerate().collect();
        let done = local.block_on(&self.runtime, async {
            let mut all = JoinSet::new();
            for (number, closes) in counters {
                let (office, left) = (self.office.clone(), Rc::clone(&left));
                let who = self.act(number)?.who;
                let pace =
                    pace.map(|pace| Pace { clock, first: pace * index(number) / all_of_them, between: pace });
                let seat = Seated { number, who, closes };
                all.spawn_local(async move { calls_until(&office, seat, (pace, &left)).await });
            }
            let mut done = Vec::new();
            while let Some(one) = all.join_next().await {
                done.push(one??);
            }
            anyhow::Ok(done)
        })?;
        let mut round = Round { took: clock.elapsed(), latencies: Vec::new(), failed: 0 };
        for counter in done {
            before[counter.number] = counter.visit;
            round.latencies.extend(counter.latencies);
            round.failed += counter.failed;
        }
        Ok(round)
    }

    /// Finishes with whoever is at a counter, so that the next ones begin anew.
    fn clear(&self, before: &[Option<VisitId>]) -> Result<()> {
        for (number, visit) in before.iter().enumerate() {
            let Some(visit) = *visit else { continue };
            let finishes = move |tx: &mut records::Tx<'_>, act: &office::Act| {
                lobby::finish(tx, act, visit, None).map(drop)
            };
            self.runtime.block_on(self.office.write(self.act(number)?, finishes))?;
        }
        Ok(())
    }
}

/// Calls that were made together.
struct Round {
    took: Duration,
    latencies: Vec<Duration>,
    failed: u64,
}

/// What one counter did.
struct Counter {
    number: usize,
    visit: Option<VisitId>,
    latencies: Vec<Duration>,
    failed: u64,
}

/// An officer at a counter, with whom they called before.
struct Seated {
    number: usize,
    who: Principal,
    closes: Option<VisitId>,
}

/// When a counter calls, by the clock of all.
#[derive(Clone, Copy)]
struct Pace {
    clock: Stopwatch,
    first: Duration,
    between: Duration,
}

impl Pace {
    /// Waits until a counter's next call is due; how long ago that was.
    async fn wait(self, calls: usize) -> Duration {
        let due = self.first + self.between * index(calls);
        if let Some(left) = due.checked_sub(self.clock.elapsed()) {
            tokio::time::sleep(left).await;
        }
        self.clock.elapsed().saturating_sub(due)
    }
}

/// One counter calls again and again, as long as calls are left. A call that others were quicker than is made again, and
/// its latency counts from the first press; where calls are paced, from when it was due.
async fn calls_until(
    office: &Office,
    seat: Seated,
    (pace, left): (Option<Pace>, &Cell<usize>),
) -> Result<Counter> {
    let Seated { number, who, mut closes } = seat;
    let (mut latencies, mut failed) = (Vec::new(), 0);
    while left.get() > 0 {
        left.set(left.get() - 1);
        let late = match pace {
            Some(pace) => pace.wait(latencies.len()).await,
            None => Duration::ZERO,
        };
        let clock = Stopwatch::start();
        let called = loop {
            let act = office.act(who.clone(), Channel::Counter, Purpose::Service);
            match office.write(act, move |tx, act| lobby::next(tx, act, closes)).await {
                Err(Refusal::Broke(Broke::Contended)) => failed += 1,
                answer => break answer?,
            }
        };
        latencies.push(late + clock.elapsed());
        let visit = called.context("nobody waits any more")?.id;
        ensure!(closes != Some(visit), "the same one was called twice");
        closes = Some(visit);
    }
    Ok(Counter { number, visit: closes, latencies, failed })
}

/// A count as a factor; there are few.
fn index(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn new(line: &str) -> NewVisit {
    NewVisit::new(LineCode::new(line), Entry::Kiosk, "en")
}

fn hall_code() -> OfficeCode {
    OfficeCode::new("city-hall")
}

fn number_of(number: usize) -> String {
    format!("c{number}")
}

/// Boston with two hundred counters in its City Hall, and an officer for each.
fn files() -> Result<Vec<CityFile>> {
    let folder = root().join("city/boston");
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(&folder)?.to_string_lossy().into_owned();
        let is_data = [".toml", ".geojson", ".ics"].iter().any(|ending| path.ends_with(ending));
        if is_data && !path.starts_with("import/") {
            let mut text = fs::read_to_string(entry.path())?;
            for number in (0..COUNTERS[1]).map(number_of) {
                match path.as_str() {
                    "offices.toml" => {
                        let counter =
                            format!("[[office.counter]]\ncode = \"{number}\"\nname = \"{number}\"\n\n");
                        let first = text.find("[[office.counter]]").context("City Hall has no counters")?;
                        text.insert_str(first, &counter);
                    }
                    "officers.toml" => text.push_str(&format!(
                        "\n[[officer]]\ncode = \"{number}\"\nname = \"{number}\"\nagency = \"hotline\"\n\
                         office = \"city-hall\"\nroles = [\"clerk\"]\nlanguages = [\"en\"]\n"
                    )),
                    _ => break,
                }
            }
            files.push(CityFile { path, text });
        }
    }
    Ok(files)
}
