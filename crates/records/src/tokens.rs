//! API tokens: only their hashes are kept.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{AgencyCode, OfficerCode, ScopeName, TokenId};

/// What is known of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// What its holder is called.
    pub name: String,
    /// SHA-256 of its text, in hexadecimal.
    pub hash: String,
    /// What it opens.
    pub scopes: Vec<ScopeName>,
    /// The officer for whom it acts, if for one.
    pub officer: Option<OfficerCode>,
    /// The agency that it is limited to.
    pub agency: Option<AgencyCode>,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub expires_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub revoked_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, name, hash, scopes, officer, agency, created_at, expires_at, revoked_at";

/// Saves a token.
pub fn insert(tx: &mut Tx<'_>, token: &Token) -> Result<(), Broke> {
    let scopes = serde_json::to_string(&token.scopes).map_err(|error| Broke::Engine(error.to_string()))?;
    tx.execute(
        "insert into tokens (id, name, hash, scopes, officer, agency, created_at, expires_at, revoked_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            token.id,
            &token.name,
            &token.hash,
            scopes,
            token.officer.as_ref(),
            token.agency.as_ref(),
            token.created_at,
            token.expires_at,
            token.revoked_at,
        ],
    )?;
    Ok(())
}

/// The token with a hash.
pub fn by_hash(tx: &mut Tx<'_>, hash: &str) -> Result<Option<Token>, Broke> {
    tx.first(&format!("select {COLUMNS} from tokens where hash = $1"), params![hash], token)
}

/// All tokens, the newest first.
pub fn all(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<Token>, Broke> {
    tx.all(&format!("select {COLUMNS} from tokens order by id desc limit $1"), params![limit], token)
}

/// Withdraws a token; whether there was one that was not withdrawn before.
pub fn revoke(tx: &mut Tx<'_>, id: TokenId, at: Timestamp) -> Result<bool, Broke> {
    let touched = tx
        .execute("update tokens set revoked_at = $2 where id = $1 and revoked_at is null", params![id, at])?;
    Ok(touched == 1)
}

fn token(row: &mut Row<'_>) -> Result<Token, Broke> {
    Ok(Token {
        id: row.parse()?,
        name: row.take()?,
        hash: row.take()?,
        scopes: row.json()?,
        officer: row.take()?,
        agency: row.take()?,
        created_at: row.take()?,
        expires_at: row.take()?,
        revoked_at: row.take()?,
    })
}
