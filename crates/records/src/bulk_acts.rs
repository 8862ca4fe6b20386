//! Bulk acts: one act on many cases, each done in a transaction of its own.

use crate::{Broke, Row, Tx, Value, many, params};
use jiff::Timestamp;
use terms::{BulkActId, CaseId, OfficerCode};

/// One act on many cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkAct {
    /// Its id.
    pub id: BulkActId,
    /// Who asked for it.
    pub officer: OfficerCode,
    /// What is done, as JSON.
    pub body: String,
    /// The list from which the cases were chosen.
    pub back: String,
    /// When it was planned.
    pub created_at: Timestamp,
    /// When it was begun.
    pub begun_at: Option<Timestamp>,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

/// One case of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its place in the list.
    pub place: i64,
    /// The case.
    pub case: CaseId,
    /// The revision that was looked at.
    pub revision: i64,
    /// How far it is.
    pub state: String,
    /// Why not, where it was not done.
    pub why: Option<String>,
    /// Who had the case before.
    pub before: Option<OfficerCode>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    /// What is done to it exactly, as JSON, where that is not the same for all of them.
    pub plan: Option<String>,
}

/// Saves a new act with its items.
pub fn insert(tx: &mut Tx<'_>, act: &BulkAct, items: &[Item]) -> Result<(), Broke> {
    tx.execute(
        "insert into bulk_acts (id, officer, body, back, created_at) values ($1, $2, $3, $4, $5)",
        params![act.id, &act.officer, &act.body, &act.back, act.created_at],
    )?;
    let row = |item: &Item| -> Vec<Value<'static>> {
        vec![
            act.id.into(),
            item.place.into(),
            item.case.into(),
            item.revision.into(),
            item.state.clone().into(),
            item.why.clone().into(),
            item.before.as_ref().map(|officer| officer.as_str().to_owned()).into(),
            item.plan.clone().into(),
        ]
    };
    let rows: Vec<_> = items.iter().map(row).collect();
    many::insert(tx, "bulk_items (bulk_id, place, case_id, revision, state, why, before, plan)", &rows, "")
        .map(drop)
}

/// An act by id.
pub fn by_id(tx: &mut Tx<'_>, id: BulkActId) -> Result<Option<BulkAct>, Broke> {
    let sql = "select id, officer, body, back, created_at, begun_at, undone_at from bulk_acts where id = $1";
    tx.first(sql, params![id], |row| {
        Ok(BulkAct {
            id: row.parse()?,
            officer: row.take()?,
            body: row.take()?,
            back: row.take()?,
            created_at: row.take()?,
            begun_at: row.take()?,
            undone_at: row.take()?,
        })
    })
}

/// The items of an act, in order.
pub fn items(tx: &mut Tx<'_>, id: BulkActId) -> Result<Vec<Item>, Broke> {
    let sql = "select place, case_id, revision, state, why, before, done_at, plan from bulk_items \
               where bulk_id = $1 order by place";
    tx.all(sql, params![id], item)
}

/// One item.
pub fn item_at(tx: &mut Tx<'_>, id: BulkActId, place: i64) -> Result<Option<Item>, Broke> {
    let sql = "select place, case_id, revision, state, why, before, done_at, plan from bulk_items \
               where bulk_id = $1 and place = $2";
    tx.first(sql, params![id, place], item)
}

/// Notes that an act is begun; whether it was not before.
pub fn begin(tx: &mut Tx<'_>, id: BulkActId, at: Timestamp) -> Result<bool, Broke> {
    let sql = "update bulk_acts set begun_at = $2 where id = $1 and begun_at is null";
    Ok(tx.execute(sql, params![id, at])? > 0)
}

/// Notes that an act is taken back; whether it was not before.
pub fn undo(tx: &mut Tx<'_>, id: BulkActId, at: Timestamp) -> Result<bool, Broke> {
    let sql = "update bulk_acts set undone_at = $2 where id = $1 and undone_at is null";
    Ok(tx.execute(sql, params![id, at])? > 0)
}

/// Saves how far an item is.
pub fn save(tx: &mut Tx<'_>, id: BulkActId, item: &Item) -> Result<(), Broke> {
    tx.execute(
        "update bulk_items set state = $3, why = $4, before = $5, done_at = $6 where bulk_id = $1 and place = $2",
        params![id, item.place, &item.state, item.why.as_ref(), item.before.as_ref(), item.done_at],
    )
    .map(drop)
}

/// Forgets the acts that were planned before an instant, with the words that they held.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute(
        "delete from bulk_items where bulk_id in (select id from bulk_acts where created_at < $1)",
        params![before],
    )?;
    tx.execute("delete from bulk_acts where created_at < $1", params![before])
}

fn item(row: &mut Row<'_>) -> Result<Item, Broke> {
    Ok(Item {
        place: row.take()?,
        case: row.parse()?,
        revision: row.take()?,
        state: row.take()?,
        why: row.take()?,
        before: row.take()?,
        done_at: row.take()?,
        plan: row.take()?,
    })
}
