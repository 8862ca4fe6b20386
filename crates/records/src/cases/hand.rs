//! What an officer has in hand.

use super::{COLUMNS, LARGEST_PAGE, Query, case};
use crate::{Broke, Tx, Value};
use jiff::Timestamp;
use policy::Scope;
use terms::{Case, OfficerCode};

/// How much an officer has in hand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// Open cases.
    pub open: u32,
    /// Cases that wait for their customer.
    pub waiting: u32,
    /// Open cases that are due soon.
    pub soon: u32,
    /// Open cases that were due.
    pub overdue: u32,
}

/// How much officers have in hand, as far as the scope reaches; who has nothing is left out. Due soon is what is due at or
/// after `now` and before `soon`.
pub fn loads(
    tx: &mut Tx<'_>,
    scope: &Scope,
    officers: &[OfficerCode],
    (now, soon): (Timestamp, Timestamp),
) -> Result<Vec<(OfficerCode, Load)>, Broke> {
    if officers.is_empty() {
        return Ok(Vec::new());
    }
    let open = "cast(sum(case when status = 'open'";
    let text = format!(
        "select assignee, {open} then 1 else 0 end) as bigint), \
         cast(sum(case when status = 'waiting' then 1 else 0 end) as bigint), \
         {open} and due_at >= $1 and due_at < $2 then 1 else 0 end) as bigint), \
         {open} and due_at < $1 then 1 else 0 end) as bigint) \
         from cases where assignee is not null and status <> 'closed'"
    );
    let mut query = Query { text, params: vec![now.into(), soon.into()] };
    query.any("assignee", officers.iter().map(Value::from));
    query.within(scope);
    query.text.push_str(" group by assignee");
    tx.all(&query.text, &query.params, |row| {
        let officer = row.take()?;
        let mut count = || Ok::<u32, Broke>(u32::try_from(row.take::<i64>()?).unwrap_or(u32::MAX));
        Ok((officer, Load { open: count()?, waiting: count()?, soon: count()?, overdue: count()? }))
    })
}

/// The open cases that an officer works on, the oldest first.
pub fn in_hand(
    tx: &mut Tx<'_>,
    scope: &Scope,
    officer: &OfficerCode,
    limit: u32,
) -> Result<Vec<Case>, Broke> {
    let text = format!("select {COLUMNS} from cases where assignee is not null and status <> 'closed'");
    let mut query = Query { text, params: Vec::new() };
    query.within(scope);
    query.and("assignee =", Some(Value::from(officer)));
    let limit = query.param(i64::from(limit.clamp(1, LARGEST_PAGE)).into());
    query.text.push_str(&format!(" order by opened_at, id limit {limit}"));
    tx.all(&query.text, &query.params, case)
}
