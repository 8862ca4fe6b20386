//! Who works on a case.

use super::{happen, load_at, must_be_open};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::Tx;
use terms::{Actor, Case, Happening, OfficerCode, Reference, Role};

/// Gives a case to an officer, or back to its queue. Everybody may take work, and hand on what they have in hand; only
/// supervisors give other work to others.
pub fn assign(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    officer: Option<&OfficerCode>,
) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::Assign)?;
    must_be_open(&case)?;
    let Some(code) = officer else { return happen(tx, act, case, Happening::Unassigned {}) };
    let known = act.city().officers.get(code);
    let officer = known.ok_or_else(|| Refusal::invalid("officer", format!("nobody is called {code}")))?;
    if officer.agency.as_ref().is_some_and(|agency| *agency != case.state.agency) {
        let problem =
            format!("{code} works for another agency than {}; transfer the case instead", case.state.agency);
        return Err(Refusal::invalid("officer", problem));
    }
    let about = &case.state.about;
    if about.officer.as_ref() == Some(code) || about.office.is_some() && about.office == officer.office {
        return Err(Refusal::invalid(
            "officer",
            "nobody works on what is about themselves or their office; choose somebody else",
        ));
    }
    let takes_it = act.who.actor == Actor::Officer(code.clone());
    let hands_it_on =
        case.state.assignee.as_ref().is_some_and(|has| act.who.actor == Actor::Officer(has.clone()));
    let gives_it = act.who.roles.contains(&Role::Supervisor) || !matches!(act.who.actor, Actor::Officer(_));
    if !takes_it && !hands_it_on && !gives_it {
        return Err(Refusal::Forbidden(
            "only supervisors give work to others; take it yourself or ask one".into(),
        ));
    }
    happen(tx, act, case, Happening::Assigned { officer: code.clone() })
}
