//! Officers at once on one case, while the house is killed at random: no character is lost, nothing that was sent is
//! there twice or not at all, nobody writes over another, and what comes too late is refused in words.

mod ledger;
mod officer;
mod page;

use super::door::{Answer, Door};
use super::ledger::{Entry, Fate, Told, What};
use super::trial::{Trial, keys};
use crate::house::binary::Rotunda;
use crate::house::city;
use crate::house::clock::Stopwatch;
use crate::house::server::{Server, free_port};
use anyhow::{Context, Result, anyhow, bail};
use ledger::{Found, Ledger, reckon};
use officer::Officer;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tempfile::TempDir;

pub(super) use ledger::Counts;

/// Who works on the case, and who answers on another one meanwhile.
const AGENCY: &str = "public-works";
const CALM: &str = "calm";
/// Faults that are shown; more help nobody.
const MOST_SHOWN: usize = 10;

/// What a trial of one engine with so many officers showed.
pub(super) struct Report {
    engine: &'static str,
    officers: usize,
    kills: u32,
    pub(super) counts: Counts,
    faults: Vec<String>,
    took: Duration,
}

/// The officers at work.
struct Shift {
    stop: Arc<AtomicBool>,
    officers: Vec<JoinHandle<Result<Officer>>>,
    /// Whoever answers on a calm case.
    calm: JoinHandle<Result<Officer>>,
}

/// Lets so many officers work on one case while the house is killed, and reckons.
pub(super) fn run(trial: &Trial<'_>, officers: usize) -> Result<Report> {
    let took = Stopwatch::start();
    let folder = TempDir::new()?;
    let database = trial.engine.database(folder.path())?;
    let codes: Vec<String> = (0..officers).map(|number| format!("desk{number}")).collect();
    let all = codes.iter().cloned().chain([CALM.to_owned()]).map(|code| (code, AGENCY));
    let city = city::with_officers(folder.path(), all)?;
    let rotunda = Rotunda::new(trial.program.to_owned(), &database.address, folder.path()).in_city(city);
    let port = free_port(&trial.chance)?;
    let start = || Server::start_with(&rotunda, port, &["--trust-proxy", "--sign-in-header", page::WHO]);
    let mut server = start()?;
    server.wait_until_ready()?;
    let door = Door::new(port, keys(&rotunda)?);
    let cases = [open(&door, "busy")?, open(&door, "calm")?];
    let shift = Shift::begin(trial, port, &codes, &cases);
    let (server, _) = trial.kill_again_and_again(server, start)?;
    let worked = shift.end()?;
    server.stop()?;
    // What is there is read from a house that was started anew.
    let mut server = start()?;
    server.wait_until_ready()?;
    let found = find(&door, &cases, &worked)?;
    server.stop()?;
    let ledgers: BTreeMap<String, Ledger> =
        worked.into_iter().map(|(code, officer)| (code, officer.ledger)).collect();
    let mut counts = Counts::default();
    ledgers.values().for_each(|ledger| counts.add(ledger.counts));
    let mut faults = reckon(&ledgers, &found);
    faults.extend(rotunda.verify()?.into_iter().map(|fault| format!("HALF STATE {fault}")));
    let engine = trial.engine.name();
    Ok(Report { engine, officers, kills: trial.kills, counts, faults, took: took.elapsed() })
}

impl Shift {
    fn begin(trial: &Trial<'_>, port: u16, codes: &[String], cases: &[String; 2]) -> Self {
        let [busy, calm] = cases;
        let stop = Arc::new(AtomicBool::new(false));
        let officers = codes.iter().enumerate().map(|(number, code)| {
            let officer = Officer::new(port, (number, code), busy, trial.chance.fork());
            let stop = Arc::clone(&stop);
            thread::spawn(move || officer.work(&stop))
        });
        let officers = officers.collect();
        let officer = Officer::new(port, (codes.len(), CALM), calm, trial.chance.fork());
        Self { stop, officers, calm: thread::spawn(move || officer.reply_to_the_end()) }
    }

    /// Lets everybody go on until the reply has left, and finish what they have begun; the officers by their codes.
    fn end(self) -> Result<BTreeMap<String, Officer>> {
        let calm = self.calm.join();
        self.stop.store(true, Ordering::SeqCst);
        let officers = self.officers.into_iter().map(JoinHandle::join);
        let mut worked = BTreeMap::new();
        for (number, officer) in officers.chain([calm]).enumerate() {
            let officer = officer.map_err(|_| anyhow!("officer {number} panicked"))??;
            worked.insert(officer.code().to_owned(), officer);
        }
        Ok(worked)
    }
}

/// Opens a case; its reference.
fn open(door: &Door, name: &str) -> Result<String> {
    let entry = Entry {
        key: format!("desk-{name}"),
        words: format!("The {name} lamp is dark."),
        email: Some(format!("{name}@example.org")),
        what: What::Case,
        broken: 0,
        fate: Fate::Unanswered,
    };
    match door.ask(&entry) {
        Answer::Whole { status: 201, body } => {
            Ok(Told::read(&body).context("a case without a reference")?.reference)
        }
        other => bail!("no case is opened: {other:?}"),
    }
}

/// Reads back all that was said and done, and what stands in each composer.
fn find(door: &Door, cases: &[String; 2], worked: &BTreeMap<String, Officer>) -> Result<Found> {
    let mut found = Found::default();
    for reference in cases {
        let whole = door.case(reference)?.with_context(|| format!("{reference} is gone"))?;
        let lines = whole["timeline"].as_array().context("a case without a timeline")?;
        let words = lines.iter().filter_map(|line| line["words"].as_str());
        found.words.extend(words.map(ToOwned::to_owned));
        for line in lines.iter().filter(|line| line["kind"] == "assigned") {
            let by = line["by"].as_str().unwrap_or_default();
            *found.claims.entry(code_of(by).to_owned()).or_default() += 1;
        }
    }
    for (code, officer) in worked {
        found.drafts.insert(code.clone(), officer.page()?.words);
    }
    Ok(found)
}

/// Of an actor's name, the officer's code.
fn code_of(by: &str) -> &str {
    by.rsplit(':').next().unwrap_or(by)
}

impl Report {
    /// Whether everything is as it was acknowledged.
    pub(super) fn is_good(&self) -> bool {
        self.faults.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { engine, officers, kills, counts, faults, took } = self;
        writeln!(f, "{engine}: {officers} officers on one case, {kills} kills in {} s", took.as_secs())?;
        writeln!(f, "  acknowledged {} drafts of {} characters", counts.drafts, counts.characters)?;
        writeln!(f, "  acknowledged {} notes and replies, {} takings", counts.messages, counts.claims)?;
        writeln!(f, "  pressed twice {}, taken back {}", counts.twice, counts.undone)?;
        writeln!(f, "  refused {} old windows, {} too late", counts.old_windows, counts.too_late)?;
        writeln!(f, "  broken off {}, of which given up {}", counts.broken, counts.given_up)?;
        writeln!(f, "  faults {}", faults.len())?;
        faults.iter().take(MOST_SHOWN).try_for_each(|fault| writeln!(f, "  {fault}"))
    }
}
