//! The commands, as operators and administrators run them.

mod due;
mod import;
mod moving;
mod program;
mod serving;
