//! What customers send, and what others send in their name.

mod hostile_pdfs;
mod names_and_keys;
mod pdfs;
mod pictures;
mod properties;
mod refusals;
mod samples;
