//! Macros: named lists of acts that officers keep, for themselves, for their team or for their agency.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{AgencyCode, MacroId, OfficerCode};

/// A macro as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Macro {
    /// Its id.
    pub id: MacroId,
    /// Whose it is.
    pub owner: OfficerCode,
    /// The agency that it is shared with.
    pub agency: Option<AgencyCode>,
    /// Whoever leads the team that it is shared with, where it is not the whole agency.
    pub team: Option<OfficerCode>,
    /// What it is called.
    pub name: String,
    /// What it does, as JSON.
    pub steps: String,
    /// When it was made.
    pub created_at: Timestamp,
}

const COLUMNS: &str = "id, owner, agency, team, name, steps, created_at";

/// Saves a new macro.
pub fn insert(tx: &mut Tx<'_>, one: &Macro) -> Result<(), Broke> {
    tx.execute(
        "insert into macros (id, owner, agency, team, name, steps, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            one.id,
            &one.owner,
            one.agency.as_ref(),
            one.team.as_ref(),
            &one.name,
            &one.steps,
            one.created_at
        ],
    )
    .map(drop)
}

/// The macros of an officer and those that are shared with an agency or a part of it, the oldest first.
pub fn of(
    tx: &mut Tx<'_>,
    officer: &OfficerCode,
    agency: Option<&AgencyCode>,
    limit: u32,
) -> Result<Vec<Macro>, Broke> {
    let sql = format!("select {COLUMNS} from macros where owner = $1 or agency = $2 order by id limit $3");
    tx.all(&sql, params![officer, agency, limit], one)
}

/// Saves what changed of a macro.
pub fn update(tx: &mut Tx<'_>, one: &Macro) -> Result<(), Broke> {
    tx.execute(
        "update macros set agency = $2, team = $3, name = $4, steps = $5 where id = $1",
        params![one.id, one.agency.as_ref(), one.team.as_ref(), &one.name, &one.steps],
    )
    .map(drop)
}

/// Deletes a macro.
pub fn delete(tx: &mut Tx<'_>, id: MacroId) -> Result<(), Broke> {
    tx.execute("delete from macros where id = $1", params![id]).map(drop)
}

fn one(row: &mut Row<'_>) -> Result<Macro, Broke> {
    Ok(Macro {
        id: row.parse()?,
        owner: row.take()?,
        agency: row.take()?,
        team: row.take()?,
        name: row.take()?,
        steps: row.take()?,
        created_at: row.take()?,
    })
}
