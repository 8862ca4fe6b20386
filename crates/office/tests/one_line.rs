//! One line for whoever is there, whoever is called back, and what is written.

#[path = "one_line/calls.rs"]
mod calls;
#[path = "one_line/written.rs"]
mod written;
