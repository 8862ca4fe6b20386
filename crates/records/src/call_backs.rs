//! Where those are called by phone who wait elsewhere. Nothing of it outlives the day of their office.

use crate::visits::Today;
use crate::{Broke, Tx, params};
use policy::{Reach, Scope};
use terms::VisitId;

/// Keeps the number of a visit, in place of the one before.
pub fn keep(tx: &mut Tx<'_>, (office, day): Today<'_>, visit: VisitId, phone: &str) -> Result<(), Broke> {
    let sql = "insert into call_back_numbers (visit_id, office, day, phone) values ($1, $2, $3, $4) \
               on conflict (visit_id) do update set phone = excluded.phone";
    tx.execute(sql, params![visit, office, day.to_string(), phone]).map(drop)
}

/// The number of a visit, as far as the scope reaches.
pub fn number(tx: &mut Tx<'_>, scope: &Scope, visit: VisitId) -> Result<Option<String>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(None);
    }
    let sql = "select phone from call_back_numbers where visit_id = $1";
    tx.first(sql, params![visit], |row| row.take())
}

/// How many other visits of a day gave a number and are not over.
pub fn others(tx: &mut Tx<'_>, (office, day): Today<'_>, phone: &str, visit: VisitId) -> Result<i64, Broke> {
    tx.count(
        "select count(*) from call_back_numbers join visits on visits.id = call_back_numbers.visit_id \
         where call_back_numbers.office = $1 and call_back_numbers.day = $2 and call_back_numbers.phone = $3 \
         and visits.id <> $4 and visits.status <> 'over'",
        params![office, day.to_string(), phone, visit],
    )
}

/// Forgets the numbers of an office from before a day; how many.
pub fn forget(tx: &mut Tx<'_>, (office, day): Today<'_>) -> Result<u64, Broke> {
    let sql = "delete from call_back_numbers where office = $1 and day < $2";
    tx.execute(sql, params![office, day.to_string()])
}
