//! PostgreSQL: a thread a connection, each running one transaction at a time, again when others were quicker.

use crate::db::{Queues, migrations};
use crate::queue::{LONGEST, Work};
use crate::{Broke, Row, Tx, Value, cases};
use postgres::error::SqlState;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::ToSql;
use postgres::{Client, Config, NoTls, Statement};
use std::collections::BTreeMap;
use std::mem;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Connections that write, and connections that read.
const WRITERS: usize = 12;
const READERS: usize = 4;
/// How often a transaction is tried when others change the same rows.
const TRIES: u32 = 8;
/// Statements kept prepared by each connection.
const STATEMENTS: usize = 256;
/// The lock under which one process at a time migrates.
const MIGRATION_LOCK: i64 = 0x0052_6f74_756e_6461;

/// What a connection is for.
struct Manner {
    begin: &'static str,
    /// Where more work waits, the next transaction begins with the words that end this one: an exchange less.
    commit_and_begin: &'static str,
    plans: &'static str,
}

/// Who writes finds what they need by keys. A server that plans that anew each time does little else, and a plan that was
/// made when a table was small would read all of it.
const WRITES: Manner = Manner {
    begin: "begin isolation level read committed",
    commit_and_begin: "commit; begin isolation level read committed",
    plans: "set plan_cache_mode = force_generic_plan; set enable_seqscan = off",
};
const READS: Manner = Manner {
    begin: "begin isolation level repeatable read read only",
    commit_and_begin: "commit; begin isolation level repeatable read read only",
    plans: "set plan_cache_mode = auto",
};

/// A connection with the statements that it has prepared.
pub(crate) struct Wire {
    config: Config,
    manner: &'static Manner,
    client: Client,
    statements: BTreeMap<String, Statement>,
    has_begun: bool,
}

type Queue = Mutex<Receiver<Box<dyn Work>>>;

/// Makes the database if there is none, migrates it and starts the threads.
pub(crate) fn open(url: &str) -> Result<(Queues, Vec<JoinHandle<()>>), Broke> {
    if !is_there(url)? {
        create(&config(url)?)?;
    }
    let config = config(url)?;
    migrate(&config)?;
    let (write, to_write) = sync_channel(LONGEST);
    let (read, to_read) = sync_channel(LONGEST);
    let mut threads = Vec::new();
    for (count, queue, manner) in [(WRITERS, to_write, &WRITES), (READERS, to_read, &READS)] {
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..count {
            let (mut wire, queue) = (Wire::connect(&config, manner)?, Arc::clone(&queue));
            let thread = thread::Builder::new().name("postgres".to_owned()).spawn(move || wire.serve(&queue));
            threads.push(thread.map_err(|error| Broke::Engine(error.to_string()))?);
        }
    }
    Ok((Queues { write, read }, threads))
}

/// Whether there is such a database on the server.
pub(crate) fn is_there(url: &str) -> Result<bool, Broke> {
    match config(url)?.connect(NoTls) {
        Ok(_) => Ok(true),
        Err(error) if error.code() == Some(&SqlState::INVALID_CATALOG_NAME) => Ok(false),
        Err(error) => Err(broke(&error)),
    }
}

fn config(url: &str) -> Result<Config, Broke> {
    let mut config: Config =
        url.parse().map_err(|error: postgres::Error| Broke::Engine(error.to_string()))?;
    config.application_name("rotunda").connect_timeout(Duration::from_secs(5));
    Ok(config)
}

/// Makes the database, sorted as SQLite sorts.
fn create(config: &Config) -> Result<(), Broke> {
    let name = config.get_dbname().unwrap_or_default();
    let mut server = config.clone();
    let mut client = server.dbname("postgres").connect(NoTls).map_err(|error| broke(&error))?;
    let quoted = name.replace('"', "\"\"");
    let made = client.batch_execute(&format!(
        "create database \"{quoted}\" template template0 encoding 'UTF8' locale 'C'"
    ));
    match made {
        // Another process was quicker.
        Err(error) if error.code() == Some(&SqlState::DUPLICATE_DATABASE) => Ok(()),
        Err(error) => {
            let why = describe(&error);
            Err(Broke::Engine(format!("there is no database {name:?}, and it cannot be made: {why}")))
        }
        Ok(()) => Ok(()),
    }
}

fn migrate(config: &Config) -> Result<(), Broke> {
    let mut client = config.connect(NoTls).map_err(|error| broke(&error))?;
    client.execute("select pg_advisory_lock($1)", &[&MIGRATION_LOCK]).map_err(|error| broke(&error))?;
    migrations::migrations::runner().run(&mut client).map_err(|error| Broke::Engine(error.to_string()))?;
    client.batch_execute(cases::POSTGRES).map_err(|error| broke(&error))?;
    Ok(())
}

