//! Presence: who looks at a case or writes at this moment.

use crate::{Broke, Tx, Value, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{CaseId, OfficerCode};

/// Somebody at a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// Which case.
    pub case: CaseId,
    /// Who.
    pub officer: OfficerCode,
    /// `viewing` or `typing`.
    pub doing: String,
}

/// Notes that an officer is at a case.
pub fn note(tx: &mut Tx<'_>, presence: &Presence, at: Timestamp) -> Result<(), Broke> {
    tx.execute(
        "insert into presence (case_id, officer, doing, at) values ($1, $2, $3, $4) \
         on conflict (case_id, officer) do update set doing = excluded.doing, at = excluded.at",
        params![presence.case, &presence.officer, &presence.doing, at],
    )
    .map(drop)
}

/// Notes that an officer has left a case.
pub fn leave(tx: &mut Tx<'_>, case: CaseId, officer: &OfficerCode) -> Result<(), Broke> {
    tx.execute("delete from presence where case_id = $1 and officer = $2", params![case, officer]).map(drop)
}

/// Who is at some cases, of those seen since an instant. The scope is the one under which the cases were read.
pub fn on(
    tx: &mut Tx<'_>,
    scope: &Scope,
    cases: &[CaseId],
    since: Timestamp,
) -> Result<Vec<Presence>, Broke> {
    if *scope.reach() == Reach::Nothing || cases.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (2..cases.len() + 2).map(|place| format!("${place}")).collect();
    let sql = format!(
        "select case_id, officer, doing from presence where at >= $1 and case_id in ({}) order by officer",
        places.join(", ")
    );
    let mut params: Vec<Value<'_>> = vec![since.into()];
    params.extend(cases.iter().map(|case| Value::from(*case)));
    tx.all(&sql, &params, |row| Ok(Presence { case: row.parse()?, officer: row.take()?, doing: row.take()? }))
}

/// Everybody who was seen since an instant, for those who tell others, each only what they may see.
pub fn all(tx: &mut Tx<'_>, since: Timestamp, limit: u32) -> Result<Vec<Presence>, Broke> {
    tx.all(
        "select case_id, officer, doing from presence where at >= $1 order by at desc limit $2",
        params![since, limit],
        |row| Ok(Presence { case: row.parse()?, officer: row.take()?, doing: row.take()? }),
    )
}

/// Forgets who was seen before an instant.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from presence where at < $1", params![before])
}
