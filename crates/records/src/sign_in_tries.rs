//! How often somebody tried to sign in, lane by lane, and which browsers are known. A restart forgets nothing.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use terms::OfficerCode;

/// When a lane may be used again; none if nobody has used it.
pub fn next_at(tx: &mut Tx<'_>, lane: &str) -> Result<Option<Timestamp>, Broke> {
    tx.first("select next_at from sign_in_tries where lane = $1", params![lane], |row| row.take())
}

/// Takes a try of a lane; the how many-th it is since `since`. Those who try at the same time each take one, as the
/// row is theirs until they end; whoever comes too early begins anew.
pub fn take(tx: &mut Tx<'_>, lane: &str, at: Timestamp, since: Timestamp) -> Result<i64, Broke> {
    tx.execute(
        "insert into sign_in_tries (lane, tries, next_at, tried_at) values ($1, 0, $2, $2) \
         on conflict (lane) do nothing",
        params![lane, at],
    )?;
    let taken = tx.first(
        "update sign_in_tries set tries = case when tried_at < $3 then 1 else tries + 1 end, tried_at = $2 \
         where lane = $1 and next_at <= $2 returning tries",
        params![lane, at, since],
        |row| row.take(),
    )?;
    taken.ok_or_else(|| tx.contend())
}

/// Says when a lane may be used again.
pub fn delay(tx: &mut Tx<'_>, lane: &str, until: Timestamp) -> Result<(), Broke> {
    tx.execute("update sign_in_tries set next_at = $2 where lane = $1", params![lane, until]).map(drop)
}

/// Gives a try of a lane back, without letting anybody try earlier.
pub fn give_back(tx: &mut Tx<'_>, lane: &str) -> Result<(), Broke> {
    tx.execute("update sign_in_tries set tries = tries - 1 where lane = $1 and tries > 0", params![lane])
        .map(drop)
}

/// Forgets the tries of a lane.
pub fn clear(tx: &mut Tx<'_>, lane: &str) -> Result<(), Broke> {
    tx.execute("delete from sign_in_tries where lane = $1", params![lane]).map(drop)
}

/// Notes that an officer signed in in a browser.
pub fn know(tx: &mut Tx<'_>, browser: &str, officer: &OfficerCode, at: Timestamp) -> Result<(), Broke> {
    tx.execute(
        "insert into officer_browsers (hash, officer, seen_at) values ($1, $2, $3) \
         on conflict (hash, officer) do update set seen_at = excluded.seen_at",
        params![browser, officer, at],
    )
    .map(drop)
}

/// Whether an officer has signed in in a browser before.
pub fn is_known(tx: &mut Tx<'_>, browser: &str, officer: &OfficerCode) -> Result<bool, Broke> {
    let sql = "select count(*) from officer_browsers where hash = $1 and officer = $2";
    Ok(tx.count(sql, params![browser, officer])? > 0)
}

/// Forgets the tries, and the browsers, of before two instants; how many.
pub fn forget(tx: &mut Tx<'_>, tried: Timestamp, seen: Timestamp) -> Result<u64, Broke> {
    let tries = tx.execute("delete from sign_in_tries where tried_at < $1", params![tried])?;
    Ok(tries + tx.execute("delete from officer_browsers where seen_at < $1", params![seen])?)
}
