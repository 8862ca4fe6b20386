//! Waiting for the customer: the clock stands still, by as much as the customer took and no more.

use super::{check_words, happen, load_at, must_be_open, must_be_theirs, write_words};
use crate::{Act, Refusal, Verb, services};
use jiff::Timestamp;
use policy::Action;
use records::Tx;
use terms::{Case, ContactKind, Direction, Happening, Reference, State, Status, WaitEnd};

/// Asks the customer something without which the work cannot go on.
pub fn ask_customer(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    words: &str,
) -> Verb<Case> {
    check_words(words)?;
    let case = load_at(tx, act, reference, revision, Action::Wait)?;
    must_be_open(&case)?;
    must_be_theirs(act, &case)?;
    if case.state.status == Status::Waiting {
        return Err(Refusal::conflict("the customer has been asked already; reply to add something"));
    }
    let contact = write_words(tx, act, case.id, (Direction::Outbound, ContactKind::Message), words)?;
    happen(tx, act, case, Happening::WaitStarted { contact })
}

/// Goes on without an answer.
pub fn go_on(tx: &mut Tx<'_>, act: &Act, reference: &Reference, revision: i64) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::Wait)?;
    if case.state.status != Status::Waiting {
        return Err(Refusal::conflict("the case does not wait for its customer"));
    }
    let (due_at, original_due_at) = resumed(act, &case.state);
    happen(tx, act, case, Happening::WaitEnded { end: WaitEnd::WentOn, due_at, original_due_at })
}

/// When a case is due whose clock runs again from now, and when it was due before more time was agreed.
pub(crate) fn resumed(act: &Act, state: &State) -> (Option<Timestamp>, Option<Timestamp>) {
    let stopped = state.clocks.waiting_since.or(state.closure.as_ref().map(|closure| closure.at));
    let moved = |due: Option<Timestamp>| match stopped {
        Some(since) => services::resume(act.city(), state, due?, (since, act.at)),
        None => due,
    };
    (moved(state.clocks.due_at), moved(state.clocks.original_due_at))
}
