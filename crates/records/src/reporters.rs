//! Those who reported the same thing as a case that speaks for them.

use crate::{Broke, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{CaseId, CustomerId};

/// A report that another case speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporter {
    /// Their own report.
    pub case: CaseId,
    /// Who they are, if they said so.
    pub customer: Option<CustomerId>,
    /// Since when.
    pub joined_at: Timestamp,
}

/// Attaches a report to the case that speaks for it.
pub fn join(tx: &mut Tx<'_>, case: CaseId, reporter: &Reporter) -> Result<(), Broke> {
    tx.execute(
        "insert into reporters (case_id, from_case_id, customer_id, joined_at) values ($1, $2, $3, $4) \
         on conflict (case_id, from_case_id) do nothing",
        params![case, reporter.case, reporter.customer, reporter.joined_at],
    )?;
    Ok(())
}

/// Takes a report away from the case that spoke for it.
pub fn leave(tx: &mut Tx<'_>, case: CaseId, from: CaseId) -> Result<(), Broke> {
    tx.execute("delete from reporters where case_id = $1 and from_case_id = $2", params![case, from])
        .map(drop)
}

/// The reports that a case speaks for, in the order in which they joined.
pub fn of_case(tx: &mut Tx<'_>, scope: &Scope, case: CaseId) -> Result<Vec<Reporter>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(Vec::new());
    }
    tx.all(
        "select from_case_id, customer_id, joined_at from reporters where case_id = $1 order by joined_at, from_case_id",
        params![case],
        |row| Ok(Reporter { case: row.parse()?, customer: row.parse_opt()?, joined_at: row.take()? }),
    )
}
