//! One act on many cases: planned and shown first, then done one by one by jobs, and taken back where that can be.

use super::bulk_states::{ItemState, Why};
use super::compositions::read_up_to;
use super::me;
use crate::jobs::{self, Work};
use crate::{Act, Refusal, Verb, cases as acts, resolution};
use jiff::SignedDuration;
use policy::{Action, Resource};
use records::bulk_acts as rows;
use records::{Tx, cases};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::{Actor, BulkActId, Case, CaseId, OfficerCode, OutcomeCode, Reference, Role, Status};

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
    let mut by_reference: BTreeMap<Reference, Case> =
        found.into_iter().map(|case| (case.reference, case)).collect();
    // In the order in which they were chosen; what is out of reach is not there.
    let cases = chosen.iter().filter_map(|reference| by_reference.remove(reference));
    let items: Vec<rows::Item> = cases.zip(0..).map(|(case, place)| item(act, what, &case, place)).collect();
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

fn item(act: &Act, what: &BulkAct, case: &Case, place: i64) -> rows::Item {
    let why = hindrance(act, what, case);
    rows::Item {
        place,
        case: case.id,
        revision: case.revision,
        state: why.map_or(ItemState::Planned, |_| ItemState::Cannot).as_str().to_owned(),
        why: why.map(|why| why.as_str().to_owned()),
        before: case.state.assignee.clone(),
        done_at: None,
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
        BulkAct::Assign { .. } | BulkAct::GiveBack {} | BulkAct::Resolve { words: None, .. } => Ok(()),
    }
}

/// What stands in the way of an act on a case, if anything does.
fn hindrance(act: &Act, what: &BulkAct, case: &Case) -> Option<Why> {
    let may = |action| act.may(action, Resource::case(case, &act.who));
    let closed = (case.state.status == Status::Closed).then_some(Why::Closed);
    let forbidden = |action| (!may(action)).then_some(Why::Forbidden);
    match what {
        BulkAct::Note { .. } => forbidden(Action::Note),
        BulkAct::GiveBack {} => forbidden(Action::Assign)
            .or(closed)
            .or_else(|| case.state.assignee.is_none().then_some(Why::Already)),
        BulkAct::Assign { officer } => {
            forbidden(Action::Assign).or(closed).or_else(|| cannot_have(act, case, officer))
        }
        BulkAct::Resolve { outcome, .. } => {
            let known = act.city().services.get(&case.state.service);
            let unknown = known.is_some_and(|service| !service.outcomes.contains(outcome));
            let tasks = !case.state.open_tasks.is_empty();
            forbidden(Action::Resolve)
                .or(closed)
                .or(unknown.then_some(Why::Outcome))
                .or(tasks.then_some(Why::Tasks))
        }
    }
}

