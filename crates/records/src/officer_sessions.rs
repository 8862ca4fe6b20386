//! Officers' sessions: who is signed in, in which browser.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::OfficerCode;

/// A session of an officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The hash of its cookie.
    pub hash: String,
    /// Whose.
    pub officer: OfficerCode,
    /// What the browser calls itself.
    pub browser: String,
    /// Whether a new password has to be chosen before anything else.
    pub changes_password: bool,
    /// Since when.
    pub begun_at: Timestamp,
    /// When it was last used, to about a minute.
    pub seen_at: Timestamp,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
}

const COLUMNS: &str = "hash, officer, browser, changes_password, begun_at, seen_at, ended_at";

/// Begins a session.
pub fn begin(tx: &mut Tx<'_>, session: &Session) -> Result<(), Broke> {
    tx.execute(
        "insert into officer_sessions (hash, officer, browser, changes_password, begun_at, seen_at) \
         values ($1, $2, $3, $4, $5, $6)",
        params![
            &session.hash,
            &session.officer,
            &session.browser,
            session.changes_password,
            session.begun_at,
            session.seen_at
        ],
    )
    .map(drop)
}

/// The session of a cookie. Whoever has the cookie has signed in.
pub fn by_hash(tx: &mut Tx<'_>, hash: &str) -> Result<Option<Session>, Broke> {
    tx.first(&format!("select {COLUMNS} from officer_sessions where hash = $1"), params![hash], session)
}

/// The sessions that nobody ended, and that were begun and used since two instants, the latest first; of one officer,
/// or of all.
pub fn going_on(
    tx: &mut Tx<'_>,
    officer: Option<&OfficerCode>,
    (begun, seen): (Timestamp, Timestamp),
    limit: u32,
) -> Result<Vec<Session>, Broke> {
    let sql = format!(
        "select {COLUMNS} from officer_sessions where ended_at is null and begun_at >= $1 and seen_at >= $2 \
         and (cast($3 as text) is null or officer = $3) order by seen_at desc, hash limit $4"
    );
    tx.all(&sql, params![begun, seen, officer, limit], session)
}

/// Notes that a session is in use.
pub fn seen(tx: &mut Tx<'_>, hash: &str, at: Timestamp) -> Result<(), Broke> {
    tx.execute("update officer_sessions set seen_at = $2 where hash = $1", params![hash, at]).map(drop)
}

/// Ends a session; whose it was, if it went on until then.
pub fn end(tx: &mut Tx<'_>, hash: &str, at: Timestamp) -> Result<Option<OfficerCode>, Broke> {
    let sql =
        "update officer_sessions set ended_at = $2 where hash = $1 and ended_at is null returning officer";
    tx.first(sql, params![hash, at], |row| row.take())
}

/// Ends the sessions of an officer, but for one if it is named; how many.
pub fn end_all(
    tx: &mut Tx<'_>,
    officer: &OfficerCode,
    at: Timestamp,
    but: Option<&str>,
) -> Result<u64, Broke> {
    tx.execute(
        "update officer_sessions set ended_at = $2 where officer = $1 and ended_at is null and hash <> $3",
        params![officer, at, but.unwrap_or_default()],
    )
}

/// Forgets the sessions that were begun before an instant; how many.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from officer_sessions where begun_at < $1", params![before])
}

fn session(row: &mut Row<'_>) -> Result<Session, Broke> {
    Ok(Session {
        hash: row.take()?,
        officer: row.take()?,
        browser: row.take()?,
        changes_password: row.take()?,
        begun_at: row.take()?,
        seen_at: row.take()?,
        ended_at: row.take()?,
    })
}
