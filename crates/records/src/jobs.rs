//! Jobs: work that follows from events, claimed by one runner at a time.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::JobId;

/// A job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// The class whose runners take it.
    pub class: String,
    /// What is to be done.
    pub kind: String,
    /// With what, as JSON.
    pub payload: String,
    /// `ready`, `running` or `dead`; those that are done are gone.
    pub state: String,
    /// When it may be taken, or until when its runner may keep it.
    pub run_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// What went wrong the last time.
    pub last_error: Option<String>,
    /// Since when it waits.
    pub created_at: Timestamp,
}

const COLUMNS: &str = "id, class, kind, payload, state, run_at, attempts, last_error, created_at";

/// Saves a job.
pub fn insert(tx: &mut Tx<'_>, job: &Job) -> Result<(), Broke> {
    tx.execute(
        "insert into jobs (id, class, kind, payload, state, run_at, attempts, last_error, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            job.id,
            &job.class,
            &job.kind,
            &job.payload,
            &job.state,
            job.run_at,
            job.attempts,
            job.last_error.as_ref(),
            job.created_at,
        ],
    )?;
    Ok(())
}

/// Takes the jobs of a class that are due, until `lease_until`. The one dialect besides search: on PostgreSQL
/// rows that another runner is taking are passed over; SQLite has one writer.
pub fn claim(
    tx: &mut Tx<'_>,
    class: &str,
    now: Timestamp,
    lease_until: Timestamp,
    limit: u32,
) -> Result<Vec<Job>, Broke> {
    let skip = if tx.is_postgres() { "for update skip locked" } else { "" };
    let sql = format!(
        "update jobs set state = 'running', run_at = $3, attempts = attempts + 1 where id in \
         (select id from jobs where class = $1 and state = 'ready' and run_at <= $2 order by run_at, id limit $4 {skip}) \
         returning {COLUMNS}"
    );
    let mut jobs = tx.all(&sql, params![class, now, lease_until, limit], job)?;
    jobs.sort_by_key(|job| job.id);
    Ok(jobs)
}

/// Gives back the jobs whose runner did not finish them in time; it is gone.
pub fn release_abandoned(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64, Broke> {
    tx.execute(
        "update jobs set state = 'ready', run_at = $1 where state = 'running' and run_at < $1",
        params![now],
    )
}

/// Removes a job that is done; its event says what it did.
pub fn done(tx: &mut Tx<'_>, id: JobId) -> Result<(), Broke> {
    tx.execute("delete from jobs where id = $1", params![id]).map(drop)
}

/// Puts a job back, to be tried again or to be looked at by a person.
pub fn failed(tx: &mut Tx<'_>, id: JobId, state: &str, run_at: Timestamp, error: &str) -> Result<(), Broke> {
    tx.execute(
        "update jobs set state = $2, run_at = $3, last_error = $4 where id = $1",
        params![id, state, run_at, error],
    )
    .map(drop)
}

/// Gives a dead job another life; whether there was one.
pub fn replay(tx: &mut Tx<'_>, id: JobId, now: Timestamp) -> Result<bool, Broke> {
    let touched = tx.execute(
        "update jobs set state = 'ready', run_at = $2, attempts = 0 where id = $1 and state = 'dead'",
        params![id, now],
    )?;
    Ok(touched == 1)
}

/// Forgets the jobs of a class that have waited since before an instant; how many.
pub fn forget_ready(tx: &mut Tx<'_>, class: &str, before: Timestamp) -> Result<u64, Broke> {
    tx.execute(
        "delete from jobs where class = $1 and state = 'ready' and created_at < $2",
        params![class, before],
    )
}

/// How many jobs of a kind there are, in whatever state.
pub fn of_kind(tx: &mut Tx<'_>, kind: &str) -> Result<i64, Broke> {
    tx.count("select count(*) from jobs where kind = $1", params![kind])
}

/// The jobs in a state, oldest first.
pub fn in_state(tx: &mut Tx<'_>, state: &str, limit: u32) -> Result<Vec<Job>, Broke> {
    let sql = format!("select {COLUMNS} from jobs where state = $1 order by created_at, id limit $2");
    tx.all(&sql, params![state, limit], job)
}

/// How many jobs there are in each class and state.
pub fn count(tx: &mut Tx<'_>) -> Result<Vec<(String, String, i64)>, Broke> {
    tx.all(
        "select class, state, count(*) from jobs group by class, state order by class, state",
        &[],
        |row| Ok((row.take()?, row.take()?, row.take()?)),
    )
}

fn job(row: &mut Row<'_>) -> Result<Job, Broke> {
    Ok(Job {
        id: row.parse()?,
        class: row.take()?,
        kind: row.take()?,
        payload: row.take()?,
        state: row.take()?,
        run_at: row.take()?,
        attempts: row.take()?,
        last_error: row.take()?,
        created_at: row.take()?,
    })
}