/// Why an officer cannot have a case.
fn cannot_have(act: &Act, case: &Case, code: &OfficerCode) -> Option<Why> {
    let Some(officer) = act.city().officers.get(code) else { return Some(Why::Other) };
    let about = &case.state.about;
    let gives = act.who.roles.contains(&Role::Supervisor) || act.who.actor == Actor::Officer(code.clone());
    let concerns =
        about.officer.as_ref() == Some(code) || about.office.is_some() && about.office == officer.office;
    if officer.agency.as_ref().is_some_and(|agency| *agency != case.state.agency) {
        Some(Why::Elsewhere)
    } else if concerns {
        Some(Why::About)
    } else if !gives {
        Some(Why::Forbidden)
    } else {
        (case.state.assignee.as_ref() == Some(code)).then_some(Why::Already)
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
    let item = |item: rows::Item| Item {
        case: cases.remove(&item.case),
        state: ItemState::of(&item.state),
        why: item.why.as_deref().map(Why::of),
    };
    let items: Vec<Item> = items.into_iter().map(item).collect();
    let in_time = found.begun_at.is_some_and(|begun| begun >= act.ago(UNDO));
    let can_undo = found.undone_at.is_none()
        && in_time
        && !matches!(what, BulkAct::Note { .. })
        && items.iter().any(|item| item.state == ItemState::Done);
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

/// Begins what was planned, once: a second tap finds it begun.
pub fn start(tx: &mut Tx<'_>, act: &Act, id: BulkActId) -> Verb<()> {
    own(tx, act, id)?;
    if rows::begin(tx, id, act.at)? {
        queue(tx, act, id, (ItemState::Planned, false))?;
    }
    Ok(())
}

/// Takes back what was done, once and soon.
pub fn undo(tx: &mut Tx<'_>, act: &Act, id: BulkActId) -> Verb<()> {
    let found = bulk(tx, act, id)?;
    if found.is_undone {
        return Ok(());
    }
    if !found.can_undo || found.is_running() {
        return Err(Refusal::conflict(
            "this can no longer be taken back at once; change the cases one by one",
        ));
    }
    rows::undo(tx, id, act.at)?;
    queue(tx, act, id, (ItemState::Done, true))
}

fn queue(tx: &mut Tx<'_>, act: &Act, bulk: BulkActId, (state, undo): (ItemState, bool)) -> Verb<()> {
    for item in rows::items(tx, bulk)?.iter().filter(|item| item.state == state.as_str()) {
        jobs::queue(tx, act, &Work::Bulk { bulk, place: item.place, undo })?;
    }
    Ok(())
}

/// Does one case, or takes it back. A case that cannot be done does not hold up the others.
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
            let done = if undo { take_back(tx, &act, &bulk, &item) } else { act_on(tx, &act, &bulk, &item) };
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
    let what = read(bulk)?;
    let Some(case) = cases::by_id(tx, &act.scope(), item.case)? else { return Ok(Some(Why::Gone)) };
    if let Some(why) = hindrance(act, &what, &case) {
        return Ok(Some(why));
    }
    let revision = read_up_to(tx, act, &case, item.revision)?;
    let reference = &case.reference;
    match &what {
        BulkAct::Assign { officer } => acts::assign(tx, act, reference, revision, Some(officer))?,
        BulkAct::GiveBack {} => acts::assign(tx, act, reference, revision, None)?,
        BulkAct::Note { words } => acts::note(tx, act, reference, words)?,
        BulkAct::Resolve { outcome, words } => {
            resolution::resolve(tx, act, reference, revision, (outcome, words.as_deref()))?
        }
    };
    Ok(None)
}

/// Takes back what was done to a case, if it is still as it was left.
fn take_back(tx: &mut Tx<'_>, act: &Act, bulk: &rows::BulkAct, item: &rows::Item) -> Verb<Option<Why>> {
    let what = read(bulk)?;
    let Some(case) = cases::by_id(tx, &act.scope(), item.case)? else { return Ok(Some(Why::Gone)) };
    let (reference, revision) = (&case.reference, case.revision);
    let is_left = match &what {
        BulkAct::Assign { officer } => case.state.assignee.as_ref() == Some(officer),
        BulkAct::GiveBack {} => case.state.assignee.is_none(),
        BulkAct::Note { .. } => return Ok(Some(Why::Other)),
        BulkAct::Resolve { .. } => case.state.closure.as_ref().map(|closure| closure.at) == item.done_at,
    };
    if !is_left {
        return Ok(Some(Why::Changed));
    }
    match &what {
        BulkAct::Resolve { .. } => resolution::reopen(tx, act, reference, None)?,
        BulkAct::Assign { .. } | BulkAct::GiveBack {} | BulkAct::Note { .. } => {
            acts::assign(tx, act, reference, revision, item.before.as_ref())?
        }
    };
    Ok(None)
}

/// Forgets acts that nobody looks at any more.
pub(crate) fn forget(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    Ok(rows::forget(tx, act.at.checked_sub(KEEP).unwrap_or(act.at))?)
}
