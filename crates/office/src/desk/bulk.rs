//! One act on many cases: planned and shown first, then done one by one by jobs, and taken back where that can be.

use super::bulk_states::{ItemState, Why};
use super::compositions::{read_up_to, unless_moved};
use super::deeds::{self, Deed, foreseen};
use super::macros::{self, Step, misfits};
use super::me;
use crate::jobs::{self, Work};
use crate::{Act, Refusal, Verb, cases as acts};
use jiff::SignedDuration;
use records::bulk_acts as rows;
use records::{Tx, cases, customers};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::{BulkActId, Case, CaseId, CustomerId, OfficerCode, OutcomeCode, Reference, State};

/// Cases in one act.
pub const MOST_CASES: usize = 200;
/// For how long an act can be taken back.
const UNDO: SignedDuration = SignedDuration::from_mins(10);
/// For how long it is kept, to be looked at.
const KEEP: SignedDuration = SignedDuration::from_hours(24);

/// What is done to each case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum BulkAct {
    /// Give it to an officer.
    Assign {
        /// Whom.
        officer: OfficerCode,
    },
    /// Give it back to its queue.
    GiveBack {},
    /// Write for colleagues.
    Note {
        /// What.
        words: String,
    },
    /// End the work.
    Resolve {
        /// How.
        outcome: OutcomeCode,
        /// What the customer is told.
        words: Option<String>,
    },
    /// What a macro says, as it was when this was planned.
    Macro {
        /// What the macro is called.
        name: String,
        /// What it does.
        steps: Vec<Step>,
    },
}

/// An act on many cases, as its officer sees it.
#[derive(Debug, Clone)]
pub struct Bulk {
    /// Its id.
    pub id: BulkActId,
    /// What is done.
    pub what: BulkAct,
    /// The list that the cases were chosen from.
    pub back: String,
    /// Its cases.
    pub items: Vec<Item>,
    /// Whether it is begun.
    pub is_begun: bool,
    /// Whether it is being taken back, or was.
    pub is_undone: bool,
    /// Whether it can be taken back now.
    pub can_undo: bool,
}

/// A case of it.
#[derive(Debug, Clone)]
pub struct Item {
    /// The case, as long as the officer may see it.
    pub case: Option<Case>,
    /// How far it is.
    pub state: ItemState,
    /// Why not.
    pub why: Option<Why>,
    /// What is done to it, exactly.
    pub deeds: Vec<Deed>,
    /// How the case will be, while it is only planned.
    pub after: Option<State>,
}

impl Bulk {
    /// How many cases are in a state.
    pub fn count(&self, state: ItemState) -> usize {
        self.items.iter().filter(|item| item.state == state).count()
    }

    /// Whether something is still to be done.
    pub fn is_running(&self) -> bool {
        self.is_begun && self.count(ItemState::Planned) > 0
            || self.is_undone && self.count(ItemState::Done) > 0
    }
}

/// Plans an act on cases that were chosen from a list.
pub fn plan(
    tx: &mut Tx<'_>,
    act: &Act,
    what: &BulkAct,
    (chosen, back): (&[Reference], &str),
) -> Verb<BulkActId> {
    check(act, what, chosen)?;
    let found = cases::all_by_references(tx, &act.scope(), chosen)?;
    if found.is_empty() {
        return Err(Refusal::NotFound("case"));
    }
    let called: Vec<CustomerId> = found.iter().filter_map(|case| case.state.customer).collect();
    let called = customers::names(tx, &act.record_scope(), &called)?;
    let mut by_reference: BTreeMap<Reference, Case> =
        found.into_iter().map(|case| (case.reference, case)).collect();
    let mut items = Vec::new();
    // In the order in which they were chosen; what is out of reach is not there.
    for case in chosen.iter().filter_map(|reference| by_reference.remove(reference)) {
        let customer = case.state.customer.and_then(|customer| called.get(&customer));
        let wanted = wanted(act, what, &case, customer.map(String::as_str))?;
        let open_part = deeds::open_part(tx, case.id, &wanted)?;
        items.push(item(what, &case, deeds::plan(act, &case, &wanted, open_part), items.len()));
    }
    let id = BulkActId::new(act.at, &act.chance);
    let bulk = rows::BulkAct {
        id,
        officer: me(act)?,
        body: serde_json::to_string(what).unwrap_or_default(),
        back: back.to_owned(),
        created_at: act.at,
        begun_at: None,
        undone_at: None,
    };
    rows::insert(tx, &bulk, &items)?;
    Ok(id)
}

