//! A field: one thing that is asked, of a kind that says how it is asked and what will do.

use regex::Regex;
use terms::Localized;

/// One thing that is asked.
#[derive(Debug)]
pub struct Field {
    /// Its code: the property of the schema; below a group, the property of an item.
    pub code: String,
    /// How it is asked and what will do.
    pub kind: Kind,
    /// The question, or the name of what is asked.
    pub title: Localized,
    /// What helps to answer it.
    pub hint: Localized,
    /// Whether it must be answered where it is asked.
    pub required: bool,
}

/// The kinds of fields.
#[derive(Debug)]
pub enum Kind {
    /// A line.
    Line(Length),
    /// Several lines.
    Text(Length),
    /// A number.
    Number(Range),
    /// A whole number.
    Whole(Range),
    /// A day, `YYYY-MM-DD`.
    Date,
    /// An instant in RFC 3339.
    DateTime,
    /// An address for mail.
    Email,
    /// A telephone number.
    Phone,
    /// Yes or no.
    YesNo,
    /// One of a list.
    OneOf(Vec<Choice>),
    /// Several of a list.
    SeveralOf(Vec<Choice>, Count),
    /// Files of a media type, such as `image/*`; the answers name what was stored.
    Upload(String, Count),
    /// The same fields, again for each of several.
    Group(Vec<Field>, Count),
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub key: String,
    /// What is read.
    pub name: Localized,
}

/// How long a text may be, in characters, and how it is written.
#[derive(Debug, Clone)]
pub struct Length {
    /// At least.
    pub least: usize,
    /// At most.
    pub most: usize,
    /// What is found somewhere in every good answer.
    pub pattern: Option<Regex>,
}

/// Between which bounds a number lies, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// At least.
    pub least: f64,
    /// At most.
    pub most: f64,
}

/// How many answers there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// At least, where there are any.
    pub least: usize,
    /// At most.
    pub most: usize,
}

impl Field {
    /// The name under which conditions know it: its code with `_` for `-`.
    pub fn name(&self) -> String {
        self.code.replace('-', "_")
    }

    /// The choices of a list; none for other kinds.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::OneOf(choices) | Kind::SeveralOf(choices, _) => choices,
            _ => &[],
        }
    }

    /// The fields of a group's items; none for other kinds.
    pub fn fields(&self) -> &[Field] {
        match &self.kind {
            Kind::Group(fields, _) => fields,
            _ => &[],
        }
    }
}

impl Kind {
    /// The kind in one word, for the wire.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Line(_) => "line",
            Self::Text(_) => "text",
            Self::Number(_) => "number",
            Self::Whole(_) => "whole-number",
            Self::Date => "date",
            Self::DateTime => "date-time",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::YesNo => "yes-no",
            Self::OneOf(_) => "one-of",
            Self::SeveralOf(..) => "several-of",
            Self::Upload(..) => "upload",
            Self::Group(..) => "group",
        }
    }

    /// How many answers there may be; one for most kinds.
    pub const fn count(&self) -> Count {
        match self {
            Self::SeveralOf(_, count) | Self::Upload(_, count) | Self::Group(_, count) => *count,
            _ => Count { least: 1, most: 1 },
        }
    }
}
