//! Hand-over: what an officer has in hand goes back to its queue, to a colleague, or stays with them.

use super::shifts::officer;
use crate::cases::{self, load};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::Tx;
use terms::{Case, OfficerCode, Reference, Status};

/// Cases that are handed over at once; whoever has more keeps the others.
pub const MOST_IN_HAND: u32 = 100;

/// Where a case goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Back to its queue.
    Queue,
    /// To a colleague.
    To(OfficerCode),
    /// Nowhere.
    Keep,
}

/// What becomes of one case.
#[derive(Debug, Clone)]
pub struct HandOver {
    /// Which.
    pub reference: Reference,
    /// Where it goes.
    pub to: Given,
    /// Words for whoever comes next; none where they are empty.
    pub words: String,
}

/// The open cases that the officer who acts has in hand, the oldest first.
pub fn in_hand(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Case>> {
    Ok(records::cases::in_hand(tx, &act.scope(), &officer(act)?, MOST_IN_HAND)?)
}

/// Hands one case over. What somebody else took meanwhile, or ended, is no longer in hand: what was written for colleagues
/// stays with it, and nothing else is done to it.
pub(super) fn hand_over(tx: &mut Tx<'_>, act: &Act, me: &OfficerCode, handed: &HandOver) -> Verb<()> {
    let case = match load(tx, act, &handed.reference, Action::Note) {
        Err(Refusal::NotFound(_)) => return Ok(()),
        case => case?,
    };
    let case = match handed.words.trim() {
        "" => case,
        words => cases::note(tx, act, &handed.reference, words).map_err(|refusal| at(handed, refusal))?,
    };
    if case.state.assignee.as_ref() != Some(me) || case.state.status == Status::Closed {
        return Ok(());
    }
    let to = match &handed.to {
        Given::Keep => return Ok(()),
        Given::Queue => None,
        Given::To(officer) => Some(officer),
    };
    cases::assign(tx, act, &handed.reference, case.revision, to).map_err(|refusal| at(handed, refusal))?;
    Ok(())
}

/// A mistake says at which case it is.
fn at(handed: &HandOver, refusal: Refusal) -> Refusal {
    let Refusal::Invalid(mut mistakes) = refusal else { return refusal };
    for mistake in &mut mistakes {
        mistake.field = format!("{}-{}", mistake.field, handed.reference);
    }
    Refusal::Invalid(mistakes)
}
