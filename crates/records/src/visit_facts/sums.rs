//! Days of all offices added up, by line.

use super::{FACTS, Fact, Waited, fact};
use crate::{Broke, Tx, params};
use std::collections::BTreeMap;
use terms::{LineCode, OfficeCode};

/// What was written from one day to another, both included, by office and line.
pub fn by_line(tx: &mut Tx<'_>, (from, to): (&str, &str)) -> Result<BTreeMap<LineOf, Fact>, Broke> {
    let sums = FACTS.split(", ").map(|column| format!("cast(sum({column}) as bigint)"));
    let sql = format!(
        "select office, line, {} from visit_facts where day >= $1 and day <= $2 group by office, line",
        sums.collect::<Vec<_>>().join(", ")
    );
    let rows = tx.all(&sql, params![from, to], |row| Ok(((row.take()?, row.take()?), fact(row)?)))?;
    Ok(rows.into_iter().collect())
}

/// The line of an office.
pub type LineOf = (OfficeCode, LineCode);
/// Waits of a line of an office in one step.
pub type WaitOf = (LineOf, (i64, Waited));

/// The waits from one day to another, both included, by office, line and step.
pub fn waits_by_line(tx: &mut Tx<'_>, (from, to): (&str, &str)) -> Result<Vec<WaitOf>, Broke> {
    tx.all(
        "select office, line, bucket, cast(sum(called) as bigint), cast(sum(gone) as bigint) from visit_waits \
         where day >= $1 and day <= $2 group by office, line, bucket",
        params![from, to],
        |row| {
            let (of, bucket) = ((row.take()?, row.take()?), row.take()?);
            Ok((of, (bucket, Waited { called: row.take()?, gone: row.take()? })))
        },
    )
}
