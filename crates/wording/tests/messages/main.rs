//! What the messages must be like, in every language: whole, and known to those who say them.

mod files;
mod keys;
mod letters;
mod plain;
mod whole;
