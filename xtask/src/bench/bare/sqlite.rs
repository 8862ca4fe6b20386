//! SQLite alone: one writer that commits what waits together.

use super::Work;
use super::tape::{Said, Tape};
use anyhow::Result;
use rusqlite::{Connection, params_from_iter};
use std::sync::mpsc::Receiver;
use std::thread::{Scope, ScopedJoinHandle};

/// The settings and the largest group of `crates/records/src/engine_sqlite.rs`.
const SETTINGS: &str = "pragma busy_timeout = 5000; pragma foreign_keys = on; pragma temp_store = memory; \
                        pragma trusted_schema = off; pragma wal_autocheckpoint = 4000; \
                        pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32000;";
const LARGEST_GROUP: usize = 256;

/// The one writer.
pub(super) struct Writer(Connection);

impl Writer {
    pub(super) fn open(path: &str) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.execute_batch(SETTINGS)?;
        connection.set_prepared_statement_cache_capacity(256);
        Ok(Self(connection))
    }

    pub(super) fn start<'s, 'e: 's>(
        self,
        scope: &'s Scope<'s, 'e>,
        tape: &'e Tape,
        queue: Receiver<Work>,
    ) -> Vec<ScopedJoinHandle<'s, Result<()>>> {
        vec![scope.spawn(move || self.write(tape, &queue))]
    }

    fn write(self, tape: &Tape, queue: &Receiver<Work>) -> Result<()> {
        let texts: Vec<(String, bool)> =
            tape.texts.iter().map(|(text, answers)| (text.replace('$', "?"), *answers)).collect();
        while let Ok(first) = queue.recv() {
            let mut group = vec![first];
            group.extend(std::iter::from_fn(|| queue.try_recv().ok()).take(LARGEST_GROUP - 1));
            self.run("begin immediate")?;
            for work in &group {
                self.run("savepoint verb")?;
                for said in &tape.intakes[work.intake] {
                    self.say(&texts[said.text], said)?;
                }
                self.run("release verb")?;
            }
            self.run("commit")?;
            for work in group {
                // A caller whose time is over waits no longer.
                let _ = work.back.send(());
            }
        }
        Ok(())
    }

    fn run(&self, sql: &str) -> Result<()> {
        self.0.prepare_cached(sql)?.execute([])?;
        Ok(())
    }

    fn say(&self, (text, answers): &(String, bool), said: &Said) -> Result<()> {
        let mut statement = self.0.prepare_cached(text)?;
        if *answers {
            let mut rows = statement.query(params_from_iter(&said.params))?;
            while rows.next()?.is_some() {}
        } else {
            statement.execute(params_from_iter(&said.params))?;
        }
        Ok(())
    }
}
