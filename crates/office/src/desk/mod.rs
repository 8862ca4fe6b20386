//! The desk: officers sign in, and work what comes in over every channel.

mod compositions;
mod excerpt;
mod next;
mod recents;
mod search;
mod sessions;
mod spelling;
mod words;

pub use compositions::{
    About, SENDING_SECONDS, Saved, UNDO_MINUTES, Written, about, attach, detach, is_news, save, send,
    throw_away, undo, unsent,
};
pub use excerpt::{Piece, beginning_of, excerpt};
pub use next::next_due;
pub use recents::{MOST_RECENTS, opened, recently};
pub use search::{FoundCases, LONGEST_QUERY, Search, Where, search, texts};
pub use sessions::{begin, end, seen, who};
pub use spelling::learn_some;
pub use words::{forget_words, is_indexed, reindex_some};

pub(crate) use compositions::{deliver, forget_thrown};
pub(crate) use words::{differ, index_again, index_new, index_taken_over, index_written};
