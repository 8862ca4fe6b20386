//! What is asked: forms as data, read, checked, and turned into what each door speaks; pure, no clock.
//!
//! A form's answers are described by a JSON Schema (2020-12) of a closed set of keywords. Pages give the order,
//! conditions in CEL say which pages are asked and whom the service is not for, and words stand beside the schema in
//! the city's languages. Every door reads and checks answers by the same [`Form`].

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod check;
mod condition;
mod definition;
mod example;
mod fault;
mod field;
mod flat;
mod form;
mod html;
mod order;
mod pattern;
mod problem;
mod publish;
mod schema;
mod sense;
mod typed;

pub use condition::Condition;
pub use definition::{CheckDefinition, Definition, PageDefinition, StopDefinition, Words};
pub use fault::Fault;
pub use field::{Choice, Count, Field, Kind, Length, Range};
pub use form::{Check, Form, Page, Stop};
pub use problem::{Mistake, Problem};
pub use typed::turns_around;

/// Answers by the code of their field, typed as the form's schema says.
pub type Answers = serde_json::Map<String, serde_json::Value>;

/// More fields than anybody fills in; those of groups count too.
pub const MOST_FIELDS: usize = 100;
/// More choices than anybody reads.
pub const MOST_CHOICES: usize = 200;
/// More items than a group has, and more files than anybody sends with one request.
pub const MOST_ITEMS: usize = 50;
/// The longest answer to one field, in characters.
pub const LONGEST_ANSWER: usize = 4_000;
/// The longest line; a longer text is asked for in several.
pub const LONGEST_LINE: usize = 200;
/// The longest condition, in characters.
pub const LONGEST_CONDITION: usize = 1_000;
/// No amount or count is further from zero; up to here a float tells every whole number.
pub const LARGEST_NUMBER: f64 = 1e15;
/// More stops, or more checks, than a form can explain.
const MOST_RULES: usize = 50;
