//! Sessions: which cases a browser may open, because it has shown what opens them.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use terms::{CaseId, Reference};

/// A case that a session holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub case: CaseId,
    /// Its name.
    pub reference: Reference,
    /// Since when.
    pub held_at: Timestamp,
}

/// Lets whoever holds a case hold another one that came out of it.
pub fn hold_as(tx: &mut Tx<'_>, case: CaseId, other: CaseId) -> Result<(), Broke> {
    tx.execute(
        "insert into sessions (hash, case_id, held_at) select hash, $2, held_at from sessions where case_id = $1 \
         on conflict (hash, case_id) do nothing",
        params![case, other],
    )
    .map(drop)
}

/// Lets a session hold a case. `hash` is that of its cookie.
pub fn hold(tx: &mut Tx<'_>, hash: &str, case: CaseId, at: Timestamp) -> Result<(), Broke> {
    tx.execute(
        "insert into sessions (hash, case_id, held_at) values ($1, $2, $3) on conflict (hash, case_id) \
         do update set held_at = excluded.held_at",
        params![hash, case, at],
    )
    .map(drop)
}

/// The cases that a session holds, the latest first. Whoever has the cookie has shown what opens them.
pub fn held(tx: &mut Tx<'_>, hash: &str, since: Timestamp, limit: u32) -> Result<Vec<Held>, Broke> {
    tx.all(
        "select sessions.case_id, cases.reference, held_at from sessions join cases on cases.id = sessions.case_id \
         where hash = $1 and held_at >= $2 order by held_at desc, sessions.case_id desc limit $3",
        params![hash, since, limit],
        |row| Ok(Held { case: row.parse()?, reference: row.parse()?, held_at: row.take()? }),
    )
}

/// The case of a reference, if the session holds it.
pub fn holds(
    tx: &mut Tx<'_>,
    hash: &str,
    reference: &Reference,
    since: Timestamp,
) -> Result<Option<CaseId>, Broke> {
    tx.first(
        "select sessions.case_id from sessions join cases on cases.id = sessions.case_id \
         where hash = $1 and reference = $2 and held_at >= $3",
        params![hash, reference, since],
        |row| row.parse(),
    )
}

/// Ends a session.
pub fn end(tx: &mut Tx<'_>, hash: &str) -> Result<u64, Broke> {
    tx.execute("delete from sessions where hash = $1", params![hash])
}

/// Ends what was held before an instant; how much.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from sessions where held_at < $1", params![before])
}
