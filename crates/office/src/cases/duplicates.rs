//! Two cases about the same thing: one speaks for both, and everybody who reported is told how it ends.

use super::{happen, load_at, must_be_open};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::reporters::{self, Reporter};
use records::{Tx, cases};
use terms::{Case, Happening, Reference, Status};

/// Lets an open public report speak for a new one about the same thing, as its customer says. Where that report has
/// ended meanwhile, or is itself spoken for, the new one stands for itself.
pub(crate) fn join(tx: &mut Tx<'_>, act: &Act, case: Case, speaker: &Reference) -> Verb<Case> {
    let speaker = cases::by_reference(tx, &act.public_scope(), speaker)?.filter(|speaker| {
        speaker.state.public
            && speaker.state.status != Status::Closed
            && speaker.state.duplicate_of.is_none()
            && speaker.id != case.id
            && speaker.state.service == case.state.service
    });
    let Some(speaker) = speaker else { return Ok(case) };
    let reporter = Reporter { case: case.id, customer: case.state.customer, joined_at: act.at };
    reporters::join(tx, speaker.id, &reporter)?;
    let (speaker_id, joined) = (speaker.id, case.id);
    happen(tx, act, speaker, Happening::Joined { case: joined })?;
    happen(tx, act, case, Happening::MarkedDuplicate { of: speaker_id })
}

/// Lets another case speak for this one. Its reporters, and those whom it spoke for itself, join the other.
pub fn mark_duplicate(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    of: &Reference,
) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::MarkDuplicate)?;
    must_be_open(&case)?;
    if case.state.children > 0 {
        return Err(Refusal::conflict(
            "other cases are answered with this one; put them under the other first",
        ));
    }
    let speaker = cases::by_reference(tx, &act.scope(), of)?
        .ok_or_else(|| Refusal::invalid("of", "there is no such case"))?;
    if speaker.id == case.id {
        return Err(Refusal::invalid("of", "a case cannot speak for itself"));
    }
    if speaker.state.duplicate_of.is_some() {
        return Err(Refusal::invalid(
            "of",
            "another case speaks for that one already; name the one that speaks",
        ));
    }
    must_be_open(&speaker)
        .map_err(|_| Refusal::invalid("of", "that case is closed; reopen it or name another"))?;
    let own = Reporter { case: case.id, customer: case.state.customer, joined_at: act.at };
    let spoken_for = reporters::of_case(tx, &act.scope(), case.id)?;
    for reporter in std::iter::once(own).chain(spoken_for) {
        reporters::join(tx, speaker.id, &reporter)?;
    }
    let (speaker_id, joined) = (speaker.id, case.id);
    happen(tx, act, speaker, Happening::Joined { case: joined })?;
    happen(tx, act, case, Happening::MarkedDuplicate { of: speaker_id })
}
