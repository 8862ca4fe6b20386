//! Asking again for what was acknowledged: the same key is given the same answer, and nothing happens twice.

use super::door::{Answer, Door};
use super::ledger::{Entry, Fate};
use anyhow::Result;
use terms::Chance;

/// How many are asked for again.
const SAMPLE: usize = 300;

/// What asking again showed.
pub(super) struct Again {
    /// Entries that were asked for again.
    pub(super) asked: usize,
    /// Those that were answered otherwise than the first time.
    pub(super) otherwise: Vec<String>,
}

/// Asks again for a sample of what was acknowledged.
pub(super) fn ask_again(door: &Door, ledger: &[Entry], chance: &Chance) -> Result<Again> {
    let mut again = Again { asked: 0, otherwise: Vec::new() };
    for entry in sample(ledger, chance)? {
        let Fate::Acknowledged(first) = &entry.fate else { continue };
        again.asked += 1;
        match door.ask(entry) {
            Answer::Whole { status: 200..=299, body } if body == *first => {}
            other => again.otherwise.push(format!("{}: first {first}, then {other:?}", entry.key)),
        }
    }
    Ok(again)
}

/// Acknowledged entries, drawn by chance and without drawing one twice.
fn sample<'a>(ledger: &'a [Entry], chance: &Chance) -> Result<Vec<&'a Entry>> {
    let mut rest: Vec<&Entry> =
        ledger.iter().filter(|entry| matches!(entry.fate, Fate::Acknowledged(_))).collect();
    let mut sample = Vec::new();
    while sample.len() < SAMPLE && !rest.is_empty() {
        let at = usize::try_from(chance.below(u64::try_from(rest.len())?))?;
        sample.push(rest.swap_remove(at));
    }
    Ok(sample)
}
