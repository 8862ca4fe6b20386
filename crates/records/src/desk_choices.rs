//! What officers chose about their desk: columns of views, and whether single keys do something.

use crate::{Broke, Tx, params};
use terms::OfficerCode;

/// The columns that an officer chose for a view, if they did.
pub fn columns(tx: &mut Tx<'_>, officer: &OfficerCode, view: &str) -> Result<Option<Vec<String>>, Broke> {
    let sql = "select columns from view_columns where officer = $1 and view = $2";
    tx.first(sql, params![officer, view], |row| row.json())
}

/// Keeps the columns that an officer chose for a view.
pub fn choose_columns(
    tx: &mut Tx<'_>,
    officer: &OfficerCode,
    view: &str,
    columns: &[String],
) -> Result<(), Broke> {
    tx.execute(
        "insert into view_columns (officer, view, columns) values ($1, $2, $3) \
         on conflict (officer, view) do update set columns = excluded.columns",
        params![officer, view, serde_json::to_string(columns).unwrap_or_default()],
    )
    .map(drop)
}

/// Whether single keys do something at an officer's desk, if they ever chose.
pub fn shortcuts(tx: &mut Tx<'_>, officer: &OfficerCode) -> Result<Option<bool>, Broke> {
    tx.first("select shortcuts from desk_choices where officer = $1", params![officer], |row| row.take())
}

/// Keeps whether they do.
pub fn choose_shortcuts(tx: &mut Tx<'_>, officer: &OfficerCode, on: bool) -> Result<(), Broke> {
    tx.execute(
        "insert into desk_choices (officer, shortcuts) values ($1, $2) \
         on conflict (officer) do update set shortcuts = excluded.shortcuts",
        params![officer, on],
    )
    .map(drop)
}
