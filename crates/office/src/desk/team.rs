//! The team: who serves, how much each has in hand, and what breaks before another hour is worked.

use super::presence::{Doing, PRESENT};
use super::view_filter::{ViewFilter, Whose, working};
use super::views::SOON;
use super::{Shift, asked_of_me, count, me};
use crate::cases::{assign, load};
use crate::city::Officer;
use crate::desk::AskedOf;
use crate::{Act, Refusal, Verb};
use policy::{Action, Resource};
use records::cases::{self, Load, Order};
use records::{Tx, presence, shifts};
use std::collections::BTreeMap;
use terms::{Case, OfficerCode, Reference, Status};

/// Members that are shown.
const MOST_MEMBERS: usize = 300;
/// Breaches that are listed; more are counted.
const MOST_BREACHES: u32 = 40;
/// Shifts, and officers at cases, that are looked through: those of the whole city.
const MOST_SHIFTS: u32 = 5_000;
const MOST_PRESENT: u32 = 2_000;
/// Cases at which one officer is shown to be.
const MOST_AT: usize = 3;

/// How those do whom an officer leads; whoever leads nobody sees how they do themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    /// Who they are, by name.
    pub members: Vec<Member>,
    /// Whether whoever looks leads them.
    pub leads: bool,
    /// What nobody has.
    pub unheld: Load,
    /// Open cases that are due before another hour is worked, what is due first first.
    pub breaches: Vec<Case>,
    /// Whether there are more of them.
    pub more: bool,
    /// What is asked of whoever looks.
    pub asked: Vec<AskedOf>,
}

/// A member of a team.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Who.
    pub officer: OfficerCode,
    /// How much they have in hand.
    pub load: Load,
    /// Their shift, if one goes on.
    pub shift: Option<Shift>,
    /// At which cases they are, as far as whoever looks may see these.
    pub at: Vec<(Reference, Doing)>,
}

/// The team of whoever acts.
pub fn team(tx: &mut Tx<'_>, act: &Act) -> Verb<Team> {
    let me = me(act)?;
    let officers = members(act, &me);
    let leads = officers.iter().any(|officer| *officer != me);
    let agency = act.who.agency.clone().filter(|_| leads);
    let assignee = (!leads).then_some(Whose::Me);
    let soon = ViewFilter { agency, assignee, due_within: Some(SOON), ..ViewFilter::default() };
    let page = (None, MOST_BREACHES + 1);
    let mut breaches = cases::worklist(tx, &act.scope(), &soon.worklist(act), Order::Due, page)?;
    let most = usize::try_from(MOST_BREACHES).unwrap_or(usize::MAX);
    let more = breaches.len() > most;
    breaches.truncate(most);
    Ok(Team {
        members: with_loads(tx, act, &officers)?,
        leads,
        unheld: unheld(tx, act)?,
        breaches,
        more,
        asked: asked_of_me(tx, act)?,
    })
}

/// Whom whoever acts sees: themselves, those whom the policy lets them see, and those who report to them.
fn members(act: &Act, me: &OfficerCode) -> Vec<OfficerCode> {
    let city = act.city();
    let sees = |officer: &&Officer| {
        let colleague = Resource::Colleague { agency: officer.agency.clone() };
        officer.code == *me
            || act.may(Action::ReadTeam, colleague)
            || city.superiors(&officer.code).iter().any(|superior| superior.code == *me)
    };
    let mut found: Vec<&Officer> = city.officers.values().filter(sees).collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found.into_iter().take(MOST_MEMBERS).map(|officer| officer.code.clone()).collect()
}

fn with_loads(tx: &mut Tx<'_>, act: &Act, officers: &[OfficerCode]) -> Verb<Vec<Member>> {
    let loads = cases::loads(tx, &act.scope(), officers, (act.at, working(act, SOON)))?;
    let mut loads: BTreeMap<OfficerCode, Load> = loads.into_iter().collect();
    let going_on = shifts::going_on(tx, MOST_SHIFTS)?;
    let mut going_on: BTreeMap<OfficerCode, Shift> =
        going_on.into_iter().map(|shift| (shift.officer.clone(), shift)).collect();
    let mut at = where_they_are(tx, act, officers)?;
    let member = |officer: &OfficerCode| Member {
        officer: officer.clone(),
        load: loads.remove(officer).unwrap_or_default(),
        shift: going_on.remove(officer),
        at: at.remove(officer).unwrap_or_default(),
    };
    Ok(officers.iter().map(member).collect())
}

fn where_they_are(
    tx: &mut Tx<'_>,
    act: &Act,
    officers: &[OfficerCode],
) -> Verb<BTreeMap<OfficerCode, Vec<(Reference, Doing)>>> {
    let mut present = presence::all(tx, act.ago(PRESENT), MOST_PRESENT)?;
    present.retain(|present| officers.contains(&present.officer));
    let mut ids: Vec<_> = present.iter().map(|present| present.case).collect();
    ids.sort();
    ids.dedup();
    let seen = cases::all_by_ids(tx, &act.scope(), &ids)?;
    let seen: BTreeMap<_, _> = seen.into_iter().map(|case| (case.id, case.reference)).collect();
    let mut at: BTreeMap<OfficerCode, Vec<(Reference, Doing)>> = BTreeMap::new();
    for present in present {
        let Some(reference) = seen.get(&present.case) else { continue };
        let theirs = at.entry(present.officer).or_default();
        if theirs.len() < MOST_AT {
            theirs.push((*reference, Doing::of(&present.doing)));
        }
    }
    Ok(at)
}

/// How much there is that nobody has, where whoever acts works.
fn unheld(tx: &mut Tx<'_>, act: &Act) -> Verb<Load> {
    let all =
        ViewFilter { agency: act.who.agency.clone(), assignee: Some(Whose::Nobody), ..ViewFilter::default() };
    let of = |status: Status| ViewFilter { statuses: vec![status], ..all.clone() };
    let due = |within: u32| ViewFilter { due_within: Some(within), ..all.clone() };
    Ok(Load {
        open: count(tx, act, &of(Status::Open))?,
        waiting: count(tx, act, &of(Status::Waiting))?,
        soon: count(tx, act, &due(SOON))?,
        overdue: count(tx, act, &due(0))?,
    })
}

/// Gives a case that nobody has, or that an officer has, to another, if it is still so.
pub fn hand_to(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    (from, to): (Option<&OfficerCode>, &OfficerCode),
) -> Verb<()> {
    let case = load(tx, act, reference, Action::Assign)?;
    if case.state.assignee.as_ref() == Some(to) {
        return Ok(());
    }
    if case.state.assignee.as_ref() != from {
        return Err(Refusal::conflict("somebody else has it by now; look again"));
    }
    assign(tx, act, reference, case.revision, Some(to)).map(drop)
}
