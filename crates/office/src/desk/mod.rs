//! The desk: officers sign in, and work what comes in over every channel.

mod asked;
mod compositions;
mod next;
mod sessions;

pub use asked::{Asked, AskedOf, asked_of, asked_of_me};
pub use compositions::{
    About, SENDING_SECONDS, Saved, UNDO_MINUTES, Written, about, attach, detach, is_news, save, send,
    throw_away, undo, unsent,
};
pub use next::next_due;
pub use sessions::{begin, end, seen, who};

pub(crate) use compositions::{deliver, forget_thrown};
