//! The desk: officers sign in, and work what comes in over every channel.

mod sessions;

pub use sessions::{begin, end, seen, who};
