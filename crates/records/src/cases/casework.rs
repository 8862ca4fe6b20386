//! Cases that belong together, that rest until a day, or that press.

use super::query::Query;
use super::{COLUMNS, case, list};
use crate::{Broke, Tx, Value, params};
use jiff::Timestamp;
use policy::Scope;
use terms::{Case, CaseId, Pressing, Reference};

/// The cases that go on as a case, the oldest first, as far as the scope reaches.
pub fn merged_into(tx: &mut Tx<'_>, scope: &Scope, id: CaseId, limit: u32) -> Result<Vec<Case>, Broke> {
    related(tx, scope, ("merged_into", id, None), limit)
}

/// The cases that are answered with a parent, the oldest first, as far as the scope reaches.
pub fn children_of(tx: &mut Tx<'_>, scope: &Scope, id: CaseId, limit: u32) -> Result<Vec<Case>, Broke> {
    related(tx, scope, ("parent", id, None), limit)
}

/// The next children of a parent after one of them.
pub fn some_children(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (id, after): (CaseId, Option<CaseId>),
    limit: u32,
) -> Result<Vec<Case>, Broke> {
    related(tx, scope, ("parent", id, after), limit)
}

fn related(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (column, id, after): (&str, CaseId, Option<CaseId>),
    limit: u32,
) -> Result<Vec<Case>, Broke> {
    let text = format!("select {COLUMNS} from cases where {column} = $1");
    let mut query = Query { text, params: vec![id.into()] };
    query.within(scope);
    query.and("id >", after.map(Into::into));
    let limit = query.param(limit.into());
    query.text.push_str(&format!(" order by id limit {limit}"));
    tx.all(&query.text, &query.params, case)
}

/// How many open cases are answered with a parent.
pub fn open_children(tx: &mut Tx<'_>, id: CaseId) -> Result<i64, Broke> {
    tx.count("select count(*) from cases where parent = $1 and status <> 'closed'", params![id])
}

/// One case that goes on as a case or is answered with it and of which a partner has not finished its part, and
/// which partners. Whoever reads it has read the case itself.
pub fn open_part(tx: &mut Tx<'_>, id: CaseId) -> Result<Option<(Reference, Vec<terms::AgencyCode>)>, Broke> {
    tx.first(
        "select reference, open_tasks from cases where (merged_into = $1 or parent = $1 and status <> 'closed') \
         and open_tasks <> '[]' order by id limit 1",
        params![id],
        |row| Ok((row.parse()?, row.json()?)),
    )
}

/// Cases that rest until an instant.
pub fn asleep(tx: &mut Tx<'_>, scope: &Scope, until: Timestamp, limit: u32) -> Result<Vec<Case>, Broke> {
    let pressing = "snoozed_until is not null and status <> 'closed' and snoozed_until <= $1";
    earliest(tx, scope, (pressing, params![until]), ("snoozed_until", limit))
}

/// Open cases that are due before an instant, whose promise holds still, and of which nobody was warned.
pub fn about_to_break(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (now, soon): (Timestamp, Timestamp),
    limit: u32,
) -> Result<Vec<Case>, Broke> {
    let pressing =
        "status = 'open' and warned = false and completion_missed = false and due_at >= $1 and due_at < $2";
    earliest(tx, scope, (pressing, params![now, soon]), ("due_at", limit))
}

/// Open cases whose first reply is due before an instant, whose promise of it holds still, and of which nobody was told.
pub fn about_to_be_unanswered(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (now, soon): (Timestamp, Timestamp),
    limit: u32,
) -> Result<Vec<Case>, Broke> {
    let pressing = "status = 'open' and first_reply_missed = false and first_replied_at is null \
                    and first_reply_due_at is not null and first_reply_due_at >= $1 and first_reply_due_at < $2 \
                    and not exists (select 1 from escalations where case_id = cases.id and why = $3)";
    let values = params![now, soon, Pressing::ReplyAboutToBreak];
    earliest(tx, scope, (pressing, values), ("first_reply_due_at", limit))
}

/// Open cases whose promise of completion ran out before an instant and nobody has noted it.
pub fn late(tx: &mut Tx<'_>, scope: &Scope, before: Timestamp, limit: u32) -> Result<Vec<Case>, Broke> {
    let pressing = "status = 'open' and completion_missed = false and due_at < $1";
    earliest(tx, scope, (pressing, params![before]), ("due_at", limit))
}

/// Open cases that nobody answered before an instant although that was promised, and nobody has noted it.
pub fn unanswered(tx: &mut Tx<'_>, scope: &Scope, before: Timestamp, limit: u32) -> Result<Vec<Case>, Broke> {
    let pressing = "status = 'open' and first_reply_missed = false and first_replied_at is null \
                    and first_reply_due_at is not null and first_reply_due_at < $1";
    earliest(tx, scope, (pressing, params![before]), ("first_reply_due_at", limit))
}

/// The cases that press, by the instant in a column, as far as the scope reaches.
fn earliest(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (pressing, params): (&str, &[Value]),
    (column, limit): (&str, u32),
) -> Result<Vec<Case>, Broke> {
    let text = format!("select {COLUMNS} from cases where {pressing}");
    let mut query = Query { text, params: params.to_vec() };
    query.within(scope);
    let limit = query.param(limit.into());
    query.text.push_str(&format!(" order by {column} limit {limit}"));
    tx.all(&query.text, &query.params, case)
}

/// Notes that the house has looked whom to warn of a case; it is no part of the case's state.
pub fn warn(tx: &mut Tx<'_>, id: CaseId) -> Result<(), Broke> {
    tx.execute("update cases set warned = true where id = $1", params![id]).map(drop)
}

/// Saves what was corrected of a case that was just saved.
pub fn correct(tx: &mut Tx<'_>, case: &Case) -> Result<(), Broke> {
    let (state, told) = (&case.state, &case.told);
    let touched = tx.execute(
        "update cases set kind = $3, service = $4, public = $5, district = $6, promised_at = $7, \
         first_reply_due_at = $8, answers = $9, address = $10, address_id = $11, zipcode = $12, lat = $13, \
         long = $14 where id = $1 and revision = $2",
        params![
            case.id,
            case.revision,
            state.kind,
            &state.service,
            state.public,
            state.district.as_ref(),
            state.clocks.promised_at,
            state.clocks.first_reply_due_at,
            list(&told.answers),
            told.place.address.as_ref(),
            told.place.address_id.as_ref(),
            told.place.zipcode.as_ref(),
            told.place.position.map(|position| position.lat),
            told.place.position.map(|position| position.long),
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}
