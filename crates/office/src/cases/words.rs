//! Words about a case: notes between officers, replies to the customer, messages from the customer.

use super::{goes_on_as, goes_on_elsewhere, happen, load, load_at, must_be_open, resumed};
use crate::{Act, Refusal, Verb, desk};
use policy::Action;
use records::{Tx, contacts};
use terms::{
    Actor, Case, CaseId, Contact, ContactId, ContactKind, Direction, Happening, Reference, Role, Status,
    WaitEnd,
};

/// The longest message, in characters.
pub const LONGEST_WORDS: usize = 20_000;

/// Words as everybody may read them: without addresses and phone numbers.
pub fn public_words(words: &str) -> String {
    matching::redact(words)
}

/// Writes a note for colleagues; nobody else ever sees it.
pub fn note(tx: &mut Tx<'_>, act: &Act, reference: &Reference, words: &str) -> Verb<Case> {
    check_words(words)?;
    let case = load(tx, act, reference, Action::Note)?;
    let contact = write_words(tx, act, case.id, (Direction::Internal, ContactKind::Note), words)?;
    happen(tx, act, case, Happening::Noted { contact })
}

/// Writes a note to a case that whoever acts has just opened, whether they may read it or not.
pub(crate) fn note_at_opening(tx: &mut Tx<'_>, act: &Act, case: Case, words: &str) -> Verb<Case> {
    let contact = write_words(tx, act, case.id, (Direction::Internal, ContactKind::Note), words)?;
    happen(tx, act, case, Happening::Noted { contact })
}

/// Refuses words to a customer by anybody but who has taken the case, where the city wants that. Supervisors may
/// always, so that nobody waits for somebody who is ill.
pub(crate) fn must_be_theirs(act: &Act, case: &Case) -> Verb<()> {
    let Some(assignee) = case.state.assignee.as_ref().filter(|_| act.city().authority.only_assignee_answers)
    else {
        return Ok(());
    };
    let other = match &act.who.actor {
        Actor::Officer(me) => me != assignee && !act.who.roles.contains(&Role::Supervisor),
        Actor::Public | Actor::Customer(_) | Actor::Integration(_) | Actor::House => false,
    };
    if !other {
        return Ok(());
    }
    let name = act.city().officers.get(assignee).map_or(assignee.as_str(), |officer| officer.name.as_str());
    Err(Refusal::conflict(format!("{name} has taken the case and answers; take it first, or write a note")))
}

/// Answers the customer. Whoever answers must have read the case as it is now.
pub fn reply(tx: &mut Tx<'_>, act: &Act, reference: &Reference, revision: i64, words: &str) -> Verb<Case> {
    check_words(words)?;
    let case = load_at(tx, act, reference, revision, Action::Reply)?;
    goes_on_elsewhere(&case)?;
    must_be_theirs(act, &case)?;
    let contact = write_words(tx, act, case.id, (Direction::Outbound, ContactKind::Message), words)?;
    happen(tx, act, case, Happening::Replied { contact })
}

/// Hears the customer. If they were asked something, the clock runs again. What is written to a case that goes on as
/// another one is heard there.
pub fn hear(tx: &mut Tx<'_>, act: &Act, reference: &Reference, words: &str) -> Verb<Case> {
    check_words(words)?;
    let case = load(tx, act, reference, Action::Write)?;
    let on = goes_on_as(tx, act, &case)?;
    must_be_open(on.as_ref().unwrap_or(&case))?;
    let contact = write_words(tx, act, case.id, (Direction::Inbound, ContactKind::Message), words)?;
    let case = happen(tx, act, case, Happening::Heard { contact })?;
    let Some(on) = on else { return heard(tx, act, case) };
    let on = happen(tx, act, on, Happening::Heard { contact })?;
    heard(tx, act, on)?;
    Ok(case)
}

/// Whoever was asked has answered.
fn heard(tx: &mut Tx<'_>, act: &Act, case: Case) -> Verb<Case> {
    if case.state.status != Status::Waiting {
        return Ok(case);
    }
    let (due_at, original_due_at) = resumed(act, &case.state);
    happen(tx, act, case, Happening::WaitEnded { end: WaitEnd::Answered, due_at, original_due_at })
}

/// Refuses words that say nothing or more than anybody reads.
pub(crate) fn check_words(words: &str) -> Verb<()> {
    let count = words.chars().count();
    if words.trim().is_empty() {
        return Err(Refusal::invalid("words", "write something"));
    }
    if count > LONGEST_WORDS {
        return Err(Refusal::invalid(
            "words",
            format!("it has {count} characters; use at most {LONGEST_WORDS}"),
        ));
    }
    if words.contains('\0') {
        return Err(Refusal::invalid("words", "it holds a character that no text has"));
    }
    Ok(())
}

/// Saves words as a contact.
pub(crate) fn write_words(
    tx: &mut Tx<'_>,
    act: &Act,
    case: CaseId,
    (direction, kind): (Direction, ContactKind),
    words: &str,
) -> Verb<ContactId> {
    let id = ContactId::new(act.at, &act.chance);
    let contact = Contact {
        id,
        case,
        direction,
        kind,
        channel: act.over,
        writer: act.who.actor.clone(),
        body: words.to_owned(),
        at: act.at,
    };
    contacts::insert(tx, &contact)?;
    desk::index_written(tx, case, kind, words)?;
    Ok(id)
}
