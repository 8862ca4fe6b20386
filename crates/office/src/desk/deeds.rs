//! Deeds: what is done to one case, foreseen by the same code that then looks whether it came about.

use super::bulk_states::Why;
use crate::{Act, Refusal, Verb, cases, resolution};
use jiff::{SignedDuration, Timestamp};
use policy::{Action, Resource};
use records::Tx;
use serde::{Deserialize, Serialize};
use terms::{
    Actor, Case, CaseId, ContactId, Happening, OfficerCode, OutcomeCode, Reference, Role, State, Status,
};

/// Something that is done to a case, with all that it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "kebab-case")]
pub enum Deed {
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
    /// Answer the customer.
    Reply {
        /// What they read.
        words: String,
    },
    /// Ask the customer, and let the clock stand still.
    Ask {
        /// What they read.
        words: String,
    },
    /// Let it rest.
    Rest {
        /// Until when.
        until: Timestamp,
        /// Why, for colleagues.
        words: String,
    },
    /// End the work.
    Resolve {
        /// How.
        outcome: OutcomeCode,
        /// What the customer reads.
        words: Option<String>,
    },
}

impl Deed {
    /// The words that it writes.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Note { words } | Self::Reply { words } | Self::Ask { words } | Self::Rest { words, .. } => {
                Some(words)
            }
            Self::Resolve { words, .. } => words.as_deref(),
            Self::Assign { .. } | Self::GiveBack {} => None,
        }
    }

    /// Whether it can be taken back. What was written has been read.
    pub fn can_be_undone(&self) -> bool {
        match self {
            Self::Assign { .. } | Self::GiveBack {} | Self::Rest { .. } | Self::Resolve { .. } => true,
            Self::Note { .. } | Self::Reply { .. } | Self::Ask { .. } => false,
        }
    }

    /// What then has happened to the case, but for which words were written.
    fn happening(&self, contact: ContactId) -> Happening {
        match self {
            Self::Assign { officer } => Happening::Assigned { officer: officer.clone() },
            Self::GiveBack {} => Happening::Unassigned {},
            Self::Note { .. } => Happening::Noted { contact },
            Self::Reply { .. } => Happening::Replied { contact },
            Self::Ask { .. } => Happening::WaitStarted { contact },
            Self::Rest { until, .. } => Happening::Snoozed { until: *until, contact },
            Self::Resolve { outcome, words } => {
                Happening::Resolved { outcome: outcome.clone(), contact: words.as_ref().map(|_| contact) }
            }
        }
    }
}

/// The state of a case after some deeds.
pub(super) fn foreseen(act: &Act, state: &State, deeds: &[Deed]) -> State {
    let contact = ContactId::new(act.at, &act.chance);
    let mut state = state.clone();
    deeds.iter().for_each(|deed| state.apply(act.at, &deed.happening(contact)));
    state
}

/// Whether a part of a case that ends with this one is not finished; it matters to those alone who end it.
pub(super) fn open_part(tx: &mut Tx<'_>, case: CaseId, deeds: &[Deed]) -> Verb<bool> {
    let ends = deeds.iter().any(|deed| matches!(deed, Deed::Resolve { .. }));
    Ok(ends && records::cases::open_part(tx, case)?.is_some())
}

/// Those of some deeds that change anything, each looked at as the case is after those before it; or why they cannot be
/// done.
pub(super) fn plan(act: &Act, case: &Case, wanted: &[Deed], open_part: bool) -> Result<Vec<Deed>, Why> {
    let (mut case, mut deeds) = (case.clone(), Vec::new());
    for deed in wanted {
        match hindrance(act, deed, &case, open_part) {
            None => {
                case.state = foreseen(act, &case.state, std::slice::from_ref(deed));
                deeds.push(deed.clone());
            }
            Some(Why::Already) => {}
            Some(why) => return Err(why),
        }
    }
    if deeds.is_empty() { Err(Why::Already) } else { Ok(deeds) }
}

/// What stands in the way of a deed, if anything does.
fn hindrance(act: &Act, deed: &Deed, case: &Case, open_part: bool) -> Option<Why> {
    let state = &case.state;
    let closed = || (state.status == Status::Closed).then_some(Why::Closed);
    let already = |is_so: bool| is_so.then_some(Why::Already);
    let may = |action| (!act.may(action, Resource::case(case, &act.who))).then_some(Why::Forbidden);
    match deed {
        Deed::Note { .. } => may(Action::Note),
        Deed::Reply { .. } => {
            may(Action::Reply).or_else(|| state.merged_into.is_some().then_some(Why::Closed))
        }
        Deed::Ask { .. } => may(Action::Wait)
            .or_else(closed)
            .or_else(|| (state.status == Status::Waiting).then_some(Why::Asked)),
        Deed::Rest { until, .. } => {
            may(Action::Wait).or_else(closed).or_else(|| (*until <= act.at).then_some(Why::Other))
        }
        Deed::GiveBack {} => {
            may(Action::Assign).or_else(closed).or_else(|| already(state.assignee.is_none()))
        }
        Deed::Assign { officer } => {
            may(Action::Assign).or_else(closed).or_else(|| cannot_have(act, case, officer))
        }
        Deed::Resolve { outcome, .. } => {
            let service = act.city().services.get(&state.service);
            let unknown = service.is_some_and(|service| !service.outcomes.contains(outcome));
            let second = cases::needs_second_person(act, case);
            may(Action::Resolve)
                .or_else(closed)
                .or_else(|| unknown.then_some(Why::Outcome))
                .or_else(|| (open_part || !state.open_tasks.is_empty()).then_some(Why::Tasks))
                .or_else(|| second.then_some(Why::Second))
        }
    }
}

