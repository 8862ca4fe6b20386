//! What is asked of an officer: approvals that only they can give, and what was brought before them.

use crate::{Act, Verb};
use jiff::Timestamp;
use records::approvals::{self, Approval};
use records::{Tx, cases};
use terms::{Actor, Case, OfficerCode, Pressing};

/// Lines shown of each kind; who is asked more has other worries.
const MOST_LINES: u32 = 100;

/// Something that is asked of an officer.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedOf {
    /// The case.
    pub case: Case,
    /// What is asked.
    pub what: Asked,
    /// Since when.
    pub at: Timestamp,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// To approve something.
    Approval(Box<Approval>),
    /// To look after something that presses.
    Pressing(Pressing),
}

/// What is asked of whoever acts, approvals first, what is due first first. What they may not see is left out.
pub fn asked_of_me(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<AskedOf>> {
    match act.who.actor.clone() {
        Actor::Officer(officer) => asked_of(tx, act, &officer),
        Actor::Public | Actor::Customer(_) | Actor::Integration(_) | Actor::House => Ok(Vec::new()),
    }
}

/// What is asked of an officer, as far as whoever acts may see the cases.
pub fn asked_of(tx: &mut Tx<'_>, act: &Act, officer: &OfficerCode) -> Verb<Vec<AskedOf>> {
    let mut asked = Vec::new();
    for approval in approvals::asked_of(tx, officer, MOST_LINES)? {
        if let Some(case) = cases::by_id(tx, &act.scope(), approval.case)? {
            let at = approval.asked_at;
            asked.push(AskedOf { case, what: Asked::Approval(Box::new(approval)), at });
        }
    }
    for escalation in approvals::escalated_to(tx, officer, MOST_LINES)? {
        if let Some(case) = cases::by_id(tx, &act.scope(), escalation.case)? {
            asked.push(AskedOf { case, what: Asked::Pressing(escalation.why), at: escalation.at });
        }
    }
    Ok(asked)
}
