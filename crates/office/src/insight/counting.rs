//! Keeping the daily facts in step with the events, a few cases at a time.

use super::facts_of;
use crate::city::City;
use crate::{Act, Verb};
use records::facts::{self, Key};
use records::{Tx, cases, events};
use std::collections::BTreeMap;
use terms::{Case, CaseId, State};

/// Counts some of the cases to which something happened since they were last counted; how many.
pub fn count_some(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    let behind = cases::uncounted(tx, limit)?;
    let mut changes: BTreeMap<Key, i64> = BTreeMap::new();
    for (id, revision, counted) in &behind {
        let before = state_at(tx, *id, *counted)?;
        let after = state_at(tx, *id, *revision)?;
        for (state, sign) in [(before, -1), (after, 1)] {
            for key in state.iter().flat_map(|state| facts_of(act.city(), state)) {
                *changes.entry(key).or_default() += sign;
            }
        }
        cases::mark_counted(tx, *id, *counted, *revision)?;
    }
    facts::add(tx, &changes)?;
    Ok(behind.len())
}

/// Counts cases that were saved as counted.
pub(crate) fn count_new(tx: &mut Tx<'_>, city: &City, cases: &[Case]) -> Verb<()> {
    let mut counts: BTreeMap<Key, i64> = BTreeMap::new();
    for key in cases.iter().flat_map(|case| facts_of(city, &case.state)) {
        *counts.entry(key).or_default() += 1;
    }
    Ok(facts::add(tx, &counts)?)
}

/// The state of a case after its first so many events.
fn state_at(tx: &mut Tx<'_>, case: CaseId, revision: i64) -> Verb<Option<State>> {
    if revision == 0 {
        return Ok(None);
    }
    let happenings = events::happenings(tx, case, revision)?;
    Ok(State::replay(happenings.iter().map(|(at, what)| (*at, what))))
}

/// Counts everything again from the events, without touching what is stored.
pub fn recount(tx: &mut Tx<'_>, city: &City, cases: &[CaseId]) -> Verb<BTreeMap<Key, i64>> {
    let mut counts = BTreeMap::new();
    for case in cases {
        let state = state_at(tx, *case, i64::MAX)?;
        for key in state.iter().flat_map(|state| facts_of(city, state)) {
            *counts.entry(key).or_default() += 1;
        }
    }
    Ok(counts)
}