/// Why an officer cannot have a case.
fn cannot_have(act: &Act, case: &Case, code: &OfficerCode) -> Option<Why> {
    let Some(officer) = act.city().officers.get(code) else { return Some(Why::Other) };
    let about = &case.state.about;
    let is_me = |officer: &OfficerCode| act.who.actor == Actor::Officer(officer.clone());
    let gives = act.who.roles.contains(&Role::Supervisor)
        || is_me(code)
        || case.state.assignee.as_ref().is_some_and(is_me);
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

/// Does what was planned. What comes about is what was foreseen, or nothing of it does.
pub(super) fn perform(
    tx: &mut Tx<'_>,
    act: &Act,
    (case, revision): (&Case, i64),
    deeds: &[Deed],
) -> Verb<()> {
    let will = foreseen(act, &case.state, deeds);
    let (mut state, mut revision) = (case.state.clone(), revision);
    for deed in deeds {
        let done = one(tx, act, (&case.reference, revision), deed)?;
        (state, revision) = (done.state, done.revision);
    }
    if state == will {
        return Ok(());
    }
    Err(Refusal::conflict("it would have come to something else than was foreseen; nothing was done"))
}

fn one(tx: &mut Tx<'_>, act: &Act, (reference, revision): (&Reference, i64), deed: &Deed) -> Verb<Case> {
    match deed {
        Deed::Assign { officer } => cases::assign(tx, act, reference, revision, Some(officer)),
        Deed::GiveBack {} => cases::assign(tx, act, reference, revision, None),
        Deed::Note { words } => cases::note(tx, act, reference, words),
        Deed::Reply { words } => cases::reply(tx, act, reference, revision, words),
        Deed::Ask { words } => cases::ask_customer(tx, act, reference, revision, words),
        Deed::Rest { until, words } => cases::snooze(tx, act, reference, revision, (*until, words)),
        Deed::Resolve { outcome, words } => {
            resolution::resolve(tx, act, reference, revision, (outcome, words.as_deref()))
        }
    }
}

/// Takes back what can be, if the case is still as it was left; what was written stays.
pub(super) fn take_back(
    tx: &mut Tx<'_>,
    act: &Act,
    case: &Case,
    deeds: &[Deed],
    (before, done_at): (Option<&OfficerCode>, Option<Timestamp>),
) -> Verb<Option<Why>> {
    let state = &case.state;
    let is_left = |deed: &Deed| match deed {
        Deed::Assign { officer } => state.assignee.as_ref() == Some(officer),
        Deed::GiveBack {} => state.assignee.is_none(),
        Deed::Rest { until, .. } => state.snoozed_until == Some(*until),
        Deed::Resolve { .. } => state.closure.as_ref().map(|closure| closure.at) == done_at,
        Deed::Note { .. } | Deed::Reply { .. } | Deed::Ask { .. } => true,
    };
    if !deeds.iter().any(Deed::can_be_undone) {
        return Ok(Some(Why::Other));
    }
    if !deeds.iter().all(is_left) {
        return Ok(Some(Why::Changed));
    }
    let (reference, mut revision) = (&case.reference, case.revision);
    for deed in deeds.iter().rev() {
        let done = match deed {
            Deed::Resolve { .. } => resolution::reopen(tx, act, reference, None)?,
            Deed::Rest { .. } => cases::wake(tx, act, reference, revision)?,
            Deed::Assign { .. } | Deed::GiveBack {} => cases::assign(tx, act, reference, revision, before)?,
            Deed::Note { .. } | Deed::Reply { .. } | Deed::Ask { .. } => continue,
        };
        revision = done.revision;
    }
    Ok(None)
}

/// A day so many working days from now, when the case's agency opens.
pub(super) fn opening_after(act: &Act, case: &Case, days: u32) -> Timestamp {
    let city = act.city();
    let calendar = city.agencies.get(&case.state.agency).map_or(&city.calendar, |agency| &agency.calendar);
    let then = calendar.business_days_after(act.at, days);
    let opens = then.and_then(|then| calendar.next_open(calendar.start_of(calendar.day(then))?));
    let later = || act.at.checked_add(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(act.at);
    opens.unwrap_or_else(later)
}
