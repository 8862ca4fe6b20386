//! SQLite's log is brought into its file beside the commits, so that nobody waits for it.

use crate::Broke;
use crate::tx::sqlite_broke;
use rusqlite::Connection;
use rusqlite::hooks::Wal;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Pages of 4 KiB from which on the log is brought in.
const LONG: i32 = 1_000;
/// Pages from which on the writer does it whatever the other is at, so that the log ends.
const LONGEST: i32 = 40_000;

const NOTHING: u8 = 0;
const ASKED: u8 = 1;
const DONE: u8 = 2;

/// Has a writer ask for its log to be brought in once that is long; who does so hears it here.
///
/// While that is done the writer goes on, so the log is never in whole: what came meanwhile, which is little, the writer
/// brings in itself, and its next commit begins the log anew.
pub(crate) fn watch(writer: &mut Connection) -> Result<(Receiver<()>, Arc<AtomicU8>), Broke> {
    let (ask, asked) = sync_channel(1);
    let stage = Arc::new(AtomicU8::new(NOTHING));
    let own = Arc::clone(&stage);
    let hook = move |log: &mut Wal, pages: i32| {
        committed(log, pages, (&ask, &own));
        Ok(())
    };
    writer.wal_hook(Some(hook)).map_err(|error| sqlite_broke(&error))?;
    Ok((asked, stage))
}

/// What follows for the log from a commit. That it could not be brought in is no fault of the commit, which is on disk;
/// the next one tries again.
fn committed(log: &mut Wal, pages: i32, (ask, stage): (&SyncSender<()>, &AtomicU8)) {
    let now = stage.load(Ordering::Acquire);
    if pages >= LONGEST || now == DONE {
        let _ = log.checkpoint();
        let _ = stage.compare_exchange(DONE, NOTHING, Ordering::AcqRel, Ordering::Acquire);
    } else if pages >= LONG && now == NOTHING {
        stage.store(ASKED, Ordering::Release);
        let _ = ask.try_send(());
    }
}

/// Brings the log in whenever it is asked to, until the writer is gone.
pub(crate) fn bring_in(connection: &Connection, asked: &Receiver<()>, stage: &AtomicU8) {
    while asked.recv().is_ok() {
        let _ = connection.query_row("pragma wal_checkpoint(passive)", [], |_| Ok(()));
        stage.store(DONE, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;
    use std::time::Duration;

    /// Pages that stand in the log.
    fn pages(connection: &Connection) -> i64 {
        connection.query_row("pragma wal_checkpoint(noop)", [], |row| row.get(1)).unwrap()
    }

    #[test]
    fn a_log_begins_anew_while_somebody_writes_and_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("house.db");
        let mut writer = Connection::open(&path).unwrap();
        writer.execute_batch("pragma journal_mode = wal; create table words (word text not null)").unwrap();
        let (asked, stage) = watch(&mut writer).unwrap();
        let beside = Connection::open(&path).unwrap();
        let log = thread::spawn(move || bring_in(&beside, &asked, &stage));
        let (mut longest, mut begun, mut written) = (0, 0, 0);
        // Each commit is about 500 pages, and the log is long after two.
        while begun < 3 && written < 400 {
            writer.execute("insert into words values (zeroblob(2000000))", []).unwrap();
            written += 1;
            let now = pages(&writer);
            begun += i32::from(now < longest);
            longest = if now < longest { now } else { longest.max(now) };
            assert!(now < i64::from(LONGEST) + 1_000, "{now} pages");
            thread::sleep(Duration::from_millis(2));
        }
        assert!(begun >= 3, "begun {begun} times in {written} commits");
        let reader = Connection::open(&path).unwrap();
        let kept: i64 = reader.query_row("select count(*) from words", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, written);
        drop((reader, writer));
        log.join().unwrap();
    }
}
