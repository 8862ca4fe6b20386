//! Conditions in CEL over the answers so far: compiled when the form is read, and false where they make no sense.
//!
//! Names are the codes of the fields, with `_` for `-`; `today` is the local day. What is not answered is `null`, or an
//! empty list where there may be several answers.

use crate::fault::{Wrong, shown};
use crate::field::{Field, Kind};
use crate::order::is_empty;
use crate::sense::{Reading, Sense};
use crate::{Answers, LONGEST_CONDITION};
use cel::common::types::{CelInt, CelString};
use cel::parser::Expression;
use cel::{Context, Env, ExecutionError, Value};
use jiff::civil::Date;
use jiff::{Unit, civil::DateDifference};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

/// How deep brackets may be nested. The parser takes about 0.2 MB of stack for each level when it is not optimized,
/// and what it is given comes before any limit of its own.
const DEEPEST_BRACKETS: usize = 6;
/// How deep an expression may be; evaluation takes stack for each level too.
const DEEPEST: usize = 30;

/// The functions of the language that conditions use, and two of our own.
static LANGUAGE: LazyLock<Arc<Env>> = LazyLock::new(|| {
    let mut language = Env::stdlib().with_optional_support(false);
    let added = [
        cel::add_overload!(&mut language, fn days: (CelString, CelString) -> Result<CelInt, ExecutionError>),
        cel::add_overload!(&mut language, fn years: (CelString, CelString) -> Result<CelInt, ExecutionError>),
    ];
    debug_assert!(added.iter().all(Result::is_ok), "{added:?}");
    Arc::new(language)
});

/// A condition that was understood.
#[derive(Debug)]
pub struct Condition {
    text: String,
    expression: Expression,
    named: BTreeSet<String>,
}

impl Condition {
    /// Understands a condition over these fields.
    pub(crate) fn read(text: &str, fields: &[Field]) -> Result<Self, Wrong> {
        bounded(text)?;
        let expression = LANGUAGE.parser().parse(text).map_err(|errors| {
            let first = errors.errors.first();
            let (at, message) = first.map_or((0, ""), |error| (error.pos.1, error.msg.as_str()));
            let message = message.trim_start_matches("Syntax error: ").split('\n').next().unwrap_or_default();
            let message: String = message.chars().take(120).collect();
            Wrong::new(format!("it is no condition, from sign {at} on: {message}"), HOW)
        })?;
        let mut reading = Reading::new(fields, DEEPEST);
        let sense = reading.sense(&expression)?;
        if !matches!(sense, Sense::Truth | Sense::Any) {
            return Err(Wrong::new("it is neither true nor false", HOW));
        }
        let named = reading.named.into_iter().map(ToOwned::to_owned).collect();
        Ok(Self { text: text.to_owned(), expression, named })
    }

    /// The condition as it is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The codes of the fields that it looks at.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.named.iter().map(String::as_str)
    }

    /// Whether it holds over answers on a day. What cannot be computed, such as whether nothing is less than three,
    /// does not hold.
    pub(crate) fn holds(&self, fields: &[Field], answers: &Answers, today: &str) -> bool {
        let mut context = Context::with_env(Arc::clone(&LANGUAGE));
        context.add_variable_from_value("today", today);
        for field in fields.iter().filter(|field| self.named.contains(&field.code)) {
            context.add_variable_from_value(field.name(), value(field, answers.get(&field.code)));
        }
        Value::resolve(&self.expression, &context) == Ok(Value::Bool(true))
    }
}

const HOW: &str = "write it like animal == 'other' && copies > 2";