/// What an act means for one case.
fn wanted(act: &Act, what: &BulkAct, case: &Case, customer: Option<&str>) -> Verb<Vec<Deed>> {
    match what {
        BulkAct::Macro { steps, .. } => macros::deeds(act, case, customer, steps),
        BulkAct::Assign { .. } | BulkAct::GiveBack {} | BulkAct::Note { .. } | BulkAct::Resolve { .. } => {
            Ok(same_for_all(what))
        }
    }
}

/// What an act does to each case alike; a macro does nothing alike.
fn same_for_all(what: &BulkAct) -> Vec<Deed> {
    vec![match what.clone() {
        BulkAct::Assign { officer } => Deed::Assign { officer },
        BulkAct::GiveBack {} => Deed::GiveBack {},
        BulkAct::Note { words } => Deed::Note { words },
        BulkAct::Resolve { outcome, words } => Deed::Resolve { outcome, words },
        BulkAct::Macro { .. } => return Vec::new(),
    }]
}

fn item(what: &BulkAct, case: &Case, planned: Result<Vec<Deed>, Why>, place: usize) -> rows::Item {
    let why = planned.as_ref().err().copied();
    let own = planned.ok().filter(|_| matches!(what, BulkAct::Macro { .. }));
    rows::Item {
        place: i64::try_from(place).unwrap_or(i64::MAX),
        case: case.id,
        revision: case.revision,
        state: why.map_or(ItemState::Planned, |_| ItemState::Cannot).as_str().to_owned(),
        why: why.map(|why| why.as_str().to_owned()),
        before: case.state.assignee.clone(),
        done_at: None,
        plan: own.map(|deeds| serde_json::to_string(&deeds).unwrap_or_default()),
    }
}

fn check(act: &Act, what: &BulkAct, chosen: &[Reference]) -> Verb<()> {
    if chosen.is_empty() || chosen.len() > MOST_CASES {
        return Err(Refusal::invalid("case", format!("choose from 1 to {MOST_CASES} cases")));
    }
    match what {
        BulkAct::Assign { officer } if !act.city().officers.contains_key(officer) => {
            Err(Refusal::invalid("officer", "nobody is called that"))
        }
        BulkAct::Resolve { outcome, .. } if !act.city().outcomes.contains_key(outcome) => {
            Err(Refusal::invalid("outcome", "no case ends like that"))
        }
        BulkAct::Note { words } | BulkAct::Resolve { words: Some(words), .. } => acts::check_words(words),
        BulkAct::Macro { steps, .. } => match misfits(act.city(), steps).first() {
            Some(misfit) => Err(Refusal::invalid("macro", format!("it does not fit: {}", misfit.as_str()))),
            None => Ok(()),
        },
        BulkAct::Assign { .. } | BulkAct::GiveBack {} | BulkAct::Resolve { words: None, .. } => Ok(()),
    }
}

