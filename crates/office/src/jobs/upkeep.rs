//! Upkeep: what the house does by the clock rather than because of an event.

use crate::cases::{happen, wake_due};
use crate::{Act, Verb, authority, bookings, customers, desk, followers, intake, lobby, outbox};
use jiff::SignedDuration;
use records::{Tx, askings, cases, codes, replays};
use terms::{Happening, Pressing, Target};

/// Cases looked at in one go.
const BATCH: u32 = 200;
/// For how long answers to submissions are kept, to be given again.
const KEEP_ANSWERS: SignedDuration = SignedDuration::from_hours(72);
/// For how long codes are kept that nobody used.
const KEEP_CODES: SignedDuration = SignedDuration::from_hours(24);

/// Does what time brings: wakes what rested, notes promises that were not kept, and brings what presses before the
/// superiors; how much of it.
pub fn keep_time(tx: &mut Tx<'_>, act: &Act) -> Verb<usize> {
    let woken = wake_due(tx, act, BATCH)?;
    let pressing = authority::press_promises(tx, act, BATCH)?
        + authority::press_replies(tx, act, BATCH)?
        + authority::press_approvals(tx, act, BATCH)?;
    Ok(woken
        + pressing
        + miss_promises(tx, act)?
        + lobby::close_days(tx, act, BATCH)?
        + bookings::keep_time(tx, act, BATCH)?)
}

/// Notes the promises that were not kept; how many.
fn miss_promises(tx: &mut Tx<'_>, act: &Act) -> Verb<usize> {
    let late = cases::late(tx, &act.scope(), act.at, BATCH)?;
    let unanswered = cases::unanswered(tx, &act.scope(), act.at, BATCH)?;
    let count = late.len() + unanswered.len();
    for case in late {
        let case = happen(tx, act, case, Happening::PromiseMissed { target: Target::Completion })?;
        authority::tell_superiors(tx, act, case, Pressing::Broken)?;
    }
    for case in unanswered {
        // The same case may have just been noted as late, and has a new revision then.
        let Some(case) = cases::by_id(tx, &act.scope(), case.id)? else { continue };
        let case = happen(tx, act, case, Happening::PromiseMissed { target: Target::FirstReply })?;
        authority::tell_superiors(tx, act, case, Pressing::ReplyBroken)?;
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
    bookings::tidy(tx, act)?;
    let forgotten = replays::forget(tx, ago(KEEP_ANSWERS))? + codes::forget(tx, ago(KEEP_CODES))?;
    Ok(forgotten + outbox::tidy(tx, act)? + lobby::kiosk::tidy(tx, act)?)
}
