//! Shifts: when officers serve, and how.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{Channel, OfficerCode, ShiftId, ShiftStatus};

/// A shift of an officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Its id.
    pub id: ShiftId,
    /// Whose.
    pub officer: OfficerCode,
    /// Whether they are there for customers.
    pub status: ShiftStatus,
    /// When they are back from a break.
    pub back_at: Option<Timestamp>,
    /// Over which channels they serve.
    pub channels: Vec<Channel>,
    /// In which languages, as BCP 47 tags.
    pub languages: Vec<String>,
    /// What they left for whoever came next.
    pub note: Option<String>,
    /// Since when.
    pub begun_at: Timestamp,
    /// Since when it is as it is.
    pub changed_at: Timestamp,
    /// Until when.
    pub ended_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "id, officer, status, back_at, channels, languages, note, begun_at, changed_at, ended_at";

/// Begins a shift, or changes the one that goes on; whether it was begun.
pub fn save(tx: &mut Tx<'_>, shift: &Shift) -> Result<bool, Broke> {
    let kept: Option<ShiftId> = tx.first(
        "insert into shifts (id, officer, status, back_at, channels, languages, begun_at, changed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (officer) where ended_at is null do update set \
         status = excluded.status, back_at = excluded.back_at, channels = excluded.channels, \
         languages = excluded.languages, changed_at = excluded.changed_at returning id",
        params![
            shift.id,
            &shift.officer,
            shift.status,
            shift.back_at,
            json(&shift.channels)?,
            json(&shift.languages)?,
            shift.begun_at,
            shift.changed_at
        ],
        |row| row.parse(),
    )?;
    Ok(kept == Some(shift.id))
}

/// The shift of an officer that goes on.
pub fn now(tx: &mut Tx<'_>, officer: &OfficerCode) -> Result<Option<Shift>, Broke> {
    let sql = format!("select {COLUMNS} from shifts where officer = $1 and ended_at is null");
    tx.first(&sql, params![officer], shift)
}

/// Ends the shift of an officer; whether one went on.
pub fn end(tx: &mut Tx<'_>, officer: &OfficerCode, at: Timestamp, note: Option<&str>) -> Result<bool, Broke> {
    let sql =
        "update shifts set ended_at = $2, changed_at = $2, note = $3 where officer = $1 and ended_at is null";
    Ok(tx.execute(sql, params![officer, at, note])? > 0)
}

/// All shifts that go on, by officer.
pub fn going_on(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<Shift>, Broke> {
    let sql = format!("select {COLUMNS} from shifts where ended_at is null order by officer limit $1");
    tx.all(&sql, params![limit], shift)
}

/// The shifts that ended since an instant with a note for whoever comes next, the latest first.
pub fn left_notes(tx: &mut Tx<'_>, since: Timestamp, limit: u32) -> Result<Vec<Shift>, Broke> {
    let sql = format!(
        "select {COLUMNS} from shifts where ended_at is not null and ended_at >= $1 and note is not null \
         order by ended_at desc, id desc limit $2"
    );
    tx.all(&sql, params![since, limit], shift)
}

/// Ends the shifts that were begun before an instant, and forgets those that ended before another; how many.
pub fn tidy(tx: &mut Tx<'_>, at: Timestamp, begun: Timestamp, ended: Timestamp) -> Result<u64, Broke> {
    let over = tx.execute(
        "update shifts set ended_at = $1, changed_at = $1 where ended_at is null and begun_at < $2",
        params![at, begun],
    )?;
    Ok(over
        + tx.execute("delete from shifts where ended_at is not null and ended_at < $1", params![ended])?)
}

fn json(list: &impl serde::Serialize) -> Result<String, Broke> {
    serde_json::to_string(list).map_err(|error| Broke::Engine(error.to_string()))
}

fn shift(row: &mut Row<'_>) -> Result<Shift, Broke> {
    Ok(Shift {
        id: row.parse()?,
        officer: row.take()?,
        status: row.parse()?,
        back_at: row.take()?,
        channels: row.json()?,
        languages: row.json()?,
        note: row.take()?,
        begun_at: row.take()?,
        changed_at: row.take()?,
        ended_at: row.take()?,
    })
}
