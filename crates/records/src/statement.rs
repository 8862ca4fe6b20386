//! A statement as it goes to the engine, written down for those who want to know what a verb asks for.

use crate::Value;
use std::borrow::Cow;

/// A statement with what went into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Its text, with `$1` placeholders.
    pub sql: String,
    /// Its parameters.
    pub params: Vec<Value<'static>>,
    /// Whether rows come back.
    pub answers: bool,
}

impl Statement {
    pub(crate) fn of(sql: &str, params: &[Value<'_>], answers: bool) -> Self {
        Self { sql: sql.to_owned(), params: params.iter().map(own).collect(), answers }
    }
}

fn own(value: &Value<'_>) -> Value<'static> {
    match value {
        Value::Null => Value::Null,
        Value::Text(text) => Value::Text(Cow::Owned(text.clone().into_owned())),
        Value::Int(number) => Value::Int(*number),
        Value::Bool(answer) => Value::Bool(*answer),
        Value::Real(number) => Value::Real(*number),
    }
}
