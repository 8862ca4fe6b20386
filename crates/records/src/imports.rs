//! How far each import has come.

use crate::{Broke, Tx, params};
use jiff::Timestamp;

/// The progress of the import of one file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows read.
    pub rows_done: i64,
    /// Rows that became cases.
    pub taken: i64,
    /// Rows that were cases already.
    pub known: i64,
    /// Rows that could not be taken.
    pub rejected: i64,
    /// Cases with something odd about them.
    pub flagged: i64,
}

/// How far the import of a file from a source has come.
pub fn progress(tx: &mut Tx<'_>, source: &str, fingerprint: &str) -> Result<Progress, Broke> {
    let found = tx.first(
        "select rows_done, taken, known, rejected, flagged from imports where source = $1 and fingerprint = $2",
        params![source, fingerprint],
        |row| {
            Ok(Progress {
                rows_done: row.take()?,
                taken: row.take()?,
                known: row.take()?,
                rejected: row.take()?,
                flagged: row.take()?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Notes how far it has come.
pub fn note(
    tx: &mut Tx<'_>,
    source: &str,
    fingerprint: &str,
    progress: Progress,
    at: Timestamp,
) -> Result<(), Broke> {
    tx.execute(
        "insert into imports (source, fingerprint, rows_done, taken, known, rejected, flagged, updated_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (source, fingerprint) do update set \
         rows_done = excluded.rows_done, taken = excluded.taken, known = excluded.known, \
         rejected = excluded.rejected, flagged = excluded.flagged, updated_at = excluded.updated_at",
        params![
            source,
            fingerprint,
            progress.rows_done,
            progress.taken,
            progress.known,
            progress.rejected,
            progress.flagged,
            at,
        ],
    )
    .map(drop)
}
