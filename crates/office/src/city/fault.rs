//! What is wrong with a city's data, where, and how to mend it.

use std::fmt;
use std::ops::Range;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, below the city's folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The key.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What to write instead.
    pub mend: String,
}

/// All that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

/// A file that is being read, to turn a byte offset into a line.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) path: String,
    line_starts: Vec<usize>,
}

/// Where a fault is.
pub(crate) struct At<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) span: Range<usize>,
    pub(crate) key: &'a str,
}

impl Sheet {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { path: path.to_owned(), line_starts: starts.collect() }
    }

    /// A place in the file, for a fault.
    pub(crate) fn at<'a>(&'a self, span: Range<usize>, key: &'a str) -> At<'a> {
        At { sheet: self, span, key }
    }

    pub(crate) fn line(&self, span: &Range<usize>) -> usize {
        self.line_starts.partition_point(|start| *start <= span.start)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}; {}", self.file, self.line, self.key, self.problem, self.mend)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.0 {
            writeln!(f, "{fault}")?;
        }
        write!(
            f,
            "the city's data have {} to mend",
            if self.0.len() == 1 { "a fault".into() } else { format!("{} faults", self.0.len()) }
        )
    }
}

impl std::error::Error for Faults {}
