//! What is wrong with a definition, at which key, and how to mend it.

use std::fmt;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The path of the key, such as `schema.properties.animal.maxLength` or `page.2.when`; lists count from 1.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What to write instead.
    pub mend: String,
}

/// Why a text cannot be used, before it is known at which key it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) problem: String,
    pub(crate) mend: String,
}

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(pub(crate) Vec<Fault>);

impl Wrong {
    pub(crate) fn new(problem: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { problem: problem.into(), mend: mend.into() }
    }
}

impl Faults {
    pub(crate) fn add(
        &mut self,
        key: impl Into<String>,
        problem: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.0.push(Fault { key: key.into(), problem: problem.into(), mend: mend.into() });
    }

    /// The value, or a fault at a key.
    pub(crate) fn take<T>(&mut self, key: impl Into<String>, read: Result<T, Wrong>) -> Option<T> {
        read.map_err(|wrong| self.add(key, wrong.problem, wrong.mend)).ok()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.key, self.problem, self.mend)
    }
}

/// A text from outside, short enough for a message.
pub(crate) fn shown(text: &str) -> String {
    format!("{:?}", text.chars().take(60).collect::<String>())
}
