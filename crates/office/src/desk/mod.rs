//! The desk: officers sign in, and work what comes in over every channel.

mod excerpt;
mod recents;
mod search;
mod sessions;
mod spelling;
mod words;

pub use excerpt::{Piece, beginning_of, excerpt};
pub use recents::{MOST_RECENTS, opened, recently};
pub use search::{FoundCases, LONGEST_QUERY, Search, Where, search, texts};
pub use sessions::{begin, end, seen, who};
pub use spelling::learn_some;
pub use words::{forget_words, is_indexed, reindex_some};

pub(crate) use words::{differ, index_again, index_new, index_taken_over, index_written};
