//! Seeing cases: one whole, or the list of a queue.

use super::{Held, all_merged_into, custody, goes_on_as};
use crate::{Act, Refusal, Verb};
use policy::Action;
use records::approvals::{self, Approval};
use records::cases::{self, Filter};
use records::corrections::{self, Correction};
use records::feedback::{self, Feedback};
use records::reporters::{self, Reporter};
use records::tasks::{self, Task};
use records::{Tx, contacts, events};
use terms::{Case, CaseId, Contact, ContactId, Event, Happening, QueueCode, Reference};

/// Children named of a parent; there may be thousands.
const MOST_CHILDREN: u32 = 100;

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
    /// Which other cases it belongs with.
    pub related: Related,
    /// What was corrected in it.
    pub corrections: Vec<Correction>,
    /// What superiors were asked.
    pub approvals: Vec<Approval>,
}

/// The other cases with which one belongs, as far as whoever looks may know of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// As which it goes on.
    pub merged_into: Option<Reference>,
    /// Which go on as this one.
    pub merged: Vec<Reference>,
    /// With which it is answered.
    pub parent: Option<Reference>,
    /// Some of those that are answered with it; its state counts them all.
    pub children: Vec<Reference>,
    /// Which came out of it.
    pub split_off: Vec<Reference>,
    /// From which it came, or which an appeal is about.
    pub about: Option<Reference>,
}

/// A case with everything about it.
pub fn whole(tx: &mut Tx<'_>, act: &Act, reference: &Reference) -> Verb<Whole> {
    let case = super::load(tx, act, reference, Action::ReadCase)?;
    let scope = act.scope();
    let mut events = events::of_case(tx, &scope, case.id)?;
    let speaker = match case.state.duplicate_of {
        Some(speaker) => cases::by_id(tx, &act.public_scope(), speaker)?.map(|speaker| speaker.reference),
        None => None,
    };
    let custody = custody(&events, act.at);
    let mut contacts = contacts::of_case(tx, &scope, case.id)?;
    let mut tasks = tasks::of_case(tx, &scope, case.id)?;
    let merged = all_merged_into(tx, act, case.id)?;
    let related = related(tx, act, &case, (&events, &merged))?;
    for other in &merged {
        contacts.extend(contacts::of_case(tx, &scope, other.id)?);
        tasks.extend(tasks::of_case(tx, &scope, other.id)?);
        // What was heard since is an event of both.
        let known: Vec<ContactId> = events.iter().filter_map(heard).collect();
        let theirs = events::of_case(tx, &scope, other.id)?;
        events.extend(theirs.into_iter().filter(|event| heard(event).is_none_or(|it| !known.contains(&it))));
    }
    if !merged.is_empty() {
        contacts.sort_by_key(|contact| (contact.at, contact.id));
        events.sort_by_key(|event| (event.at, event.id));
    }
    Ok(Whole {
        contacts,
        tasks,
        related,
        corrections: corrections::of_case(tx, &scope, case.id)?,
        approvals: approvals::of_case(tx, &scope, case.id)?,
        reporters: reporters::of_case(tx, &scope, case.id)?,
        feedback: feedback::of_case(tx, &scope, case.id)?,
        custody,
        events,
        speaker,
        case,
    })
}

fn heard(event: &Event) -> Option<ContactId> {
    if let Happening::Heard { contact } = &event.what { Some(*contact) } else { None }
}

fn related(tx: &mut Tx<'_>, act: &Act, case: &Case, (events, merged): (&[Event], &[Case])) -> Verb<Related> {
    let split = |event: &Event| {
        if let Happening::SplitOff { case } = &event.what { Some(*case) } else { None }
    };
    let mut split_off = Vec::new();
    for id in events.iter().filter_map(split) {
        split_off.extend(named(tx, act, Some(id))?);
    }
    let children = match case.state.children {
        0 => Vec::new(),
        _ => cases::children_of(tx, &act.scope(), case.id, MOST_CHILDREN)?,
    };
    Ok(Related {
        merged_into: goes_on_as(tx, act, case)?.map(|case| case.reference),
        merged: merged.iter().map(|case| case.reference).collect(),
        parent: named(tx, act, case.state.parent)?,
        children: children.into_iter().map(|case| case.reference).collect(),
        split_off,
        about: named(tx, act, case.state.about.case)?,
    })
}

fn named(tx: &mut Tx<'_>, act: &Act, id: Option<CaseId>) -> Verb<Option<Reference>> {
    let Some(id) = id else { return Ok(None) };
    Ok(cases::by_id(tx, &act.scope(), id)?.map(|case| case.reference))
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
