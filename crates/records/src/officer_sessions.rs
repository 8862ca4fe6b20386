//! Officers' sessions: who is signed in, in which browser.

use crate::{Broke, Tx, params};
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
    /// Since when.
    pub begun_at: Timestamp,
    /// When it was last used, to about a minute.
    pub seen_at: Timestamp,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
}

/// Begins a session.
pub fn begin(tx: &mut Tx<'_>, session: &Session) -> Result<(), Broke> {
    tx.execute(
        "insert into officer_sessions (hash, officer, browser, begun_at, seen_at) values ($1, $2, $3, $4, $5)",
        params![
            &session.hash,
            &session.officer,
            &session.browser,
            session.begun_at,
            session.seen_at
        ],
    )
    .map(drop)
}

/// The session of a cookie. Whoever has the cookie has signed in.
pub fn by_hash(tx: &mut Tx<'_>, hash: &str) -> Result<Option<Session>, Broke> {
    let sql =
        "select hash, officer, browser, begun_at, seen_at, ended_at from officer_sessions where hash = $1";
    tx.first(sql, params![hash], |row| {
        Ok(Session {
            hash: row.take()?,
            officer: row.take()?,
            browser: row.take()?,
            begun_at: row.take()?,
            seen_at: row.take()?,
            ended_at: row.take()?,
        })
    })
}

/// Notes that a session is in use.
pub fn seen(tx: &mut Tx<'_>, hash: &str, at: Timestamp) -> Result<(), Broke> {
    tx.execute("update officer_sessions set seen_at = $2 where hash = $1", params![hash, at]).map(drop)
}

/// Ends a session; whether it went on until then.
pub fn end(tx: &mut Tx<'_>, hash: &str, at: Timestamp) -> Result<bool, Broke> {
    let sql = "update officer_sessions set ended_at = $2 where hash = $1 and ended_at is null";
    Ok(tx.execute(sql, params![hash, at])? > 0)
}