/// Refuses what the parser should not even be shown: it is quick, but it goes as deep as the brackets do.
fn bounded(text: &str) -> Result<(), Wrong> {
    if text.chars().count() > LONGEST_CONDITION {
        let mend = format!("use at most {LONGEST_CONDITION} characters");
        return Err(Wrong::new("the condition is too long", mend));
    }
    // With these two the end of a text could be told wrongly, and brackets behind it be missed.
    if text.contains('\\') || text.contains("'''") || text.contains("\"\"\"") {
        let mend = "put texts between single quotes, without backslashes";
        return Err(Wrong::new("it holds a text that is not read here", mend));
    }
    let (mut depth, mut quote) = (0_usize, None);
    for c in text.chars() {
        match (quote, c) {
            (_, '\n' | '\r') => quote = None,
            (Some(open), _) if open == c => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            (Some(_) | None, _) => {}
        }
        if depth > DEEPEST_BRACKETS {
            let mend = format!("use at most {DEEPEST_BRACKETS} brackets within each other");
            return Err(Wrong::new("its brackets are nested too deep", mend));
        }
    }
    Ok(())
}

/// An answer as conditions see it; one of the wrong kind is as good as none.
fn value(field: &Field, answer: Option<&serde_json::Value>) -> Value {
    use serde_json::Value as Json;
    let texts = |list: &[Json]| Value::from(list.iter().filter_map(Json::as_str).collect::<Vec<_>>());
    match (&field.kind, answer.filter(|answer| !is_empty(answer))) {
        (Kind::SeveralOf(..) | Kind::Upload(..), Some(Json::Array(list))) => texts(list),
        (Kind::Group(fields, _), Some(Json::Array(items))) => {
            Value::from(items.iter().map(|each| item(fields, each.as_object())).collect::<Vec<_>>())
        }
        (Kind::SeveralOf(..) | Kind::Upload(..) | Kind::Group(..), _) => Value::from(Vec::<Value>::new()),
        (Kind::Number(_), Some(answer)) => answer.as_f64().map_or(Value::Null, Value::Float),
        (Kind::Whole(_), Some(answer)) => whole(answer).map_or(Value::Null, Value::Int),
        (Kind::YesNo, Some(Json::Bool(answer))) => Value::Bool(*answer),
        (Kind::Number(_) | Kind::Whole(_) | Kind::YesNo, _) => Value::Null,
        (_, Some(Json::String(text))) => Value::from(text.as_str()),
        (_, _) => Value::Null,
    }
}

fn item(fields: &[Field], answers: Option<&Answers>) -> Value {
    let of = |field: &Field| answers.and_then(|answers| answers.get(&field.code));
    Value::from(fields.iter().map(|field| (field.name(), value(field, of(field)))).collect::<HashMap<_, _>>())
}

/// A whole number, however it is written: `3.0` is as good a three as `3`.
pub(crate) fn whole(answer: &serde_json::Value) -> Option<i64> {
    let number =
        answer.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= crate::LARGEST_NUMBER);
    #[expect(clippy::cast_possible_truncation, reason = "whole, and far below 2^53")]
    number.map(|number| number as i64)
}

/// How many days lie between two days; fewer than none if the second is the earlier.
fn days(from: &CelString<'_>, to: &CelString<'_>) -> Result<CelInt, ExecutionError> {
    between(from, to, Unit::Day)
}

/// How many whole years lie between two days, as with somebody's age.
fn years(from: &CelString<'_>, to: &CelString<'_>) -> Result<CelInt, ExecutionError> {
    between(from, to, Unit::Year)
}

fn between(from: &CelString<'_>, to: &CelString<'_>, unit: Unit) -> Result<CelInt, ExecutionError> {
    let day = |text: &CelString<'_>| {
        let text = text.inner();
        text.parse::<Date>().map_err(|_| ExecutionError::function_error("days", shown(text)))
    };
    let span = day(from)?.until(DateDifference::new(day(to)?).largest(unit));
    let span = span.map_err(|error| ExecutionError::function_error("days", error))?;
    Ok(CelInt::from(if unit == Unit::Year {
        i64::from(span.get_years())
    } else {
        i64::from(span.get_days())
    }))
}
