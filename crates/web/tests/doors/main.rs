//! The doors of the house, as those outside meet them.

mod api;
mod browser;
mod common;
mod desk_bulk;
mod desk_case;
mod desk_drafts;
mod desk_inbox;
mod desk_knowledge;
mod desk_live;
mod desk_proxy;
mod desk_search;
mod desk_shift;
mod desk_sign;
mod following;
mod forms;
mod open311;
mod pages;
mod portal;
mod portal_changed;
mod portal_complaints;
mod portal_files;
mod portal_forms;
mod portal_limits;
mod portal_odd;
mod portal_roles;
mod roles;
