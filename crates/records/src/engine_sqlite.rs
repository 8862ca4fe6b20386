//! SQLite: one writer thread with group commit, several readers.

use crate::db::{Queues, migrations};
use crate::queue::{LONGEST, Work};
use crate::tx::sqlite_broke;
use crate::{Broke, Tx, cases, sqlite_log};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// How many verbs share one commit at most.
const LARGEST_GROUP: usize = 256;
/// Readers; two cores keep no more than that busy.
const READERS: usize = 4;
/// Statements kept prepared by each connection.
const STATEMENTS: usize = 256;

/// Opens the file, migrates it and starts the threads.
pub(crate) fn open(path: &Path) -> Result<(Queues, Vec<JoinHandle<()>>), Broke> {
    let mut writer = Connection::open(path).map_err(|error| sqlite_broke(&error))?;
    prepare(&writer, "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32000;")?;
    migrations::migrations::runner().run(&mut writer).map_err(|error| Broke::Engine(error.to_string()))?;

    writer.execute_batch(cases::SQLITE).map_err(|error| sqlite_broke(&error))?;

    let (write, to_write) = sync_channel(LONGEST);
    let (read, to_read) = sync_channel(LONGEST);
    let to_read = Arc::new(Mutex::new(to_read));
    let (asked, stage) = sqlite_log::watch(&mut writer)?;
    let beside = Connection::open(path).map_err(|error| sqlite_broke(&error))?;
    prepare(&beside, "pragma synchronous = full;")?;
    let mut threads = vec![
        spawn("sqlite-log", move || sqlite_log::bring_in(&beside, &asked, &stage))?,
        spawn("sqlite-writer", move || write_loop(&writer, &to_write))?,
    ];
    for _ in 0..READERS {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = Connection::open_with_flags(path, flags).map_err(|error| sqlite_broke(&error))?;
        prepare(&reader, "pragma query_only = on; pragma cache_size = -8000;")?;
        let to_read = Arc::clone(&to_read);
        threads.push(spawn("sqlite-reader", move || read_loop(&reader, &to_read))?);
    }
    Ok((Queues { write, read }, threads))
}

fn prepare(connection: &Connection, pragmas: &str) -> Result<(), Broke> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Or else a statement is prepared again whenever a parameter differs that its plan looked at.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(|error| sqlite_broke(&error))?;
    let common = "pragma busy_timeout = 5000; pragma foreign_keys = on; pragma temp_store = memory; \
                  pragma trusted_schema = off;";
    connection.execute_batch(&format!("{common} {pragmas}")).map_err(|error| sqlite_broke(&error))
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, Broke> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map_err(|error| Broke::Engine(error.to_string()))
}

fn write_loop(connection: &Connection, queue: &Receiver<Box<dyn Work>>) {
    while let Ok(first) = queue.recv() {
        let mut group = vec![first];
        group.extend(std::iter::from_fn(|| queue.try_recv().ok()).take(LARGEST_GROUP - 1));
        let committed = commit_group(connection, &mut group);
        for work in &mut group {
            work.answer(committed.clone());
        }
    }
    // A clean end leaves no log behind for the next start to read.
    let _ = connection.execute_batch("pragma wal_checkpoint(truncate)");
}

/// Runs a group of verbs, each in a savepoint, and commits once for all of them.
fn commit_group(connection: &Connection, group: &mut [Box<dyn Work>]) -> Result<(), Broke> {
    let run = |sql: &str| -> Result<(), Broke> {
        connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute([]))
            .map(drop)
            .map_err(|e| sqlite_broke(&e))
    };
    run("begin immediate")?;
    let mut words = Vec::new();
    let ran = group.iter_mut().try_for_each(|work| {
        run("savepoint verb")?;
        let mut tx = Tx::sqlite(connection);
        if work.run(&mut tx) {
            words.extend(tx.into_words());
        } else {
            run("rollback to verb")?;
        }
        run("release verb")
    });
    let ran = ran.and_then(|()| cases::index(connection, &words).map_err(|error| sqlite_broke(&error)));
    if cfg!(feature = "mutant-acknowledge-early") {
        for work in group.iter_mut() {
            work.answer(Ok(()));
        }
        thread::sleep(std::time::Duration::from_millis(20));
    }
    let committed = ran.and_then(|()| run("commit"));
    if committed.is_err() && !connection.is_autocommit() {
        run("rollback")?;
    }
    committed
}

fn read_loop(connection: &Connection, queue: &Mutex<Receiver<Box<dyn Work>>>) {
    loop {
        let next = match queue.lock() {
            Ok(queue) => queue.recv(),
            Err(_) => return,
        };
        let Ok(mut work) = next else { return };
        let began = connection.execute_batch("begin").map_err(|error| sqlite_broke(&error));
        let done = began.map(|()| {
            work.run(&mut Tx::sqlite(connection));
        });
        if !connection.is_autocommit() {
            let _ = connection.execute_batch("rollback");
        }
        work.answer(done);
    }
}

#[cfg(test)]
mod tests {
    use super::prepare;
    use rusqlite::{Connection, StatementStatus};

    #[test]
    fn a_statement_is_not_prepared_again_for_another_value() {
        let connection = Connection::open_in_memory().unwrap();
        prepare(&connection, "create table words (id text primary key, kind text, place bigint);").unwrap();
        let sql =
            "select id from words where id in (select id from words where kind = ?1 and place < ?2 limit 1)";
        let mut statement = connection.prepare(sql).unwrap();
        for (kind, place) in [("a", 1), ("b", 0), ("c", -1), ("d", 7)] {
            assert!(!statement.exists((kind, place)).unwrap());
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}
