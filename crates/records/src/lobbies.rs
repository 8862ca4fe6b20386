//! Lobbies: what a supervisor set for everybody who waits at an office.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use jiff::civil::Date;
use terms::{Announcement, LineCode, OfficeCode};

/// What is set for an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lobby {
    /// Which.
    pub office: OfficeCode,
    /// A write that names another is refused; 0 where nothing was ever set.
    pub revision: i64,
    /// The day of the office of which the closed lines and the announcement are.
    pub day: Date,
    /// Lines that nobody joins any more on that day.
    pub closed_lines: Vec<LineCode>,
    /// What everybody who waits is told, and until when.
    pub announcement: Option<(Announcement, Timestamp)>,
    /// Since when the office is closed at once, until somebody opens it again.
    pub emergency_at: Option<Timestamp>,
}

/// What is set for an office, if anything ever was.
pub fn of(tx: &mut Tx<'_>, office: &OfficeCode) -> Result<Option<Lobby>, Broke> {
    let sql = "select office, revision, day, closed_lines, announcement, announced_until, emergency_at from lobbies \
               where office = $1";
    tx.first(sql, params![office], lobby)
}

/// Saves what is set since the revision that was read.
pub fn save(tx: &mut Tx<'_>, lobby: &Lobby, read: i64) -> Result<(), Broke> {
    let lines =
        serde_json::to_string(&lobby.closed_lines).map_err(|error| Broke::Engine(error.to_string()))?;
    let sql = "insert into lobbies (office, revision, day, closed_lines, announcement, announced_until, emergency_at) \
               values ($1, $2, $3, $4, $5, $6, $7) on conflict (office) do update set revision = excluded.revision, \
               day = excluded.day, closed_lines = excluded.closed_lines, announcement = excluded.announcement, \
               announced_until = excluded.announced_until, emergency_at = excluded.emergency_at \
               where lobbies.revision = $8";
    let touched = tx.execute(
        sql,
        params![
            &lobby.office,
            lobby.revision,
            lobby.day.to_string(),
            lines,
            lobby.announcement.map(|(announcement, _)| announcement),
            lobby.announcement.map(|(_, until)| until),
            lobby.emergency_at,
            read,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

fn lobby(row: &mut Row<'_>) -> Result<Lobby, Broke> {
    let (office, revision, day) = (row.take()?, row.take()?, row.parse()?);
    let closed_lines = row.json()?;
    let (announcement, until): (Option<Announcement>, Option<Timestamp>) = (row.parse_opt()?, row.take()?);
    let emergency_at = row.take()?;
    Ok(Lobby { office, revision, day, closed_lines, announcement: announcement.zip(until), emergency_at })
}
