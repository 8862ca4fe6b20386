//! Resting: the work waits for a day, and the clock of the promise runs, as it is the house that waits.

use super::{check_words, happen, load_at, must_be_open, write_words};
use crate::{Act, Refusal, Verb};
use jiff::{SignedDuration, Timestamp};
use policy::Action;
use records::{Tx, cases};
use terms::{Case, ContactKind, Direction, Happening, Reference};

/// Nobody rests longer.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 366);

/// Lets a case rest until a time, and says why. It wakes by itself, or when its customer writes.
pub fn snooze(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    revision: i64,
    (until, words): (Timestamp, &str),
) -> Verb<Case> {
    check_words(words)?;
    let case = load_at(tx, act, reference, revision, Action::Wait)?;
    must_be_open(&case)?;
    let rests = until.duration_since(act.at);
    if rests <= SignedDuration::ZERO || rests > LONGEST {
        return Err(Refusal::invalid("until", "use a time to come, at most a year away"));
    }
    // As the records keep it.
    let until = Timestamp::from_millisecond(until.as_millisecond()).unwrap_or(until);
    let contact = write_words(tx, act, case.id, (Direction::Internal, ContactKind::Note), words)?;
    happen(tx, act, case, Happening::Snoozed { until, contact })
}

/// Wakes a case before its time.
pub fn wake(tx: &mut Tx<'_>, act: &Act, reference: &Reference, revision: i64) -> Verb<Case> {
    let case = load_at(tx, act, reference, revision, Action::Wait)?;
    if case.state.snoozed_until.is_none() {
        return Err(Refusal::conflict("the case does not rest"));
    }
    happen(tx, act, case, Happening::Woke {})
}

/// Wakes the cases whose time has come; how many.
pub(crate) fn wake_due(tx: &mut Tx<'_>, act: &Act, limit: u32) -> Verb<usize> {
    let due = cases::asleep(tx, &act.scope(), act.at, limit)?;
    let count = due.len();
    for case in due {
        happen(tx, act, case, Happening::Woke {})?;
    }
    Ok(count)
}
