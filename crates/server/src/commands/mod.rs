//! The commands, one file each.

pub(crate) mod backup;
pub(crate) mod copy;
pub(crate) mod demo;
pub(crate) mod device;
pub(crate) mod doctor;
pub(crate) mod due;
pub(crate) mod import;
pub(crate) mod officer;
mod place;
pub(crate) mod reindex;
pub(crate) mod serve;
pub(crate) mod staff;
pub(crate) mod token;
pub(crate) mod verify;
pub(crate) mod wait;
