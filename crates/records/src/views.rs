//! Views: filters that officers keep, for themselves or for their agency.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{AgencyCode, OfficerCode, ViewId};

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its id.
    pub id: ViewId,
    /// Whose it is.
    pub owner: OfficerCode,
    /// The agency that it is shared with.
    pub agency: Option<AgencyCode>,
    /// What it is called.
    pub name: String,
    /// Its filter, as JSON.
    pub filter: String,
    /// Its order.
    pub sorting: String,
    /// The columns that it shows to whoever chose none.
    pub columns: Vec<String>,
    /// When it was made.
    pub created_at: Timestamp,
}

const COLUMNS: &str = "id, owner, agency, name, filter, sorting, columns, created_at";

/// Saves a new view.
pub fn insert(tx: &mut Tx<'_>, view: &View) -> Result<(), Broke> {
    tx.execute(
        "insert into views (id, owner, agency, name, filter, sorting, columns, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            view.id,
            &view.owner,
            view.agency.as_ref(),
            &view.name,
            &view.filter,
            &view.sorting,
            serde_json::to_string(&view.columns).unwrap_or_default(),
            view.created_at
        ],
    )
    .map(drop)
}

/// The views of an officer and those that are shared with an agency, the oldest first.
pub fn of(
    tx: &mut Tx<'_>,
    officer: &OfficerCode,
    agency: Option<&AgencyCode>,
    limit: u32,
) -> Result<Vec<View>, Broke> {
    let sql = format!("select {COLUMNS} from views where owner = $1 or agency = $2 order by id limit $3");
    tx.all(&sql, params![officer, agency, limit], view)
}

/// Changes what a view is called and with whom it is shared.
pub fn update(tx: &mut Tx<'_>, id: ViewId, name: &str, agency: Option<&AgencyCode>) -> Result<(), Broke> {
    tx.execute("update views set name = $2, agency = $3 where id = $1", params![id, name, agency]).map(drop)
}

/// Deletes a view.
pub fn delete(tx: &mut Tx<'_>, id: ViewId) -> Result<(), Broke> {
    tx.execute("delete from view_columns where view = $1", params![id])?;
    tx.execute("delete from views where id = $1", params![id]).map(drop)
}

fn view(row: &mut Row<'_>) -> Result<View, Broke> {
    Ok(View {
        id: row.parse()?,
        owner: row.take()?,
        agency: row.take()?,
        name: row.take()?,
        filter: row.take()?,
        sorting: row.take()?,
        columns: row.json()?,
        created_at: row.take()?,
    })
}
