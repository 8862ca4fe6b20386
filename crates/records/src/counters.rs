//! Counters at which an officer sits, and whom they have before them.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{CaseId, CounterCode, OfficeCode, OfficerCode, Takes, VisitId};

/// A counter at which an officer sits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// At which office.
    pub office: OfficeCode,
    /// Its code there.
    pub counter: CounterCode,
    /// Who sits there.
    pub officer: OfficerCode,
    /// Whom they called or serve.
    pub visit: Option<VisitId>,
    /// What is taken there.
    pub takes: Takes,
    /// The case that they work on there, where it is not a visit.
    pub case: Option<CaseId>,
    /// The case that they had before.
    pub last_case: Option<CaseId>,
    /// Whether the case was nobody's when they were given it.
    pub case_given: bool,
    /// Whom they served before, and until when that the next was called can be taken back.
    pub last: Option<VisitId>,
    /// Until when.
    pub undo_until: Option<Timestamp>,
    /// A write that names another is refused.
    pub revision: i64,
    /// Since when they sit there.
    pub opened_at: Timestamp,
    /// Since when they have nobody before them.
    pub idle_since: Timestamp,
}

impl Counter {
    /// Whether nothing is before them.
    pub fn is_free(&self) -> bool {
        self.visit.is_none() && self.case.is_none()
    }
}

const COLUMNS: &str = "office, counter, officer, visit_id, last_visit_id, undo_until, revision, opened_at, idle_since, takes, case_id, \
     last_case_id, case_given";

/// The counter of an office, if an officer sits there.
pub fn at(tx: &mut Tx<'_>, office: &OfficeCode, counter: &CounterCode) -> Result<Option<Counter>, Broke> {
    let sql = format!("select {COLUMNS} from counters where office = $1 and counter = $2");
    tx.first(&sql, params![office, counter], read)
}

/// The counter at which an officer sits.
pub fn of_officer(tx: &mut Tx<'_>, officer: &OfficerCode) -> Result<Option<Counter>, Broke> {
    let sql = format!("select {COLUMNS} from counters where officer = $1");
    tx.first(&sql, params![officer], read)
}

/// All counters of an office at which an officer sits.
pub fn open(tx: &mut Tx<'_>, office: &OfficeCode) -> Result<Vec<Counter>, Broke> {
    let sql = format!("select {COLUMNS} from counters where office = $1 order by counter");
    tx.all(&sql, params![office], read)
}

/// Seats an officer; whether the counter was free.
pub fn insert(tx: &mut Tx<'_>, counter: &Counter) -> Result<bool, Broke> {
    let sql = "insert into counters (office, counter, officer, revision, opened_at, idle_since) \
               values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
    let kept = tx.execute(
        sql,
        params![
            &counter.office,
            &counter.counter,
            &counter.officer,
            counter.revision,
            counter.opened_at,
            counter.idle_since
        ],
    )?;
    Ok(kept == 1)
}

/// Saves whom a counter has before it since the revision that was read.
pub fn update(tx: &mut Tx<'_>, counter: &Counter, read: i64) -> Result<(), Broke> {
    let sql = "update counters set visit_id = $4, last_visit_id = $5, undo_until = $6, revision = $7, idle_since = $8, \
               takes = $9, case_id = $10, last_case_id = $11, case_given = $12 where office = $1 and counter = $2 and revision = $3";
    let touched = tx.execute(
        sql,
        params![
            &counter.office,
            &counter.counter,
            read,
            counter.visit,
            counter.last,
            counter.undo_until,
            counter.revision,
            counter.idle_since,
            counter.takes,
            counter.case,
            counter.last_case,
            counter.case_given,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// Leaves a counter.
pub fn remove(tx: &mut Tx<'_>, office: &OfficeCode, counter: &CounterCode, read: i64) -> Result<(), Broke> {
    let sql = "delete from counters where office = $1 and counter = $2 and revision = $3";
    if tx.execute(sql, params![office, counter, read])? == 1 { Ok(()) } else { Err(tx.contend()) }
}

fn read(row: &mut Row<'_>) -> Result<Counter, Broke> {
    Ok(Counter {
        office: row.take()?,
        counter: row.take()?,
        officer: row.take()?,
        visit: row.parse_opt()?,
        last: row.parse_opt()?,
        undo_until: row.take()?,
        revision: row.take()?,
        opened_at: row.take()?,
        idle_since: row.take()?,
        takes: row.parse()?,
        case: row.parse_opt()?,
        last_case: row.parse_opt()?,
        case_given: row.take()?,
    })
}