/// An act that whoever acts has planned.
pub fn bulk(tx: &mut Tx<'_>, act: &Act, id: BulkActId) -> Verb<Bulk> {
    let found = own(tx, act, id)?;
    let items = rows::items(tx, id)?;
    let ids: Vec<CaseId> = items.iter().map(|item| item.case).collect();
    let cases = cases::all_by_ids(tx, &act.scope(), &ids)?;
    let mut cases: BTreeMap<CaseId, Case> = cases.into_iter().map(|case| (case.id, case)).collect();
    let what = read(&found)?;
    let item = |item: rows::Item| {
        let (case, deeds) = (cases.remove(&item.case), deeds_of(&what, &item));
        let state = ItemState::of(&item.state);
        let planned = state == ItemState::Planned && found.begun_at.is_none();
        let after = case.as_ref().filter(|_| planned).map(|case| foreseen(act, &case.state, &deeds));
        Item { case, state, why: item.why.as_deref().map(Why::of), deeds, after }
    };
    let items: Vec<Item> = items.into_iter().map(item).collect();
    let in_time = found.begun_at.is_some_and(|begun| begun >= act.ago(UNDO));
    let can_undo = found.undone_at.is_none()
        && in_time
        && items
            .iter()
            .any(|item| item.state == ItemState::Done && item.deeds.iter().any(Deed::can_be_undone));
    Ok(Bulk {
        id,
        what,
        back: found.back,
        items,
        is_begun: found.begun_at.is_some(),
        is_undone: found.undone_at.is_some(),
        can_undo,
    })
}

fn own(tx: &mut Tx<'_>, act: &Act, id: BulkActId) -> Verb<rows::BulkAct> {
    let officer = me(act)?;
    let found = rows::by_id(tx, id)?.filter(|bulk| bulk.officer == officer);
    found.ok_or(Refusal::NotFound("act on many cases"))
}

fn read(bulk: &rows::BulkAct) -> Verb<BulkAct> {
    serde_json::from_str(&bulk.body).map_err(|error| Refusal::conflict(error.to_string()))
}

/// What is done to a case of it, exactly.
fn deeds_of(what: &BulkAct, item: &rows::Item) -> Vec<Deed> {
    let own = item.plan.as_deref().and_then(|plan| serde_json::from_str(plan).ok());
    own.unwrap_or_else(|| same_for_all(what))
}

/// Begins what was planned, once: a second tap finds it begun. A macro on one case is done at once, and planned anew
/// where that case has changed; the new plan is given back.
pub fn start(tx: &mut Tx<'_>, act: &Act, id: BulkActId) -> Verb<Option<BulkActId>> {
    let found = own(tx, act, id)?;
    if !rows::begin(tx, id, act.at)? {
        return Ok(None);
    }
    go(tx, act, &found, (ItemState::Planned, false))?;
    let changed = |item: &rows::Item| item.why.as_deref() == Some(Why::Changed.as_str());
    match (read(&found)?, rows::items(tx, id)?.as_slice()) {
        (BulkAct::Macro { .. }, [only]) if changed(only) => plan_again(tx, act, id).map(Some),
        _ => Ok(None),
    }
}

/// Plans anew what was not done since the cases had changed.
pub fn plan_again(tx: &mut Tx<'_>, act: &Act, id: BulkActId) -> Verb<BulkActId> {
    let found = bulk(tx, act, id)?;
    let changed = found.items.iter().filter(|item| item.why == Some(Why::Changed));
    let changed: Vec<Reference> = changed.filter_map(|item| Some(item.case.as_ref()?.reference)).collect();
    plan(tx, act, &found.what, (&changed, &found.back))
}

/// Takes back what was done, once and soon.
pub fn undo(tx: &mut Tx<'_>, act: &Act, id: BulkActId) -> Verb<()> {
    let (kept, found) = (own(tx, act, id)?, bulk(tx, act, id)?);
    if found.is_undone {
        return Ok(());
    }
    if !found.can_undo || found.is_running() {
        return Err(Refusal::conflict(
            "this can no longer be taken back at once; change the cases one by one",
        ));
    }
    rows::undo(tx, id, act.at)?;
    go(tx, act, &kept, (ItemState::Done, true))
}

fn go(tx: &mut Tx<'_>, act: &Act, bulk: &rows::BulkAct, (state, undo): (ItemState, bool)) -> Verb<()> {
    let items = rows::items(tx, bulk.id)?;
    if let (BulkAct::Macro { .. }, [only]) = (read(bulk)?, items.as_slice()) {
        return step(tx, act, (bulk.id, only.place), undo);
    }
    for item in items.iter().filter(|item| item.state == state.as_str()) {
        jobs::queue(tx, act, &Work::Bulk { bulk: bulk.id, place: item.place, undo })?;
    }
    Ok(())
}

