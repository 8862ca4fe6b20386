//! The lobby of an office as its supervisor leads it: lines that are closed, what everybody who waits is told.

use crate::LineCode;
use crate::word::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

words! {
    /// What everybody who waits is told, in their own language.
    Announcement, "announcement", {
        /// It takes longer than usual.
        Delay = "delay",
        /// The computers do not work.
        SystemsDown = "systems-down",
        /// Fewer counters are open than usual.
        FewCounters = "few-counters",
        /// The office closes earlier than usual.
        ClosingEarly = "closing-early",
    }
}

/// What a supervisor changed in a lobby.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum LobbyChange {
    /// Nobody joins a line any more today.
    LineClosed {
        /// Which.
        line: LineCode,
    },
    /// A line takes people in again.
    LineOpened {
        /// Which.
        line: LineCode,
    },
    /// Everybody who waits is told something.
    Announced {
        /// What.
        announcement: Announcement,
        /// Until when.
        until: Timestamp,
    },
    /// It is no longer told.
    Unannounced {},
    /// The office closed at once.
    EmergencyBegun {},
    /// It may open again.
    EmergencyEnded {},
}
