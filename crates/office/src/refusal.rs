//! Why a verb did nothing.
//!
//! Which error where: the pure rooms answer with small enums of their own; a verb answers with a [`Refusal`], which
//! every door can put into its own format; [`Broke`] is what the database did, and nobody's fault who asked.

use jiff::Timestamp;
use records::Broke;
use terms::{Actor, EventKind};

/// What a verb gives.
pub type Verb<T> = Result<T, Refusal>;

/// Something wrong with one thing that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Which.
    pub field: String,
    /// What is wrong and how to mend it.
    pub problem: String,
}

/// What happened to a case since somebody read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub kind: EventKind,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// Why a verb did nothing. Each says what is wrong and, where it can be mended, how.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such thing, or none that whoever asks may know of.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The policy denies it.
    #[error("{0}")]
    Forbidden(String),
    /// What was given cannot be used.
    #[error("{} cannot be used: {}", .0.first().map_or("something", |m| &m.field), .0.first().map_or("", |m| &m.problem))]
    Invalid(Vec<Mistake>),
    /// Others changed the case since it was read.
    #[error("the case has changed since you read it; look at what changed and try again with revision {now}")]
    Stale {
        /// The revision now.
        now: i64,
        /// What happened since.
        since: Vec<Change>,
    },
    /// The case is not in a state in which this can be done.
    #[error("{0}")]
    Conflict(String),
    /// The idempotency key was used for something else.
    #[error("this idempotency key was used for something else; use a new key for a new submission")]
    KeyReused,
    /// The database failed.
    #[error(transparent)]
    Broke(#[from] Broke),
}

impl Refusal {
    /// One thing is wrong.
    pub fn invalid(field: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::Invalid(vec![Mistake { field: field.into(), problem: problem.into() }])
    }

    /// The state does not allow it.
    pub fn conflict(why: impl Into<String>) -> Self {
        Self::Conflict(why.into())
    }

    /// Refuses if there are mistakes.
    pub fn of(mistakes: Vec<Mistake>) -> Verb<()> {
        if mistakes.is_empty() { Ok(()) } else { Err(Self::Invalid(mistakes)) }
    }
}
