//! Handing a case to another agency: it is asked, and until it says yes the clock stays where it is.

use super::{check_words, happen, load_at, must_be_open, write_words};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::Tx;
use terms::{AgencyCode, Case, ContactKind, Direction, Happening, Reference};

/// Asks another agency to take a case over.
pub fn ask_transfer(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    (to, words): (&AgencyCode, &str),
) -> Verb<Case> {
    check_words(words)?;
    let case = load_at(tx, act, reference, revision, Action::Transfer)?;
    must_be_open(&case)?;
    if let Some(asked) = &case.state.transfer_to {
        return Err(Refusal::conflict(format!("{asked} has been asked already and has not answered")));
    }
    if !act.city().agencies.contains_key(to) {
        return Err(Refusal::invalid("to", format!("no agency is called {to}")));
    }
    if *to == case.state.agency {
        return Err(Refusal::invalid("to", format!("{to} has the case already")));
    }
    let contact = write_words(tx, act, case.id, (Direction::Internal, ContactKind::Note), words)?;
    happen(tx, act, case, Happening::TransferAsked { to: to.clone(), contact })
}

/// Takes the case over, and with it the clock.
pub fn accept_transfer(tx: &mut Tx<'_>, act: &Act, reference: &Reference, revision: i64) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::AnswerTransfer)?;
    let agency = asked(&case)?;
    let queue = act.city().agencies.get(&agency).map(|agency| agency.front_queue.clone());
    let queue =
        queue.ok_or_else(|| Refusal::conflict(format!("{agency} is no agency of the city any more")))?;
    happen(tx, act, case, Happening::TransferAccepted { agency, queue })
}

/// Sends the case back, with a reason.
pub fn return_transfer(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    words: &str,
) -> Verb<Case> {
    check_words(words)?;
    let case = load_at(tx, act, reference, revision, Action::AnswerTransfer)?;
    asked(&case)?;
    let contact = write_words(tx, act, case.id, (Direction::Internal, ContactKind::Note), words)?;
    happen(tx, act, case, Happening::TransferReturned { contact })
}

fn asked(case: &Case) -> Verb<AgencyCode> {
    case.state.transfer_to.clone().ok_or_else(|| Refusal::conflict("nobody is asked to take the case over"))
}
