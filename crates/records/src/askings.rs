//! Askings: requests that are still being written, a page at a time.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{AskingId, CaseId, ServiceCode};

const COLUMNS: &str = "id, session, link, service, body, revision, case_id, created_at, updated_at";

/// A request that is being written, or was sent lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Its id.
    pub id: AskingId,
    /// The hash of the cookie of the browser that it belongs to.
    pub session: String,
    /// The hash of the link by which another browser can go on with it.
    pub link: Option<String>,
    /// The service asked for.
    pub service: ServiceCode,
    /// What was written so far, as JSON.
    pub body: String,
    /// How often it was saved.
    pub revision: i64,
    /// The case that it became.
    pub case: Option<CaseId>,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last saved.
    pub updated_at: Timestamp,
}

/// Saves a new one.
pub fn insert(tx: &mut Tx<'_>, asking: &Asking) -> Result<(), Broke> {
    tx.execute(
        &format!("insert into askings ({COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"),
        params![
            asking.id,
            &asking.session,
            asking.link.as_ref(),
            &asking.service,
            &asking.body,
            asking.revision,
            asking.case,
            asking.created_at,
            asking.updated_at,
        ],
    )
    .map(drop)
}

/// Saves what changed, if nobody else has since revision `read`.
pub fn update(tx: &mut Tx<'_>, asking: &Asking, read: i64) -> Result<(), Broke> {
    let touched = tx.execute(
        "update askings set session = $3, link = $4, body = $5, revision = $6, case_id = $7, updated_at = $8 \
         where id = $1 and revision = $2",
        params![
            asking.id,
            read,
            &asking.session,
            asking.link.as_ref(),
            &asking.body,
            asking.revision,
            asking.case,
            asking.updated_at,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// The one with an id, if it belongs to the session.
pub fn of_session(tx: &mut Tx<'_>, id: AskingId, session: &str) -> Result<Option<Asking>, Broke> {
    tx.first(
        &format!("select {COLUMNS} from askings where id = $1 and session = $2"),
        params![id, session],
        asking,
    )
}

/// The one that a link leads to.
pub fn of_link(tx: &mut Tx<'_>, link: &str) -> Result<Option<Asking>, Broke> {
    tx.first(&format!("select {COLUMNS} from askings where link = $1"), params![link], asking)
}

/// Those of a session that were not sent, the latest first.
pub fn unsent(tx: &mut Tx<'_>, session: &str, limit: u32) -> Result<Vec<Asking>, Broke> {
    tx.all(
        &format!(
            "select {COLUMNS} from askings where session = $1 and case_id is null \
             order by updated_at desc, id desc limit $2"
        ),
        params![session, limit],
        asking,
    )
}

/// Takes one away.
pub fn remove(tx: &mut Tx<'_>, id: AskingId) -> Result<(), Broke> {
    tx.execute("delete from files where asking_id = $1 and case_id is null", params![id])?;
    tx.execute("delete from askings where id = $1", params![id]).map(drop)
}

/// Forgets those not touched since an instant, with the files that were never sent; how many.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute(
        "delete from files where case_id is null and asking_id in (select id from askings where updated_at < $1)",
        params![before],
    )?;
    tx.execute("delete from askings where updated_at < $1", params![before])
}

fn asking(row: &mut Row<'_>) -> Result<Asking, Broke> {
    Ok(Asking {
        id: row.parse()?,
        session: row.take()?,
        link: row.take()?,
        service: row.take()?,
        body: row.take()?,
        revision: row.take()?,
        case: row.parse_opt()?,
        created_at: row.take()?,
        updated_at: row.take()?,
    })
}
