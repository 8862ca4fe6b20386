//! The commands, as operators and administrators run them.

mod due;
mod import;
mod mail;
mod mail_server;
mod moving;
mod officers;
mod program;
mod server;
mod serving;
mod staff;
mod waits;
