//! What goes into a statement: the five kinds of values that both engines know.

use jiff::Timestamp;
use std::borrow::Cow;

/// A parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// Text, ids and JSON.
    Text(Cow<'a, str>),
    /// Counts and instants.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// Coordinates and ratios.
    Real(f64),
}

/// A list of parameters, in the order of their numbers.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] };
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Int(i64::from(number))
    }
}

impl From<bool> for Value<'_> {
    fn from(answer: bool) -> Self {
        Self::Bool(answer)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<Timestamp> for Value<'_> {
    fn from(instant: Timestamp) -> Self {
        Self::Int(instant.as_millisecond())
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

/// Ids are written out, words and codes borrowed.
macro_rules! into_value {
    (id: $($id:ident),+; word: $($word:ident),+; code: $($code:ident),+ $(;)?) => {
        $(impl From<terms::$id> for Value<'_> {
            fn from(id: terms::$id) -> Self { Self::Text(Cow::Owned(id.to_string())) }
        })+
        $(impl From<terms::$word> for Value<'_> {
            fn from(word: terms::$word) -> Self { Self::Text(Cow::Borrowed(word.as_str())) }
        })+
        $(impl<'a> From<&'a terms::$code> for Value<'a> {
            fn from(code: &'a terms::$code) -> Self { Self::Text(Cow::Borrowed(code.as_str())) }
        })+
    };
}

into_value! {
    id: ApprovalId, ArticleId, AskingId, BookingId, BulkActId, CaseId, CodeId, CompositionId, ContactId, ContactPointId, CorrectionId, CustomerId, DeviceId, DraftId, EventId, FeedbackId, FileId, InboxId, JobId,
        MacroId, MessageId, ShiftId, TaskId, TokenId, ViewId, VisitId, Actor;
    word: Announcement, ArticleAudience, ArticleChange, ArticleState, BookingStatus, CaseKind, Channel, CodePurpose, CompositionKind, CompositionState, ContactKind, ContactPointKind, CustomerKind, DeviceKind, Direction, Entry, EventKind, LateAnswer, MessageKind, MessageState, Pressing, PrintState, Priority, PriorityReason, Purpose, ShiftStatus, Status, VisitEnd, Takes, VisitStatus;
    code: AgencyCode, CounterCode, DistrictCode, LineCode, OfficeCode, OfficerCode, OutcomeCode, QueueCode, Reference, RemedyCode, ServiceCode;
}

impl<'a> From<&'a terms::Actor> for Value<'a> {
    fn from(actor: &'a terms::Actor) -> Self {
        Self::Text(Cow::Owned(actor.to_string()))
    }
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Bool(answer) => ValueRef::Integer(i64::from(*answer)),
            Self::Real(number) => ValueRef::Real(*number),
        }))
    }
}

impl postgres::types::ToSql for Value<'_> {
    fn to_sql(
        &self,
        kind: &postgres::types::Type,
        out: &mut postgres::types::private::BytesMut,
    ) -> Result<postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(postgres::types::IsNull::Yes),
            Self::Text(text) => text.as_ref().to_sql(kind, out),
            Self::Int(number) => number.to_sql(kind, out),
            Self::Bool(answer) => answer.to_sql(kind, out),
            Self::Real(number) => number.to_sql(kind, out),
        }
    }

    fn accepts(_: &postgres::types::Type) -> bool {
        true
    }

    fn to_sql_checked(
        &self,
        kind: &postgres::types::Type,
        out: &mut postgres::types::private::BytesMut,
    ) -> Result<postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
        use postgres::types::Type;
        let fits = match self {
            Self::Null => true,
            Self::Text(_) => *kind == Type::TEXT,
            Self::Int(_) => *kind == Type::INT8,
            Self::Bool(_) => *kind == Type::BOOL,
            Self::Real(_) => *kind == Type::FLOAT8,
        };
        if fits {
            self.to_sql(kind, out)
        } else {
            Err(format!("{self:?} does not fit a parameter of type {kind}").into())
        }
    }
}
