//! The next case of an officer's work.

use crate::{Act, Verb};
use records::Tx;
use records::cases::{self, Filter};
use terms::{Actor, Case, QueueCode, Reference, Status};

/// Cases of a queue that are looked at: those of others are passed over.
const MOST_LOOKED_AT: u32 = 20;
/// Queues that are looked at.
const MOST_QUEUES: usize = 100;

/// The open case that is due next in the queues of whoever asks: theirs or nobody's, and not the one just done.
pub fn next_due(tx: &mut Tx<'_>, act: &Act, done: &Reference) -> Verb<Option<Reference>> {
    let agency = &act.who.agency;
    let queues = act.city().queues.values();
    let queues = queues.filter(|queue| agency.as_ref().is_none_or(|agency| *agency == queue.agency));
    let queues: Vec<QueueCode> = queues.map(|queue| queue.code.clone()).take(MOST_QUEUES).collect();
    let mut found: Vec<Case> = Vec::new();
    for queue in queues {
        let filter = Filter {
            queue: Some(queue),
            statuses: vec![Status::Open],
            limit: MOST_LOOKED_AT,
            ..Filter::default()
        };
        found.extend(cases::list_cases(tx, &act.scope(), &filter)?);
    }
    let theirs = |case: &Case| match (&case.state.assignee, &act.who.actor) {
        (None, _) => true,
        (Some(assignee), Actor::Officer(me)) => assignee == me,
        (Some(_), Actor::Public | Actor::Customer(_) | Actor::Integration(_) | Actor::House) => false,
    };
    let next = found.into_iter().filter(|case| case.reference != *done && theirs(case));
    Ok(next
        .min_by_key(|case| (case.state.clocks.due_at.is_none(), case.state.clocks.due_at, case.id))
        .map(|case| case.reference))
}
