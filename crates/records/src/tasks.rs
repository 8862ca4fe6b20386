//! Tasks: the parts of a case that partner agencies do.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{Actor, AgencyCode, CaseId, TaskId};

const COLUMNS: &str =
    "id, case_id, agency, words, answer_words, state, asked_by, asked_at, due_at, answered_at, revision";

/// A part of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The case that it is a part of.
    pub case: CaseId,
    /// Who is to do it.
    pub agency: AgencyCode,
    /// What is to be done.
    pub words: String,
    /// What the partner said.
    pub answer_words: Option<String>,
    /// `asked`, `accepted`, `returned` or `done`.
    pub state: String,
    /// Who asked.
    pub asked_by: Actor,
    /// When.
    pub asked_at: Timestamp,
    /// By when it is needed.
    pub due_at: Option<Timestamp>,
    /// When the partner last answered.
    pub answered_at: Option<Timestamp>,
    /// Counts its changes; a write that names another is refused.
    pub revision: i64,
}

/// Saves a new task.
pub fn insert(tx: &mut Tx<'_>, task: &Task) -> Result<(), Broke> {
    tx.execute(
        "insert into tasks (id, case_id, agency, words, answer_words, state, asked_by, asked_at, due_at, answered_at, \
         revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            task.id,
            task.case,
            &task.agency,
            &task.words,
            task.answer_words.as_ref(),
            &task.state,
            &task.asked_by,
            task.asked_at,
            task.due_at,
            task.answered_at,
            task.revision,
        ],
    )?;
    Ok(())
}

/// Saves an answer, if nobody else has answered since revision `read`.
pub fn update(tx: &mut Tx<'_>, task: &Task, read: i64) -> Result<(), Broke> {
    let touched = tx.execute(
        "update tasks set state = $3, answer_words = $4, answered_at = $5, revision = $6 \
         where id = $1 and revision = $2",
        params![task.id, read, &task.state, task.answer_words.as_ref(), task.answered_at, task.revision],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// The tasks of a case, oldest first. The scope is the one under which the case was read.
pub fn of_case(tx: &mut Tx<'_>, scope: &Scope, case: CaseId) -> Result<Vec<Task>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    tx.all(&format!("select {COLUMNS} from tasks where case_id = $1 order by id"), params![case], task)
}

fn task(row: &mut Row<'_>) -> Result<Task, Broke> {
    let (id, case, agency, words, answer_words, state) =
        (row.parse()?, row.parse()?, row.take()?, row.take()?, row.take()?, row.take()?);
    let asked_by: String = row.take()?;
    Ok(Task {
        id,
        case,
        agency,
        words,
        answer_words,
        state,
        asked_by: asked_by.parse().map_err(|problem| Broke::Decode { column: 6, problem })?,
        asked_at: row.take()?,
        due_at: row.take()?,
        answered_at: row.take()?,
        revision: row.take()?,
    })
}
