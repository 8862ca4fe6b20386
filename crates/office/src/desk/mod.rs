//! The desk: officers sign in, and work what comes in over every channel.

mod bulk;
mod choices;
mod inbox;
mod live;
mod presence;
mod sessions;
mod view_filter;
mod views;

pub use bulk::{Bulk, BulkAct, Item, ItemState, MOST_CASES, Why, bulk, plan, start, undo};
pub use choices::{choose_shortcuts, shortcuts};
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
