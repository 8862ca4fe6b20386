//! Approvals: what officers ask their superiors, and what else is brought before these.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{ApprovalId, CaseId, OfficerCode, OutcomeCode, Pressing, RemedyCode};

const COLUMNS: &str = "id, case_id, remedy, amount, outcome, message, asked_by, officer, asked_at, due_at, state, \
    answered_at, revision";

/// A question to a superior.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Its id.
    pub id: ApprovalId,
    /// About which case.
    pub case: CaseId,
    /// What is to be offered, where it is that.
    pub remedy: Option<RemedyCode>,
    /// How much of it.
    pub amount: Option<i64>,
    /// How the work is to end, where it is that.
    pub outcome: Option<OutcomeCode>,
    /// What the customer is to be told once it is approved.
    pub message: String,
    /// Who asks.
    pub asked_by: OfficerCode,
    /// Who is asked now.
    pub officer: OfficerCode,
    /// When.
    pub asked_at: Timestamp,
    /// Until when an answer is due; none where nobody is left to ask.
    pub due_at: Option<Timestamp>,
    /// `asked`, `approved` or `refused`.
    pub state: String,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// Counts its changes.
    pub revision: i64,
}

/// Something that was brought before a superior.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalation {
    /// Which case.
    pub case: CaseId,
    /// Why.
    pub why: Pressing,
    /// Since when.
    pub at: Timestamp,
}

/// Saves a question.
pub fn insert(tx: &mut Tx<'_>, approval: &Approval) -> Result<(), Broke> {
    tx.execute(
        "insert into approvals (id, case_id, remedy, amount, outcome, message, asked_by, officer, asked_at, due_at, \
         state, answered_at, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            approval.id,
            approval.case,
            approval.remedy.as_ref(),
            approval.amount,
            approval.outcome.as_ref(),
            &approval.message,
            &approval.asked_by,
            &approval.officer,
            approval.asked_at,
            approval.due_at,
            &approval.state,
            approval.answered_at,
            approval.revision,
        ],
    )
    .map(drop)
}

/// Saves what became of a question, if nobody else has changed it since it was read.
pub fn update(tx: &mut Tx<'_>, approval: &Approval) -> Result<(), Broke> {
    let touched = tx.execute(
        "update approvals set officer = $3, due_at = $4, state = $5, answered_at = $6, revision = $2 + 1 \
         where id = $1 and revision = $2",
        params![
            approval.id,
            approval.revision,
            &approval.officer,
            approval.due_at,
            &approval.state,
            approval.answered_at,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// The questions about a case, oldest first. The scope is the one under which the case was read.
pub fn of_case(tx: &mut Tx<'_>, scope: &Scope, case: CaseId) -> Result<Vec<Approval>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    tx.all(
        &format!("select {COLUMNS} from approvals where case_id = $1 order by id"),
        params![case],
        approval,
    )
}

/// The questions that an officer has not answered, what is due first first.
pub fn asked_of(tx: &mut Tx<'_>, officer: &OfficerCode, limit: u32) -> Result<Vec<Approval>, Broke> {
    tx.all(
        &format!(
            "select {COLUMNS} from approvals where officer = $1 and state = 'asked' \
             order by coalesce(due_at, 9007199254740991), id limit $2"
        ),
        params![officer, limit],
        approval,
    )
}

/// How many questions an officer has not answered.
pub fn count_asked_of(tx: &mut Tx<'_>, officer: &OfficerCode) -> Result<i64, Broke> {
    tx.count("select count(*) from approvals where officer = $1 and state = 'asked'", params![officer])
}

/// The questions whose answer was due before an instant.
pub fn overdue(tx: &mut Tx<'_>, before: Timestamp, limit: u32) -> Result<Vec<Approval>, Broke> {
    tx.all(
        &format!(
            "select {COLUMNS} from approvals where state = 'asked' and due_at < $1 order by due_at limit $2"
        ),
        params![before, limit],
        approval,
    )
}

/// Brings a case before an officer; once for each reason.
pub fn escalate(tx: &mut Tx<'_>, officer: &OfficerCode, escalation: &Escalation) -> Result<(), Broke> {
    tx.execute(
        "insert into escalations (case_id, officer, why, at) values ($1, $2, $3, $4) \
         on conflict (case_id, officer, why) do update set at = excluded.at",
        params![escalation.case, officer, escalation.why, escalation.at],
    )
    .map(drop)
}

/// Notes that the house has looked before whom to bring a case, also where nobody is there: no officer has this name.
pub fn look(tx: &mut Tx<'_>, escalation: &Escalation) -> Result<(), Broke> {
    escalate(tx, &OfficerCode::new(""), escalation)
}

/// Has the house look again before whom to bring a case, as its first reply is due at another time.
pub fn look_again(tx: &mut Tx<'_>, case: CaseId) -> Result<(), Broke> {
    let why = Pressing::ReplyAboutToBreak;
    tx.execute("delete from escalations where case_id = $1 and why = $2", params![case, why]).map(drop)
}

/// What was brought before an officer of cases that are not closed, the latest first. What was answered is not late any
/// more.
pub fn escalated_to(tx: &mut Tx<'_>, officer: &OfficerCode, limit: u32) -> Result<Vec<Escalation>, Broke> {
    tx.all(
        "select escalations.case_id, escalations.why, escalations.at from escalations \
         join cases on cases.id = escalations.case_id where escalations.officer = $1 and cases.status <> 'closed' \
         and (escalations.why not in ($3, $4) or cases.first_replied_at is null) \
         order by escalations.at desc, escalations.case_id limit $2",
        params![officer, limit, Pressing::ReplyAboutToBreak, Pressing::ReplyBroken],
        |row| Ok(Escalation { case: row.parse()?, why: row.parse()?, at: row.take()? }),
    )
}

fn approval(row: &mut Row<'_>) -> Result<Approval, Broke> {
    Ok(Approval {
        id: row.parse()?,
        case: row.parse()?,
        remedy: row.take()?,
        amount: row.take()?,
        outcome: row.take()?,
        message: row.take()?,
        asked_by: row.take()?,
        officer: row.take()?,
        asked_at: row.take()?,
        due_at: row.take()?,
        state: row.take()?,
        answered_at: row.take()?,
        revision: row.take()?,
    })
}
