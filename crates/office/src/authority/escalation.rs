//! Escalation: what presses is brought before the one above, before a promise breaks, when it has, and when nobody
//! answers.

use super::approvals::due;
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
        tell_superiors(tx, act, case, Pressing::AboutToBreak)?;
    }
    Ok(count)
}

/// Brings cases whose customer is about to wait too long for a first reply before the superior of whoever works on them;
/// how many.
pub(crate) fn press_replies(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    let soon = act.city().authority.warn_before.due(&act.city().calendar, act.at);
    let Some(soon) = soon.map(|due| due.promised) else { return Ok(0) };
    let pressing = cases::about_to_be_unanswered(tx, &act.scope(), (act.at, soon), limit)?;
    let count = pressing.len();
    for case in pressing {
        let why = Pressing::ReplyAboutToBreak;
        approvals::look(tx, &Escalation { case: case.id, why, at: act.at })?;
        tell_superiors(tx, act, case, why)?;
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

/// Brings a case before those above whoever works on it: before its promise breaks before the nearest of them, and when
/// it has before the next one up too.
pub(crate) fn tell_superiors(tx: &mut Tx<'_>, act: &Act, mut case: Case, why: Pressing) -> Verb<Case> {
    let far = match why {
        Pressing::AboutToBreak | Pressing::ReplyAboutToBreak => 1,
        Pressing::Broken | Pressing::ReplyBroken | Pressing::NotAnswered => 2,
    };
    for officer in line(act, &case).into_iter().take(far) {
        approvals::escalate(tx, &officer, &Escalation { case: case.id, why, at: act.at })?;
        case = happen(tx, act, case, Happening::Escalated { officer, why })?;
    }
    Ok(case)
}

/// Those above whoever works on a case, the nearest first: by the reporting line; where it names nobody, a supervisor of
/// the agency, and those above that one.
fn line(act: &Act, case: &Case) -> Vec<OfficerCode> {
    let city = act.city();
    let may = |officer: &&Officer| act.would(officer, Action::Approve, case);
    let leads = |officer: &&Officer| {
        officer.agency.as_ref() == Some(&case.state.agency)
            && officer.roles.contains(&Role::Supervisor)
            && case.state.assignee.as_ref() != Some(&officer.code)
    };
    let above = case.state.assignee.as_ref().map(|assignee| city.superiors(assignee)).unwrap_or_default();
    let mut line: Vec<&Officer> = above.into_iter().filter(may).collect();
    if line.is_empty()
        && let Some(first) = city.officers.values().filter(leads).find(may)
    {
        line = std::iter::once(first).chain(city.superiors(&first.code).into_iter().filter(may)).collect();
    }
    line.into_iter().map(|officer| officer.code.clone()).collect()
}
