//! What goes over the wire: the API's own types, apart from the house's, so that either can change alone.

use super::body::whole;
use super::described;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use terms::Case;
use utoipa::ToSchema;

/// Who asks, as far as they say.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonBody {
    /// Their name.
    #[schema(max_length = 200)]
    pub(crate) name: Option<String>,
    /// Where mail reaches them.
    #[schema(max_length = 254, example = "mae@example.org")]
    pub(crate) email: Option<String>,
    /// Where calls and texts reach them.
    #[schema(max_length = 40, example = "+1 617 555 0134")]
    pub(crate) phone: Option<String>,
    /// The language to write to them in, BCP 47.
    #[schema(max_length = 35, example = "es")]
    pub(crate) language: Option<String>,
    /// Whether they ask as a business.
    #[serde(default)]
    pub(crate) business: bool,
}

/// Where something is.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceBody {
    /// The address in words.
    #[schema(max_length = 500)]
    pub(crate) address: Option<String>,
    /// The number of the address in the city's register.
    #[schema(max_length = 500)]
    pub(crate) address_id: Option<String>,
    /// The postal code.
    #[schema(max_length = 40)]
    pub(crate) zipcode: Option<String>,
    /// Degrees north, with `long`.
    #[schema(minimum = -90, maximum = 90)]
    pub(crate) lat: Option<f64>,
    /// Degrees east, with `lat`.
    #[schema(minimum = -180, maximum = 180)]
    pub(crate) long: Option<f64>,
}

/// The answer to one field of a service's form.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerBody {
    /// The field's code; `people.1.name` for an item of a group.
    pub(crate) code: String,
    /// One value, or several where the field allows.
    pub(crate) values: Vec<String>,
}

/// A request for a service.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCase {
    /// The service's code.
    #[schema(example = "street-light-outages")]
    pub(crate) service: String,
    /// In the customer's words.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub(crate) description: String,
    /// The channel over which the customer asked; officers only. Others ask over the web.
    #[schema(schema_with = described::channel_or_none)]
    pub(crate) channel: Option<terms::Channel>,
    /// Who asks.
    #[serde(default)]
    pub(crate) person: PersonBody,
    /// Answers to the service's form.
    #[serde(default)]
    pub(crate) answers: Vec<AnswerBody>,
    /// Where it is.
    #[serde(default)]
    pub(crate) place: PlaceBody,
    /// A picture kept elsewhere.
    #[schema(max_length = 2000, example = "https://example.org/lamp.jpg")]
    pub(crate) media_url: Option<String>,
}

/// What the one who asked is told.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseOpened {
    /// The case's name.
    #[schema(example = "K7Q-F2M-XD5")]
    pub(crate) reference: String,
    /// What lets its customer follow it, as the header `Case-Secret`. Told this once.
    pub(crate) secret: String,
    /// By when it is promised.
    pub(crate) due_at: Option<Timestamp>,
}

/// How a case stands after something was done to it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Done {
    /// The case's name.
    pub(crate) reference: String,
    /// Its revision now.
    pub(crate) revision: i64,
    /// `open`, `waiting` or `closed`.
    pub(crate) status: String,
    /// By when it is due now.
    pub(crate) due_at: Option<Timestamp>,
    /// The task that was asked for, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) task: Option<String>,
    /// The case that came out of it, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) other: Option<String>,
    /// What was asked of the superior, if anything was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) approval: Option<String>,
}

/// Words for somebody.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    /// The words.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
}

/// A reason that may be left out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reason {
    /// Why.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: Option<String>,
}

/// Words about a case as it was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevisionWords {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// The words.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
}

/// The revision of a case that was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevisionOnly {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
}

/// Who is to work on a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Assignment {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// The officer's code.
    pub(crate) officer: String,
}

/// Which agency is to take a case over, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Transfer {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// The agency's code.
    pub(crate) to: String,
    /// Why, for colleagues.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
}

/// A part that a partner agency is asked to do.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTaskBody {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// The agency's code.
    pub(crate) agency: String,
    /// What is to be done.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: String,
    /// By when it is needed.
    pub(crate) due_at: Option<Timestamp>,
}

/// What the partner says of its part.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskAnswerBody {
    /// `accepted`, `returned` or `done`.
    #[schema(schema_with = described::task_answer)]
    pub(crate) answer: terms::TaskAnswer,
    /// In words.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: Option<String>,
}

/// Which case speaks for this one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DuplicateOf {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// The other case's reference.
    #[schema(schema_with = described::reference)]
    pub(crate) of: String,
}

/// How the work ended.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Resolution {
    /// The revision that was read.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1)]
    pub(crate) revision: i64,
    /// One of the service's outcomes.
    #[schema(example = "done")]
    pub(crate) outcome: String,
    /// What the customer is told.
    #[schema(min_length = 1, max_length = 20000)]
    pub(crate) words: Option<String>,
}

/// How it went.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rating {
    /// 1 (bad) to 5 (good).
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 1, maximum = 5)]
    pub(crate) score: u8,
    /// In words.
    #[schema(max_length = 4000)]
    pub(crate) words: Option<String>,
}

impl Done {
    pub(crate) fn of(case: &Case) -> Self {
        Self {
            reference: case.reference.to_string(),
            revision: case.revision,
            status: case.state.status.to_string(),
            due_at: case.state.clocks.due_at,
            task: None,
            other: None,
            approval: None,
        }
    }
}
