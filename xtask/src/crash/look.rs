//! Reading back what is there, through the doors that customers and officers use.

use super::door::Door;
use super::ledger::Entry;
use super::reconcile::{Found, Worked};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that bears on the ledger.
pub(super) fn look(door: &Door, ledger: &[Entry]) -> Result<Found> {
    let worked_on: BTreeSet<&str> = ledger.iter().filter_map(|entry| entry.what.on()).collect();
    let mut worked = BTreeMap::new();
    for reference in worked_on {
        // A case that is not there is no case to look at; that it was acknowledged is the ledger's to say.
        if let Some(whole) = door.case(reference)? {
            let case =
                read(&whole).with_context(|| format!("{reference} is told in other words: {whole}"))?;
            worked.insert(reference.to_owned(), case);
        }
    }
    Ok(Found { cases: list(door)?, worked })
}

fn list(door: &Door) -> Result<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(door.list()?);
    let header = reader.headers()?.clone();
    let column = |name| header.iter().position(|cell| cell == name).context(format!("no column {name}"));
    let (reference, description) = (column("service_request_id")?, column("description")?);
    let mut cases = Vec::new();
    for record in reader.records() {
        let record = record?;
        let cell = |at| record.get(at).unwrap_or_default().to_owned();
        cases.push((cell(reference), cell(description)));
    }
    Ok(cases)
}

fn read(whole: &Value) -> Option<Worked> {
    let case = whole.get("case")?;
    let lines = whole.get("timeline")?.as_array()?;
    let words = lines.iter().filter_map(|line| line.get("words")?.as_str());
    Some(Worked {
        revision: case.get("revision")?.as_i64()?,
        is_closed: case.get("status")? == "closed",
        words: words.map(str::to_owned).collect(),
    })
}
