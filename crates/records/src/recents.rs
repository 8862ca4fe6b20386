//! What officers opened, the latest first.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use policy::Scope;
use terms::{Case, CaseId, OfficerCode};

/// Notes that an officer opened a case.
pub fn note(tx: &mut Tx<'_>, officer: &OfficerCode, case: CaseId, at: Timestamp) -> Result<(), Broke> {
    tx.execute(
        "insert into recents (officer, case_id, at) values ($1, $2, $3) \
         on conflict (officer, case_id) do update set at = excluded.at",
        params![officer, case, at],
    )
    .map(drop)
}

/// Keeps so many of an officer's, the latest.
pub fn keep(tx: &mut Tx<'_>, officer: &OfficerCode, most: u32) -> Result<(), Broke> {
    tx.execute(
        "delete from recents where officer = $1 and case_id in \
         (select case_id from recents where officer = $1 order by at desc, case_id limit 1000 offset $2)",
        params![officer, most],
    )
    .map(drop)
}

/// What an officer opened lately and may still read.
pub fn of(tx: &mut Tx<'_>, scope: &Scope, officer: &OfficerCode, limit: u32) -> Result<Vec<Case>, Broke> {
    let sql = "select case_id from recents where officer = $1 order by at desc, case_id limit $2";
    let ids: Vec<CaseId> = tx.all(sql, params![officer, limit], |row| row.parse())?;
    let found: Result<Vec<_>, _> = ids.into_iter().map(|id| crate::cases::by_id(tx, scope, id)).collect();
    Ok(found?.into_iter().flatten().collect())
}
