//! What goes over the wire for casework.

use super::body::{maybe, whole};
use super::described;
use super::wire::{AnswerBody, PersonBody, PlaceBody};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;

/// As which case one goes on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MergedInto {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// Its reference.
    #[schema(schema_with = described::reference)]
    pub(crate) into: String,
}

/// Messages that become a case of their own.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSplitBody {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// The messages, by the `contact` of their lines in the timeline.
    #[schema(min_items = 1, max_items = 50)]
    pub(crate) contacts: Vec<String>,
    /// The service that they ask for.
    pub(crate) service: String,
    /// Whose they are, where not the customer's of the case.
    pub(crate) person: Option<PersonBody>,
}

/// With which case one is answered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ParentBody {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// Its reference.
    #[schema(schema_with = described::reference)]
    pub(crate) parent: String,
}

/// What is corrected: one of answers, place and service.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectionBody {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// All answers as they should be.
    #[schema(max_items = 500)]
    pub(crate) answers: Option<Vec<AnswerBody>>,
    /// The place as it should be.
    pub(crate) place: Option<PlaceBody>,
    /// A service of the same agency.
    pub(crate) service: Option<String>,
    /// Why, for colleagues.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
}

/// Until when a case rests.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Snooze {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// A time to come, at most a year away.
    pub(crate) until: Timestamp,
    /// Why, for colleagues.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
}

/// What a customer is offered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewOfferBody {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// The remedy's code.
    pub(crate) remedy: String,
    /// How much of it, where it is counted.
    #[serde(default, deserialize_with = "maybe")]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub(crate) amount: Option<i64>,
    /// What the customer is told.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
}

/// What a superior is asked: to approve a remedy, or an outcome.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewApprovalBody {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// The remedy's code.
    pub(crate) remedy: Option<String>,
    /// How much of it, where it is counted.
    #[serde(default, deserialize_with = "maybe")]
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub(crate) amount: Option<i64>,
    /// The outcome's code.
    pub(crate) outcome: Option<String>,
    /// What the customer is told once it is approved.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) message: String,
    /// Why, for the superior.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
}

/// How the superior answers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApprovalAnswerBody {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// `approved` or `refused`.
    #[schema(schema_with = described::approval_answer)]
    pub(crate) answer: terms::ApprovalAnswer,
    /// Why, for colleagues.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
}