/// Does one case, or takes it back, whole or not at all. A case that cannot be done does not hold up the others.
pub(crate) fn step(tx: &mut Tx<'_>, house: &Act, (id, place): (BulkActId, i64), undo: bool) -> Verb<()> {
    let Some(bulk) = rows::by_id(tx, id)? else { return Ok(()) };
    let Some(mut item) = rows::item_at(tx, id, place)? else { return Ok(()) };
    let (due, done, refused) = if undo {
        (ItemState::Done, ItemState::Undone, ItemState::Kept)
    } else {
        (ItemState::Planned, ItemState::Done, ItemState::Refused)
    };
    if item.state != due.as_str() {
        return Ok(());
    }
    let why = match house.on_behalf_of(&bulk.officer) {
        Some(act) => {
            let do_all = if undo { take_back } else { act_on };
            // Of several deeds none stays alone, whichever of them is refused.
            let done = tx.attempt(|tx| do_all(tx, &act, &bulk, &item))?;
            house.queued.set(house.queued.get() || act.queued.get());
            why_not(done)?
        }
        None => Some(Why::Forbidden),
    };
    why.map_or(done, |_| refused).as_str().clone_into(&mut item.state);
    item.why = why.map(|why| why.as_str().to_owned());
    item.done_at = Some(house.at);
    Ok(rows::save(tx, id, &item)?)
}

/// A refusal stays with its case; what the database did lets the whole job be done again.
fn why_not(done: Verb<Option<Why>>) -> Verb<Option<Why>> {
    match done {
        Ok(why) => Ok(why),
        Err(Refusal::Broke(broke)) => Err(broke.into()),
        Err(Refusal::NotFound(_)) => Ok(Some(Why::Gone)),
        Err(Refusal::Forbidden(_)) => Ok(Some(Why::Forbidden)),
        Err(Refusal::Stale { .. }) => Ok(Some(Why::Changed)),
        Err(Refusal::Invalid(_) | Refusal::Conflict(_) | Refusal::KeyReused) => Ok(Some(Why::Other)),
    }
}

fn act_on(tx: &mut Tx<'_>, act: &Act, bulk: &rows::BulkAct, item: &rows::Item) -> Verb<Option<Why>> {
    let deeds = deeds_of(&read(bulk)?, item);
    let Some(case) = cases::by_id(tx, &act.scope(), item.case)? else { return Ok(Some(Why::Gone)) };
    let revision = read_up_to(tx, act, &case, item.revision)?;
    // Notes alone are written whatever happened meanwhile.
    let notes = deeds.iter().all(|deed| matches!(deed, Deed::Note { .. }));
    if revision != case.revision && !notes {
        return Ok(Some(Why::Changed));
    }
    let open_part = deeds::open_part(tx, case.id, &deeds)?;
    match deeds::plan(act, &case, &deeds, open_part) {
        Err(why) => Ok(Some(why)),
        Ok(planned) if planned != deeds => Ok(Some(Why::Changed)),
        Ok(planned) => {
            let done = deeds::perform(tx, act, (&case, revision), &planned);
            unless_moved(tx, act, &case, done).map(|()| None)
        }
    }
}

/// Takes back what was done to a case, if it is still as it was left.
fn take_back(tx: &mut Tx<'_>, act: &Act, bulk: &rows::BulkAct, item: &rows::Item) -> Verb<Option<Why>> {
    let deeds = deeds_of(&read(bulk)?, item);
    let Some(case) = cases::by_id(tx, &act.scope(), item.case)? else { return Ok(Some(Why::Gone)) };
    deeds::take_back(tx, act, &case, &deeds, (item.before.as_ref(), item.done_at))
}

/// Forgets acts that nobody looks at any more.
pub(crate) fn forget(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    Ok(rows::forget(tx, act.at.checked_sub(KEEP).unwrap_or(act.at))?)
}
