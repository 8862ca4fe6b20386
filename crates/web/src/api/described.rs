//! Values that a derived schema would call any text: closed lists, references, and what may be left empty.

use crate::figures::BY;
use terms::{ApprovalAnswer, Channel, Status, TaskAnswer};
use utoipa::openapi::schema::AnyOfBuilder;
use utoipa::openapi::{KnownFormat, Object, ObjectBuilder, Schema, SchemaFormat, Type};

/// What a partner can answer.
pub(crate) fn task_answer() -> Object {
    one_of(TaskAnswer::ALL.iter().map(|answer| answer.as_str()))
}

/// How a superior can answer.
pub(crate) fn approval_answer() -> Object {
    one_of(ApprovalAnswer::ALL.iter().map(|answer| answer.as_str()))
}

/// A channel, or none.
pub(crate) fn channel_or_none() -> Schema {
    either(channels(), ObjectBuilder::new().schema_type(Type::Null).build())
}

/// A channel; all where it is empty.
pub(crate) fn channel_or_all() -> Schema {
    either(channels(), nothing())
}

/// What a scorecard can compare; what suits the rest of the question where it is empty.
pub(crate) fn compared() -> Schema {
    either(one_of(BY.iter().map(|(name, _)| *name)), nothing())
}

/// A day, or nothing.
pub(crate) fn day() -> Schema {
    let date = SchemaFormat::KnownFormat(KnownFormat::Date);
    either(ObjectBuilder::new().schema_type(Type::String).format(Some(date)).build(), nothing())
}

/// How a case stands.
pub(crate) fn status() -> Object {
    one_of(Status::ALL.iter().map(|status| status.as_str()))
}

/// A reference as people write it: in groups or not, in capitals or not, with O for 0 and I or L for 1.
pub(crate) fn reference() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some("^([ -]*[0-9A-TV-Za-tv-z]){9}[ -]*$"))
        .examples(["K7Q-F2M-XD5"])
        .build()
}

fn channels() -> Object {
    one_of(Channel::ALL.iter().map(|channel| channel.as_str()))
}

fn one_of(words: impl IntoIterator<Item = &'static str>) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build()
}

fn nothing() -> Object {
    ObjectBuilder::new().schema_type(Type::String).max_length(Some(0)).build()
}

fn either(one: Object, other: Object) -> Schema {
    AnyOfBuilder::new().item(one).item(other).build().into()
}
