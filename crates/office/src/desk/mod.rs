//! The desk: officers sign in, and work what comes in over every channel.

mod bulk;
mod bulk_states;
mod choices;
mod compositions;
mod inbox;
mod live;
mod next;
mod presence;
mod sessions;
mod view_filter;
mod views;

pub use compositions::{
    About, SENDING_SECONDS, Saved, UNDO_MINUTES, Written, about, attach, detach, is_news, save, send,
    throw_away, undo, unsent,
};
pub use next::next_due;

pub use bulk::{
    Bulk, BulkAct, Item, MOST_CASES, bulk, plan as plan_bulk, start as start_bulk, undo as undo_bulk,
};
pub use bulk_states::{ItemState, Why};
pub use choices::{choose_shortcuts, shortcuts};
pub(crate) use compositions::{deliver, forget_thrown};
pub use inbox::{MOST_COUNTED, Page, Row, count, first_references, inbox, next};
pub use live::{News, Seen, news};
pub use presence::{Doing, Present, others_on, present};
pub use sessions::{begin, end, seen, who};
pub use view_filter::{Impossible, ViewFilter, Whose};
pub use views::{
    BuiltIn, Column, LONGEST_NAME, NewView, SavedView, ViewKey, change_view, choose_columns, columns,
    delete_view, save_view, views,
};

pub(crate) use bulk::{forget as forget_bulk, step as bulk_step};
pub(crate) use presence::forget as forget_presence;

use crate::{Act, Refusal, Verb};
use terms::{Actor, OfficerCode};

/// The officer who acts.
fn me(act: &Act) -> Verb<OfficerCode> {
    match &act.who.actor {
        Actor::Officer(officer) => Ok(officer.clone()),
        Actor::Public | Actor::Customer(_) | Actor::Integration(_) | Actor::House => {
            Err(Refusal::Forbidden("only officers have a desk; sign in".into()))
        }
    }
}
