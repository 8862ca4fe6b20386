//! Parents: a case with which those of many customers are answered, each held to its own promise until then.

use super::merge::other_of;
use super::{happen, load_at, must_be_open, write_words};
use crate::jobs::{Work, queue};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::{Tx, cases, contacts, events};
use terms::{
    Case, CaseId, ContactId, ContactKind, Direction, Event, Happening, OutcomeCode, Reference, Status,
    Subject,
};

/// Children answered in one transaction.
const BATCH: u32 = 50;
/// More cases are never answered with one.
const MOST_CHILDREN: u32 = 20_000;

/// Lets a case be answered with a parent. It stays open, and can be answered alone as well.
pub fn put_under(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    parent: &Reference,
) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::Arrange)?;
    must_be_open(&case)?;
    if case.state.parent.is_some() {
        return Err(Refusal::conflict("the case is answered with another one already; take it out first"));
    }
    if case.state.children > 0 {
        return Err(Refusal::conflict("other cases are answered with this one; put those under the parent"));
    }
    let parent = other_of(tx, act, ("parent", parent), &case)?;
    if parent.state.parent.is_some() {
        return Err(Refusal::invalid("parent", "that case has a parent itself; name the parent"));
    }
    if parent.state.children >= MOST_CHILDREN {
        let problem = format!("at most {MOST_CHILDREN} cases are answered with one");
        return Err(Refusal::invalid("parent", problem));
    }
    if needs_second_person(act, &case) {
        let why = "the end of this service's work needs a second person; it cannot end with another case";
        return Err(Refusal::conflict(why));
    }
    let (child, parent_id) = (case.id, parent.id);
    happen(tx, act, parent, Happening::ChildJoined { case: child })?;
    happen(tx, act, case, Happening::PutUnder { parent: parent_id })
}

/// Lets a case be answered on its own again.
pub fn take_out(tx: &mut Tx<'_>, act: &Act, reference: &Reference, revision: i64) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::Arrange)?;
    let parent = case.state.parent.ok_or_else(|| Refusal::conflict("the case has no parent"))?;
    let parent = cases::by_id(tx, &act.scope(), parent)?.ok_or(Refusal::NotFound("parent"))?;
    act.must_on(Action::Arrange, &parent)?;
    let child = case.id;
    happen(tx, act, parent, Happening::ChildLeft { case: child })?;
    happen(tx, act, case, Happening::TakenOut {})
}

/// Whether the end of a case's work needs a second person.
pub(crate) fn needs_second_person(act: &Act, case: &Case) -> bool {
    act.city().services.get(&case.state.service).is_some_and(|service| service.second_person)
}

/// Says to the next children what was said to their parent: each hears it once, in a case of its own.
pub(crate) fn answer_children(
    tx: &mut Tx<'_>,
    act: &Act,
    (id, number): (CaseId, i64),
    after: Option<CaseId>,
) -> Verb<()> {
    let scope = act.scope();
    let events = events::of_case(tx, &scope, id)?;
    let Some(event) = events.iter().find(|event| event.subject == Subject::Case(id, number)) else {
        return Ok(());
    };
    let children = cases::some_children(tx, &scope, (id, after), BATCH)?;
    let last = children.last().map(|child| child.id);
    let whole = children.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
    let said = words_of(tx, act, event)?;
    let by = act.received(event.channel, act.at).by(event.actor.clone());
    for child in children.into_iter().filter(|child| child.state.status != Status::Closed) {
        answer(tx, &by, child, (ended(event), said.as_deref()))?;
    }
    if whole { queue(tx, act, &Work::AnswerChildren { case: id, number, after: last }) } else { Ok(()) }
}

fn answer(
    tx: &mut Tx<'_>,
    by: &Act,
    mut child: Case,
    (outcome, said): (Option<OutcomeCode>, Option<&str>),
) -> Verb<()> {
    let write = |tx: &mut Tx<'_>, words: &str| -> Verb<ContactId> {
        write_words(tx, by, child.id, (Direction::Outbound, ContactKind::Message), words)
    };
    let contact = said.map(|words| write(tx, words)).transpose()?;
    // Whose part is not done yet hears the answer, and is ended by hand.
    let outcome = outcome.filter(|_| child.state.open_tasks.is_empty());
    match (outcome, contact) {
        (Some(outcome), contact) => {
            child.told.status_notes = said.map(ToOwned::to_owned);
            happen(tx, by, child, Happening::Resolved { outcome, contact }).map(drop)
        }
        (None, Some(contact)) => happen(tx, by, child, Happening::Replied { contact }).map(drop),
        (None, None) => Ok(()),
    }
}

fn ended(event: &Event) -> Option<OutcomeCode> {
    if let Happening::Resolved { outcome, .. } = &event.what { Some(outcome.clone()) } else { None }
}

fn words_of(tx: &mut Tx<'_>, act: &Act, event: &Event) -> Verb<Option<String>> {
    let contact = if let Happening::Resolved { contact, .. } = &event.what {
        *contact
    } else if let Happening::Replied { contact } = &event.what {
        Some(*contact)
    } else {
        None
    };
    let Some(contact) = contact else { return Ok(None) };
    Ok(contacts::by_id(tx, &act.scope(), contact)?.map(|contact| contact.body))
}
