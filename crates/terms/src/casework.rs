//! Words of casework: how a superior answers, why something presses, and what a case becomes under another service.

use crate::word::words;
use crate::{CaseKind, Clocks, QueueCode, ServiceCode};
use serde::{Deserialize, Serialize};

words! {
    /// How a superior answers.
    ApprovalAnswer, "answer of a superior", {
        /// It is done as asked.
        Approved = "approved",
        /// It is not done.
        Refused = "refused",
    }
}

words! {
    /// Why something is brought before a superior.
    Pressing, "reason to press", {
        /// The promise is about to break.
        AboutToBreak = "about-to-break",
        /// The promise has been broken.
        Broken = "broken",
        /// The promise of a first reply is about to break.
        ReplyAboutToBreak = "reply-about-to-break",
        /// The promise of a first reply has been broken.
        ReplyBroken = "reply-broken",
        /// The one who was asked for approval did not answer in time.
        NotAnswered = "not-answered",
    }
}

impl Pressing {
    /// Whether there is still time.
    pub const fn is_soon(self) -> bool {
        match self {
            Self::AboutToBreak | Self::ReplyAboutToBreak => true,
            Self::Broken | Self::ReplyBroken | Self::NotAnswered => false,
        }
    }
}

/// What a case becomes under another service of the same agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recast {
    /// The service.
    pub service: ServiceCode,
    /// What it is there.
    pub kind: CaseKind,
    /// Whether anybody may still see it.
    pub public: bool,
    /// Where it waits.
    pub queue: QueueCode,
    /// What it is held to from here.
    pub clocks: Clocks,
}
