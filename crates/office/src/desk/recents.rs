//! What an officer opened lately.

use crate::{Act, Refusal, Verb};
use records::{Tx, cases, recents};
use terms::{Actor, Case, Reference};

/// Cases that each officer finds again.
pub const MOST_RECENTS: u32 = 50;

/// Notes that an officer opened a case.
pub fn opened(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<()> {
    let Actor::Officer(officer) = &act.who.actor else { return Ok(()) };
    let case = cases::by_reference(tx, &act.scope(), reference)?.ok_or(Refusal::NotFound("case"))?;
    recents::note(tx, officer, case.id, act.at)?;
    Ok(recents::keep(tx, officer, MOST_RECENTS)?)
}

/// The cases that an officer opened lately and may still read, the latest first.
pub fn recently(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<Vec<Case>> {
    let Actor::Officer(officer) = &act.who.actor else { return Ok(Vec::new()) };
    Ok(recents::of(tx, &act.scope(), officer, limit.min(MOST_RECENTS))?)
}
