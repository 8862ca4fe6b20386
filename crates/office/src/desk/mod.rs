//! The desk: officers sign in, and work what comes in over every channel.

mod asked;
mod bulk;
mod bulk_states;
mod choices;
mod compositions;
mod deeds;
mod excerpt;
mod handover;
mod inbox;
mod live;
mod macros;
pub mod passwords;
mod places;
mod presence;
mod recents;
mod search;
mod sessions;
mod shifts;
mod sign_in;
mod spelling;
mod team;
mod view_filter;
mod views;
mod words;

pub use asked::{Asked, AskedOf, asked_of, asked_of_me};
pub use bulk::{
    Bulk, BulkAct, Item, MOST_CASES, bulk, plan as plan_bulk, plan_again as plan_bulk_again,
    start as start_bulk, undo as undo_bulk,
};
pub use bulk_states::{ItemState, Why};
pub use choices::{choose_shortcuts, shortcuts};
pub use compositions::{
    About, SENDING_SECONDS, Saved, UNDO_MINUTES, Written, about, attach, detach, is_news, save, send,
    throw_away, undo, unsent,
};
pub use deeds::Deed;
pub use excerpt::{Piece, beginning_of, excerpt};
pub use handover::{Given, HandOver, MOST_IN_HAND, in_hand};
pub use inbox::{MOST_COUNTED, Page, Row, count, first_references, inbox, next};
pub use live::{News, Seen, news};
pub use macros::{
    LONGEST_REST, LONGEST_STEP, Macro, Misfit, NewMacro, Shared, Step, Words, change_macro, delete_macro,
    language_of, macro_of, macros, misfits, save_macro, stands_for,
};
pub use places::places;
pub use presence::{Doing, Present, others_on, present};
pub use recents::{MOST_RECENTS, opened, recently};
pub use search::{FoundCases, LONGEST_QUERY, Search, Where, search, texts};
pub use sessions::{Begun, Signed, begin, end, end_all, end_one, mine, seen, signed_in, who};
pub(crate) use shifts::be_there;
pub use shifts::{LONGEST_NOTE, NewShift, Shift, begin_shift, end_shift, left_notes};
pub use sign_in::{Attempt, Taken, Try, failed, set_password, sign_in, try_sign_in};
pub use spelling::learn_some;
pub use team::{Member, Team, hand_to, team};
pub use view_filter::{Impossible, ViewFilter, Whose};
pub use views::{
    BuiltIn, Column, LONGEST_NAME, NewView, SavedView, ViewKey, change_view, choose_columns, columns,
    delete_view, save_view, views,
};
pub use words::{forget_words, is_indexed, reindex_some};

pub(crate) use bulk::{forget as forget_bulk, step as bulk_step};
pub(crate) use compositions::{deliver, forget_thrown};
pub(crate) use presence::forget as forget_presence;
pub(crate) use words::{differ, index_again, index_new, index_taken_over, index_written};

use crate::{Act, Refusal, Verb};
use jiff::SignedDuration;
use records::{Tx, officer_sessions, shifts as kept, sign_in_tries};
use terms::{Actor, OfficerCode};

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

/// The officer who acts.
pub(crate) fn me(act: &Act) -> Verb<OfficerCode> {
    match &act.who.actor {
        Actor::Officer(officer) => Ok(officer.clone()),
        Actor::Public | Actor::Customer(_) | Actor::Integration(_) | Actor::House => {
            Err(Refusal::Forbidden("only officers have a desk; sign in".into()))
        }
    }
}
