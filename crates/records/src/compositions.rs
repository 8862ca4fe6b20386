//! Compositions: what officers write about cases until it is sent or thrown away.

use crate::files::{self, File};
use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{
    CaseId, CompositionId, CompositionKind, CompositionState, FileId, OfficerCode, OutcomeCode, Reference,
};

const COLUMNS: &str = "id, reference, officer, kind, outcome, words, revision, base, state, why, send_at, at";

/// What an officer writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// Its id.
    pub id: CompositionId,
    /// The case that it is about.
    pub reference: Reference,
    /// Who writes.
    pub officer: OfficerCode,
    /// What it is.
    pub kind: CompositionKind,
    /// How the case is to end, of one that ends it.
    pub outcome: Option<OutcomeCode>,
    /// The words.
    pub words: String,
    /// Counts its changes; a write that names another is refused.
    pub revision: i64,
    /// The revision of the case that its writer has read.
    pub base: i64,
    /// What becomes of it.
    pub state: CompositionState,
    /// Why it came back when it was to be sent.
    pub why: Option<String>,
    /// When it is sent.
    pub send_at: Option<Timestamp>,
    /// When it last changed.
    pub at: Timestamp,
}

/// Saves a new one, if its writer has no other about the case.
pub fn insert(tx: &mut Tx<'_>, new: &Composition) -> Result<(), Broke> {
    let touched = tx.execute(
        &format!(
            "insert into compositions ({COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
             on conflict do nothing"
        ),
        params![
            new.id,
            &new.reference,
            &new.officer,
            new.kind,
            new.outcome.as_ref(),
            &new.words,
            new.revision,
            new.base,
            new.state,
            new.why.as_ref(),
            new.send_at,
            new.at,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// Saves a change, if nobody else has changed it since revision `read`.
pub fn update(tx: &mut Tx<'_>, new: &Composition, read: i64) -> Result<(), Broke> {
    let touched = tx.execute(
        "update compositions set kind = $3, outcome = $4, words = $5, revision = $6, base = $7, state = $8, why = $9, \
         send_at = $10, at = $11 where id = $1 and revision = $2",
        params![
            new.id,
            read,
            new.kind,
            new.outcome.as_ref(),
            &new.words,
            new.revision,
            new.base,
            new.state,
            new.why.as_ref(),
            new.send_at,
            new.at,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// Takes one away that was sent.
pub fn remove(tx: &mut Tx<'_>, id: CompositionId) -> Result<(), Broke> {
    tx.execute("delete from composition_articles where composition_id = $1", params![id])?;
    tx.execute("delete from compositions where id = $1", params![id]).map(drop)
}

/// One by its id.
pub fn by_id(tx: &mut Tx<'_>, id: CompositionId) -> Result<Option<Composition>, Broke> {
    tx.first(&format!("select {COLUMNS} from compositions where id = $1"), params![id], composition)
}

/// All about a case, those of longest ago first.
pub fn of_case(tx: &mut Tx<'_>, reference: &Reference) -> Result<Vec<Composition>, Broke> {
    tx.all(
        &format!("select {COLUMNS} from compositions where reference = $1 order by at, id"),
        params![reference],
        composition,
    )
}

/// What an officer has not sent, the latest first.
pub fn of_officer(tx: &mut Tx<'_>, officer: &OfficerCode, limit: u32) -> Result<Vec<Composition>, Broke> {
    tx.all(
        &format!(
            "select {COLUMNS} from compositions where officer = $1 and state <> 'thrown' order by at desc, id desc \
             limit $2"
        ),
        params![officer, limit],
        composition,
    )
}

/// Forgets those that were thrown away before an instant, with their files.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<u64, Broke> {
    tx.execute(
        "delete from files where case_id is null and composition_id in \
         (select id from compositions where state = 'thrown' and at < $1)",
        params![before],
    )?;
    tx.execute(
        "delete from composition_articles where composition_id in \
         (select id from compositions where state = 'thrown' and at < $1)",
        params![before],
    )?;
    tx.execute("delete from compositions where state = 'thrown' and at < $1", params![before])
}

/// Lets a file wait for a composition.
pub fn add_file(tx: &mut Tx<'_>, id: CompositionId, file: FileId) -> Result<(), Broke> {
    tx.execute("update files set composition_id = $2 where id = $1", params![file, id]).map(drop)
}

/// The files that wait for a composition, the first one first.
pub fn files_of(tx: &mut Tx<'_>, id: CompositionId) -> Result<Vec<File>, Broke> {
    let columns = files::COLUMNS;
    tx.all(
        &format!("select {columns} from files where composition_id = $1 and case_id is null order by id"),
        params![id],
        files::file,
    )
}

/// Takes a waiting file away.
pub fn remove_file(tx: &mut Tx<'_>, id: CompositionId, file: FileId) -> Result<(), Broke> {
    tx.execute(
        "delete from files where id = $1 and composition_id = $2 and case_id is null",
        params![file, id],
    )
    .map(drop)
}

/// Gives the files of what was sent to its case, as of the instant at which it left.
pub fn hand_over(tx: &mut Tx<'_>, id: CompositionId, (case, at): (CaseId, Timestamp)) -> Result<u64, Broke> {
    tx.execute(
        "update files set case_id = $2, at = $3 where composition_id = $1 and case_id is null",
        params![id, case, at],
    )
}

fn composition(row: &mut Row<'_>) -> Result<Composition, Broke> {
    Ok(Composition {
        id: row.parse()?,
        reference: row.parse()?,
        officer: row.take()?,
        kind: row.parse()?,
        outcome: row.take()?,
        words: row.take()?,
        revision: row.take()?,
        base: row.take()?,
        state: row.parse()?,
        why: row.take()?,
        send_at: row.take()?,
        at: row.take()?,
    })
}
