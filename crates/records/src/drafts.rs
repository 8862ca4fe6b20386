//! Words that could not be saved where they were meant to go, kept for their writer.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use terms::{Actor, CaseId, DraftId};

/// Kept words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Their id.
    pub id: DraftId,
    /// The case that they were meant for.
    pub case: CaseId,
    /// Who wrote them.
    pub writer: Actor,
    /// The words.
    pub words: String,
    /// Why they could not be saved.
    pub why: String,
    /// When.
    pub at: Timestamp,
}

/// Keeps words.
pub fn insert(tx: &mut Tx<'_>, draft: &Draft) -> Result<(), Broke> {
    tx.execute(
        "insert into drafts (id, case_id, writer, words, why, at) values ($1, $2, $3, $4, $5, $6)",
        params![draft.id, draft.case, &draft.writer, &draft.words, &draft.why, draft.at],
    )?;
    Ok(())
}

/// The words kept for a writer, and for nobody else, the latest first.
pub fn of_writer(tx: &mut Tx<'_>, writer: &Actor, limit: u32) -> Result<Vec<Draft>, Broke> {
    tx.all(
        "select id, case_id, words, why, at from drafts where writer = $1 order by at desc, id desc limit $2",
        params![writer, limit],
        |row| {
            Ok(Draft {
                id: row.parse()?,
                case: row.parse()?,
                writer: writer.clone(),
                words: row.take()?,
                why: row.take()?,
                at: row.take()?,
            })
        },
    )
}
