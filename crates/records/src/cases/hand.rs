//! What an officer has in hand.

use super::{COLUMNS, LARGEST_PAGE, Query, case};
use crate::{Broke, Tx, Value};
use policy::Scope;
use terms::{Case, OfficerCode};

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
