//! Which of the city's data were in force since when.

use crate::{Broke, Tx, params};
use jiff::Timestamp;

/// Notes that the city's data with this fingerprint are in force; since when they are.
pub fn in_force(tx: &mut Tx<'_>, fingerprint: &str, now: Timestamp) -> Result<Timestamp, Broke> {
    tx.execute(
        "insert into city_versions (fingerprint, since) values ($1, $2) on conflict (fingerprint) do nothing",
        params![fingerprint, now],
    )?;
    let since =
        tx.first("select since from city_versions where fingerprint = $1", params![fingerprint], |row| {
            row.take()
        })?;
    Ok(since.unwrap_or(now))
}