impl Wire {
    fn connect(config: &Config, manner: &'static Manner) -> Result<Self, Broke> {
        let mut client = config.connect(NoTls).map_err(|error| broke(&error))?;
        let settings = format!(
            "set jit = off; set statement_timeout = '60s'; set lock_timeout = '10s'; \
             set idle_in_transaction_session_timeout = '60s'; {}",
            manner.plans
        );
        client.batch_execute(&settings).map_err(|error| broke(&error))?;
        Ok(Self { config: config.clone(), manner, client, statements: BTreeMap::new(), has_begun: false })
    }

    fn serve(&mut self, queue: &Queue) {
        let mut next = None;
        while let Some(mut work) = next.take().or_else(|| wait(queue)) {
            let mut done = self.transaction(work.as_mut(), &mut next, queue);
            for tried in 1..TRIES {
                if done != Err(Broke::Contended) {
                    break;
                }
                thread::sleep(Duration::from_millis(u64::from(1_u32 << tried)));
                done = self.transaction(work.as_mut(), &mut next, queue);
            }
            work.answer(done);
        }
    }

    /// Runs work in one transaction, and fetches what is `next` while it commits. `Contended` means that nothing happened
    /// and it may be tried again.
    fn transaction(
        &mut self,
        work: &mut dyn Work,
        next: &mut Option<Box<dyn Work>>,
        queue: &Queue,
    ) -> Result<(), Broke> {
        self.reconnect_if_closed()?;
        if !mem::take(&mut self.has_begun) {
            self.client.batch_execute(self.manner.begin).map_err(|error| broke(&error))?;
        }
        let mut tx = Tx::postgres(self);
        let keep = work.run(&mut tx);
        let contended = tx.is_contended();
        if cfg!(feature = "mutant-acknowledge-early") && keep {
            work.answer(Ok(()));
            thread::sleep(Duration::from_millis(20));
        }
        if keep {
            *next = next.take().or_else(|| at_hand(queue));
            return self.commit(next.is_some());
        }
        self.client.batch_execute("rollback").map_err(|error| broke(&error))?;
        if contended { Err(Broke::Contended) } else { Ok(()) }
    }

    fn commit(&mut self, and_begin: bool) -> Result<(), Broke> {
        let words = if and_begin { self.manner.commit_and_begin } else { "commit" };
        self.client.batch_execute(words).map_err(|error| self.commit_broke(&error))?;
        self.has_begun = and_begin;
        Ok(())
    }

    /// A commit that failed with an answer did not happen; one without an answer may have.
    fn commit_broke(&self, error: &postgres::Error) -> Broke {
        match broke(error) {
            Broke::Engine(_) if self.client.is_closed() => Broke::Unknown,
            other => other,
        }
    }

    fn reconnect_if_closed(&mut self) -> Result<(), Broke> {
        if self.client.is_closed() {
            *self = Self::connect(&self.config, self.manner)?;
        }
        Ok(())
    }

    fn statement(&mut self, sql: &str) -> Result<Statement, Broke> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS {
            self.statements.clear();
        }
        let statement = self.client.prepare(sql).map_err(|error| broke(&error))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(crate) fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, Broke> {
        let statement = self.statement(sql)?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
        self.client.execute(&statement, &params).map_err(|error| broke(&error))
    }

    pub(crate) fn each(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        with: &mut dyn FnMut(Row<'_>) -> Result<(), Broke>,
    ) -> Result<(), Broke> {
        let statement = self.statement(sql)?;
        let mut rows = self.client.query_raw(&statement, params).map_err(|error| broke(&error))?;
        while let Some(row) = rows.next().map_err(|error| broke(&error))? {
            with(Row::postgres(&row))?;
        }
        Ok(())
    }
}

/// The next work, however long it takes to come; none when the house is closed.
fn wait(queue: &Queue) -> Option<Box<dyn Work>> {
    queue.lock().ok()?.recv().ok()
}

/// Work that waits already. While another connection holds the queue it waits for work itself, so that there is none.
fn at_hand(queue: &Queue) -> Option<Box<dyn Work>> {
    queue.try_lock().ok()?.try_recv().ok()
}

fn broke(error: &postgres::Error) -> Broke {
    match error.code() {
        Some(&SqlState::UNIQUE_VIOLATION) => Broke::Taken,
        Some(
            &SqlState::T_R_SERIALIZATION_FAILURE
            | &SqlState::T_R_DEADLOCK_DETECTED
            | &SqlState::LOCK_NOT_AVAILABLE,
        ) => Broke::Contended,
        _ => Broke::Engine(describe(error)),
    }
}

/// The driver's own text says only "db error"; what the server said is behind it.
fn describe(error: &postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), |server| format!("{error}: {}", server.message()))
}
