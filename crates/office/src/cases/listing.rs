//! Seeing cases: one whole, or the list of a queue.

use super::{Held, custody};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::cases::{self, Filter};
use records::feedback::{self, Feedback};
use records::reporters::{self, Reporter};
use records::tasks::{self, Task};
use records::{Tx, contacts, events};
use terms::{Case, Contact, Event, QueueCode, Reference};

/// Everything about a case that whoever looks may see.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// The case.
    pub case: Case,
    /// What happened to it.
    pub events: Vec<Event>,
    /// What was written.
    pub contacts: Vec<Contact>,
    /// What partners do.
    pub tasks: Vec<Task>,
    /// Whom it speaks for.
    pub reporters: Vec<Reporter>,
    /// What was said of it.
    pub feedback: Vec<Feedback>,
    /// Who held it.
    pub custody: Vec<Held>,
    /// The case that speaks for it.
    pub speaker: Option<Reference>,
}

/// A case with everything about it.
pub fn whole(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Whole> {
    let case = super::load(tx, act, reference, Action::ReadCase)?;
    let scope = act.scope();
    let events = events::of_case(tx, &scope, case.id)?;
    let speaker = match case.state.duplicate_of {
        Some(speaker) => cases::by_id(tx, &act.public_scope(), speaker)?.map(|speaker| speaker.reference),
        None => None,
    };
    Ok(Whole {
        contacts: contacts::of_case(tx, &scope, case.id)?,
        tasks: tasks::of_case(tx, &scope, case.id)?,
        reporters: reporters::of_case(tx, &scope, case.id)?,
        feedback: feedback::of_case(tx, &scope, case.id)?,
        custody: custody(&events, act.at),
        events,
        speaker,
        case,
    })
}

/// The cases that fit a filter and that whoever asks may read.
pub fn list(tx: &mut Tx<'_>, act: &Act, filter: &Filter) -> Verb<Vec<Case>> {
    Ok(cases::list_cases(tx, &act.scope(), filter)?)
}

/// The work of a queue, what is due first first.
pub fn queue(tx: &mut Tx<'_>, act: &Act, queue: &QueueCode, skip: u32, limit: u32) -> Verb<Vec<Case>> {
    if !act.city().queues.contains_key(queue) {
        return Err(Refusal::NotFound("queue"));
    }
    list(tx, act, &Filter { queue: Some(queue.clone()), skip, limit, ..Filter::default() })
}
