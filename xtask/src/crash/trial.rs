//! One engine's trial: load, kills, and the reckoning.

use super::again::{Again, ask_again};
use super::door::{Door, Keys};
use super::ledger::Entry;
use super::load;
use super::look::look;
use super::reconcile::{Verdict, reconcile};
use super::report::Report;
use crate::house::binary::Rotunda;
use crate::house::clock::Stopwatch;
use crate::house::database::Database;
use crate::house::server::{Server, free_port};
use anyhow::Result;
use std::path::Path;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;
use terms::Chance;

/// A server that is ready lives for so long before it is killed.
const SHORTEST_LIFE_MS: u64 = 50;
const LONGEST_LIFE_MS: u64 = 900;
/// One kill in so many strikes while the server is still starting, within so long of its start.
const LIVES_A_CUT_START: u64 = 8;
const LONGEST_CUT_START_MS: u64 = 150;

/// Where everything is kept.
#[derive(Debug, Clone, Copy)]
pub(super) enum Engine<'a> {
    Sqlite,
    /// With the address of a server.
    Postgres(&'a str),
}

impl Engine<'_> {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }

    pub(super) fn database(self, folder: &Path) -> Result<Database> {
        match self {
            Self::Sqlite => Ok(Database::sqlite(folder)),
            Self::Postgres(server) => Database::postgres(server, "crash"),
        }
    }
}

/// One engine's trial.
pub(super) struct Trial<'a> {
    pub(super) engine: Engine<'a>,
    pub(super) program: &'a Path,
    pub(super) kills: u32,
    pub(super) chance: Chance,
}

/// What is left when the last kill is over.
struct Survived {
    keys: Keys,
    ledger: Vec<Entry>,
    restarts: Vec<Duration>,
}

/// What the reckoning found.
struct Reckoned {
    verdict: Verdict,
    again: Again,
    half_states: Vec<String>,
}

impl Trial<'_> {
    /// Makes a fresh house, kills it as often as asked, and reckons.
    pub(super) fn run(&self) -> Result<Report> {
        let took = Stopwatch::start();
        let folder = TempDir::new()?;
        let database = self.engine.database(folder.path())?;
        let rotunda = Rotunda::new(self.program.to_owned(), &database.address, folder.path());
        let port = free_port(&self.chance)?;
        let survived = self.survive(&rotunda, port)?;
        let Reckoned { verdict, again, half_states } = self.reckon(&rotunda, port, &survived)?;
        Ok(Report {
            engine: self.engine.name(),
            kills: self.kills,
            restarts: survived.restarts,
            verdict,
            again,
            half_states,
            took: took.elapsed(),
        })
    }

    /// Kills the house while the clients are at work, and stops it well when they have finished.
    fn survive(&self, rotunda: &Rotunda, port: u16) -> Result<Survived> {
        let mut server = Server::start(rotunda, port)?;
        server.wait_until_ready()?;
        let keys = keys(rotunda)?;
        let load = load::start(port, &keys, self.kills, &self.chance);
        let (server, restarts) = self.kill_again_and_again(server, || Server::start(rotunda, port))?;
        let ledger = load.finish()?;
        server.stop()?;
        Ok(Survived { keys, ledger, restarts })
    }

    /// Kills a server as often as asked, each time after a life of another length, and starts it anew.
    pub(super) fn kill_again_and_again(
        &self,
        mut server: Server,
        start: impl Fn() -> Result<Server>,
    ) -> Result<(Server, Vec<Duration>)> {
        let (mut restarts, mut life) = (Vec::new(), self.life());
        for _ in 0..self.kills {
            thread::sleep(life);
            server.kill()?;
            server = start()?;
            if self.chance.below(LIVES_A_CUT_START) == 0 {
                life = Duration::from_millis(self.chance.below(LONGEST_CUT_START_MS));
            } else {
                restarts.push(server.wait_until_ready()?);
                life = self.life();
            }
        }
        server.wait_until_ready()?;
        Ok((server, restarts))
    }

    fn life(&self) -> Duration {
        let longer = self.chance.below(LONGEST_LIFE_MS - SHORTEST_LIFE_MS);
        Duration::from_millis(SHORTEST_LIFE_MS + longer)
    }

    /// Reads back what is there before and after asking again, and has the house verify itself.
    fn reckon(&self, rotunda: &Rotunda, port: u16, survived: &Survived) -> Result<Reckoned> {
        let Survived { keys, ledger, .. } = survived;
        let mut server = Server::start(rotunda, port)?;
        server.wait_until_ready()?;
        let door = Door::new(port, keys.clone());
        let before = reconcile(ledger, &look(&door, ledger)?);
        let again = ask_again(&door, ledger, &self.chance)?;
        let after = reconcile(ledger, &look(&door, ledger)?);
        server.stop()?;
        // What asking again would mend was lost before; what it would double is there after.
        let verdict = Verdict { duplicated: after.duplicated, ..before };
        Ok(Reckoned { verdict, again, half_states: rotunda.verify()? })
    }
}

/// What opens the doors of a house.
pub(super) fn keys(rotunda: &Rotunda) -> Result<Keys> {
    let scopes = ["--scope", "cases:open,cases:read,cases:work"];
    Ok(Keys { open311: rotunda.token("crash", &["--open311"])?, api: rotunda.token("crash-acts", &scopes)? })
}
