//! The desk: officers sign in, and work what comes in over every channel.

mod asked;
mod sessions;

pub use asked::{Asked, AskedOf, asked_of, asked_of_me};
pub use sessions::{begin, end, seen, who};
