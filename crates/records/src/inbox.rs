//! The inbox: what was sent to a door that takes it in later.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{CaseId, InboxId, Reference};

/// Something received and not yet, or already, taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Its id.
    pub id: InboxId,
    /// The token that its sender holds.
    pub token: String,
    /// What was sent, as JSON.
    pub body: String,
    /// When.
    pub received_at: Timestamp,
    /// The case that it became.
    pub case: Option<CaseId>,
}

/// Stores what was received.
pub fn insert(tx: &mut Tx<'_>, received: &Received) -> Result<(), Broke> {
    tx.execute(
        "insert into inbox (id, token, body, received_at, case_id) values ($1, $2, $3, $4, $5)",
        params![received.id, &received.token, &received.body, received.received_at, received.case],
    )?;
    Ok(())
}

/// What was received under an id, to take it in.
pub fn by_id(tx: &mut Tx<'_>, id: InboxId) -> Result<Option<Received>, Broke> {
    tx.first("select id, token, body, received_at, case_id from inbox where id = $1", params![id], received)
}

/// Notes the case that something received became, if it had not become one before.
pub fn taken_in(tx: &mut Tx<'_>, id: InboxId, case: CaseId) -> Result<(), Broke> {
    let touched =
        tx.execute("update inbox set case_id = $2 where id = $1 and case_id is null", params![id, case])?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// What was received under a token, and the reference of the case that it became.
pub fn by_token(tx: &mut Tx<'_>, token: &str) -> Result<Option<(Received, Option<Reference>)>, Broke> {
    tx.first(
        "select inbox.id, token, body, received_at, case_id, reference from inbox \
         left join cases on cases.id = inbox.case_id where token = $1",
        params![token],
        |row| Ok((received(row)?, row.parse_opt()?)),
    )
}

fn received(row: &mut Row<'_>) -> Result<Received, Broke> {
    Ok(Received {
        id: row.parse()?,
        token: row.take()?,
        body: row.take()?,
        received_at: row.take()?,
        case: row.parse_opt()?,
    })
}
