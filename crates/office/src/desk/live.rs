//! What is new at the desk: cases to which something happened, and who is where, for those who tell it on.

use super::presence::{Doing, PRESENT, Present};
use crate::{Act, Verb};
use jiff::Timestamp;
use records::{Tx, cases, events, presence};
use std::collections::{BTreeMap, BTreeSet};
use terms::{Case, CaseId, EventId};

/// Events looked at in one go. Where there are more, those who listen are told to look for themselves.
const MOST_EVENTS: u32 = 2_000;
/// Cases told in one go.
const MOST_CHANGED: usize = 500;
/// Officers at cases.
const MOST_PRESENT: u32 = 2_000;

/// What was seen so far.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    events: BTreeMap<EventId, Timestamp>,
    present: BTreeMap<CaseId, Vec<Present>>,
}

/// What is new. Whoever tells it on asks the policy for each case and each listener.
#[derive(Debug, Clone, Default)]
pub struct News {
    /// Cases to which something happened, as they are now.
    pub changed: Vec<Case>,
    /// Cases at which others are now than before.
    pub present: Vec<(Case, Vec<Present>)>,
    /// Whether more happened than can be told.
    pub much: bool,
}

/// What is new since an instant and was not seen yet. A transaction may be seen later than one that began after it, so
/// the instant lies a while back, and what was seen since then is remembered.
pub fn news(tx: &mut Tx<'_>, act: &Act, since: Timestamp, seen: &mut Seen) -> Verb<News> {
    let happened = events::recent(tx, since, MOST_EVENTS)?;
    let full = happened.len() >= usize::try_from(MOST_EVENTS).unwrap_or(usize::MAX);
    let fresh = happened.iter().filter(|(event, _, _)| !seen.events.contains_key(event));
    let changed: BTreeSet<CaseId> = fresh.map(|(_, case, _)| *case).collect();
    seen.events.retain(|_, at| *at >= since);
    seen.events.extend(happened.into_iter().map(|(event, _, at)| (event, at)));
    let present = present_now(tx, act)?;
    let moved = moved(&seen.present, &present);
    seen.present = present;
    let much = full && !changed.is_empty() || changed.len() > MOST_CHANGED;
    let changed: BTreeSet<CaseId> = if much { BTreeSet::new() } else { changed };
    let ids: Vec<CaseId> = changed.union(&moved).take(2 * MOST_CHANGED).copied().collect();
    let scope = act.scope();
    let mut news = News { much, ..News::default() };
    for case in cases::all_by_ids(tx, &scope, &ids)? {
        if moved.contains(&case.id) {
            let who = seen.present.get(&case.id).cloned().unwrap_or_default();
            news.present.push((case.clone(), who));
        }
        if changed.contains(&case.id) {
            news.changed.push(case);
        }
    }
    Ok(news)
}

fn present_now(tx: &mut Tx<'_>, act: &Act) -> Verb<BTreeMap<CaseId, Vec<Present>>> {
    let mut now: BTreeMap<CaseId, Vec<Present>> = BTreeMap::new();
    for found in presence::all(tx, act.ago(PRESENT), MOST_PRESENT)? {
        let present = Present { officer: found.officer, doing: Doing::of(&found.doing) };
        now.entry(found.case).or_default().push(present);
    }
    now.values_mut().for_each(|who| who.sort());
    Ok(now)
}

/// The cases at which others are than before.
fn moved(before: &BTreeMap<CaseId, Vec<Present>>, now: &BTreeMap<CaseId, Vec<Present>>) -> BTreeSet<CaseId> {
    let cases = before.keys().chain(now.keys());
    cases.filter(|case| before.get(*case) != now.get(*case)).copied().collect()
}
