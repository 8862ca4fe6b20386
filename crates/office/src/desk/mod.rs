//! The desk: officers sign in, and work what comes in over every channel.

mod compositions;
mod handover;
mod next;
pub mod passwords;
mod sessions;
mod shifts;
mod sign_in;

pub use compositions::{
    About, SENDING_SECONDS, Saved, UNDO_MINUTES, Written, about, attach, detach, is_news, save, send,
    throw_away, undo, unsent,
};
pub use next::next_due;

pub(crate) use compositions::{deliver, forget_thrown};
pub use handover::{Given, HandOver, MOST_IN_HAND, in_hand};
pub use sessions::{Begun, Signed, begin, end, end_all, end_one, mine, seen, signed_in, who};
pub use shifts::{LONGEST_NOTE, NewShift, Shift, begin_shift, end_shift, left_notes};
pub use sign_in::{Attempt, Taken, Try, failed, set_password, sign_in, try_sign_in};

use crate::{Act, Verb};
use jiff::SignedDuration;
use records::{Tx, officer_sessions, shifts as kept, sign_in_tries};

/// For how long ended sessions and shifts are kept.
const KEEP: SignedDuration = SignedDuration::from_hours(24 * 30);
/// For how long a browser stays known in which an officer signed in.
const KEEP_BROWSERS: SignedDuration = SignedDuration::from_hours(24 * 90);

/// Ends what was forgotten to be ended, and forgets what is over.
pub(crate) fn tidy(tx: &mut Tx<'_>, act: &Act) -> Verb<u64> {
    let ago = |time: SignedDuration| act.at.checked_sub(time).unwrap_or(act.at);
    let sessions = officer_sessions::forget(tx, ago(KEEP))?;
    let tries = sign_in_tries::forget(tx, ago(sign_in::REMEMBERED), ago(KEEP_BROWSERS))?;
    Ok(sessions + tries + kept::tidy(tx, act.at, ago(shifts::LONGEST), ago(KEEP))?)
}
