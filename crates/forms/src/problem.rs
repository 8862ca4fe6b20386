//! What is wrong with an answer, as a closed list, so that it can be said in any language.

use std::fmt;
use terms::Localized;

/// More than anybody mends in one go.
pub(crate) const MOST_MISTAKES: usize = 100;

/// Something wrong with one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// The path of the field, such as `plate` or `people.1.name`; items count from 1.
    pub path: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with an answer. Its text is English and says how to mend it.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// It must be answered and is not.
    Missing,
    /// It has too many characters.
    TooLong {
        /// At most.
        most: usize,
    },
    /// It has too few characters.
    TooShort {
        /// At least.
        least: usize,
    },
    /// It is no number.
    NotANumber,
    /// It is a number with a fraction.
    NotWhole,
    /// It is below the range.
    TooSmall {
        /// At least.
        least: f64,
    },
    /// It is above the range.
    TooLarge {
        /// At most.
        most: f64,
    },
    /// It is no day of the calendar.
    NotADate,
    /// It is no instant.
    NotATime,
    /// It is no address for mail.
    NotAnEmail,
    /// It is no telephone number.
    NotAPhone,
    /// It is neither yes nor no.
    NotYesOrNo,
    /// It is not in the list.
    NotAChoice,
    /// There are too many of it.
    TooMany {
        /// At most.
        most: usize,
    },
    /// There are too few of it.
    TooFew {
        /// At least.
        least: usize,
    },
    /// It is not written as the form asks.
    Pattern,
    /// It is there twice.
    Twice,
    /// The form does not ask for it.
    Unknown,
    /// It is no text, or holds characters that no text has.
    NotText,
    /// A check of the form's own says what is wrong.
    Said(Localized),
    /// The service is not for whoever answers so; a stop says why.
    Stopped(Localized),
}

impl Mistake {
    pub(crate) fn new(path: impl Into<String>, problem: Problem) -> Self {
        Self { path: path.into(), problem }
    }
}

impl Problem {
    /// The key of its message.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Missing => "form-missing",
            Self::TooLong { .. } => "form-too-long",
            Self::TooShort { .. } => "form-too-short",
            Self::NotANumber => "form-not-a-number",
            Self::NotWhole => "form-not-whole",
            Self::TooSmall { .. } => "form-too-small",
            Self::TooLarge { .. } => "form-too-large",
            Self::NotADate => "form-not-a-date",
            Self::NotATime => "form-not-a-time",
            Self::NotAnEmail => "form-not-an-email",
            Self::NotAPhone => "form-not-a-phone",
            Self::NotYesOrNo => "form-not-yes-or-no",
            Self::NotAChoice => "form-not-a-choice",
            Self::TooMany { .. } => "form-too-many",
            Self::TooFew { .. } => "form-too-few",
            Self::Pattern => "form-pattern",
            Self::Twice => "form-twice",
            Self::Unknown => "form-unknown",
            Self::NotText => "form-not-text",
            Self::Said(_) => "form-said",
            Self::Stopped(_) => "form-stopped",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("this must be answered"),
            Self::TooLong { most } => write!(f, "it is too long; use at most {most} characters"),
            Self::TooShort { least } => write!(f, "it is too short; use at least {least} characters"),
            Self::NotANumber => f.write_str("it is no number; write it like 12 or 12.5"),
            Self::NotWhole => f.write_str("it is no whole number; write it like 12"),
            Self::TooSmall { least } => write!(f, "it is too small; the least is {least}"),
            Self::TooLarge { most } => write!(f, "it is too large; the most is {most}"),
            Self::NotADate => f.write_str("it is no day of the calendar; write it like 2026-03-29"),
            Self::NotATime => f.write_str("it is no time; write it like 2026-03-02T09:30:00Z"),
            Self::NotAnEmail => f.write_str("it is no e-mail address; write it like name@example.org"),
            Self::NotAPhone => {
                f.write_str("it is no telephone number; write it in digits, like +1 617 555 0100")
            }
            Self::NotYesOrNo => f.write_str("it is neither yes nor no; answer with one of them"),
            Self::NotAChoice => f.write_str("it is not one of the choices; use the key of one"),
            Self::TooMany { most: 1 } => f.write_str("only one answer is possible; choose one"),
            Self::TooMany { most } => write!(f, "there are too many; give at most {most}"),
            Self::TooFew { least } => write!(f, "there are too few; give at least {least}"),
            Self::Pattern => f.write_str("it is not written as the hint says; follow the hint"),
            Self::Twice => f.write_str("it is there twice; leave one out"),
            Self::Unknown => f.write_str("this is not asked; leave it out"),
            Self::NotText => f.write_str("it holds characters that no text has; type it again"),
            Self::Said(words) | Self::Stopped(words) => f.write_str(words.text("en")),
        }
    }
}

/// Adds mistakes at paths where there is none yet: of what could not be read, it need not be said that it is missing.
pub(crate) fn join(mistakes: &mut Vec<Mistake>, more: Vec<Mistake>) {
    for mistake in more {
        if mistakes.len() < MOST_MISTAKES && !mistakes.iter().any(|known| known.path == mistake.path) {
            mistakes.push(mistake);
        }
    }
}
