//! Officers' passwords: what they are checked against, and nothing that tells them.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use terms::OfficerCode;

/// What an officer's password is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its hash, as a PHC string.
    pub hash: String,
    /// Whether it is for one sign-in, at which another has to be chosen.
    pub temporary: bool,
}

/// What the password of an officer is checked against, if they have one.
pub fn of(tx: &mut Tx<'_>, officer: &OfficerCode) -> Result<Option<Kept>, Broke> {
    tx.first("select hash, temporary from officer_passwords where officer = $1", params![officer], |row| {
        Ok(Kept { hash: row.take()?, temporary: row.take()? })
    })
}

/// Gives an officer a password.
pub fn set(tx: &mut Tx<'_>, officer: &OfficerCode, kept: &Kept, at: Timestamp) -> Result<(), Broke> {
    tx.execute(
        "insert into officer_passwords (officer, hash, temporary, set_at) values ($1, $2, $3, $4) \
         on conflict (officer) do update set hash = excluded.hash, temporary = excluded.temporary, \
         set_at = excluded.set_at",
        params![officer, &kept.hash, kept.temporary, at],
    )
    .map(drop)
}
