//! Presence: who looks at a case or writes at this moment, so that two do not do the same.

use super::me;
use crate::{Act, Refusal, Verb};
use jiff::SignedDuration;
use policy::Action;
use records::{Tx, cases, presence};
use std::collections::BTreeMap;
use terms::{CaseId, OfficerCode, Reference};

/// Whoever was not heard of for so long has left.
pub(super) const PRESENT: SignedDuration = SignedDuration::from_secs(30);

/// What somebody does at a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doing {
    /// They look at it.
    Viewing,
    /// They write.
    Typing,
}

impl Doing {
    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Viewing => "viewing",
            Self::Typing => "typing",
        }
    }

    pub(super) fn of(text: &str) -> Self {
        if text == Self::Typing.as_str() { Self::Typing } else { Self::Viewing }
    }
}

/// A colleague at a case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Present {
    /// Who.
    pub officer: OfficerCode,
    /// What they do.
    pub doing: Doing,
}

/// Notes that whoever acts is at a case, or has left it.
pub fn present(tx: &mut Tx<'_>, act: &Act, reference: &Reference, doing: Option<Doing>) -> Verb<()> {
    let officer = me(act)?;
    let case = cases::by_reference(tx, &act.scope(), reference)?.ok_or(Refusal::NotFound("case"))?;
    act.must_on(Action::ReadCase, &case)?;
    match doing {
        Some(doing) => {
            let doing = doing.as_str().to_owned();
            Ok(presence::note(tx, &presence::Presence { case: case.id, officer, doing }, act.at)?)
        }
        None => Ok(presence::leave(tx, case.id, &officer)?),
    }
}

/// Which colleagues are at some cases, which whoever acts has read.
pub fn others_on(tx: &mut Tx<'_>, act: &Act, cases: &[CaseId]) -> Verb<BTreeMap<CaseId, Vec<Present>>> {
    let own = me(act)?;
    let mut others: BTreeMap<CaseId, Vec<Present>> = BTreeMap::new();
    for found in presence::on(tx, &act.scope(), cases, act.ago(PRESENT))? {
        if found.officer != own {
            let present = Present { officer: found.officer, doing: Doing::of(&found.doing) };
            others.entry(found.case).or_default().push(present);
        }
    }
    Ok(others)
}

/// Forgets who left.
pub(crate) fn forget(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    Ok(presence::forget(tx, act.ago(PRESENT * 4))?)
}
