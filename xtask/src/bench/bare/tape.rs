//! What the house asks of its engine to take in requests, statement by statement, as it really does.
//!
//! The verb of the door runs in an office of its own and dictates its statements. They are played on a bare engine
//! later, so each of them was made by the product and none by hand.

use crate::bench::asks::Ask;
use crate::house::binary::root;
use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use office::city::{City, CityFile};
use office::{Key, Office, Verb, intake, once};
use policy::Policy;
use records::{Address, Db, Statement, Value};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use terms::{Actor, Chance, Channel, Clock, Principal, Purpose, TokenId};
use walkdir::WalkDir;

const CITY: &str = "city/boston";

/// The statements of many intakes.
pub(in crate::bench) struct Tape {
    /// Each text, with whether rows come back.
    pub(super) texts: Vec<(String, bool)>,
    pub(super) intakes: Vec<Vec<Said>>,
}

/// A statement: which text, and with what.
pub(super) struct Said {
    pub(super) text: usize,
    pub(super) params: Vec<Value<'static>>,
}

impl Tape {
    fn new() -> Self {
        Self { texts: Vec::new(), intakes: Vec::new() }
    }

    fn add(&mut self, statements: Vec<Statement>) {
        let intake = statements.into_iter().map(|Statement { sql, params, answers }| {
            let known = self.texts.iter().position(|(text, _)| *text == sql);
            let text = known.unwrap_or_else(|| {
                self.texts.push((sql, answers));
                self.texts.len() - 1
            });
            Said { text, params }
        });
        let intake = intake.collect();
        self.intakes.push(intake);
    }

    /// The statements of an intake on average.
    pub(in crate::bench) fn statements(&self) -> f64 {
        use crate::bench::load::real;
        let all = self.intakes.iter().map(Vec::len).sum();
        if self.intakes.is_empty() { 0.0 } else { real(all) / real(self.intakes.len()) }
    }
}

/// How many intakes come in a millisecond, about as many as a busy house takes. Ids and indexes follow time, so that
/// those of a single instant would lie where no real ones do.
const A_MILLISECOND: i64 = 8;

/// A clock that goes on with each intake.
struct Going {
    from: Timestamp,
    read: AtomicI64,
}

impl Clock for Going {
    fn now(&self) -> Timestamp {
        let passed = self.read.fetch_add(1, Ordering::Relaxed) / A_MILLISECOND;
        self.from + SignedDuration::from_millis(passed)
    }
}

/// Reads the city that is served.
pub(in crate::bench) fn city() -> Result<City> {
    let folder = root().join(CITY);
    let mut files = Vec::new();
    for entry in WalkDir::new(&folder).max_depth(2) {
        let entry = entry?;
        let path = entry.path().strip_prefix(&folder)?.display().to_string();
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        if !path.starts_with("import/") && matches!(ending, "toml" | "geojson" | "ics") {
            files.push(CityFile { text: fs::read_to_string(entry.path())?, path });
        }
    }
    City::read(&files).with_context(|| format!("cannot read {CITY}"))
}

/// Records so many intakes of a run.
pub(in crate::bench) fn record(run: &str, count: u64, now: Timestamp, chance: &Chance) -> Result<Tape> {
    // In memory: a file would keep the disk busy when the tape is played.
    let db = Db::open(&Address::Sqlite(":memory:".into()))?;
    let clock = Arc::new(Going { from: now, read: AtomicI64::new(0) });
    let office = Office::new(db, Arc::new(city()?), Arc::new(Policy::read()?), clock, chance.fork());
    // As the door does it: see `post` in crates/web/src/open311/requests.rs.
    let who = Principal::new(Actor::Integration(TokenId::new(now, chance)));
    let run = run.to_owned();
    let acts = office.clone();
    let recorded: Verb<Tape> = office.db.write_now(move |tx| {
        let mut tape = Tape::new();
        for number in 0..count {
            let ask = Ask { run: &run, number };
            let act = acts.act(who.clone(), Channel::App, Purpose::Service);
            let (asked, key) = (ask.asked(), Key::new("open311", &act, &ask.key(), &number.to_le_bytes())?);
            let verb =
                |tx: &mut records::Tx<'_>| once(tx, &act, Some(&key), |tx| intake::report(tx, &act, &asked));
            let (reported, statements) = tx.dictated(verb);
            reported?;
            tape.add(statements);
        }
        Ok(tape)
    });
    office.db.close();
    Ok(recorded?)
}
