//! Upkeep: what the house does by the clock rather than because of an event.

use crate::cases::happen;
use crate::{Act, Verb, customers, desk, followers, intake, outbox};
use jiff::SignedDuration;
use records::{Tx, askings, cases, codes, replays};
use terms::{Happening, Target};

/// Cases looked at in one go.
const BATCH: u32 = 200;
/// For how long answers to submissions are kept, to be given again.
const KEEP_ANSWERS: SignedDuration = SignedDuration::from_hours(72);
/// For how long codes are kept that nobody used.
const KEEP_CODES: SignedDuration = SignedDuration::from_hours(24);
/// Notes the promises that were not kept; how many.
pub fn miss_promises(tx: &mut Tx<'_>, act: &Act) -> Verb<usize> {
    let late = cases::late(tx, &act.scope(), act.at, BATCH)?;
    let unanswered = cases::unanswered(tx, &act.scope(), act.at, BATCH)?;
    let count = late.len() + unanswered.len();
    for case in late {
        happen(tx, act, case, Happening::PromiseMissed { target: Target::Completion })?;
    }
    for case in unanswered {
        // The same case may have just been noted as late, and has a new revision then.
        let Some(case) = cases::by_id(tx, &act.scope(), case.id)? else { continue };
        happen(tx, act, case, Happening::PromiseMissed { target: Target::FirstReply })?;
    }
    Ok(count)
}

/// Forgets what nobody asks for any more.
pub fn tidy(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    let ago = |time: SignedDuration| act.at.checked_sub(time).unwrap_or(act.at);
    askings::forget(tx, ago(intake::KEEP_UNFINISHED))?;
    customers::forget_sessions(tx, act)?;
    desk::tidy(tx, act)?;
    followers::tidy(tx, act)?;
    desk::forget_presence(tx, act)?;
    desk::forget_bulk(tx, act)?;
    desk::forget_thrown(tx, act)?;
    let forgotten = replays::forget(tx, ago(KEEP_ANSWERS))? + codes::forget(tx, ago(KEEP_CODES))?;
    Ok(forgotten + outbox::tidy(tx, act)?)
}
