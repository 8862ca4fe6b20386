//! The doors of the house, as those outside meet them.

mod api;
mod browser;
mod common;
mod following;
mod forms;
mod open311;
mod pages;
mod portal;
mod roles;
