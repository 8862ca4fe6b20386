//! Resolution: how the work on a case ends, and how the end is taken back.

use crate::cases::{
    check_words, goes_on_elsewhere, happen, load, load_at, must_be_open, must_be_theirs, needs_second_person,
    resumed, write_words,
};
use crate::{Act, Refusal, Verb};
use jiff::Span;
use policy::Action;
use records::{Tx, cases, reporters};
use terms::{Actor, Case, ContactId, ContactKind, Direction, Happening, OutcomeCode, Reference, Status};

/// For how long a customer may say that it was not done after all.
const REOPEN_DAYS: i64 = 60;

/// Ends the work with one of the service's outcomes, and what the customer is told of it.
pub fn resolve(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    (outcome, words): (&OutcomeCode, Option<&str>),
) -> Verb<Case> {
    words.map_or(Ok(()), check_words)?;
    let case = load_at(tx, act, reference, revision, Action::Resolve)?;
    must_be_open(&case)?;
    must_be_theirs(act, &case)?;
    allowed(act, &case, outcome)?;
    if needs_second_person(act, &case) {
        let why =
            "the end of this service's work needs a second person; ask your superior to approve the outcome";
        return Err(Refusal::conflict(why));
    }
    finish(tx, act, case, (outcome, words))
}

/// Refuses an outcome that the service does not know.
pub(crate) fn allowed(act: &Act, case: &Case, outcome: &OutcomeCode) -> Verb<()> {
    let allowed = act.city().services.get(&case.state.service).map(|service| &service.outcomes);
    if let Some(allowed) = allowed.filter(|allowed| !allowed.contains(outcome)) {
        let known: Vec<&str> = allowed.iter().map(OutcomeCode::as_str).collect();
        return Err(Refusal::invalid("outcome", format!("use one of: {}", known.join(", "))));
    }
    Ok(())
}

/// Ends the work, unless a part of it is not finished: of the case itself, or of one that ends with it.
pub(crate) fn finish(
    tx: &mut Tx<'_>,
    act: &Act,
    mut case: Case,
    (outcome, words): (&OutcomeCode, Option<&str>),
) -> Verb<Case> {
    must_be_open(&case)?;
    if let Some(agency) = case.state.open_tasks.first() {
        let why = format!("{agency} has not finished its part; wait for it, or ask it to return the task");
        return Err(Refusal::conflict(why));
    }
    if let Some((reference, agencies)) = cases::open_part(tx, case.id)? {
        let agency = agencies.first().map_or("", |agency| agency.as_str());
        let why = format!("{reference} ends with this case, and {agency} has not finished its part of it");
        return Err(Refusal::conflict(why));
    }
    let contact = write(tx, act, &case, Direction::Outbound, words)?;
    case.told.status_notes = words.map(ToOwned::to_owned);
    happen(tx, act, case, Happening::Resolved { outcome: outcome.clone(), contact })
}

/// Opens a closed case again. The time for which it was closed does not count against the promise.
pub fn reopen(tx: &mut Tx<'_>, act: &Act, reference: &Reference, words: Option<&str>) -> Verb<Case> {
    words.map_or(Ok(()), check_words)?;
    let mut case = load(tx, act, reference, Action::Reopen)?;
    goes_on_elsewhere(&case)?;
    let closure = case.state.closure.clone().filter(|_| case.state.status == Status::Closed);
    let closure = closure.ok_or_else(|| Refusal::conflict("the case is not closed"))?;
    let over = closure.at.checked_add(Span::new().hours(24 * REOPEN_DAYS)).unwrap_or(closure.at);
    if act.at > over && !is_officer(act) {
        let why = format!(
            "the case was closed more than {REOPEN_DAYS} days ago; open a new one and name this one in it"
        );
        return Err(Refusal::conflict(why));
    }
    if let Some(speaker) = case.state.duplicate_of {
        reporters::leave(tx, speaker, case.id)?;
    }
    let direction = if is_officer(act) { Direction::Internal } else { Direction::Inbound };
    let contact = write(tx, act, &case, direction, words)?;
    let (due_at, original_due_at) = resumed(act, &case.state);
    // How it ended was no end.
    case.told.status_notes = None;
    happen(tx, act, case, Happening::Reopened { contact, due_at, original_due_at })
}

/// The customer no longer wants it.
pub fn withdraw(tx: &mut Tx<'_>, act: &Act, reference: &Reference, words: Option<&str>) -> Verb<Case> {
    words.map_or(Ok(()), check_words)?;
    let case = load(tx, act, reference, Action::Withdraw)?;
    must_be_open(&case)?;
    let contact = write(tx, act, &case, Direction::Inbound, words)?;
    happen(tx, act, case, Happening::Withdrawn { contact })
}

fn write(
    tx: &mut Tx<'_>,
    act: &Act,
    case: &Case,
    direction: Direction,
    words: Option<&str>,
) -> Verb<Option<ContactId>> {
    words.map(|words| write_words(tx, act, case.id, (direction, ContactKind::Message), words)).transpose()
}

fn is_officer(act: &Act) -> bool {
    matches!(act.who.actor, Actor::Officer(_) | Actor::Integration(_) | Actor::House)
}
