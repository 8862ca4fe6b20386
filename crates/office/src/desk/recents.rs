//! What an officer opened lately.

use crate::{Act, Verb};
use records::{Tx, recents};
use terms::{Actor, Case};

/// Cases that each officer finds again.
pub const MOST_RECENTS: u32 = 50;

/// Notes that an officer opened a case.
pub fn opened(tx: &mut Tx<'_>, act: &Act, case: &Case) -> Verb<()> {
    let Actor::Officer(officer) = &act.who.actor else { return Ok(()) };
    recents::note(tx, officer, case.id, act.at)?;
    Ok(recents::keep(tx, officer, MOST_RECENTS)?)
}

/// The cases that an officer opened lately and may still read, the latest first.
pub fn recently(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<Vec<Case>> {
    let Actor::Officer(officer) = &act.who.actor else { return Ok(Vec::new()) };
    Ok(recents::of(tx, &act.scope(), officer, limit.min(MOST_RECENTS))?)
}
