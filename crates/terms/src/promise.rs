//! The clocks of one case: what was promised, what is due now, and whether the clock stands still.

use crate::word::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

words! {
    /// What a promise is about.
    Target, "target", {
        /// The first answer of a person.
        FirstReply = "first-reply",
        /// The end of the work.
        Completion = "completion",
    }
}

/// The instants that a case is held to. All are computed when something happens and stored, so that a
/// later change of the city's calendars never rewrites what a customer was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clocks {
    /// Completion as it was promised when the case was opened.
    pub promised_at: Option<Timestamp>,
    /// Completion as it is due now, pauses counted.
    pub due_at: Option<Timestamp>,
    /// Completion as it was due before more time was agreed with the customer, pauses counted; nothing where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_due_at: Option<Timestamp>,
    /// First reply, as due.
    pub first_reply_due_at: Option<Timestamp>,
    /// Since when the clock stands still because the customer is asked something.
    pub waiting_since: Option<Timestamp>,
    /// Whether the missed completion has been noted.
    pub completion_missed: bool,
    /// Whether the missed first reply has been noted.
    pub first_reply_missed: bool,
}

impl Clocks {
    /// By when the end of the work counts as in time before the public, who agreed to nothing.
    pub fn public_due_at(&self) -> Option<Timestamp> {
        self.original_due_at.or(self.due_at)
    }
}
