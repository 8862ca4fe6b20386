//! Codes that prove an address: only their hashes are kept, and not for long.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use terms::{CodeId, CodePurpose, ContactPointId};

/// A code that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Its id, which whoever asked holds.
    pub id: CodeId,
    /// The address that it proves; none where no customer has the address, or none could be told.
    pub point: Option<ContactPointId>,
    /// What it opens.
    pub purpose: CodePurpose,
    /// SHA-256 of its id and digits, in hexadecimal.
    pub hash: String,
    /// Until when.
    pub expires_at: Timestamp,
    /// How often it may still be tried.
    pub tries_left: u32,
    /// Since when.
    pub created_at: Timestamp,
}

/// Saves a code.
pub fn insert(tx: &mut Tx<'_>, code: &Code) -> Result<(), Broke> {
    tx.execute(
        "insert into codes (id, contact_point_id, purpose, hash, expires_at, tries_left, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            code.id,
            code.point,
            code.purpose,
            &code.hash,
            code.expires_at,
            code.tries_left,
            code.created_at
        ],
    )?;
    Ok(())
}

/// Takes one try of a code that is still good for a purpose; its hash and the address that it proves. Those who try
/// at the same time each take one, as the row is theirs until they end.
pub fn take_try(
    tx: &mut Tx<'_>,
    id: CodeId,
    purpose: CodePurpose,
    now: Timestamp,
) -> Result<Option<(String, Option<ContactPointId>)>, Broke> {
    tx.first(
        "update codes set tries_left = tries_left - 1 \
         where id = $1 and purpose = $2 and expires_at > $3 and tries_left > 0 \
         returning hash, contact_point_id",
        params![id, purpose, now],
        |row| Ok((row.take()?, row.parse_opt()?)),
    )
}

/// Removes a code that was used.
pub fn used(tx: &mut Tx<'_>, id: CodeId) -> Result<(), Broke> {
    tx.execute("delete from codes where id = $1", params![id]).map(drop)
}

/// Forgets the codes of before an instant.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute("delete from codes where created_at < $1", params![before])
}
