//! Escalation: what presses is brought before the one above, before a promise breaks, when it has, and when nobody
//! answers.

use super::approvals::{above, due};
use crate::cases::happen;
use crate::city::Officer;
use crate::{Act, Verb};
use policy::Action;
use records::approvals::{self, Escalation};
use records::{Tx, cases};
use terms::{Case, Happening, OfficerCode, Pressing, Role};

/// Brings cases whose promise is about to break before the superior of whoever works on them; how many.
pub(crate) fn press_promises(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    let soon = act.city().authority.warn_before.due(&act.city().calendar, act.at);
    let Some(soon) = soon.map(|due| due.promised) else { return Ok(0) };
    let pressing = cases::about_to_break(tx, &act.scope(), (act.at, soon), limit)?;
    let count = pressing.len();
    for case in pressing {
        cases::warn(tx, case.id)?;
        tell_superior(tx, act, case, Pressing::AboutToBreak)?;
    }
    Ok(count)
}

/// Brings questions that nobody answered in time before the next one above; how many.
pub(crate) fn press_approvals(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    let overdue = approvals::overdue(tx, act.at, limit)?;
    let count = overdue.len();
    for mut approval in overdue {
        let case = cases::by_id(tx, &act.scope(), approval.case)?;
        let line = act.city().superiors(&approval.officer);
        let next = case.as_ref().and_then(|case| {
            let may = |officer: &&Officer| {
                officer.code != approval.asked_by && act.would(officer, Action::Approve, case)
            };
            line.into_iter().find(may)
        });
        approval.due_at = next.and_then(|_| due(act, act.at));
        if let Some(next) = next {
            approval.officer = next.code.clone();
        }
        approvals::update(tx, &approval)?;
        if let (Some(case), Some(next)) = (case, next) {
            happen(
                tx,
                act,
                case,
                Happening::Escalated { officer: next.code.clone(), why: Pressing::NotAnswered },
            )?;
        }
    }
    Ok(count)
}

/// Brings a case before the superior of whoever works on it, or before a supervisor of its agency.
pub(crate) fn tell_superior(tx: &mut Tx<'_>, act: &Act, case: Case, why: Pressing) -> Verb<Case> {
    let Some(officer) = superior(act, &case) else { return Ok(case) };
    approvals::escalate(tx, &officer, &Escalation { case: case.id, why, at: act.at })?;
    happen(tx, act, case, Happening::Escalated { officer, why })
}

fn superior(act: &Act, case: &Case) -> Option<OfficerCode> {
    let found = match &case.state.assignee {
        Some(assignee) => above(act, case, assignee).next(),
        None => act
            .city()
            .officers
            .values()
            .filter(|officer| officer.agency.as_ref() == Some(&case.state.agency))
            .filter(|officer| officer.roles.contains(&Role::Supervisor))
            .find(|officer| act.would(officer, Action::Approve, case)),
    };
    found.map(|officer| officer.code.clone())
}
