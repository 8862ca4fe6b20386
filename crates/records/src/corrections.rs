//! Corrections: what a customer was understood to have said, and what they said; apart from events, so that it can be
//! erased.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{Actor, CaseId, CorrectionId};

/// One change of what was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// Of which case.
    pub case: CaseId,
    /// `answers`, `place` or `service`.
    pub what: String,
    /// From what.
    pub before: String,
    /// To what.
    pub after: String,
    /// Why.
    pub words: String,
    /// Who corrected it.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// Saves a correction.
pub fn insert(tx: &mut Tx<'_>, correction: &Correction) -> Result<(), Broke> {
    tx.execute(
        "insert into corrections (id, case_id, what, before_words, after_words, words, corrected_by, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            correction.id,
            correction.case,
            &correction.what,
            &correction.before,
            &correction.after,
            &correction.words,
            &correction.by,
            correction.at,
        ],
    )
    .map(drop)
}

/// The corrections of a case, oldest first. The scope is the one under which the case was read.
pub fn of_case(tx: &mut Tx<'_>, scope: &Scope, case: CaseId) -> Result<Vec<Correction>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    tx.all(
        "select id, case_id, what, before_words, after_words, words, corrected_by, at from corrections \
         where case_id = $1 order by id",
        params![case],
        |row| {
            let (id, case, what, before, after, words) =
                (row.parse()?, row.parse()?, row.take()?, row.take()?, row.take()?, row.take()?);
            let by: String = row.take()?;
            let by = by.parse().map_err(|problem| Broke::Decode { column: 6, problem })?;
            Ok(Correction { id, case, what, before, after, words, by, at: row.take()? })
        },
    )
}
