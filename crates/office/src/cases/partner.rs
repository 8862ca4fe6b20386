//! Updates from a partner's system, which has no revision to name: each is taken in as it comes.

use super::{
    check_words, goes_on_elsewhere, happen, must_be_open, needs_second_person, resumed, write_words,
};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::{Tx, cases};
use terms::{ContactKind, Direction, Happening, OutcomeCode, Reference, Status};

/// What a partner says of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartnerUpdate {
    /// Only words.
    Words,
    /// It is worked on.
    Open,
    /// It ended so.
    Ended(OutcomeCode),
}

/// Takes in what a partner says; its words are for the customer. Answers with the revision.
pub fn partner_update(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    update: &PartnerUpdate,
    words: &str,
) -> Verb<i64> {
    let case =
        cases::by_reference(tx, &act.public_scope(), reference)?.ok_or(Refusal::NotFound("request"))?;
    act.must_on(Action::UpdateOverOpen311, &case)?;
    goes_on_elsewhere(&case)?;
    if !words.is_empty() {
        check_words(words)?;
    }
    let contact = match words {
        "" => None,
        words => Some(write_words(tx, act, case.id, (Direction::Outbound, ContactKind::Message), words)?),
    };
    let case = match update {
        PartnerUpdate::Ended(outcome) => {
            must_be_open(&case)?;
            if needs_second_person(act, &case) {
                return Err(Refusal::conflict(
                    "the end of this service's work needs a second person at the desk",
                ));
            }
            let mut case = case;
            case.told.status_notes = (!words.is_empty()).then(|| words.to_owned());
            happen(tx, act, case, Happening::Resolved { outcome: outcome.clone(), contact })?
        }
        PartnerUpdate::Open if case.state.status == Status::Closed => {
            let (due_at, original_due_at) = resumed(act, &case.state);
            happen(tx, act, case, Happening::Reopened { contact, due_at, original_due_at })?
        }
        PartnerUpdate::Open | PartnerUpdate::Words => match contact {
            Some(contact) => happen(tx, act, case, Happening::Replied { contact })?,
            None => case,
        },
    };
    Ok(case.revision)
}
